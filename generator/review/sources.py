"""Where the contract declares each class of the model: labels and rules of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from generator import contract
from generator.contract import (
    ballots,
    checklist,
    commendations,
    cycle,
    errata,
    people,
    rectifications,
    restricted,
    results,
    scheme,
    units,
)
from generator.contract.fields import Block, Document, Field, Table
from generator.model.ballots import BallotCount, BallotRound
from generator.model.checklist import Check, Deduction, Leaf, LeafLink, LeafRule, Verification
from generator.model.commendations import Case, CaseResult, Commendation
from generator.model.cycle import Cycle, Group, Member, Recusal, Step, Team
from generator.model.errata import Errata, Erratum
from generator.model.people import (
    Cause,
    Claim,
    Highlight,
    Leader,
    Measure,
    Profile,
    Report,
    ReportArea,
    Shortcoming,
    UnitReports,
)
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.restricted import Interview, Objection, Recommendation
from generator.model.results import Adjustment, ComponentScore, Decision
from generator.model.scheme import (
    Area,
    Ballot,
    BallotClass,
    Bars,
    Bonus,
    DimensionWeight,
    Grade,
    GroupWeights,
    Penalty,
    Quota,
    Scheme,
    Usage,
    Veto,
)
from generator.model.scheme import Rectification as RectificationRules
from generator.model.units import CalendarYear, UnitAlias, UnitEntry, UnitEvent, UnitName, WorkCalendar
from generator.problems import Place

SOURCES: Mapping[type, Table | Document | Block] = MappingProxyType(
    {
        UnitEntry: units.UNITS,
        UnitName: units.UNIT_NAMES,
        UnitEvent: units.UNIT_EVENTS,
        UnitAlias: units.UNIT_ALIASES,
        WorkCalendar: units.WORKDAYS,
        CalendarYear: units.CALENDAR_YEAR,
        Profile: people.PROFILES,
        Leader: people.LEADERS,
        UnitReports: people.REPORTS,
        Report: people.REPORT,
        ReportArea: people.REPORT_AREA,
        Highlight: people.HIGHLIGHT,
        Claim: people.CLAIM,
        Shortcoming: people.SHORTCOMING,
        Cause: people.CAUSE,
        Measure: people.MEASURE,
        Leaf: checklist.INDICATORS,
        LeafRule: checklist.INDICATOR_RULES,
        LeafLink: checklist.CROSSWALK,
        Check: checklist.CHECKS,
        Deduction: checklist.DEDUCTIONS,
        Verification: checklist.VERIFICATIONS,
        BallotRound: ballots.BALLOT_ROUNDS,
        BallotCount: ballots.BALLOTS,
        ComponentScore: results.COMPONENTS,
        Adjustment: results.ADJUSTMENTS,
        Decision: results.DECISIONS,
        Commendation: commendations.COMMENDATIONS,
        Case: commendations.CASES,
        CaseResult: commendations.CASE_RESULT,
        RectificationEntry: rectifications.RECTIFICATIONS,
        RectificationEvent: rectifications.RECTIFICATION_EVENTS,
        Recommendation: restricted.RECOMMENDATIONS,
        Interview: restricted.INTERVIEWS,
        Objection: restricted.OBJECTIONS,
        Errata: errata.ERRATA,
        Erratum: errata.ERRATUM,
        Cycle: cycle.CYCLE,
        Group: cycle.GROUP,
        Member: cycle.MEMBER,
        Team: cycle.TEAM,
        Recusal: cycle.RECUSAL,
        Step: cycle.STEP,
        Scheme: scheme.SCHEME,
        Area: scheme.AREA,
        GroupWeights: scheme.GROUP_WEIGHTS,
        Ballot: scheme.BALLOT,
        BallotClass: scheme.BALLOT_CLASS,
        DimensionWeight: scheme.DIMENSION_WEIGHT,
        Grade: scheme.GRADE,
        Quota: scheme.QUOTA,
        Bars: scheme.BARS,
        Bonus: scheme.BONUS,
        Penalty: scheme.PENALTY,
        Veto: scheme.VETO,
        RectificationRules: scheme.RECTIFICATION,
        Usage: scheme.USAGE,
    }
)
"""Model class → what declares its fields."""

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in contract.TABLES})
"""Every table of the contract by name."""


class Sourced(Protocol):
    """Anything of the model: it knows where it stands in the data."""

    @property
    def origin(self) -> Place:
        """The line of a table, or the mapping of a document."""


class OfUnit(Sourced, Protocol):
    """A row of one unit."""

    @property
    def unit_id(self) -> str:
        """The unit."""


def declaration(record: Sourced, name: str) -> Field:
    """How the contract declares the field `name` of the record."""
    for field in SOURCES[type(record)].fields:
        if field.name == name:
            return field
    raise KeyError(f"{type(record).__name__}.{name}")
