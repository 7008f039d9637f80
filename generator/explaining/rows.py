"""What each row of the data is about: its unit, its problem, its leaf."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.contract.fields import Identifier, LeafCode, ProblemNumber, UnitId
from generator.intake.records import Records
from generator.problems import Place

_NUMBERS = (UnitId, ProblemNumber, LeafCode, Identifier)
Row = tuple[str, int | None]
"""File and line; of a document that stands for one thing None."""


@dataclass(frozen=True)
class Rows:
    """The rows of some data."""

    numbers: Mapping[Row, frozenset[str]]
    """As addresses of pages have them: `u03`, `2025-u03-012`, `b2-1`."""
    units: Mapping[Row, str]

    def unit(self, place: Place) -> str:
        """The unit the row is about; empty when it is about none."""
        return self.units.get((place.file, place.line), self.units.get((place.file, None), ""))

    def is_about(self, place: Place, number: str) -> bool:
        """Whether the row names that unit, problem or leaf."""
        row = self.numbers.get((place.file, place.line), self.numbers.get((place.file, None), frozenset()))
        return number in row


def rows_of(records: Records) -> Rows:
    """The rows of all tables and documents that were read."""
    found = list(_rows(records))
    units = {row: unit for row, _, unit in found if unit}
    return Rows({row: frozenset(numbers) for row, numbers, _ in found}, units)


def _rows(records: Records) -> Iterator[tuple[Row, Collection[str], str]]:
    for folder in records.folders():
        for rows in folder.tables.values():
            fields = [one for one in rows.table.fields if isinstance(one.kind, _NUMBERS)]
            for record in rows.records:
                values = {one: str(record[one.name]) for one in fields if record[one.name] is not None}
                units = [value for one, value in values.items() if isinstance(one.kind, UnitId)]
                units += [
                    _unit(value) for one, value in values.items() if isinstance(one.kind, ProblemNumber)
                ]
                numbers = {_as_address(value) for value in (*values.values(), *units)}
                yield (record.place.file, record.place.line), numbers, units[0] if units else ""
        for entries in folder.collections.values():
            for stem, record in entries.items():
                yield (record.place.file, None), {stem}, stem


def _unit(problem: str) -> str:
    """The unit in the number of a problem: `2025-U03-012`."""
    return problem.lower().partition("-")[2].rpartition("-")[0]


def _as_address(number: str) -> str:
    return number.lower().replace(".", "-")
