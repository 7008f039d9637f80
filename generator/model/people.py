"""The unit in a year, its board and its reports (domain.md 2, 5.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import FocusArea, ReportKind, ReportMode, ReportVisibility, Verified, VerifyMethod
from generator.problems import Place


@dataclass(frozen=True)
class Claim:
    """述职数据: a number that backs a statement."""

    id: str
    metric: str
    value: Decimal
    unit: str
    target: Decimal | None
    last_year: Decimal | None
    evidence: tuple[str, ...]
    verified: Verified | None
    verified_by: str | None
    method: VerifyMethod | None
    origin: Place


@dataclass(frozen=True)
class Highlight:
    """成效亮点 with its data."""

    text: str
    claims: tuple[Claim, ...]
    origin: Place


@dataclass(frozen=True)
class Shortcoming:
    """短板不足."""

    id: str
    text: str
    issue_id: str | None
    origin: Place


@dataclass(frozen=True)
class Cause:
    """问题根源 of a shortcoming."""

    shortcoming: str
    text: str
    origin: Place


@dataclass(frozen=True)
class Measure:
    """方向举措 against a shortcoming."""

    shortcoming: str
    text: str
    owner: str
    due_on: dt.date | None
    origin: Place


@dataclass(frozen=True)
class ReportArea:
    """重点领域: one of the six focus areas of a report."""

    area: FocusArea
    highlights: tuple[Highlight, ...]
    shortcomings: tuple[Shortcoming, ...]
    causes: tuple[Cause, ...]
    measures: tuple[Measure, ...]
    origin: Place


@dataclass(frozen=True)
class Report:
    """述职报告."""

    id: str
    kind: ReportKind
    person: str
    position: str
    portfolio: str | None
    mode: ReportMode
    given_on: dt.date
    visibility: ReportVisibility
    reviewed_by: str | None
    approved_by: str | None
    shortcomings_approved: bool | None
    integrity: tuple[str, ...]
    areas: tuple[ReportArea, ...]
    origin: Place


@dataclass(frozen=True)
class Profile:
    """单位概况: the unit in this year."""

    unit_id: str
    group: str | None
    party_members: int
    employees: int
    board_posts: int
    board_filled: int
    board_age: Decimal
    has_committee: bool
    has_party_groups: bool
    ungraded_reason: str | None
    one_line: str | None
    origin: Place


@dataclass(frozen=True)
class Leader:
    """班子成员."""

    person_id: str
    unit_id: str
    name: str
    position: str
    portfolio: str | None
    in_post_since: dt.date
    order: int
    origin: Place


@dataclass(frozen=True)
class UnitReports:
    """述职报告 of one unit."""

    unit_id: str
    reports: tuple[Report, ...]
    origin: Place
