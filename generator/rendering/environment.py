"""The Jinja environment: autoescape always on, an undefined name is an error, links are checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.pages.glossary import MEANINGS
from generator.pages.page import Book, Page
from generator.rendering.charts import draw_bars, draw_radar, draw_stack, draw_trend
from generator.rendering.links import Links


@dataclass(frozen=True)
class _Here:
    """What macros need to know of the page being rendered."""

    links: Links
    charts: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers its charts from the top."""


_HERE: ContextVar[_Here] = ContextVar("the page being rendered")
"""A macro imported without context cannot see the page, but it must be able to link."""


def _link(target: str) -> str:
    return _HERE.get().links.link(target)


def _shelf(target: str = "") -> str:
    return _HERE.get().links.shelf(target)


def _book_link(year: int | str, target: str = "") -> str:
    return _HERE.get().links.book_link(year, target)


def _chart_id() -> str:
    """`chart-1`: each call another, the same on each rendering of the page."""
    return f"chart-{next(_HERE.get().charts)}"


_FUNCTIONS = {
    "link": _link,
    "shelf": _shelf,
    "book_link": _book_link,
    "chart_id": _chart_id,
    "draw_bars": draw_bars,
    "draw_radar": draw_radar,
    "draw_stack": draw_stack,
    "draw_trend": draw_trend,
}
"""What templates may call."""


@cache
def environment(templates: Path) -> Environment:
    """The environment over `templates`, one a process, so that a template is compiled once.

    Pages are named by file (`unit.html.j2`), partials and documents with their folder
    (`partials/lights.html.j2`, `print/summary.html.j2`).
    """
    made = Environment(
        loader=FileSystemLoader([templates / "pages", templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {**_FUNCTIONS, "meanings": MEANINGS}
    return made


class Renderer:
    """Renders the pages of one book."""

    def __init__(
        self,
        book: Book,
        templates: Path,
        handwritten: Collection[str] = (),
        elsewhere: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """`handwritten` are the paths of pages that generated ones may link to beside their own.

        `elsewhere` are the pages of all books by name (the shelf: ""); None leaves links to them unchecked.
        """
        self._book = book
        self._environment = environment(templates)
        self._elsewhere = elsewhere
        self._planned = frozenset(page.path for page in book.pages) | frozenset(handwritten)

    def render(self, page: Page) -> str:
        """The page's body as HTML; LinkError when it links to a page that is not there.

        The template sees `view`, `page` and `book`, and the functions `link(path)`, `shelf(path)`
        and `book_link(year, path)`; those that draw are for the macros of `partials/charts.html.j2`.
        """
        token = _HERE.set(_Here(Links(self._book.name, page.path, self._planned, self._elsewhere)))
        try:
            template = self._environment.get_template(page.template)
            return template.render(view=page.view, page=page, book=self._book)
        finally:
            _HERE.reset(token)
