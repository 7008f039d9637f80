"""Every text of the data with its place and whom contract and row let see it; and data with other texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from generator.contract.fields import (
    Block,
    Document,
    Field,
    Identifier,
    Keyed,
    Kind,
    ProblemNumber,
    Several,
    Table,
    Text,
)
from generator.gate.rows import Limits, Path, narrowest, reach_of
from generator.intake.records import Folder, Record, Records
from generator.model.terms import ItemAudience
from generator.problems import Place
from generator.store.again import again_each


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

    @property
    def kept(self) -> Kept:
        """What decides whether a token stands for it."""
        return self.text, self.reach, self.personal


Entry = Table | Document
Kept = tuple[str, ItemAudience, bool]
"""What decides whether a token stands for a cell of a folder: its text, its reach, whether it is personal."""
Tokens = Mapping[Kept, str]
"""What stands in place of the cells of one folder."""


@dataclass(frozen=True)
class FolderTexts:
    """One folder of the data, with what is known of the rows in it."""

    year: int | None
    folder: Folder
    limits: Limits
    documents: Mapping[str, Document]
    """Declarations by name."""

    def cells(self) -> Iterator[Cell]:
        """Every text, in the order of the files."""
        for name, rows in self.folder.tables.items():
            yield from self._noted(name, rows.table, rows.records)
        for name, entries in self._entries():
            yield from self._noted(name, self.documents[name], tuple(entries.values()))

    def _noted(self, name: str, entry: Entry, records: tuple[Record, ...]) -> Iterator[Cell]:
        slot = ("cells", self.year, name)
        yield from chain.from_iterable(again_each(slot, _noted, records, self.year, self.limits, entry))

    def _entries(self) -> Iterator[tuple[str, Mapping[str, Record]]]:
        yield from ((name, {name: one}) for name, one in self.folder.documents.items())
        yield from self.folder.collections.items()

    def masked(self, tokens: Tokens) -> Folder:
        """The folder with tokens in place of the cells they stand for.

        Equal texts have equal tokens, so rows that name each other still do.
        """

        def changed(name: str, entry: Entry, records: tuple[Record, ...]) -> tuple[Record, ...]:
            slot = ("masked", self.year, name)
            return again_each(slot, _masked, records, self.year, self.limits, entry, tokens)

        tables = {
            name: replace(rows, records=changed(name, rows.table, rows.records))
            for name, rows in self.folder.tables.items()
        }
        entries = {
            name: dict(zip(found, changed(name, self.documents[name], tuple(found.values())), strict=True))
            for name, found in self._entries()
        }
        documents = {name: entries[name][name] for name in self.folder.documents}
        collections = {name: entries[name] for name in self.folder.collections}
        return replace(self.folder, tables=tables, documents=documents, collections=collections)


def cells(records: Records, limits: Limits) -> Iterator[Cell]:
    """Every text of the records, in the order of the files, under the same limits for all."""
    documents = {one.name: one for one in records.documents}
    for year, folder in records.placed():
        yield from FolderTexts(year, folder, limits, documents).cells()


def _noted(year: int | None, limits: Limits, entry: Entry, record: Record) -> tuple[Cell, ...]:
    found: list[Cell] = []

    def note(cell: Cell) -> str:
        found.append(cell)
        return cell.text

    _Walk(year, limits, note).record(entry, record)
    return tuple(found)


def _masked(year: int | None, limits: Limits, entry: Entry, tokens: Tokens, record: Record) -> Record:
    def change(cell: Cell) -> str:
        return tokens.get(cell.kept, cell.text)

    return _Walk(year, limits, change).record(entry, record)


@dataclass(frozen=True)
class _Above:
    """What is known above a field."""

    path: Path
    reach: ItemAudience
    personal: bool = False


@dataclass(frozen=True)
class _Walk:
    """Through the records of one folder."""

    year: int | None
    limits: Limits
    change: Callable[[Cell], str]

    def record(self, entry: Entry, record: Record) -> Record:
        """A row of a table, or a document."""
        return self._record(record, entry.fields, _Above((entry.name,), reach_of(entry.audience)))

    def _record(self, record: Record, fields: tuple[Field, ...], above: _Above) -> Record:
        reach = narrowest(above.reach, self.limits.of(above.path, record, fields))
        values: dict[str, object] = dict(record.values)
        for field in fields:
            path = (*above.path, field.name)
            allowed = narrowest(reach, reach_of(field.audience), self.limits.of_field(path, record))
            here = _Above(path, allowed, above.personal or field.personal)
            values[field.name] = self._value(
                values.get(field.name), field.kind, here, record.place_of(field.name)
            )
        return replace(record, values=values)

    def _value(self, value: object, kind: Kind, here: _Above, place: Place) -> object:
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
