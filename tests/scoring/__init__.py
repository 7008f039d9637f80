"""Tests of the arithmetic: one file for each module, worked numbers from domain.md."""
