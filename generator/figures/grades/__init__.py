"""From scores to 等次 in figures: composites, ranks, grades and how they fall (domain.md 7)."""
