"""Ledger entries and the events that move them (domain.md 9.1, 9.2)."""

from __future__ import annotations

import datetime as dt

from generator.model.terms import (
    ProblemArea,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    Severity,
)
from generator.problems import Place
from generator.store.values import value


@value(frozen=True, slots=True)
class RectificationEntry:
    """台账问题 as registered; status and dates follow from its events."""

    id: str
    source: RectificationSource
    source_ref: str | None
    unit_id: str
    co_units: tuple[str, ...]
    unit_from: str | None
    area: ProblemArea
    severity: Severity
    problem: str
    cause: str | None
    measures: tuple[str, ...]
    acceptance: str | None
    kind: RectificationKind
    lead_leader: str
    owner: str
    handler: str | None
    supervisor_dept: str
    coordinator: str | None
    opened_on: dt.date
    due_on: dt.date
    mechanism: str | None
    sensitive: bool
    status: RectificationStatus | None
    closed_on: dt.date | None
    remark: str | None
    origin: Place


@value(frozen=True, slots=True)
class RectificationEvent:
    """台账事件: one step in the life of a problem."""

    id: str
    seq: int
    date: dt.date
    event: RectificationEventType
    text: str
    by: str
    percent: int | None
    new_due: dt.date | None
    done_on: dt.date | None
    evidence: tuple[str, ...]
    verified_by: tuple[str, ...]
    approver: str | None
    doc_no: str | None
    resume_on: dt.date | None
    review_on: dt.date | None
    merged_into: str | None
    origin: Place
