"""方案: every setting of the year in words, and the indicator tree."""
