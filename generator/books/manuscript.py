"""A book ready for the printer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.books.content import page_paths
from generator.pages.page import Book
from generator.pages.sheets.sheet import BATCH
from generator.rendering import Renderer


@dataclass(frozen=True)
class Manuscript:
    """Everything MkDocs needs to know about one book."""

    book: Book
    renderer: Renderer
    docs_dir: Path
    """Folder of its hand-written pages; may be missing."""
    reserved: tuple[str, ...] = ()
    """Folders below the book's root that belong to other books: `2025/`."""
    offline: bool = False
    """Whether it must be searchable when opened from a folder."""


def manuscript(
    book: Book,
    *,
    content: Path,
    templates: Path,
    reserved: tuple[str, ...] = (),
    elsewhere: Mapping[str, Collection[str]] | None = None,
) -> Manuscript:
    """The manuscript of a book with its hand-written pages in `content/<name>` (the shelf: `shelf`).

    `elsewhere` are the pages of the other books by name, the shelf's under "": links to them are checked.
    """
    docs = content / (book.name or "shelf")
    return Manuscript(book, Renderer(book, templates, page_paths(docs), elsewhere), docs, reserved)


def printed_files(given: Manuscript) -> Iterator[tuple[str, str]]:
    """Path and content of each file the theme has no part in: data for scripts, printable documents."""
    for one in given.book.files:
        yield one.path, one.content
    if given.book.sheets:
        yield f"{BATCH}index.html", given.renderer.render_batch()
    for sheet in given.book.sheets:
        yield f"{sheet.path}index.html", given.renderer.render_sheet(sheet)
        if sheet.layout.paged:
            yield f"{sheet.path}foot.css", given.renderer.render_foot(sheet)
