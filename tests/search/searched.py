"""What a search needs of a site and nothing else, and the queries with the first hit each must have."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.books.build import years_json
from generator.books.printing import search_files, write_outputs
from generator.books.source import Order, gather
from generator.books.state import BookState
from generator.books.theme.frame import Frame
from generator.search.records import book_records
from tests.bench.workload import write_workload
from tests.conftest import PROJECT

SCRIPTS = PROJECT / "site_templates/theme/assets/search"
RULES = SCRIPTS / "rules.js"
OPEN = "2025"
"""The book whose page is open when something is looked for."""
UNITS, YEARS = 200, 10
"""The M workload: 200 units, eight problems each, ten years."""


@dataclass(frozen=True)
class Query:
    """Something looked for on a page of the open book."""

    workload: str
    """`sample` or `m`."""
    text: str
    first: str
    """Below the site's root: `2025/units/u01/`."""
    why: str


def queries(workload: str) -> list[Query]:
    """The committed queries on that workload."""
    with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [query for row in rows if (query := Query(*row)).workload == workload]


def write_searched(data: Path, site: Path) -> None:
    """Write the records and scripts of a site, with a blank page in each book, as `kaohe build` lays them."""
    harvest = gather(Order(data))
    books = harvest.books
    states = {}
    for book in (harvest.shelf, *books):
        root = site / book.name
        records = tuple(book_records(book))
        pages = {f"{page.path}index.html": "" for page in book.pages}
        states[book.name] = BookState(
            "", Frame({}, ()), (), pages, frozenset(), {}, len(records), len(book.pages)
        )
        write_outputs(search_files(book.name, records), root)
        shutil.copytree(SCRIPTS, root / "assets/search")
        (root / "index.html").write_text("<!doctype html><title>book</title>", encoding="utf-8")
    del states[""]
    write_outputs(years_json(states), site)


def write_m(folder: Path, years: int = YEARS) -> Path:
    """The M workload, ready to be searched; the site's root."""
    (folder / "data").mkdir()
    write_workload(folder / "data", UNITS, years)
    write_searched(folder / "data", folder / "site")
    return folder / "site"


def record_files(site: Path, *books: str) -> Iterator[str]:
    """The record files of the shelf and these books."""
    for book in ("", *books):
        yield (site / book / "search/records.json").read_text(encoding="utf-8")
