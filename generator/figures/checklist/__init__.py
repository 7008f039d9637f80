"""党建考核 in figures: what units earned and leaves lost (domain.md 6)."""
