"""A mark in every text of the data, and who is to read it: what the sites are then searched for."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.contract.fields import (
    Block,
    Field,
    Identifier,
    Keyed,
    Kind,
    ProblemNumber,
    Several,
    Text,
)
from generator.intake.records import Folder, Record, Records

Way = tuple[str, ...]
"""Name of the table or document, then the fields down to the text."""

MARK = re.compile(r"mk\d{7}q")
LINKING = frozenset(
    {
        ("units", "group"),
        ("profiles", "group"),
        ("scheme", "groups", "name"),
    }
)
"""Texts by which rows find each other: equal ones stay equal."""
UNMARKED = frozenset(
    {
        ("scheme", "areas", "code"),  # the first letter of every 指标代码
        ("scheme", "ballot", "classes", "code"),  # `A`, a step in the keys of figures
        ("ballots", "ballot_class"),
        ("ballot_rounds", "ballot_class"),
        ("rectifications", "source_ref"),  # 指标代码 or a number, as the source has it
    }
)
"""Texts that are half of another text of the data, and cannot be changed alone."""


@dataclass(frozen=True)
class Spot:
    """Where one text stands."""

    way: Way
    year: int | None
    above: Mapping[Way, Record]
    """The record it stands in and those around it, by their way."""


@dataclass(frozen=True)
class Marked:
    """Data full of marks, and every place of each."""

    records: Records
    spots: Mapping[str, tuple[Spot, ...]]


Rewrite = Callable[[str, Kind, Spot], str]
Change = Callable[[Record, Way], Record]


def marked(records: Records, chance: random.Random) -> Marked:
    """The records with a mark in every text: one for each cell, for numbers and links one for each text."""
    spots: dict[str, list[Spot]] = {}
    numbers = iter(chance.sample(range(10_000_000), 40_000))
    shared: dict[str, str] = {}

    def mark(text: str, kind: Kind, spot: Spot) -> str:
        if spot.way in UNMARKED:
            return text
        linking = not isinstance(kind, Text) or spot.way in LINKING
        new = f"mk{next(numbers):07}q"
        found = shared.setdefault(text, new) if linking else new
        spots.setdefault(found, []).append(spot)
        return found if linking else _dressed(found, chance)

    return Marked(rewritten(records, mark), {key: tuple(found) for key, found in spots.items()})


def _dressed(mark: str, chance: random.Random) -> str:
    """The mark among characters of any kind, those of HTML and CSV too."""
    around = [*"<>&\"'|`{}*#，。；：“”《》𠮷䶮 ", *map(chr, chance.sample(range(0x4E00, 0x9FA5), 20))]
    before, after = (f"文{''.join(chance.choices(around, k=3))}文" for _ in range(2))
    return f"{before}{mark}{after}"


def rewritten(records: Records, rewrite: Rewrite, change: Change = lambda record, _: record) -> Records:
    """The records, each changed first, then with every text of the contract rewritten."""
    documents = {document.name: document for document in records.documents}

    def folder(year: int | None, found: Folder) -> Folder:
        walk = _Walk(year, rewrite, change)
        return replace(
            found,
            tables={
                name: replace(
                    rows,
                    records=tuple(walk.record(one, rows.table.fields, (name,), {}) for one in rows.records),
                )
                for name, rows in found.tables.items()
            },
            documents={
                name: walk.record(one, documents[name].fields, (name,), {})
                for name, one in found.documents.items()
            },
            collections={
                name: {
                    stem: walk.record(one, documents[name].fields, (name,), {})
                    for stem, one in entries.items()
                }
                for name, entries in found.collections.items()
            },
        )

    by_year = {year: folder(year, found) for year, found in records.by_year.items()}
    return replace(records, top=folder(None, records.top), by_year=by_year)


@dataclass(frozen=True)
class _Walk:
    """Through the records of one folder, as the contract describes them."""

    year: int | None
    rewrite: Rewrite
    change: Change

    def record(
        self, record: Record, fields: Iterable[Field], way: Way, above: Mapping[Way, Record]
    ) -> Record:
        record = self.change(record, way)
        around = {**above, way: record}
        values = dict(record.values)
        for field in fields:
            values[field.name] = self._value(values[field.name], field.kind, (*way, field.name), around)
        return replace(record, values=values)

    def _value(self, value: object, kind: Kind, way: Way, above: Mapping[Way, Record]) -> object:
        match kind, value:
            case ((Text() | Identifier() | ProblemNumber()), str()):
                return self.rewrite(value, kind, Spot(way, self.year, above))
            case Several(), tuple():
                return tuple(self._value(one, kind.of, way, above) for one in value)
            case Keyed(), Mapping():
                return {key: self._value(one, kind.values, way, above) for key, one in value.items()}
            case Block(), Record():
                return self.record(value, kind.fields, way, above)
        return value


def found_in(site: Path) -> frozenset[str]:
    """Every mark in a name or in the bytes of a site."""
    marks: set[str] = set()
    for file in site.rglob("*"):
        marks.update(MARK.findall(file.relative_to(site).as_posix()))
        if file.is_file():
            marks.update(MARK.findall(file.read_bytes().decode("utf-8", "replace")))
    return frozenset(marks)
