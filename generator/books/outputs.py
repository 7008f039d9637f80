"""No two pages to one place.

MkDocs lets the second page replace the first without a word; on Windows and on file shares
`U01` and `u01` are one folder as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.books.byhand.content import page_path
from generator.pages.page import Book, Page
from generator.pages.sheets.sheet import BATCH, Sheet
from generator.problems import ConfigError

_PATH = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*")
_THEME = ("assets/", "404.html/", "years.json/", "years.js/", "search/search_index.", "search/records.")
"""Written by the theme and the adapter themselves."""


def check_outputs(book: Book, handwritten: Iterable[PurePosixPath], reserved: Iterable[str] = ()) -> None:
    """ConfigError if a page of the book has no proper place or shares its place with another.

    `reserved` are the folders of other books in the same root: `2025/`.
    """
    sources: defaultdict[str, list[str]] = defaultdict(list)
    faults = []
    for output, source in _outputs(book, handwritten):
        sources[unicodedata.normalize("NFKC", output).casefold()].append(source)
        if output.startswith((*_THEME, *reserved)):
            faults.append(f"{source}：{output} 已另有用途，请换一个地址")
    faults += [f"「{page.title}」：地址 {page.path!r} 不合规" for page in _misnamed(book)]
    faults += [f"{output} 有多个来源：{'、'.join(names)}" for output, names in sources.items() if names[1:]]
    if faults:
        title = book.title or book.name
        raise ConfigError(f"「{title}」的页面地址有冲突，未写入任何文件：\n  " + "\n  ".join(faults))


def _misnamed(book: Book) -> list[Page | Sheet]:
    everything: list[Page | Sheet] = [*book.pages, *book.sheets]
    return [one for one in everything if not _PATH.fullmatch(one.path)]


def _outputs(book: Book, handwritten: Iterable[PurePosixPath]) -> Iterator[tuple[str, str]]:
    """Each output file below the book's root, with a name for where it comes from."""
    for page in book.pages:
        yield f"{page.path}index.html", f"页面「{page.title}」"
    for sheet in book.sheets:
        yield f"{sheet.path}index.html", f"打印文件「{sheet.title}」"
        yield sheet.pdf, f"打印文件「{sheet.title}」的 PDF"
    if book.sheets:
        yield f"{BATCH}index.html", "成批打印"
    for booklet in book.booklets:
        yield booklet.path, f"「{booklet.title}」"
    for beside in book.files:
        yield beside.path, f"数据文件 {beside.path}"
    for file in handwritten:
        output = f"{page_path(file)}index.html" if file.suffix == ".md" else file.as_posix()
        yield output, f"手写文件 {file}"
