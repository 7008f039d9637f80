"""整改台账 in figures: what its problems and their events add up to (domain.md 9.5)."""
