"""The problems an audience may see, each with what its events have made of it (domain.md 9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.rectifications import RectificationEvent
from generator.model.terms import (
    Light,
    ProblemArea,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    Severity,
)
from generator.scoring.assessed import AssessedYear
from generator.scoring.lights import LightCause
from generator.scoring.rectification import Life
from generator.store.values import value


@value(frozen=True, slots=True)
class Happening:
    """台账事件 as shown on a problem's timeline."""

    date: dt.date
    event: RectificationEventType
    text: str
    by: str
    percent: int | None
    new_due: dt.date | None
    evidence: tuple[str, ...]


@value(frozen=True, slots=True)
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
    """Days to the date the light looks at; for a standing problem that is its next review."""
    light_due: dt.date | None
    """That date; None for grey and blue."""
    light_held: bool
    """Whether the light shows something worse than its date: 进度滞后, 多次退回."""
    overdue: bool
    """逾期 as the statistics count it: by the current due date (domain.md 9.5)."""
    mechanism: str | None
    happenings: tuple[Happening, ...]
    coordinator: str | None = None
    """协调人 of the department that watches over it."""


@dataclass(frozen=True)
class Ledger:
    """整改台账: the problems this audience may see."""

    problems: tuple[Problem, ...]
    repeated: tuple[tuple[str, str], ...]
    """屡改屡犯: unit id and leaf code of findings that came back this year."""


def ledger(one: AssessedYear) -> Ledger:
    """The ledger of a year as an audience sees it; void and merged ones are no problems any more."""
    codes = {leaf.code for leaf in one.year.leaves}
    words = one.year.scheme.rectification.light_words
    found = one.assessment
    return Ledger(
        problems=tuple(_problem(life, codes, words) for life in found.lives if life.counted),
        repeated=tuple((each.unit_id, each.code) for each in found.recurrences),
    )


def _problem(life: Life, codes: set[str], words: Mapping[Light, str]) -> Problem:
    entry = life.entry
    return Problem(
        id=entry.id,
        unit_id=entry.unit_id,
        co_units=entry.co_units,
        unit_from=entry.unit_from,
        source=entry.source,
        leaf_code=entry.source_ref if entry.source_ref in codes else None,
        area=entry.area,
        severity=entry.severity,
        problem=entry.problem,
        cause=entry.cause,
        measures=entry.measures,
        acceptance=entry.acceptance,
        kind=entry.kind,
        owner=entry.owner,
        supervisor_dept=entry.supervisor_dept,
        opened_on=entry.opened_on,
        due_on=entry.due_on,
        due_current=life.due_current,
        done_on=life.done_on,
        closed_on=life.closed_on,
        percent=life.percent,
        cycle=len(life.cycles),
        status=life.status,
        light=life.light,
        light_words=life.light_words(words),
        days_left=life.days_left,
        light_due=None if life.days_left is None else life.as_of + dt.timedelta(days=life.days_left),
        light_held=life.signal.cause in (LightCause.PROGRESS, LightCause.REJECTION),
        overdue=life.overdue,
        mechanism=entry.mechanism,
        happenings=tuple(_happening(event) for event in _until(life.rectification.events, life.as_of)),
        coordinator=entry.coordinator,
    )


def _until(events: tuple[RectificationEvent, ...], as_of: dt.date) -> list[RectificationEvent]:
    """What had happened by that day, in order."""
    happened = (event for event in events if event.date <= as_of)
    return sorted(happened, key=lambda event: (event.date, event.seq))


def _happening(event: RectificationEvent) -> Happening:
    return Happening(
        date=event.date,
        event=event.event,
        text=event.text,
        by=event.by,
        percent=event.percent,
        new_due=event.new_due,
        evidence=event.evidence,
    )
