"""What one audience may see, and nothing else: values withheld from it have no field to stand in.

Figures arrive computed; names, words and dates arrive as the data has them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.contract.fields import Audience
from generator.model.checklist import Leaf, LeafLink, LeafRule
from generator.model.commendations import Case
from generator.model.cycle import Group, Step
from generator.model.errata import Erratum
from generator.model.people import Cause, Measure, Shortcoming
from generator.model.scheme import Scheme
from generator.model.terms import (
    BoardGrade,
    CheckStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    CycleStatus,
    FocusArea,
    Light,
    PartyOrganisation,
    ProblemArea,
    RecipientKind,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    Severity,
    UnitEventType,
    UnitKind,
)
from generator.scoring.exact import Rate


@dataclass(frozen=True)
class Claim:
    """述职数据 without the group's verification."""

    metric: str
    value: Decimal
    unit: str
    target: Decimal | None
    last_year: Decimal | None


@dataclass(frozen=True)
class Highlight:
    """成效亮点 with its data."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class FocusSummary:
    """One focus area of a report; shortcomings, causes and measures are empty unless approved."""

    area: FocusArea
    highlights: tuple[Highlight, ...]
    shortcomings: tuple[Shortcoming, ...]
    causes: tuple[Cause, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class ReportSummary:
    """述职摘要, by position and never by name."""

    kind: str
    position: str
    given_on: dt.date
    areas: tuple[FocusSummary, ...]


@dataclass(frozen=True)
class Post:
    """班子成员 by position."""

    position: str
    portfolio: str | None


@dataclass(frozen=True)
class DeductionRow:
    """扣分明细 with the rule it follows."""

    when: str
    times: int
    minus: Decimal
    reason: str
    evidence: str


@dataclass(frozen=True)
class LeafRow:
    """检查结果 of one unit on one leaf."""

    code: str
    status: CheckStatus
    points: Decimal
    earned: Decimal | None
    """None when the leaf does not apply."""
    ratio: Decimal | None
    deductions: tuple[DeductionRow, ...]
    """Empty where deductions are not published."""
    note: str | None
    issue_id: str | None


@dataclass(frozen=True)
class AreaRow:
    """得分率 of one unit in one area beside its group's median."""

    code: str
    rate: Rate
    group_median: Decimal | None
    """A share, 0…1."""


@dataclass(frozen=True)
class Checklist:
    """党建指标得分 of one unit."""

    total: Rate
    areas: tuple[AreaRow, ...]
    leaves: tuple[LeafRow, ...]
    """In the order of the indicator tree."""
    group_median: Decimal | None
    """Median of the total rate in the unit's group, 0…1."""


@dataclass(frozen=True)
class Happening:
    """台账事件 as shown on a problem's timeline."""

    date: dt.date
    event: RectificationEventType
    text: str
    by: str
    percent: int | None
    new_due: dt.date | None
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """台账问题 with what its events have made of it."""

    id: str
    unit_id: str
    co_units: tuple[str, ...]
    unit_from: str | None
    source: RectificationSource
    leaf_code: str | None
    """The leaf the problem came from, when it came from one."""
    area: ProblemArea
    severity: Severity
    problem: str
    cause: str | None
    measures: tuple[str, ...]
    acceptance: str | None
    kind: RectificationKind
    owner: str
    supervisor_dept: str
    opened_on: dt.date
    due_on: dt.date
    due_current: dt.date
    done_on: dt.date | None
    closed_on: dt.date | None
    percent: int | None
    cycle: int
    """1 for the first, n + 1 after the n-th reopening."""
    status: RectificationStatus
    light: Light
    light_words: str
    """`临期 3 天`."""
    days_left: int | None
    mechanism: str | None
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class LedgerFigure:
    """One statistic of the ledger (domain.md 9.5)."""

    key: str
    label: str
    rate: Rate | None
    """For shares."""
    count: int | None
    """For counts."""
    meaning: str


@dataclass(frozen=True)
class Ledger:
    """整改台账: the problems this audience may see, and statistics over exactly these."""

    problems: tuple[Problem, ...]
    figures: tuple[LedgerFigure, ...]
    repeated: tuple[tuple[str, str], ...]
    """屡改屡犯: unit id and leaf code of findings that came back this year."""

    def figure(self, key: str) -> LedgerFigure:
        """The statistic of that key; KeyError when there is none."""
        for figure in self.figures:
            if figure.key == key:
                return figure
        raise KeyError(key)


@dataclass(frozen=True)
class Commendation:
    """通报表彰: name, unit and position, nothing else about a person (domain.md 8.2)."""

    id: str
    batch: str
    type: CommendationType
    level: CommendationLevel
    recipient_kind: RecipientKind
    recipient: str
    unit_id: str
    position: str | None
    citation: str
    status: CommendationStatus
    notice_from: dt.date | None
    notice_to: dt.date | None
    contact_dept: str | None
    phone: str | None
    doc_no: str | None
    date: dt.date | None
    case_id: str | None
    revoked_on: dt.date | None
    revoke_reason: str | None


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


@dataclass(frozen=True)
class LostLeaf:
    """A leaf with what all units together lost on it."""

    code: str
    lost: Rate


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
    area_medians: Mapping[str, Decimal]
    """Median 得分率 of all units by area letter, 0…1."""
    company_rate: Rate
    """Σ earned over Σ applicable points of all units."""
    lost: tuple[LostLeaf, ...]
    """Leaves by what was lost on them, most first."""
    ledger: Ledger
    commendations: tuple[Commendation, ...]
    cases: tuple[Case, ...]
    errata: tuple[Erratum, ...]

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


@dataclass(frozen=True)
class Edition:
    """Everything one audience may see."""

    audience: Audience
    years: tuple[EditionYear, ...]
    """Oldest first."""
    units: tuple[EditionHistory, ...]
    """Official order, closed units too."""

    def year(self, year: int) -> EditionYear | None:
        """The year when this edition holds it."""
        return next((one for one in self.years if one.year == year), None)
