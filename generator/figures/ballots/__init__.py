"""民主测评 in figures: scores, shares and turnout of boards and persons (domain.md 3)."""
