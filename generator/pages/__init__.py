"""WHAT GOES OUT: what stands on each page, in words; templates only lay it out."""
