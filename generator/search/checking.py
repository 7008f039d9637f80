"""Whether names are found: units, aliases, codes, problem numbers and leaves come first when asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.search_records import RecordKind
from generator.search.matching import Hit, Matcher
from generator.search.records import read_records

CHECKED = (RecordKind.UNIT, RecordKind.LEAF, RecordKind.PROBLEM)
"""Kinds whose names must come first."""


@dataclass(frozen=True)
class Miss:
    """A name that does not lead to what it names."""

    book: str
    kind: RecordKind
    query: str
    title: str
    """What it names."""
    first: Hit | None
    """What comes first instead; None when nothing is found."""


@dataclass(frozen=True)
class Checked:
    """How a book fared."""

    queries: int
    misses: tuple[Miss, ...]


def check_names(rules: str, book: str, shelf: str) -> Checked:
    """Ask for each name of the book with the shelf beside it, as the box on its pages does.

    `rules` is the text of `rules.js`; `book` and `shelf` are their record files.
    """
    matcher = Matcher(rules, (shelf, book))
    queries = 0
    misses = []
    for named in _names(json.loads(book)["name"], book):
        queries += 1
        first = matcher.first(named.query)
        if first is None or (first.book, first.path) != (named.hit.book, named.hit.path):
            misses.append(Miss(named.hit.book, named.kind, named.query, named.hit.title, first))
    return Checked(queries, tuple(misses))


@dataclass(frozen=True)
class _Name:
    query: str
    kind: RecordKind
    hit: Hit


def _names(name: str, book: str) -> Iterator[_Name]:
    """Titles and aliases of the kinds checked."""
    for found in read_records(book):
        record = found.record
        if record.kind in CHECKED:
            for query in (record.title, *record.aliases):
                yield _Name(query, record.kind, Hit(name, found.path, record.title))
