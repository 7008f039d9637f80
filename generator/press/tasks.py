"""What is to be set of a book: each printable document, and the booklets of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.pages.page import Book
from generator.pages.sheets.booklets import Booklet
from generator.pages.sheets.sheet import Layout, Sheet
from generator.press.engine import Manuscript
from generator.press.job import Part, Task
from generator.rendering import Renderer

_FIRST = '<p class="kp-number">— 1 —</p>'
"""The number of a document of one page, which stands in the page itself."""


@dataclass(frozen=True)
class Entry:
    """A line of the contents of a booklet."""

    title: str
    page: int


@dataclass(frozen=True)
class Setting:
    """A book about to be set: its documents, rendered once."""

    book: Book
    renderer: Renderer
    parts: Mapping[str, Part]
    """By path of the document."""

    @classmethod
    def of(cls, book: Book, renderer: Renderer) -> Setting:
        """All documents of the book as HTML."""
        return cls(book, renderer, {sheet.path: _part(sheet, renderer) for sheet in book.sheets})

    def tasks(self, sheets: Iterable[Sheet]) -> tuple[Task, ...]:
        """A PDF each."""
        return tuple(
            Task(f"{self.book.name}/{sheet.pdf}", sheet.title, (self.parts[sheet.path],)) for sheet in sheets
        )

    def booklet(self, booklet: Booklet, pages: Mapping[str, int]) -> Task:
        """The booklet, given how many pages each document has."""
        starts = dict(_starts(booklet.sheets, pages))
        entries = tuple(Entry(sheet.title, starts[sheet.path]) for sheet in booklet.sheets)
        cover = Manuscript(booklet.path, booklet.title, self.renderer.render_booklet(booklet, entries), {})
        parts = [self.parts[sheet.path] for sheet in booklet.sheets]
        if booklet.continuous:
            parts = [_numbered(part, starts[part.manuscript.path]) for part in parts]
        return Task(f"{self.book.name}/{booklet.path}", booklet.title, (Part(cover, Layout.DOCUMENT), *parts))


def _part(sheet: Sheet, renderer: Renderer) -> Part:
    beside = {"foot.css": renderer.render_foot(sheet)} if sheet.layout.paged else {}
    return Part(Manuscript(sheet.path, sheet.title, renderer.render_sheet(sheet), beside), sheet.layout)


def _starts(sheets: Sequence[Sheet], pages: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The page each begins on, the first document on page 1."""
    page = 1
    for sheet in sheets:
        yield sheet.path, page
        page += pages[sheet.path]


def _numbered(part: Part, start: int) -> Part:
    """The document with its pages numbered from there on."""
    given = part.manuscript
    html = given.html.replace(_FIRST, _FIRST.replace("1", str(start)))
    style = f"@page :first {{ counter-reset: page {start} }}"
    if part.layout is Layout.TABLE:
        style += '@page { @bottom-right { content: "— " counter(page) " —" !important } }'
    return Part(Manuscript(given.path, given.title, html, given.beside, style), part.layout)
