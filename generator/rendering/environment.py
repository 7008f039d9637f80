"""The Jinja environment: autoescape always on, an undefined name is an error, links are checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, meta

from generator.pages.glossary import MEANINGS
from generator.pages.page import Book, Page
from generator.pages.sheets.booklets import Booklet
from generator.pages.sheets.sheet import BATCH, Sheet
from generator.rendering.atoms import ATOMS
from generator.rendering.charts import draw_bars, draw_radar, draw_rows, draw_stack, draw_trend
from generator.rendering.code import Code
from generator.rendering.here import asset, book_link, chart_id, link, page_with, pdf, shelf
from generator.rendering.links import Links

_DRAWN = (draw_bars, draw_radar, draw_rows, draw_stack, draw_trend)
_FUNCTIONS = {one.__name__: one for one in (link, shelf, book_link, asset, pdf, chart_id, *_DRAWN)}
"""What templates may call."""


class _Environment(Environment):
    """Looks for each template once; another takes its place when files changed."""

    code_generator_class = Code

    def __init__(self, templates: Path) -> None:
        super().__init__(
            loader=FileSystemLoader([templates / "pages", templates]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.globals |= {**_FUNCTIONS, "meanings": MEANINGS, "atoms": {one.__name__: one for one in ATOMS}}
        self._found: dict[str, Template] = {}

    def get_template(self, name: str, *given: Any) -> Template:  # type: ignore[override] # we know ours by name
        """The template of that name: a page needs about five."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, *given)
        return found


def environment(templates: Path) -> Environment:
    """The environment over `templates`, the same until one of them changes: each is compiled once.

    Pages are named by file (`unit.html.j2`), partials and documents with their folder
    (`partials/lights.html.j2`, `print/summary.html.j2`).
    """
    return _environment(templates, tuple(_times(templates)))


@lru_cache(maxsize=4)
def _environment(templates: Path, _: tuple[tuple[str, int], ...]) -> Environment:
    return _Environment(templates)


def _times(templates: Path) -> Iterator[tuple[str, int]]:
    """Path and time of change of each template."""
    for file in sorted(templates.glob("*/*.j2")):
        yield str(file), file.stat().st_mtime_ns


def forget_templates() -> None:
    """Compile every template anew: the time of a file may be the same for two texts."""
    _environment.cache_clear()


def templates_behind(templates: Path, name: str) -> tuple[str, ...]:
    """The template and all it extends, includes or imports, by file below `templates`, in that order."""
    used = environment(templates)
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        source, file, _ = used.loader.get_source(used, waiting.pop(0))  # type: ignore[union-attr] # made above
        path = Path(file or "").relative_to(templates).as_posix()
        if path not in found:
            found[path] = None
            waiting += filter(None, meta.find_referenced_templates(used.parse(source)))
    return tuple(found)


class Renderer:
    """Renders the pages of one book."""

    def __init__(
        self,
        book: Book,
        templates: Path,
        handwritten: Collection[str] = (),
    ) -> None:
        """`handwritten` are the paths of pages that generated ones may link to beside their own."""
        self._book = book.cover
        self._environment = environment(templates)
        self._planned = book.paths | frozenset(handwritten)
        self.followed: dict[str, set[str]] = {}
        """By page rendered so far, what it links to outside of the book, as `Links.followed`."""
        self._own: set[str] = set()

    @property
    def inner(self) -> frozenset[str]:
        """What the pages rendered so far link to in the book itself: `2025/units/u03/`."""
        return frozenset(f"{self._book.name}/{path}" for path in self._own)

    def dead(self, links: Iterable[str]) -> bool:
        """Whether one of these, as in `inner`, leads to a page this book no longer has."""
        own = (path for book, _, path in (link.partition("/") for link in links) if book == self._book.name)
        return any(path not in self._planned for path in own)

    def render(self, page: Page) -> str:
        """The page's body as HTML; LinkError when it links to a page that is not there.

        The template sees `view`, `page` and `book`, and the functions `link(path)`, `shelf(path)`
        and `book_link(year, path)`; those that draw are for the macros of `partials/charts.html.j2`.
        """
        template = self._environment.get_template(page.template)
        with page_with(self._links(page.path)):
            return template.render(view=page.view, page=page, book=self._book)

    def render_sheet(self, sheet: Sheet) -> str:
        """A printable document as a whole HTML page; LinkError as for a page.

        The template sees `sheet` and `book`, the functions of pages, and `asset(path)` and `pdf(sheet)`.
        """
        return self._printed(sheet.template, sheet.path, sheet=sheet)

    def render_foot(self, sheet: Sheet) -> str:
        """The style sheet beside a document of several pages, with what stands at the foot of each."""
        return self._printed("print/foot.css.j2", sheet.path, sheet=sheet)

    def render_booklet(self, booklet: Booklet, entries: Sequence[object]) -> str:
        """Cover and contents; `entries` have the `title` and the `page` of each document."""
        return self._printed("print/booklet.html.j2", booklet.path, booklet=booklet, entries=entries)

    def render_batch(self) -> str:
        """The page that lays several documents of the book one behind the other."""
        return self._printed("print/batch.html.j2", BATCH)

    def _printed(self, template: str, path: str, **named: object) -> str:
        with page_with(self._links(path)):
            return self._environment.get_template(template).render(book=self._book, **named)

    def _links(self, path: str) -> Links:
        return Links(self._book.name, path, self._planned, self._own, self.followed.setdefault(path, set()))
