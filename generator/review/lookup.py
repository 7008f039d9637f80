"""What several checks look up in the tables: documents of a year, its units and groups, the year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from generator.model.cycle import Cycle
from generator.model.grouping import grouped
from generator.model.people import Leader, Profile, Report
from generator.model.scheme import Scheme
from generator.model.tables import Tables, YearTables
from generator.model.terms import CycleStatus
from generator.model.units import WorkCalendar
from generator.model.year import Rectification
from generator.problems import Place

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


def scheme_of(year: YearTables) -> Scheme:
    """The scheme; a check that needs it does not run without."""
    if year.scheme is None:
        raise ValueError(f"{year.year}: no scheme, name it in the needs of the check")
    return year.scheme


def cycle_of(year: YearTables) -> Cycle:
    """The cycle; a check that needs it does not run without."""
    if year.cycle is None:
        raise ValueError(f"{year.year}: no cycle, name it in the needs of the check")
    return year.cycle


def as_of(year: YearTables) -> dt.date:
    """数据截至, as a day."""
    return cycle_of(year).as_of.date()


def reached(year: YearTables, status: CycleStatus) -> bool:
    """Whether the cycle has come to the status or passed it."""
    order = list(CycleStatus)
    return order.index(cycle_of(year).status) >= order.index(status)


def previous(year: YearTables, tables: Tables) -> YearTables | None:
    """The tables of the year before; None when there are none."""
    return next((one for one in tables.years if one.year == year.year - 1), None)


def profiles(year: YearTables) -> Mapping[str, Profile]:
    """The assessed units of the year by id: those with a row in 单位概况."""
    return {profile.unit_id: profile for profile in year.profiles}


def leaders(year: YearTables) -> Mapping[str, Leader]:
    """The board members of the year by person id."""
    return {leader.person_id: leader for leader in year.leaders}


def reports(year: YearTables) -> Iterator[tuple[str, Report]]:
    """Every report with the id of its unit."""
    for document in year.reports:
        for report in document.reports:
            yield document.unit_id, report


def group_names(year: YearTables, tables: Tables) -> Mapping[str, str]:
    """The group of each assessed unit: this year's if given, else that of the unit table."""
    usual = {unit.unit_id: unit.group for unit in tables.units}
    return {
        profile.unit_id: profile.group or usual[profile.unit_id]
        for profile in year.profiles
        if profile.group or profile.unit_id in usual
    }


def calendar_of(tables: Tables) -> WorkCalendar:
    """工作日历; without the file one that knows no year."""
    return tables.workdays or WorkCalendar({}, Place(f"{tables.root}/workdays.yml"))


def ledger(year: YearTables) -> tuple[Rectification, ...]:
    """The problems of the year with their events by number."""
    events = grouped(sorted(year.rectification_events, key=lambda event: event.seq), lambda event: event.id)
    return tuple(Rectification(entry, events.get(entry.id, ())) for entry in year.rectifications)


def unit_word(tables: Tables, unit_id: str) -> str:
    """The unit as messages name it: latest short name and id, `综采一队（u03）`."""
    names = sorted(
        (name for name in tables.unit_names if name.unit_id == unit_id), key=lambda name: name.valid_from
    )
    return f"{names[-1].short_name}（{unit_id}）" if names else unit_id


def repeated(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> Iterator[tuple[Row, Row]]:
    """Each row whose key came before, with the first row of that key."""
    first: dict[Hashable, Row] = {}
    for row in rows:
        seen = first.setdefault(key(row), row)
        if seen is not row:
            yield row, seen
