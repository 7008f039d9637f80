"""Years together: tables become frozen years, units keep their history through renames and mergers."""

from generator.archive.assemble import assemble

__all__ = ["assemble"]
