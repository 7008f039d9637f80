"""Kaohe turns the files that hold a yearly assessment into a browsable intranet site.

A row travels one way, and each step returns a new value:

`intake.read` turns bytes into typed records with their place in the files; `archive.assemble` turns records
into frozen years; `scoring` computes figures from them; `editions` keeps what an audience may see; `pages`
plans every page; `rendering` makes HTML; `books` hands it to MkDocs, which adds theme and navigation.
`gate` judges a site, `publishing` shows it to readers, and `watching` does so whenever something was saved;
`explaining` says of a page what it was made from.
"""
