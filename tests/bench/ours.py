"""Our builds of a data folder, step by step, in processor seconds."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from unittest import mock

from generator.books.book import Place, print_book
from generator.books.build import Workshop, write_site
from generator.books.manuscript import Manuscript
from generator.books.source import Harvest, Order, gather
from generator.books.yearly import cabinet_at_hand
from generator.commands import building
from generator.commands.orders import out
from generator.editions.told import until
from generator.options import DESCRIBED, parser
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


def build_books(data: Path, folder: Path, *, profiles: bool = True) -> dict[str, float]:
    """The books of all years, with or without unit pages; links to those left out stay as they are."""
    gc.disable()  # as `kaohe build` does; each build is a process of its own
    watch = Stopwatch()
    harvest = gather(Order(data))
    watch.step("read")
    wall = time.perf_counter()
    books = tuple(_planned(harvest, profiles=profiles))
    watch.step("plan")
    for book, left_out in books:
        given = Manuscript(book, renderer(book, left_out), folder / "content")
        newest = book is books[-1][0]  # closed books are not compared by page, as in `kaohe build`
        print_book(given, Place(folder / "site" / book.name, SETTINGS, by_page=newest))
    watch.step("write")
    pages = sum(len(book.pages) for book, _ in books)
    return watch.seconds | {"pages": pages, "wall": time.perf_counter() - wall}


def planned(data: Path) -> Iterator[Book]:
    """The books, oldest first."""
    return (book for book, _ in _planned(gather(Order(data)), profiles=True))


def one_shot(data: Path, folder: Path, *more: str) -> list[str | Path]:
    """What a person types to build the site of that data below the folder, cold or again."""
    return [sys.executable, "-m", "generator.cli", "build", *_folders(data, folder), *more]


def watcher(data: Path, folder: Path) -> Callable[[], object]:
    """What `kaohe watch` does to make a site when it has seen a change, in the same folders as `one_shot`."""
    none = dict.fromkeys(DESCRIBED, print)
    options = parser(none).parse_args(["serve", *map(str, _folders(data, folder))])
    cabinet = cabinet_at_hand(out(options))
    return lambda: building.written(options, out(options), cabinet)


def _folders(data: Path, folder: Path) -> list[str | Path]:
    """What both are told: no hand-written pages."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    return ["--data", data, "--content", folder / "content", "--out", folder / "site"]


def renderer(book: Book, left_out: Collection[str] = ()) -> Renderer:
    """The renderer of a book whose pages may link to those left out."""
    return Renderer(book, TEMPLATES, left_out)


def _planned(harvest: Harvest, *, profiles: bool) -> Iterator[tuple[Book, Collection[str]]]:
    """Each book, and the pages it does without."""
    kinds = tuple(kind for kind in plan.PAGE_TYPES if profiles or kind.name != "unit")
    for year in harvest.edition.years:
        with mock.patch.object(plan, "PAGE_TYPES", kinds):
            book = plan.plan_book(until(harvest.edition, year), year)
        yield book, () if profiles else [f"units/{unit.id}/" for unit in year.units]
