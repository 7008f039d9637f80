"""A book ready for the printer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.books.byhand.content import page_paths
from generator.books.theme.shells import kind_of
from generator.pages.page import Book, Page
from generator.rendering import Renderer
from generator.store.again import again_each

_ID = re.compile(r'\sid="([^"]+)"')


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

    @cached_property
    def handwritten(self) -> frozenset[str]:
        """The paths of its hand-written pages."""
        return page_paths(self.docs_dir)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The paths its navigation leads to."""
        return self.handwritten | {section.path for section in self.book.sections}

    def has(self, target: str) -> bool:
        """Whether there is a generated page at that path, and on it that anchor: `units/u03/#results`."""
        path, _, anchor = target.partition("#")
        page = next((one for one in self.book.pages if one.path == path), None)
        return page is not None and (not anchor or anchor in self.anchors(page))

    def anchors(self, page: Page) -> frozenset[str]:
        """What on the rendered page can be linked to."""
        return frozenset(_ID.findall(self.renderer.render(page)))

    @cached_property
    def kinds(self) -> Sequence[tuple[Page, str]]:
        """Every planned page with the kind of its shell."""
        kinds = again_each(("kinds", self.book.name), kind_of, self.book.pages, self.listed)
        return tuple(zip(self.book.pages, kinds, strict=True))


def manuscript(
    book: Book,
    *,
    content: Path,
    templates: Path,
    reserved: tuple[str, ...] = (),
) -> Manuscript:
    """The manuscript of a book with its hand-written pages in `content/<name>` (the shelf: `shelf`)."""
    docs = content / (book.name or "shelf")
    return Manuscript(book, Renderer(book, templates, page_paths(docs)), docs, reserved)
