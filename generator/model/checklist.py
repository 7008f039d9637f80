"""Indicator leaves, check results and deductions (domain.md 5.1, 6.1, 10.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import (
    ActionKind,
    CheckMethod,
    CheckStatus,
    Condition,
    EvidenceType,
    Finding,
    Frequency,
    LedgerRate,
    LinkRelation,
    Scoring,
    VerifyMethod,
    WhoClass,
)
from generator.problems import Place
from generator.store.values import value


@dataclass(frozen=True)
class Leaf:
    """三级指标: a leaf of the indicator tree."""

    code: str
    l2: str
    name: str
    points: Decimal
    action_kind: ActionKind
    scoring: Scoring
    requirement: str
    frequency: Frequency
    evidence: tuple[EvidenceType, ...]
    method: tuple[CheckMethod, ...]
    owner_dept: str
    applies_if: Condition
    ledger_rate: LedgerRate | None
    origin: Place


@dataclass(frozen=True)
class LeafRule:
    """扣分规则: what costs how many points."""

    code: str
    rule: int
    when: str
    minus: Decimal
    per: str | None
    cap: Decimal | None
    origin: Place


@dataclass(frozen=True)
class LeafLink:
    """指标沿革: how a leaf follows from last year's."""

    code_from: str | None
    code_to: str | None
    relation: LinkRelation
    note: str | None
    origin: Place


@value(frozen=True, slots=True)
class Check:
    """检查结果: one unit checked against one leaf."""

    unit_id: str
    code: str
    status: CheckStatus
    ratio: Decimal | None
    earned: Decimal | None
    self_score: Decimal | None
    checker: str
    checked_on: dt.date
    note: str | None
    appeal: str | None
    reply: str | None
    issue_id: str | None
    origin: Place


@dataclass(frozen=True)
class Deduction:
    """扣分明细: points lost, and why."""

    unit_id: str
    code: str
    rule: int
    times: int
    minus: Decimal
    reason: str
    evidence: str
    origin: Place


@dataclass(frozen=True)
class Verification:
    """核实记录: one verification, aggregate only."""

    id: str
    unit_id: str
    method: VerifyMethod
    date: dt.date
    place: str
    checkers: tuple[str, ...]
    who_class: WhoClass | None
    n: int | None
    sample: str | None
    claim_ids: tuple[str, ...]
    finding: Finding
    notes: str | None
    issue_id: str | None
    origin: Place
