"""考核情况通报: the text by rule, and its attachments (domain.md 11.2)."""
