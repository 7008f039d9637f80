"""The Jinja environment: autoescape always on, an undefined name is an error, links are checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.pages.glossary import MEANINGS
from generator.pages.page import Book, Page
from generator.rendering.links import Links

_HERE: ContextVar[Links] = ContextVar("links of the page being rendered")
"""A macro imported without context cannot see the page, but it must be able to link."""


def _link(target: str) -> str:
    return _HERE.get().link(target)


def _shelf(target: str = "") -> str:
    return _HERE.get().shelf(target)


def _book_link(year: int | str, target: str = "") -> str:
    return _HERE.get().book_link(year, target)


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
    made.globals |= {"link": _link, "shelf": _shelf, "book_link": _book_link, "meanings": MEANINGS}
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
        and `book_link(year, path)`.
        """
        token = _HERE.set(Links(self._book.name, page.path, self._planned, self._elsewhere))
        try:
            template = self._environment.get_template(page.template)
            return template.render(view=page.view, page=page, book=self._book)
        finally:
            _HERE.reset(token)
