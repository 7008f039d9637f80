"""Years together: tables become frozen years, units keep their history through renames and mergers."""

from generator.archive.assemble import assemble, assemble_units, assemble_year

__all__ = ["assemble", "assemble_units", "assemble_year"]
