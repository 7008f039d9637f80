"""What one audience may see, and nothing else: values withheld from it have no field to stand in.

Figures arrive computed; names, words and dates arrive as the data has them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.contract.fields import Audience
from generator.editions.adjustments import AdjustmentRow
from generator.editions.checklist import Checklist
from generator.editions.commendations import Commendation
from generator.editions.inquiry import Inquiry, Objection
from generator.editions.ledger import Ledger, Problem
from generator.editions.members import Member
from generator.editions.portraits import Portrait
from generator.editions.reports import ReportSummary
from generator.figures import Figure
from generator.model.checklist import Leaf, LeafLink, LeafRule
from generator.model.commendations import Case
from generator.model.cycle import Group, Step
from generator.model.errata import Erratum
from generator.model.restricted import Recommendation
from generator.model.scheme import Scheme
from generator.model.terms import (
    BoardGrade,
    CycleStatus,
    PartyOrganisation,
    UnitEventType,
    UnitKind,
)
from generator.problems import Problem as DataProblem
from generator.scoring.exact import Rate
from generator.store.traced import followed


@dataclass(frozen=True)
class Post:
    """班子成员 by position."""

    position: str
    portfolio: str | None


@followed()
@dataclass(frozen=True)
class EditionUnit:
    """被考核单位 in one year."""

    id: str
    name: str
    short_name: str
    party_org_name: str | None
    kind: UnitKind
    group: str
    party_members: int
    employees: int
    board_posts: int
    board_filled: int
    posts: tuple[Post, ...]
    grade: BoardGrade | None
    """审定等次; None before the decision."""
    veto_wording: str | None
    """The approved public wording of a veto."""
    checklist: Checklist | None
    reports: tuple[ReportSummary, ...]
    members: tuple[Member, ...] = ()
    """By name, where individual results may be read."""
    override_reason: str | None = None
    """Why the committee decided otherwise than suggested, where suggestion and 综合得分 may be read."""
    inquiry: Inquiry | None = None
    """For the assessment group."""
    portrait: Portrait | None = None
    """For leaders, with what is not yet confirmed for the group."""
    adjustments: tuple[AdjustmentRow, ...] = ()
    """加减分与否决 with their causes, for leaders."""
    few_voters: bool = False
    """Whether so few voted on the board that neither ballot nor 综合得分 is told."""


@dataclass(frozen=True)
class LostLeaf:
    """A leaf with what all units together lost on it."""

    code: str
    lost: Rate


@followed("units", "rules", "figures", "_units", "_leaves", "_problems")
@dataclass(frozen=True)
class EditionYear:
    """One assessed year for one audience."""

    year: int
    title: str
    status: CycleStatus
    as_of: dt.datetime
    held_from: dt.date
    held_to: dt.date
    decided_on: dt.date | None
    decision_doc: str | None
    group: Group
    steps: tuple[Step, ...]
    scheme: Scheme
    """Without the usage rules and examples this audience may not see."""
    units: tuple[EditionUnit, ...]
    leaves: tuple[Leaf, ...]
    rules: Mapping[str, tuple[LeafRule, ...]]
    links: tuple[LeafLink, ...]
    lost: tuple[LostLeaf, ...]
    """Leaves by what was lost on them, most first."""
    ledger: Ledger
    commendations: tuple[Commendation, ...]
    cases: tuple[Case, ...]
    errata: tuple[Erratum, ...]
    figures: Mapping[str, Figure]
    """By key, as `generator.figures` names them; those withheld are not there."""
    recommendations: tuple[Recommendation, ...] = ()
    """For the assessment group."""
    objections: tuple[Objection, ...] = ()
    """For the assessment group."""

    def figure(self, key: str) -> Figure | None:
        """The figure of that key when this edition holds it."""
        return self.figures.get(key)

    def unit(self, unit_id: str) -> EditionUnit | None:
        """The unit when it was assessed this year."""
        return self._units.get(unit_id)

    def leaf(self, code: str) -> Leaf | None:
        """The leaf when this year's indicator tree has it."""
        return self._leaves.get(code)

    def problem(self, problem_id: str) -> Problem | None:
        """The ledger problem when this edition holds it."""
        return self._problems.get(problem_id)

    @cached_property
    def _units(self) -> Mapping[str, EditionUnit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def _leaves(self) -> Mapping[str, Leaf]:
        return {leaf.code: leaf for leaf in self.leaves}

    @cached_property
    def _problems(self) -> Mapping[str, Problem]:
        return {problem.id: problem for problem in self.ledger.problems}


@dataclass(frozen=True)
class NamePeriod:
    """A name and when it was in use."""

    name: str
    short_name: str
    party_org_kind: PartyOrganisation | None
    valid_from: dt.date
    valid_to: dt.date | None


@dataclass(frozen=True)
class Change:
    """单位沿革: one organisational change."""

    date: dt.date
    type: UnitEventType
    from_ids: tuple[str, ...]
    to_ids: tuple[str, ...]
    doc_no: str
    note: str | None


@dataclass(frozen=True)
class EditionHistory:
    """A unit over all years, on the shelf."""

    id: str
    name: str
    short_name: str
    kind: UnitKind
    names: tuple[NamePeriod, ...]
    changes: tuple[Change, ...]
    closed_on: dt.date | None
    years: tuple[int, ...]
    aliases: tuple[str, ...] = ()
    """What else people call it."""


@followed("years")
@dataclass(frozen=True)
class Edition:
    """Everything one audience may see."""

    audience: Audience
    years: tuple[EditionYear, ...]
    """Oldest first."""
    units: tuple[EditionHistory, ...]
    """Official order, closed units too."""
    warnings: tuple[DataProblem, ...] = ()
    """Warnings about the data, for the assessment group, which mends it."""

    def year(self, year: int) -> EditionYear | None:
        """The year when this edition holds it."""
        return next((one for one in self.years if one.year == year), None)
