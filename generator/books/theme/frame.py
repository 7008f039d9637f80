"""What MkDocs makes of a book before its generated pages are put in; kept until the book's frame changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.books.theme.shells import Shell
from generator.search.records import Found


@dataclass(frozen=True)
class Frame:
    """The shells of a book, and what can be found on its hand-written pages."""

    shells: Mapping[str, Shell]
    """By `kind_of` a page."""
    articles: tuple[Found, ...]
    linked: tuple[str, ...] = ()
    """Where on generated pages the hand-written ones lead to: `units/u03/#results`."""
