"""Unit cells that hold a name → the unit's id: current or past name, short name, alias (domain.md 13, 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.contract.fields import Block, Document, Field, Keyed, Kind, Several, UnitId
from generator.intake.codes import check_unit_id
from generator.intake.faults import MOST_PROBLEMS, Fault, nearest, too_many
from generator.intake.records import Folder, Record, Records, TableRows
from generator.intake.texts import fold_case
from generator.problems import Place, Problem

_UNKNOWN = "找不到这个单位"
_REGISTER = "若是别名，请在 unit_aliases.csv 中登记"
_NUMERALS = str.maketrans("123456789", "一二三四五六七八九")
UNITS, NAMES, ALIASES = "units", "unit_names", "unit_aliases"


@dataclass(frozen=True)
class UnitIndex:
    """What each word may mean."""

    ids: frozenset[str]
    words: Mapping[str, frozenset[str]]
    """Folded name, short name or alias → ids of the units it may mean."""
    spelled: Mapping[str, str]
    """Folded word → the word as entered, for suggestions."""

    def find(self, text: str, guess: bool = True) -> str | Fault:
        """The id a cell means, or a fault, which names the nearest word if one is to be guessed."""
        if text in self.ids:
            return text
        found = self.words.get(fold_case(text), frozenset())
        if len(found) == 1:
            return next(iter(found))
        if found:
            return Fault("E101", f"可能指多个单位：{'、'.join(sorted(found))}", "请填写单位编号")
        return self._unknown(text) if guess else Fault("E101", _UNKNOWN, _REGISTER)

    def _unknown(self, text: str) -> Fault:
        """The fault of a word that means no unit, with the nearest one that does."""
        for sign in "、，,/ ":
            parts = [part for part in text.split(sign) if part]
            if len(parts) > 1 and all(isinstance(self.find(part), str) for part in parts):
                return Fault("E101", "像是写了多个单位", "本列可填多个单位时用“；”分隔，否则只填一个")
        meant = _nearest(fold_case(text), [*self.spelled, *self.ids])
        guess = f"是否想填“{self.spelled.get(meant, meant)}”？" if meant else ""
        return Fault("E101", _UNKNOWN, f"{guess}{_REGISTER}")


def _nearest(word: str, words: Sequence[str]) -> str | None:
    """The known word most like a wrong one: with Chinese numerals, the shortest that holds it, or near."""
    if (numbered := word.translate(_NUMERALS)) in words:
        return numbered
    holding = [other for other in words if len(word) > 1 and word in other]
    return min(holding, key=len) if holding else nearest(word, words)


def resolve_units(records: Records) -> tuple[Records, tuple[Problem, ...]]:
    """The input with an id in every unit cell, and a problem for each that means no unit or several.

    While the lists of units, names or aliases are incomplete, a word they do not hold may be one they lost:
    it is not reported, and what holds it counts as incomplete too.
    """
    units = records.top.tables.get(UNITS)
    if units is None:
        return records, ()
    records, problems = _check_ids(records, units)
    whole = all(
        records.top.tables[name].complete for name in (UNITS, NAMES, ALIASES) if name in records.top.tables
    )
    resolver = _Resolver(_index(records.top), whole)
    documents = {document.name: document for document in records.documents}
    top = resolver.folder(records.top, documents)
    by_year = {year: resolver.folder(folder, documents) for year, folder in records.by_year.items()}
    return replace(records, top=top, by_year=by_year), (*problems, *resolver.problems)


def _check_ids(records: Records, units: TableRows) -> tuple[Records, tuple[Problem, ...]]:
    """Refuse rows of the unit list whose own number is not one."""
    key = units.table.key[0]
    faults = [(row, check_unit_id(str(row[key]))) for row in units.records]
    problems = tuple(fault.at(row.place_of(key), str(row[key])) for row, fault in faults if fault)
    if not problems:
        return records, ()
    kept = TableRows(units.table, tuple(row for row, fault in faults if fault is None), complete=False)
    top = replace(records.top, tables={**records.top.tables, UNITS: kept})
    return replace(records, top=top), problems


def _index(top: Folder) -> UnitIndex:
    """The words of the unit list, the names of all times and the aliases."""
    ids = frozenset(str(row["unit_id"]) for row in top.rows(UNITS))
    words: dict[str, set[str]] = {}
    spelled: dict[str, str] = {}
    for table, columns in ((NAMES, ("name", "short_name")), (ALIASES, ("alias",))):
        for row in top.tables[table].records if table in top.tables else ():
            unit = str(row["unit_id"])
            for word in (row.values.get(column) for column in columns):
                if unit in ids and isinstance(word, str):
                    words.setdefault(fold_case(word), set()).add(unit)
                    spelled.setdefault(fold_case(word), word)
    return UnitIndex(ids, {word: frozenset(found) for word, found in words.items()}, spelled)


class _Resolver:
    """Replaces unit cells by ids and gathers what means no unit; counts it only, when the lists have gaps."""

    def __init__(self, index: UnitIndex, whole: bool) -> None:
        self._index = index
        self._whole = whole
        self._lost = 0
        self._told = Counter[str]()
        self._known: dict[str, str | Fault] = {unit: unit for unit in index.ids}
        self.problems: list[Problem] = []

    def folder(self, folder: Folder, documents: Mapping[str, Document]) -> Folder:
        """The folder with all its unit cells replaced."""
        refused = set(folder.refused)

        def resolved(name: str, document: str, record: Record) -> Record:
            lost = self._lost
            found = self._record(record, documents[document].fields)
            if self._lost > lost:
                refused.add(name)
            return found

        return replace(
            folder,
            tables={name: self._rows(rows) for name, rows in folder.tables.items()},
            documents={name: resolved(name, name, record) for name, record in folder.documents.items()},
            collections={
                name: {stem: resolved(f"{name}/{stem}", name, record) for stem, record in entries.items()}
                for name, entries in folder.collections.items()
            },
            refused=frozenset(refused),
        )

    def _rows(self, rows: TableRows) -> TableRows:
        """The table with its unit cells replaced; rows without a unit are left out."""
        fields = tuple(field for field in rows.table.fields if _holds_units(field.kind))
        if not fields:
            return rows
        before = self._lost
        kept = []
        for record in rows.records:
            count = self._lost
            resolved = self._record(record, fields)
            if self._lost == count:
                kept.append(resolved)
        return TableRows(rows.table, tuple(kept), rows.complete and self._lost == before)

    def _record(self, record: Record, fields: tuple[Field, ...]) -> Record:
        """The record with its unit values replaced; the same record when nothing changed."""
        changed = {}
        for field in fields:
            value = record.values[field.name]
            if value is not None and _holds_units(field.kind):
                found = self._value(field.kind, value, record, field.name)
                if found != value:
                    changed[field.name] = found
        return replace(record, values={**record.values, **changed}) if changed else record

    def _value(self, kind: Kind, value: object, record: Record, name: str, item: object = None) -> object:
        """One value with its unit ids."""
        match kind, value:
            case UnitId(), str():
                found = self._find(value)
                if isinstance(found, Fault):
                    self._lost += 1
                    self._say(found, record.place_of(name, item), value)
                    return value
                return found
            case Several(), tuple():
                parts = tuple(self._value(kind.of, part, record, name, at) for at, part in enumerate(value))
                return value if parts == value else parts
            case Keyed(), dict():
                return dict(self._pairs(kind, value, record, name))
            case Block(), Record():
                return self._record(value, kind.fields)
        return value

    def _say(self, fault: Fault, place: Place, value: str) -> None:
        """Note a problem, unless the lists have gaps or the file has too many problems."""
        self._told[place.file] += 1
        if self._whole and self._told[place.file] <= MOST_PROBLEMS:
            self.problems.append(fault.at(place, value))
        elif self._whole and self._told[place.file] == MOST_PROBLEMS + 1:
            self.problems.append(too_many(place.file))

    def _pairs(
        self, kind: Keyed, value: dict[object, object], record: Record, name: str
    ) -> Iterator[tuple[object, object]]:
        """The pairs of a mapping with their unit ids."""
        for key, part in value.items():
            yield (
                self._value(kind.keys, key, record, name, key),
                self._value(kind.values, part, record, name, key),
            )

    def _find(self, text: str) -> str | Fault:
        """The id a cell means, looked up once for all cells with the same text."""
        found = self._known.get(text)
        if found is None:
            guess = self._whole and len(self.problems) <= MOST_PROBLEMS
            found = self._known[text] = self._index.find(text, guess)
        return found


def _holds_units(kind: Kind) -> bool:
    """Whether a unit id may stand somewhere in a value of the kind."""
    match kind:
        case UnitId():
            return True
        case Several():
            return _holds_units(kind.of)
        case Keyed():
            return _holds_units(kind.keys) or _holds_units(kind.values)
        case Block():
            return any(_holds_units(field.kind) for field in kind.fields)
    return False
