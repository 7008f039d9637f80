"""Printable documents: what leaders read on paper (domain.md 11)."""
