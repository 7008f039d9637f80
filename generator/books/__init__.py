"""The MkDocs adapter: takes a book of planned pages and lets MkDocs and Material print it.

The only package that imports mkdocs, material or markdown; the rest of the generator does
not know that they exist.

    byhand     what people wrote by hand: what may be in it, where it leads, what of it can be found
    theme      what MkDocs and Material print around planned pages: `plugin` puts a planned book in the
               place of the Markdown MkDocs expects, `shells` cuts what it printed where pages differ
    outputs    no two pages to one place
    manuscript   a book ready for the printer; printing: every file of it MkDocs has no part in
    state      what the last build left behind; version: what made it; history: why
    book       one book: only what changed
    build      the shelf with all its books; changes: brought to the site, all or nothing
    walk       through the data a year after the other; yearly: from there to the written site
    errand     a book planned and printed by another process
    worked     one year worked out; cabinet: what closed years gave, kept
    source     from the data folder to all planned books at once
    serve      a preview that rebuilds
"""

import os

# Material prints an advertisement against MkDocs 2 on import otherwise.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
