"""Every file of a book that MkDocs has no part in: what it is made from, and how."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.books.manuscript import Manuscript
from generator.books.theme.frame import Frame
from generator.books.theme.shells import words_of, written
from generator.pages.page import Page
from generator.pages.sheets.sheet import BATCH, Sheet
from generator.search.records import RECORDS_FILE, Found, book_records, records_json

INDEX_FILE = "search/search_index.json"
"""The theme loads it on every page and hands its `config` to the worker; the records come when asked for."""


@dataclass(frozen=True)
class Output:
    """A file before it is made."""

    path: str
    """Below the book's root: `units/u03/index.html`."""
    source: object
    """The value it is made from: as long as it is equal, so are the bytes."""
    make: Callable[[], str | bytes]


def outputs(given: Manuscript, frame: Frame) -> Iterator[Output]:
    """The generated pages in their frame, then data for scripts, printable documents, and the search."""
    for page, kind in given.kinds:
        yield Output(f"{page.path}index.html", page, _page(given, frame, page, kind))
    for one in given.book.files:
        yield _text(one.path, one.content)
    if given.book.sheets:
        yield Output(f"{BATCH}index.html", BATCH, given.renderer.render_batch)
    for sheet in given.book.sheets:
        yield from _sheet(given, sheet)
    yield from search_files(given.book.name, found(given, frame), offline=given.offline)


def found(given: Manuscript, frame: Frame) -> tuple[Found, ...]:
    """All that can be found in the book."""
    return (*book_records(given.book), *frame.articles)


def data_files(path: str, text: str, *, offline: bool = False) -> Iterator[Output]:
    """A JSON file, and for pages opened from a folder, which may fetch none, a script with the same."""
    yield _text(path, f"{text}\n")
    if offline:
        yield _text(path.replace(".json", ".js"), f"var brought = {text};\n")


def write_outputs(made: Iterable[Output], folder: Path) -> None:
    """Make them all; LinkError when a page links to nowhere."""
    there: set[str] = set()
    for output in made:
        content = output.make()
        parent = output.path.rpartition("/")[0]
        if parent not in there:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            there.add(parent)
        found = written(content) if isinstance(content, str) else content
        with open(f"{folder}/{output.path}", "wb") as file:  # noqa: PTH123 - one of thirty thousand
            file.write(found)


def _text(path: str, text: str) -> Output:
    return Output(path, text, lambda: text)


def _page(given: Manuscript, frame: Frame, page: Page, kind: str) -> Callable[[], bytes]:
    return lambda: frame.shells[kind].filled(words_of(page, given.renderer.render(page)))


def _sheet(given: Manuscript, sheet: Sheet) -> Iterator[Output]:
    yield Output(f"{sheet.path}index.html", sheet, lambda: given.renderer.render_sheet(sheet))
    if sheet.layout.paged:
        yield Output(f"{sheet.path}foot.css", sheet, lambda: given.renderer.render_foot(sheet))


def search_files(name: str, records: tuple[Found, ...], *, offline: bool = False) -> Iterator[Output]:
    """What the search of the book of that name looks through, and what the theme wants to load for it."""
    yield Output(RECORDS_FILE, records, lambda: records_json(name, records) + "\n")
    if offline:
        script = RECORDS_FILE.replace(".json", ".js")
        yield Output(script, records, lambda: f"var brought = {records_json(name, records)};\n")
    index = json.dumps({"config": {"book": name}, "docs": []})
    yield _text(INDEX_FILE, f"{index}\n")
    if offline:  # this one the theme loads by itself, under a name of its own
        yield _text(INDEX_FILE.replace(".json", ".js"), f"var __index = {index}\n")
