"""What a year holds about each unit, found once instead of searched for on every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.editions.commendations import Commendation
from generator.editions.edition import EditionYear
from generator.editions.ledger import Problem
from generator.model.commendations import Case
from generator.model.terms import Light

Record = TypeVar("Record")


@dataclass(frozen=True)
class UnitRecords:
    """Problems, commendations and cases of one unit, in the order of the data."""

    problems: tuple[Problem, ...]
    """Those the unit answers for."""
    helped: tuple[Problem, ...]
    """Those it helps another unit with (配合单位)."""
    commendations: tuple[Commendation, ...]
    cases: tuple[Case, ...]

    @property
    def open(self) -> int:
        """Problems not closed."""
        return sum(problem.light is not Light.GREY for problem in self.problems)

    @property
    def overdue(self) -> int:
        """Problems past their due date and not handed in."""
        return sum(problem.overdue for problem in self.problems)


def records_by_unit(year: EditionYear) -> Mapping[str, UnitRecords]:
    """The records of every unit of the year, empty ones too."""
    ledger = year.ledger.problems
    problems = _grouped((problem.unit_id, problem) for problem in ledger)
    helped = _grouped((unit_id, problem) for problem in ledger for unit_id in problem.co_units)
    commendations = _grouped((one.unit_id, one) for one in year.commendations)
    cases = _grouped((case.unit_id, case) for case in year.cases)
    return {
        unit.id: UnitRecords(problems[unit.id], helped[unit.id], commendations[unit.id], cases[unit.id])
        for unit in year.units
    }


def _grouped(rows: Iterable[tuple[str, Record]]) -> defaultdict[str, tuple[Record, ...]]:
    """The records of each unit; nothing of a unit that has none."""
    found: dict[str, list[Record]] = defaultdict(list)
    for unit_id, record in rows:
        found[unit_id].append(record)
    return defaultdict(tuple, {unit_id: tuple(records) for unit_id, records in found.items()})
