"""Figures beside figures: groups, years, and units that merged (domain.md 10, 12)."""
