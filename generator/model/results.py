"""Typed-in scores, adjustments and decisions (domain.md 6.3, 7)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import AdjustmentKind, BoardGrade, Component, PersonGrade, TargetKind
from generator.problems import Place


@dataclass(frozen=True)
class ComponentScore:
    """构成得分 typed in: superior's view, business result."""

    unit_id: str
    component: Component
    score: Decimal
    source: str
    origin: Place


@dataclass(frozen=True)
class Adjustment:
    """加分, 扣分 or 否决: one event."""

    id: str
    unit_id: str
    kind: AdjustmentKind
    item: str
    event: str
    points: Decimal | None
    what: str
    occurred_on: dt.date
    determined_on: dt.date | None
    determined_by: str | None
    doc_no: str | None
    effect: BoardGrade | None
    year_applied: int
    case_id: str | None
    public_wording: str | None
    wording_approved_by: str | None
    origin: Place


@dataclass(frozen=True)
class Decision:
    """审定等次: what the party committee decided."""

    target_kind: TargetKind
    unit_id: str
    person_id: str | None
    grade: BoardGrade | None
    person_grade: PersonGrade | None
    override_reason: str | None
    talk: str | None
    coefficient: Decimal | None
    award_ids: tuple[str, ...]
    origin: Place
