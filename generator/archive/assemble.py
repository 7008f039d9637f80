"""Tables → Archive: each year with its units as they stood, every list in official order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.checklist import Deduction, LeafRule
from generator.model.commendations import Commendation
from generator.model.cycle import Cycle
from generator.model.grouping import grouped
from generator.model.people import Leader, Profile, UnitReports
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.scheme import Scheme
from generator.model.tables import Tables, YearTables
from generator.model.terms import CommendationType
from generator.model.units import UnitEntry, UnitEvent, UnitName, WorkCalendar
from generator.model.year import Archive, Rectification, Unit, UnitHistory, Year
from generator.problems import Place
from generator.store.again import again, steady

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


def assemble(tables: Tables) -> Archive:
    """All years and units of tables that hold no errors."""
    years = tuple(assemble_year(tables, year) for year in tables.years)
    return Archive(
        years, assemble_units(tables, {one.year: [unit.id for unit in one.units] for one in years})
    )


def assemble_units(tables: Tables, assessed: Mapping[int, Collection[str]]) -> tuple[UnitHistory, ...]:
    """Every unit over all years; `assessed` are the ids of those assessed, by year, oldest first."""
    known = _known(tables)
    return tuple(_history(entry, known.names, tables, assessed) for entry in known.entries)


def assemble_year(tables: Tables, year: YearTables) -> Year:
    """One of the years of tables that hold no errors."""
    return _year(year, _known(tables), tables.workdays or WorkCalendar({}, Place(tables.root)))


def _known(tables: Tables) -> _Units:
    entries = sorted(tables.units, key=lambda unit: (unit.order, unit.unit_id))
    names = grouped(sorted(tables.unit_names, key=lambda name: name.valid_from), lambda name: name.unit_id)
    return _Units(entries, names, sorted(tables.unit_events, key=_happened))


def name_on(names: Iterable[UnitName], day: dt.date) -> UnitName:
    """The name in use on a day; the nearest later or last one when none covers it (domain.md 10.3)."""
    listed = tuple(names)
    for name in listed:
        if name.valid_from <= day and (name.valid_to is None or day <= name.valid_to):
            return name
    later = [name for name in listed if name.valid_from > day]
    return later[0] if later else listed[-1]


@dataclass(frozen=True)
class _Units:
    """What is known of the units besides any year."""

    entries: list[UnitEntry]
    """Official order."""
    names: Mapping[str, tuple[UnitName, ...]]
    """By unit, oldest first."""
    events: list[UnitEvent]
    """Oldest first."""


def _year(tables: YearTables, known: _Units, calendar: WorkCalendar) -> Year:
    """One year, its rows indexed by what they belong to."""
    cycle, scheme = _present(tables)
    profiles = {profile.unit_id: profile for profile in tables.profiles}
    people = _people(tables)
    last_day = dt.date(tables.year, 12, 31)
    return Year(
        year=tables.year,
        cycle=cycle,
        scheme=scheme,
        calendar=calendar,
        units=tuple(
            _unit(
                tables.year,
                entry,
                profiles[entry.unit_id],
                name_on(known.names[entry.unit_id], last_day),
                people,
            )
            for entry in known.entries
            if entry.unit_id in profiles
        ),
        unit_events=tuple(event for event in known.events if event.date <= cycle.as_of.date()),
        leaves=tables.indicators,
        rules=again(("rules", tables.year), _by_leaf, tables.indicator_rules),
        links=tables.crosswalk,
        checks={(check.unit_id, check.code): check for check in tables.checks},
        deductions=again(("deductions", tables.year), _by_cell, tables.deductions),
        verifications=tables.verifications,
        ballot_rounds=tables.ballot_rounds,
        ballots=tables.ballots,
        components=tables.components,
        adjustments=tables.adjustments,
        decisions=tables.decisions,
        commendations=tuple(sorted(tables.commendations, key=_official_order)),
        cases=tuple(sorted(tables.cases, key=lambda case: case.id)),
        rectifications=again(
            ("rectifications", tables.year),
            _rectifications,
            tables.rectifications,
            tables.rectification_events,
        ),
        errata=tables.errata.errata if tables.errata else (),
        portraits=tables.portraits,
        recommendations=tables.recommendations,
        interviews=tables.interviews,
        objections=tables.objections,
    )


def _present(tables: YearTables) -> tuple[Cycle, Scheme]:
    """The two documents every year must have; intake has reported a missing one as an error before."""
    if tables.cycle is None or tables.scheme is None:
        raise ValueError(f"{tables.year}: cycle or scheme is missing, assemble only tables without errors")
    return tables.cycle, tables.scheme


@dataclass(frozen=True)
class _People:
    """Leaders in board order and reports, by unit."""

    leaders: Mapping[str, tuple[Leader, ...]]
    reports: Mapping[str, tuple[UnitReports, ...]]


def _people(tables: YearTables) -> _People:
    """The people of a year, indexed once for all units."""
    return _People(
        leaders=grouped(sorted(tables.leaders, key=lambda leader: leader.order), lambda row: row.unit_id),
        reports=grouped(tables.reports, lambda document: document.unit_id),
    )


def _unit(year: int, entry: UnitEntry, profile: Profile, name: UnitName, people: _People) -> Unit:
    """The unit as it stood at the end of the year."""
    documents = people.reports.get(entry.unit_id, ())
    unit = Unit(
        id=entry.unit_id,
        name=name.name,
        short_name=name.short_name,
        party_org_name=name.party_org_name,
        kind=entry.kind,
        group=profile.group or entry.group,
        order=entry.order,
        profile=profile,
        leaders=people.leaders.get(entry.unit_id, ()),
        reports=tuple(report for document in documents for report in document.reports),
    )
    return steady(("unit", year, unit.id), unit)


def _rectifications(
    entries: Sequence[RectificationEntry], happened: Sequence[RectificationEvent]
) -> tuple[Rectification, ...]:
    """Each ledger entry with its events by sequence number."""
    events = grouped(sorted(happened, key=lambda event: event.seq), lambda event: event.id)
    return tuple(Rectification(entry, events.get(entry.id, ())) for entry in entries)


def _history(
    entry: UnitEntry,
    names: Mapping[str, tuple[UnitName, ...]],
    tables: Tables,
    assessed: Mapping[int, Collection[str]],
) -> UnitHistory:
    """The unit with its names, events and assessed years."""
    events = (event for event in tables.unit_events if entry.unit_id in (*event.from_ids, *event.to_ids))
    return UnitHistory(
        entry=entry,
        names=names[entry.unit_id],
        events=tuple(sorted(events, key=lambda event: event.date)),
        years=tuple(year for year, ids in assessed.items() if entry.unit_id in ids),
        aliases=tuple(one.alias for one in tables.unit_aliases if one.unit_id == entry.unit_id),
    )


def _happened(event: UnitEvent) -> tuple[dt.date, str, tuple[str, ...]]:
    """By date, those of one day by document; the order of the file says nothing."""
    return (event.date, event.doc_no, event.from_ids)


def _by_leaf(rows: Sequence[LeafRule]) -> Mapping[str, tuple[LeafRule, ...]]:
    """By leaf code, each leaf's by number."""
    return grouped(sorted(rows, key=lambda row: row.rule), lambda row: row.code)


def _by_cell(rows: Sequence[Deduction]) -> Mapping[tuple[str, str], tuple[Deduction, ...]]:
    """By unit id and leaf code."""
    return grouped(rows, lambda row: (row.unit_id, row.code))


def _official_order(commendation: Commendation) -> tuple[int, int]:
    """By type in the order of domain.md 8.1, then by the order given in the file; never by pinyin."""
    return (list(CommendationType).index(commendation.type), commendation.order)
