"""What a reader would have to look for otherwise, found by rule and said in a sentence (look.md)."""
