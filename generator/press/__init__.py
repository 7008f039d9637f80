"""Printable documents as PDF: the only package that knows WeasyPrint.

It sets the same HTML with the same style sheets a browser prints, looks whether everything stands where it
may, and keeps what it made, so that the next run makes only what changed.
"""
