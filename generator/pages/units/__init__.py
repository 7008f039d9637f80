"""单位: the list of units and one profile a unit."""
