"""Everything that was read, typed, still file by file: the hand-over from intake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.ballots import BallotCount, BallotRound
from generator.model.checklist import Check, Deduction, Leaf, LeafLink, LeafRule, Verification
from generator.model.commendations import Case, Commendation
from generator.model.cycle import Cycle
from generator.model.errata import Errata
from generator.model.people import Leader, Profile, UnitReports
from generator.model.portraits import Portrait
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.restricted import Interview, Objection, Recommendation
from generator.model.results import Adjustment, ComponentScore, Decision
from generator.model.scheme import Scheme
from generator.model.units import UnitAlias, UnitEntry, UnitEvent, UnitName, WorkCalendar
from generator.store.traced import followed


@followed()
@dataclass(frozen=True)
class YearTables:
    """The tables and documents of one year; attribute names are those of the contract."""

    year: int
    cycle: Cycle | None = None
    """None when the file is missing or broken, as with the other documents."""
    scheme: Scheme | None = None
    errata: Errata | None = None
    reports: tuple[UnitReports, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    cases: tuple[Case, ...] = ()
    profiles: tuple[Profile, ...] = ()
    leaders: tuple[Leader, ...] = ()
    indicators: tuple[Leaf, ...] = ()
    indicator_rules: tuple[LeafRule, ...] = ()
    crosswalk: tuple[LeafLink, ...] = ()
    checks: tuple[Check, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    verifications: tuple[Verification, ...] = ()
    ballot_rounds: tuple[BallotRound, ...] = ()
    ballots: tuple[BallotCount, ...] = ()
    components: tuple[ComponentScore, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    rectifications: tuple[RectificationEntry, ...] = ()
    rectification_events: tuple[RectificationEvent, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    interviews: tuple[Interview, ...] = ()
    objections: tuple[Objection, ...] = ()
    broken: frozenset[str] = frozenset()
    """Names of tables and documents with errors; what depends on them is not checked further."""


@followed("years")
@dataclass(frozen=True)
class Tables:
    """The whole data folder."""

    root: str
    """The data folder's name as problems print it: `data`."""
    units: tuple[UnitEntry, ...] = ()
    unit_names: tuple[UnitName, ...] = ()
    unit_events: tuple[UnitEvent, ...] = ()
    unit_aliases: tuple[UnitAlias, ...] = ()
    workdays: WorkCalendar | None = None
    years: tuple[YearTables, ...] = ()
    """Oldest first."""
    broken: frozenset[str] = frozenset()
    """As in `YearTables`, for the files at the top of the data folder."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of every file read, by path relative to the data folder."""
