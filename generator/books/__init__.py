"""The MkDocs adapter: takes a book of planned pages and lets MkDocs and Material print it.

The only package that imports mkdocs, material or markdown; the rest of the generator does
not know that they exist.

    content    what people wrote by hand: which files there are, and whether they may be there
    outputs    no two pages to one place
    pages      planned pages in the shape MkDocs knows, without Markdown in between
    articles   what can be found on hand-written pages
    handwritten  the Markdown pages, with little front matter and no template of their own
    navigation   tabs
    shells     what the theme prints around a page, once for all pages of a kind
    frame      the shells of a book, kept until something on every page changes
    framing    MkDocs at work, for a new frame only
    assets     what of the theme is shipped: no source maps, no foreign hosts
    plugin     hooks the above into MkDocs
    printing   every file of a book MkDocs has no part in: what it is made from, and how
    state      what the last build left behind; version: what made it
    book       one book: only what changed
    build      the shelf with all its books; changes: brought to the site, all or nothing
    yearly     from the data folder to the site, a year after the other
    worked     one year worked out; cabinet: what closed years gave, kept
    serve      a preview that rebuilds
"""

import os

# Material prints an advertisement against MkDocs 2 on import otherwise.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
