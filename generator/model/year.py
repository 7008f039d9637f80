"""Assembled: a year with its units, and all years together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from generator.model.ballots import BallotCount, BallotRound
from generator.model.checklist import Check, Deduction, Leaf, LeafLink, LeafRule, Verification
from generator.model.commendations import Case, Commendation
from generator.model.cycle import Cycle
from generator.model.errata import Erratum
from generator.model.grouping import grouped
from generator.model.people import Leader, Profile, Report
from generator.model.portraits import Portrait
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.restricted import Interview, Objection, Recommendation
from generator.model.results import Adjustment, ComponentScore, Decision
from generator.model.scheme import Scheme
from generator.model.terms import UnitKind
from generator.model.units import UnitEntry, UnitEvent, UnitName, WorkCalendar
from generator.store.traced import followed
from generator.store.values import value


@dataclass(frozen=True)
class Unit:
    """被考核单位 as it stood in one assessed year: names are those in use on 31 December (domain.md 10.3)."""

    id: str
    name: str
    short_name: str
    party_org_name: str | None
    kind: UnitKind
    group: str
    order: int
    profile: Profile
    leaders: tuple[Leader, ...]
    """In board order."""
    reports: tuple[Report, ...]


@value(frozen=True, slots=True)
class Rectification:
    """台账问题: the entry as registered and its events in order."""

    entry: RectificationEntry
    events: tuple[RectificationEvent, ...]


@followed("rules", "checks", "deductions", "problems_of")
@dataclass(frozen=True)
class Year:
    """One assessed year, complete."""

    year: int
    cycle: Cycle
    scheme: Scheme
    calendar: WorkCalendar
    units: tuple[Unit, ...]
    """Official order."""
    unit_events: tuple[UnitEvent, ...]
    """Changes of units known by 数据截至, oldest first."""
    leaves: tuple[Leaf, ...]
    """In the order of the file."""
    rules: Mapping[str, tuple[LeafRule, ...]]
    """By leaf code."""
    links: tuple[LeafLink, ...]
    """From last year's leaves."""
    checks: Mapping[tuple[str, str], Check]
    """By unit id and leaf code."""
    deductions: Mapping[tuple[str, str], tuple[Deduction, ...]]
    """By unit id and leaf code."""
    verifications: tuple[Verification, ...]
    ballot_rounds: tuple[BallotRound, ...]
    ballots: tuple[BallotCount, ...]
    components: tuple[ComponentScore, ...]
    adjustments: tuple[Adjustment, ...]
    decisions: tuple[Decision, ...]
    commendations: tuple[Commendation, ...]
    """Official order within each type."""
    cases: tuple[Case, ...]
    rectifications: tuple[Rectification, ...]
    """In the order of the file."""
    errata: tuple[Erratum, ...]
    portraits: tuple[Portrait, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    """Read for the assessment group alone, as are the two below."""
    interviews: tuple[Interview, ...] = ()
    objections: tuple[Objection, ...] = ()

    def unit(self, unit_id: str) -> Unit:
        """The unit of this year; KeyError when it was not assessed."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)

    @cached_property
    def problems_of(self) -> Mapping[str, tuple[Rectification, ...]]:
        """整改 by the unit that answers for it, in the order of the file."""
        return grouped(self.rectifications, lambda one: one.entry.unit_id)


class _OfUnit(Protocol):
    @property
    def unit_id(self) -> str: ...


Row = TypeVar("Row", bound=_OfUnit)


def by_unit(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    """Rows by unit id, keeping their order."""
    return grouped(rows, lambda row: row.unit_id)


@dataclass(frozen=True)
class UnitHistory:
    """A unit over all years: its names, and the changes it came from and went into."""

    entry: UnitEntry
    names: tuple[UnitName, ...]
    """Oldest first."""
    events: tuple[UnitEvent, ...]
    """Oldest first; every event that names the unit."""
    years: tuple[int, ...]
    """Years in which it was assessed, oldest first."""
    aliases: tuple[str, ...] = ()
    """What else it is called."""

    @property
    def id(self) -> str:
        """The permanent unit id."""
        return self.entry.unit_id

    @property
    def name(self) -> UnitName:
        """The latest name."""
        return self.names[-1]


@dataclass(frozen=True)
class Archive:
    """All assessed years and all units."""

    years: tuple[Year, ...]
    """Oldest first."""
    units: tuple[UnitHistory, ...]
    """Official order, closed units too."""

    def year(self, year: int) -> Year:
        """The assessed year; KeyError when there is none."""
        for one in self.years:
            if one.year == year:
                return one
        raise KeyError(year)

    def before(self, year: int) -> Year | None:
        """The assessed year just before, as `year - 1`; None when there is none."""
        return next((one for one in self.years if one.year == year - 1), None)
