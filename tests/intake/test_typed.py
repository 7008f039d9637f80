"""The contract and the model say the same words, so every record has a dataclass to become."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Document,
    Field,
    Flag,
    Integer,
    Keyed,
    Kind,
    Moment,
    Number,
    Percent,
    Several,
    Table,
    Year,
)
from generator.intake.records import Folder, Layout, Record, Records, TableRows
from generator.intake.typed import hand_over
from generator.problems import Place

PLACE = Place("data/2025/x.csv", 2)


PLAIN: dict[type, object] = {
    Integer: 2025,
    Year: 2025,
    Number: Decimal(1),
    Percent: Decimal(1),
    Date: dt.date(2025, 1, 2),
    Moment: dt.datetime.combine(dt.date(2025, 1, 2), dt.time()),
    Flag: True,
}


def example(kind: Kind) -> object:
    """A value of the kind, as reading would yield it."""
    match kind:
        case Block():
            return record(kind.fields)
        case Several():
            return (example(kind.of),)
        case Keyed():
            return {example(kind.keys): example(kind.values)}
        case Choice():
            return next(iter(kind.terms))
    return PLAIN.get(type(kind), "x")


def record(fields: tuple[Field, ...]) -> Record:
    """A record with every field filled in."""
    return Record({field.name: example(field.kind) for field in fields}, PLACE, Layout({}))


def folder(*, yearly: bool) -> Folder:
    """A folder with one row of every table and every document."""
    documents = [document for document in DOCUMENTS if document.yearly == yearly]
    return Folder(
        {t.name: TableRows(t, (record(t.fields),), complete=False) for t in TABLES if t.yearly == yearly},
        {document.name: record(document.fields) for document in documents if not document.many},
        {document.name: {"x": record(document.fields)} for document in documents if document.many},
        frozenset(("reports/u03",)) if yearly else frozenset(),
    )


RECORDS = Records(folder(yearly=False), {2025: folder(yearly=True)}, {"units.csv": "0"}, DOCUMENTS)


@pytest.mark.parametrize("entry", [*TABLES, *DOCUMENTS], ids=lambda entry: entry.name)
def test_every_entry_has_its_class(entry: Table | Document) -> None:
    """A row of each table, and each document, becomes a dataclass with the same names and its place."""
    tables = hand_over(RECORDS, "data")
    found = getattr(tables.years[0] if entry.yearly else tables, entry.name)
    made = found[0] if isinstance(found, tuple) else found
    names = [field.name for field in dataclasses.fields(made)]
    assert names == [*(field.name for field in entry.fields), "origin"]
    assert made.origin == PLACE


def test_broken_entries_are_named() -> None:
    """What could not be read in full is named without the single file of a folder."""
    tables = hand_over(RECORDS, "data")
    assert (tables.root, tables.files, tables.years[0].year) == ("data", {"units.csv": "0"}, 2025)
    assert "units" in tables.broken
    assert {"checks", "reports"} <= tables.years[0].broken
