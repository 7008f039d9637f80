"""Every text of the data with its place and whom contract and row let see it; and data with other texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.contract.fields import (
    Block,
    Document,
    Field,
    Identifier,
    Keyed,
    Kind,
    ProblemNumber,
    Several,
    Text,
)
from generator.gate.rows import Limits, LimitsOf, Path, narrowest, reach_of
from generator.intake.records import Folder, Record, Records, TableRows
from generator.model.terms import ItemAudience
from generator.problems import Place


@dataclass(frozen=True)
class Cell:
    """One text of the data."""

    text: str
    place: Place
    year: int | None
    """None for files that belong to no year."""
    reach: ItemAudience
    """The widest audience contract and row allow; the matrix may hold it back from more."""
    personal: bool
    number: bool
    """Whether it is a number given by people, `T-2025-01`, and no words."""


Change = Callable[[Cell], str]


def rewritten(records: Records, limits_of: LimitsOf, change: Change) -> Records:
    """The records with every text replaced by what `change` makes of its cell."""
    documents = {document.name: document for document in records.documents}

    def folder(year: int | None, found: Folder) -> Folder:
        walk = _Walk(year, limits_of(year, found), change)
        return replace(
            found,
            tables={name: walk.rows(rows) for name, rows in found.tables.items()},
            documents={name: walk.document(documents[name], one) for name, one in found.documents.items()},
            collections={
                name: {stem: walk.document(documents[name], one) for stem, one in entries.items()}
                for name, entries in found.collections.items()
            },
        )

    by_year = {year: folder(year, found) for year, found in records.by_year.items()}
    return replace(records, top=folder(None, records.top), by_year=by_year)


def cells(records: Records, limits_of: LimitsOf) -> list[Cell]:
    """Every text of the records, in the order of the files."""
    found: list[Cell] = []

    def note(cell: Cell) -> str:
        found.append(cell)
        return cell.text

    rewritten(records, limits_of, note)
    return found


@dataclass(frozen=True)
class _Entry:
    """What is known above a field."""

    path: Path
    reach: ItemAudience
    personal: bool = False


@dataclass(frozen=True)
class _Walk:
    """Through the records of one folder."""

    year: int | None
    limits: Limits
    change: Change

    def rows(self, found: TableRows) -> TableRows:
        table = found.table
        above = _Entry((table.name,), reach_of(table.audience))
        return replace(found, records=tuple(self._record(r, table.fields, above) for r in found.records))

    def document(self, document: Document, record: Record) -> Record:
        return self._record(record, document.fields, _Entry((document.name,), reach_of(document.audience)))

    def _record(self, record: Record, fields: tuple[Field, ...], above: _Entry) -> Record:
        reach = narrowest(above.reach, self.limits.of(above.path, record, fields))
        values: dict[str, object] = dict(record.values)
        for field in fields:
            path = (*above.path, field.name)
            allowed = narrowest(reach, reach_of(field.audience), self.limits.of_field(path, record))
            here = _Entry(path, allowed, above.personal or field.personal)
            values[field.name] = self._value(
                values.get(field.name), field.kind, here, record.place_of(field.name)
            )
        return replace(record, values=values)

    def _value(self, value: object, kind: Kind, here: _Entry, place: Place) -> object:
        match kind, value:
            case ((Text() | Identifier() | ProblemNumber()), str()):
                number = not isinstance(kind, Text)
                return self.change(Cell(value, place, self.year, here.reach, here.personal, number))
            case Several(), tuple():
                return tuple(self._value(one, kind.of, here, place) for one in value)
            case Keyed(), Mapping():
                return {key: self._value(one, kind.values, here, place) for key, one in value.items()}
            case Block(), Record():
                return self._record(value, kind.fields, here)
        return value
