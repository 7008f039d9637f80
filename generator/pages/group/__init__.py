"""考核组: what only those who run the assessment read; no other edition has these pages."""
