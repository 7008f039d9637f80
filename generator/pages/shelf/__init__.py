"""The shelf: what holds for all years."""
