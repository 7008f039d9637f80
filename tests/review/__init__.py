"""Tests of the review: each check with a fault it names and a case it lets pass."""
