"""From the pages of a book to the file its search looks through.

Seven columns, each one text with a line a record, as `rules.js` looks through them. Thousands of small lists
would take the browser ten times as long to read, and as much memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.pages.page import Book, Page
from generator.pages.search_records import RecordKind, SearchRecord
from generator.search.readings import person_reading, reading
from generator.search.variants import variants

RECORDS_FILE = "search/records.json"
"""Where a book keeps its records, below its root."""

COLUMNS = ("kind", "unit", "path", "title", "aliases", "pinyin", "text")
_BLANKS = re.compile(r"\s+")
_PEOPLE = (RecordKind.PERSON, RecordKind.MEMBER)
KINDS = {kind: place for place, kind in enumerate(RecordKind)}


@dataclass(frozen=True)
class Found:
    """A record and where it leads."""

    path: str
    """Below the book's root, with `#anchor` where it has one."""
    record: SearchRecord


def book_records(book: Book) -> Iterator[Found]:
    """The records of all planned pages, in official order; a page that names none is found by its title."""
    for page in book.pages:
        for record in page.records or (_whole(page),):
            yield Found(f"{page.path}#{record.anchor}" if record.anchor else page.path, record)


def records_json(name: str, found: Iterable[Found]) -> str:
    """The file of a book (the shelf: ""), UTF-8 without escapes but that of `<`."""
    listed = tuple(found)
    made = {
        "name": name,
        "kinds": [kind.value for kind in RecordKind],
        "variants": variants(one.record.title for one in listed),
        "columns": dict(zip(COLUMNS, map("\n".join, zip(*map(_fields, listed), strict=True)), strict=True))
        if listed
        else dict.fromkeys(COLUMNS, ""),
    }
    # No tag can open in it, whoever may take the file for a page.
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def read_records(text: str) -> Iterator[Found]:
    """The records of such a file, for tests and checks; their pinyin is not read back."""
    made = json.loads(text)
    kinds = [RecordKind(word) for word in made["kinds"]]
    columns = (made["columns"][name].split("\n") for name in COLUMNS)
    for kind, unit, path, title, aliases, _, words in zip(*columns, strict=True):
        names = tuple(aliases.split("\t")) if aliases else ()
        yield Found(path, SearchRecord(kinds[int(kind)], title, words, names, unit or None))


def _whole(page: Page) -> SearchRecord:
    return SearchRecord(RecordKind.PAGE, page.title, page.description)


def _fields(found: Found) -> tuple[str, ...]:
    """In the order of COLUMNS."""
    record = found.record
    spoken = person_reading if record.kind in _PEOPLE else reading
    title, text = _clean(record.title), _clean(record.text)
    aliases = "\t".join(map(_clean, record.aliases))
    return str(KINDS[record.kind]), record.unit_id or "", found.path, title, aliases, spoken(title), text


def _clean(text: str) -> str:
    """On one line; a Phrase becomes its words."""
    return _BLANKS.sub(" ", str(text)).strip()
