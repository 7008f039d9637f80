"""A data folder of any size: made-up units assessed with the sample's scheme, indicators and rules.

It passes `kaohe check` without errors, is the same on every machine, and is written unit by unit and year by
year. The grades decided are those suggested: a year is scored before its decisions are written.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.archive import assemble
from generator.contract import checklist, results
from generator.intake.read import read
from generator.model.checklist import Leaf, LeafRule
from generator.model.scheme import Scheme
from generator.model.terms import LinkRelation, TargetKind
from generator.problems import has_errors
from generator.scoring.assess import assess
from tests.bench.company import MadeUpUnit, company
from tests.bench.made_up_checks import check_rows, outcomes
from tests.bench.made_up_ledger import issues, ledger_rows, problems
from tests.bench.made_up_people import ballot_rows, component_rows, people_rows, unit_rows
from tests.bench.made_up_reports import report
from tests.bench.tables import TableRow, write_document, write_tables

LAST = 2025
"""The last assessed year, and the year of the sample that lends its rules."""
SAMPLE = Path(__file__).parents[2] / "data"
TEAM = 40
"""Units of a team."""
COPIED = ("scheme.yml", "indicators.csv", "indicator_rules.csv")


@dataclass(frozen=True)
class Workload:
    """How large the company is, and by what rules it is assessed."""

    units: int
    years: int
    problems: int
    """Of each unit in each year."""
    scheme: Scheme
    leaves: tuple[Leaf, ...]
    rules: Mapping[str, list[LeafRule]]
    """By leaf code."""

    @property
    def first(self) -> int:
        """The first assessed year."""
        return LAST - self.years + 1

    def company(self) -> Iterator[MadeUpUnit]:
        """The units."""
        return company(self.units, tuple(group.name for group in self.scheme.groups))


def write_workload(folder: Path, units: int = 200, years: int = 1, problems: int = 8) -> None:
    """Write the data of so many units and years, each unit with so many problems a year."""
    load = _workload(units, years, problems)
    write_tables(folder, (row for unit in load.company() for row in unit_rows(unit)))
    calendar: dict[int, object] = {
        year: {"holidays": [], "workdays": []} for year in range(load.first, LAST + 2)
    }
    write_document(folder / "workdays.yml", {"years": calendar})
    for year in range(load.first, LAST + 1):
        (folder / str(year)).mkdir()
        for name in COPIED:
            shutil.copyfile(SAMPLE / str(LAST) / name, folder / str(year) / name)
        write_document(folder / str(year) / "cycle.yml", _cycle(load, year))
        write_tables(folder / str(year), _year_rows(folder / str(year), load, year))
        write_tables(folder / str(year), _decision_rows(folder, load, year))


def _workload(units: int, years: int, problems: int) -> Workload:
    sample = read(SAMPLE, years=(LAST,))[0].years[0]
    if sample.scheme is None:
        raise ValueError(f"{SAMPLE}: no scheme")
    rules: defaultdict[str, list[LeafRule]] = defaultdict(list)
    for rule in sample.indicator_rules:
        rules[rule.code].append(rule)
    return Workload(units, years, problems, sample.scheme, sample.indicators, rules)


def _year_rows(folder: Path, load: Workload, year: int) -> Iterator[TableRow]:
    """All rows of a year but the decisions; the reports are written on the way."""
    weights = {group.name: group.weights for group in load.scheme.groups}
    first = year == load.first
    for unit in load.company():
        found = outcomes(unit, year, load.leaves, load.rules, first=first)
        made = problems(unit, year, found, load.problems)
        neighbour = f"w{unit.number % load.units + 1:03}"
        yield from people_rows(unit)
        yield from check_rows(unit, year, found, issues(made))
        yield from ballot_rows(unit, year, load.scheme.ballot)
        yield from component_rows(unit, year, weights[unit.group])
        yield from ledger_rows(unit, year, made, load.scheme.rectification.days, neighbour)
        write_document(folder / "reports" / f"{unit.id}.yml", report(unit, year, made))
    for leaf in () if first else load.leaves:
        row = {"code_from": leaf.code, "code_to": leaf.code, "relation": LinkRelation.SAME}
        yield checklist.CROSSWALK, row


def _decision_rows(folder: Path, load: Workload, year: int) -> Iterator[TableRow]:
    """What the scores of the year suggest; ValueError when what is written so far cannot be scored."""
    tables, found = read(folder, years=[one for one in (year - 1, year) if one >= load.first])
    if has_errors(found):
        raise ValueError("\n".join(map(str, found[:10])))
    archive = assemble(tables)
    assessed = archive.year(year)
    assessment = assess(assessed, archive.before(year), assessed.cycle.as_of.date())
    for unit in assessment.units.values():
        grade = unit.suggestion.grade if unit.suggestion else None
        row = {"target_kind": TargetKind.BOARD, "unit_id": unit.unit.id, "grade": grade}
        yield results.DECISIONS, row


def _cycle(load: Workload, year: int) -> dict[str, Any]:
    """The sample's cycle moved to the year, its teams sharing the units."""
    text = (SAMPLE / str(LAST) / "cycle.yml").read_text(encoding="utf-8")
    moved: dict[str, Any] = _moved(yaml.safe_load(text), LAST - year)
    ids = [unit.id for unit in load.company()]
    teams = moved["group"]["teams"]
    moved["group"]["teams"] = [
        teams[place % len(teams)] | {"team_no": place + 1, "units": list(shared)}
        for place, shared in enumerate(_shares(ids))
    ]
    moved["group"]["recusals"] = []
    return moved | {"year": year, "as_of": f"{year + 1}-06-30 18:00"}


def _shares(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + TEAM] for start in range(0, len(ids), TEAM))


def _moved(value: Any, years: int) -> Any:
    """The value with every date in it so many years earlier."""
    match value:
        case dict():
            return {key: _moved(one, years) for key, one in value.items()}
        case list():
            return [_moved(one, years) for one in value]
        case dt.date():
            return value.replace(year=value.year - years).isoformat()
        case _:
            return value
