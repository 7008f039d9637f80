"""What a reader sees of a rendered page: its words, its links, its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from generator.editions.edition import Edition
from generator.pages.page import Book, Page
from generator.pages.plan import plan_book, plan_shelf
from generator.rendering import Renderer
from tests.pages.figures import figured

BLOCKS = frozenset({"dt", "dd", "th", "td", "li", "p", "summary", "h1", "h2", "h3", "h4"})
"""Elements whose end separates words."""

TEMPLATES = Path(__file__).parents[2] / "site_templates"


@dataclass
class Sight:
    """One page as seen."""

    html: str
    words: str = ""
    """All text, white space collapsed, without tags."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Text and address of each link."""
    rows: list[list[str]] = field(default_factory=list)
    """Cells of each table row."""
    tags: set[str] = field(default_factory=set)

    def row(self, head: str) -> list[str]:
        """The first row whose first cell reads `head`."""
        return next(row for row in self.rows if row and row[0] == head)

    def address(self, text: str) -> str:
        """Where the first link with that text leads."""
        return next(address for words, address in self.links if words == text)


class _Eye(HTMLParser):
    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self._sight = sight
        self._pieces: list[str] = []
        self._link: tuple[str, list[str]] | None = None
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._sight.tags.add(tag)
        if tag == "a":
            self._link = (dict(attrs)["href"] or "", [])
        elif tag == "tr":
            self._sight.rows.append([])
        elif tag in ("td", "th"):
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            self._sight.links.append((_squeezed(self._link[1]), self._link[0]))
            self._link = None
        elif tag in ("td", "th") and self._cell is not None:
            self._sight.rows[-1].append(_squeezed(self._cell))
            self._cell = None
        if tag in BLOCKS:
            self._pieces.append(" ")

    def handle_data(self, data: str) -> None:
        for place in (self._pieces, self._cell, self._link[1] if self._link else None):
            if place is not None:
                place.append(data)

    def finish(self) -> None:
        self._sight.words = _squeezed(self._pieces)


def sight_of(html: str) -> Sight:
    """What a reader sees of this HTML."""
    sight = Sight(html)
    eye = _Eye(sight)
    eye.feed(html)
    eye.close()
    eye.finish()
    return sight


def seen(book: Book, path: str) -> Sight:
    """The page of that path as seen; LinkError when it links to a page the book does not have."""
    page = next(page for page in book.pages if page.path == path)
    return sight_of(Renderer(book, TEMPLATES).render(page))


def seen_in_year(edition: Edition, path: str, year: int = 2025) -> Sight:
    """A page of the year's whole book."""
    edition = figured(edition)
    found = edition.year(year)
    assert found is not None
    return seen(plan_book(edition, found), path)


def seen_on_shelf(edition: Edition, path: str) -> Sight:
    """A page of the whole shelf."""
    return seen(plan_shelf(figured(edition)), path)


def paths(pages: Iterable[Page]) -> list[str]:
    """Where the pages lie."""
    return [page.path for page in pages]


def _squeezed(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
