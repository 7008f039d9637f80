"""A second way to every figure: written from domain.md alone, on the raw files, with pandas group-bys."""
