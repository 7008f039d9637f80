"""Our builds of a data folder, step by step, in processor seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Collection
from pathlib import Path
from unittest import mock

from generator.books.book import Place, print_book
from generator.books.build import Workshop, write_site
from generator.books.manuscript import Manuscript
from generator.books.source import Harvest, Order, gather
from generator.pages import plan
from generator.pages.page import Book
from generator.rendering import Renderer

PROJECT = Path(__file__).parents[2]
SETTINGS = PROJECT / "mkdocs.yml"
TEMPLATES = PROJECT / "site_templates"


class Stopwatch:
    """Processor seconds by step; everything before the first step, imports too, is `start-up`."""

    def __init__(self) -> None:
        self._last = time.process_time()
        self.seconds = {"start-up": self._last}

    def step(self, name: str) -> None:
        """Note what passed since the last step."""
        now = time.process_time()
        self.seconds[name], self._last = now - self._last, now


def build_site(data: Path, folder: Path) -> dict[str, float]:
    """What `kaohe build` does, without hand-written pages."""
    gc.disable()  # as `kaohe build` does; each build is a process of its own
    wall, watch = time.perf_counter(), Stopwatch()
    harvest = gather(Order(data))
    watch.step("read")
    shelf, books = harvest.shelf, harvest.books
    watch.step("plan")
    built = write_site(shelf, books, folder / "site", Workshop(SETTINGS, TEMPLATES, folder / "content"))
    watch.step("write")
    return watch.seconds | {"pages": built.pages, "wall": time.perf_counter() - wall}


def build_book(data: Path, folder: Path, *, profiles: bool = True) -> dict[str, float]:
    """The book of the only year, with or without its unit pages; links to those left out stay as they are."""
    gc.disable()  # as `kaohe build` does; each build is a process of its own
    watch = Stopwatch()
    harvest = gather(Order(data))
    watch.step("read")
    book, left_out = _planned(harvest, profiles=profiles)
    watch.step("plan")
    given = Manuscript(book, renderer(book, left_out), folder / "content")
    print_book(given, Place(folder / "site", SETTINGS))
    watch.step("write")
    return watch.seconds | {"pages": len(book.pages)}


def planned(data: Path) -> Book:
    """The book of the only year."""
    return _planned(gather(Order(data)), profiles=True)[0]


def renderer(book: Book, left_out: Collection[str] = ()) -> Renderer:
    """The renderer of a book whose pages may link to those left out."""
    return Renderer(book, TEMPLATES, left_out)


def _planned(harvest: Harvest, *, profiles: bool) -> tuple[Book, Collection[str]]:
    (year,) = harvest.edition.years
    if profiles:
        return plan.plan_book(harvest.edition, year), ()
    others = tuple(kind for kind in plan.PAGE_TYPES if kind.name != "unit")
    with mock.patch.object(plan, "PAGE_TYPES", others):
        book = plan.plan_book(harvest.edition, year)
    return book, [f"units/{unit.id}/" for unit in year.units]
