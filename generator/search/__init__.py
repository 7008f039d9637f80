"""Search: what can be found, how it sounds, and whether it is found.

`records` turns the pages of a book into the file the browser searches, `readings` says how titles are
pronounced, `variants` which traditional characters stand for those in them. `matching` runs the rules of the
browser, the same file, and `checking` asks them for every name.
"""
