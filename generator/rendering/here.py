"""Where a template is being rendered: what its links depend on.

A macro imported without context cannot see the page, but it must be able to link.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import count

from generator.pages.sheets.booklets import Booklet
from generator.pages.sheets.sheet import Paper, Sheet
from generator.rendering.links import Links


@dataclass(frozen=True)
class _Here:
    """What templates need to know of the page being rendered."""

    links: Links
    charts: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers its charts from the top."""


_HERE: ContextVar[_Here] = ContextVar("the page being rendered")


@contextmanager
def page_with(links: Links) -> Iterator[None]:
    """Inside the block a page with these links is rendered."""
    token = _HERE.set(_Here(links))
    try:
        yield
    finally:
        _HERE.reset(token)


def link(target: str) -> str:
    """Relative URL of a page of this book."""
    return _HERE.get().links.link(target)


def shelf(target: str = "") -> str:
    """Relative URL of a page of the shelf."""
    return _HERE.get().links.shelf(target)


def book_link(year: int | str, target: str = "") -> str:
    """Relative URL of a page in another year's book."""
    return _HERE.get().links.book_link(year, target)


def chart_id() -> str:
    """`chart-1`: each call another, the same on each rendering of the page."""
    return f"chart-{next(_HERE.get().charts)}"


def asset(path: str) -> str:
    """Relative URL of a file of the theme: `print/sheet.css`."""
    return f"{_HERE.get().links.root}assets/{path}"


def pdf(paper: Sheet | Booklet | Paper) -> str:
    """Relative URL of the PDF of a document or booklet; whether there is one, the book says."""
    return _HERE.get().links.root + paper.pdf
