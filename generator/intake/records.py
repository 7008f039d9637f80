"""What reading yields: typed records, each value knowing its file and line.

`Record` is one row of a table or one mapping of a document; `into` turns it into the dataclass of the model
that has the same field names. `Folder` holds what stands in the data folder or in one year of it,
`Records` all of it.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.contract.fields import Document, Table
from generator.model.terms.term import Term
from generator.problems import Place
from generator.store.values import value

T = TypeVar("T")


@dataclass(frozen=True)
class Layout:
    """Where the fields of a record stand; shared by all rows of a table."""

    labels: Mapping[str, str]
    """Field name → Chinese label, or the path of labels inside a document: `权重 › 生产单位`."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Field name → line of its key; empty for tables, where the whole record stands on one line."""
    items: Mapping[tuple[str, object], Place] = field(default_factory=dict)
    """(field name, key or index) → place of that entry of a `Keyed` or `Several` field of a document."""

    @property
    def keys(self) -> Mapping[str, int]:
        """Label → line, and `权重 › 民主测评` → line for entries."""
        labels = {name: label.rpartition(" › ")[-1] for name, label in self.labels.items()}
        lines = {labels[name]: line for name, line in self.lines.items()}
        for (name, entry), place in self.items.items():
            if place.line is not None:
                lines[f"{labels[name]} › {_entry(entry)}"] = place.line
        return lines


@value(frozen=True, slots=True)
class Record:
    """One row or one mapping, its values typed by the contract; nested mappings are records themselves."""

    values: Mapping[str, object]
    """Every field of the contract is there: None, `()` or `{}` where nothing was filled in."""
    place: Place
    layout: Layout

    def __getitem__(self, name: str) -> object:
        """The value of the field `name`."""
        return self.values[name]

    def place_of(self, name: str, item: object = None) -> Place:
        """Where the field stands, or one entry of it: the key of a `Keyed`, the index of a `Several`."""
        if item is not None and (name, item) in self.layout.items:
            return self.layout.items[name, item]
        line = self.layout.lines.get(name, self.place.line)
        return Place(self.place.file, line, self.layout.labels.get(name, name))

    @property
    def origin(self) -> Place:
        """Where the record stands; that of a mapping knows the lines of its keys."""
        return replace(self.place, keys=self.layout.keys) if self.layout.lines else self.place


@dataclass(frozen=True)
class TableRows:
    """The rows of one table that could be read."""

    table: Table
    records: tuple[Record, ...] = ()
    complete: bool = True
    """False when a row or the file was refused: then a check must not conclude from what is missing."""


@dataclass(frozen=True)
class Folder:
    """What stands in the data folder itself, or in the folder of one year."""

    tables: Mapping[str, TableRows]
    """Every table of the contract for this level, also those without a file."""
    documents: Mapping[str, Record] = field(default_factory=dict)
    """Single documents that exist and could be read."""
    collections: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    """Folders of documents: name → (file stem in lower case → record), in order of the stems."""
    refused: frozenset[str] = frozenset()
    """Documents (`scheme`, `reports/u03`) that exist but could not be read."""

    def rows(self, name: str) -> tuple[Record, ...]:
        """The records of the table `name`."""
        return self.tables[name].records

    def document(self, name: str) -> Record | None:
        """The document `name`, or None when it is absent or was refused."""
        return self.documents.get(name)

    def entries(self, name: str) -> Mapping[str, Record]:
        """The documents of the folder `name` by file stem."""
        return self.collections.get(name, {})


@dataclass(frozen=True)
class Records:
    """The whole input, read once."""

    top: Folder
    by_year: Mapping[int, Folder] = field(default_factory=dict)
    """Folders of the years that were read, oldest first."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Path relative to the data folder → sha256 of its bytes: what a fingerprint is made of."""
    documents: tuple[Document, ...] = ()
    """The declarations the documents were read by."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years that were read, oldest first."""
        return tuple(self.by_year)

    def folders(self) -> Iterator[Folder]:
        """The top folder, then each year's."""
        yield self.top
        yield from self.by_year.values()

    def placed(self) -> Iterator[tuple[int | None, Folder]]:
        """Each folder with its year, None for the top."""
        yield None, self.top
        yield from self.by_year.items()


def _entry(entry: object) -> str:
    """An entry as paths name it: `民主测评`, `第2项`."""
    if isinstance(entry, int):
        return f"第{entry + 1}项"
    return entry.label if isinstance(entry, Term) else str(entry)


def into(cls: Callable[..., T], record: Record) -> T:
    """An instance of the dataclass `cls` from the record's values by field name, nested records included.

    A field `origin: Place` receives the record's place. Names that do not fit are a TypeError: the model and
    the contract disagree, which is a bug and no fault of the data.
    """
    plan = _plan(cls)
    values = dict(record.values)
    for name, build in plan.builders:
        if name in values:
            values[name] = build(values[name])
    if plan.wants_origin:
        values["origin"] = record.origin
    return cls(**values)


@dataclass(frozen=True)
class _Plan:
    """How to fill one dataclass."""

    builders: tuple[tuple[str, Callable[[Any], object]], ...]
    """Fields that hold nested dataclasses, with what builds them."""
    wants_origin: bool


@cache
def _plan(cls: Callable[..., object]) -> _Plan:
    """The plan for a dataclass, from its type hints."""
    if not (isinstance(cls, type) and dataclasses.is_dataclass(cls)):
        raise TypeError(f"{cls!r} is not a dataclass")
    hints = get_type_hints(cls)
    names = [item.name for item in dataclasses.fields(cls) if item.init]
    found = ((name, _builder(hints[name])) for name in names if name != "origin")
    return _Plan(tuple((name, build) for name, build in found if build), "origin" in names)


def _builder(hint: Any) -> Callable[[Any], object] | None:
    """What turns a record, or a tuple or dict of records, into the hinted type; None if nothing must."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint not in (Record, Place):
        return lambda value: None if value is None else into(hint, value)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return next(filter(None, map(_builder, args)), None)
    inner = _builder(args[-1] if origin is not tuple else args[0]) if args else None
    if inner is None:
        return None
    if origin is tuple:
        return lambda value: tuple(map(inner, value))
    return lambda value: {key: inner(item) for key, item in value.items()}
