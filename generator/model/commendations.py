"""Commendations and cases (domain.md 8.2, 8.3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import (
    CaseStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    ProblemArea,
    RecipientKind,
)
from generator.problems import Place


@dataclass(frozen=True)
class CaseResult:
    """成效数据: a figure before and after."""

    metric: str
    before: Decimal
    after: Decimal
    unit: str
    origin: Place


@dataclass(frozen=True)
class Commendation:
    """通报表彰: one recipient."""

    id: str
    batch: str
    type: CommendationType
    level: CommendationLevel
    recipient_kind: RecipientKind
    recipient: str
    unit_id: str
    position: str | None
    order: int
    citation: str
    recommended_by: str
    approved_by: str | None
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
    origin: Place


@dataclass(frozen=True)
class Case:
    """典型案例."""

    id: str
    unit_id: str
    title: str
    area: ProblemArea
    problem: str
    practice: tuple[str, ...]
    result: str
    results: tuple[CaseResult, ...]
    conditions: tuple[str, ...]
    contact_dept: str
    selected_by: str | None
    status: CaseStatus
    promoted_to: tuple[str, ...]
    attachments: tuple[str, ...]
    origin: Place
