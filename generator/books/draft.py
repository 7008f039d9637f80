"""Books planned as a build would plan them, and not printed: to look up what a page is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.books.build import Site, Workshop
from generator.books.state import BookState, SiteState
from generator.pages.page import Book


@dataclass
class Draft:
    """Takes the place of a site; whatever is to be written into it is only kept at hand."""

    wanted: str
    """Name of the book that is planned in any case; the shelf's is empty."""
    workshop: Workshop
    before: SiteState
    """As the last build left it: closed years that are still so are not planned again."""
    made: dict[str, BookState] = field(default_factory=dict)
    books: dict[str, Book] = field(default_factory=dict)
    sites: Sequence[Site] = ()

    def is_written(self, name: str, source: str) -> bool:
        """Whether a book other than the one wanted was planned from the same."""
        known = self.before.books.get(name)
        return name != self.wanted and known is not None and known.source == source

    def keep(self, name: str) -> None:
        """Pass a book over."""
        self.made[name] = self.before.books[name]

    def print(self, book: Book, source: str = "", *, by_page: bool = True) -> None:  # noqa: ARG002 - as a site takes it
        """Keep the book."""
        self.books[book.name] = book
        if (known := self.before.books.get(book.name)) is not None:
            self.made[book.name] = known
