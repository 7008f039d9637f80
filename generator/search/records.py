"""From the pages of a book to the file its search looks through.

A record is a list, its fields in the order of `rules.js`: names of fields repeated thousands of times would
be a third of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.pages.page import Book, Page
from generator.pages.search_records import RecordKind, SearchRecord
from generator.search.readings import person_reading, reading
from generator.search.variants import variants

RECORDS_FILE = "search/records.json"
"""Where a book keeps its records, below its root."""

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
        "records": [_fields(one) for one in listed],
    }
    # No tag can open in it, whoever may take the file for a page.
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _whole(page: Page) -> SearchRecord:
    return SearchRecord(RecordKind.PAGE, page.title, page.description)


def _fields(found: Found) -> list[object]:
    record = found.record
    spoken = person_reading if record.kind in _PEOPLE else reading
    title, text = _clean(record.title), _clean(record.text)
    kind = KINDS[record.kind]
    return [kind, record.unit_id or "", found.path, title, record.aliases, spoken(title), text]


def _clean(text: str) -> str:
    """On one line; a Phrase becomes its words."""
    return " ".join(str(text).split())
