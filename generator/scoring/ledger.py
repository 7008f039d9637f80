"""整改台账统计: the figures of a ledger, each with its two numbers (domain.md 9.5, definitions normative).

Every function takes lives, so the same figures come for the company, a unit, an area or a source.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import scheme
from generator.model.grouping import grouped
from generator.model.terms import LedgerRate, Light, RectificationKind, RectificationStatus
from generator.model.units import WorkCalendar
from generator.model.year import Rectification
from generator.scoring.exact import Rate
from generator.scoring.rectification import Life, lives
from generator.scoring.workdays import CalendarGapError, workdays_between

COMPLETED = frozenset({RectificationStatus.CLOSED, RectificationStatus.PENDING})


@dataclass(frozen=True)
class LedgerStatistics:
    """台账统计 as of a day; void and merged problems are left out of all but `void` and `merged`."""

    as_of: dt.date
    total: int
    """问题总数."""
    void: int
    merged: int
    by_status: Mapping[RectificationStatus, int]
    """Every status, 0 too."""
    by_kind: Mapping[RectificationKind, Mapping[RectificationStatus, int]]
    """Every kind and status, 0 too."""
    by_light: Mapping[Light, int]
    """Every light, 0 too."""
    open: int
    """Not closed."""
    due: int
    """Current due date not after `as_of`."""
    completed: Rate
    """整改完成率: closed and pending of total."""
    completed_in_time_limit: Rate
    """限时整改完成率: the same without the kind 长期坚持."""
    closed: Rate
    """销号率."""
    closed_on_time: Rate
    """按期销号率: of those due."""
    done_on_time: Rate
    """按期完成率: closed ones whose work was done in time, of those due."""
    on_time_share: Rate
    """已销号按期占比."""
    overdue: Rate
    """逾期数 of those open."""
    overdue_original: int
    """原时限逾期: open, not pending, original due date before `as_of`."""
    backlog: int | None
    """验收积压: pending longer than the scheme's working days; None when the calendar lacks a year."""
    first_days: Rate
    """平均整改天数 of first cycles: days, cycles."""
    reopened_days: Rate
    """平均整改天数 of reopened cycles: days, cycles."""
    relapse: Rate
    """反弹率: reopenings of closed + reopenings."""
    extensions: int
    """延期次数, approved."""
    extended: Rate
    """延期率: problems with an approved extension of total."""


def ledger_statistics(
    ledger: Iterable[Life], as_of: dt.date, rules: scheme.Rectification, calendar: WorkCalendar
) -> LedgerStatistics:
    """The statistics of these problems as of the day they were taken."""
    everything = tuple(ledger)
    counted = tuple(life for life in everything if life.counted)
    closed = _number(counted, lambda life: life.status is RectificationStatus.CLOSED)
    reopenings = sum(life.reopened for life in counted)
    limited = tuple(life for life in counted if life.entry.kind is not RectificationKind.STANDING)
    late = backlog(counted, as_of, rules, calendar)
    return LedgerStatistics(
        as_of=as_of,
        total=len(counted),
        void=_number(everything, lambda life: life.status is RectificationStatus.VOID),
        merged=_number(everything, lambda life: life.status is RectificationStatus.MERGED),
        by_status=_by_status(counted),
        by_kind={kind: _by_status(_of_kind(counted, kind)) for kind in RectificationKind},
        by_light=_by_light(counted),
        open=len(counted) - closed,
        due=len(_due(counted, as_of)),
        completed=_share(counted, lambda life: life.status in COMPLETED),
        completed_in_time_limit=_share(limited, lambda life: life.status in COMPLETED),
        closed=Rate.of(closed, len(counted)),
        closed_on_time=_share(_due(counted, as_of), lambda life: life.on_time),
        done_on_time=_share(_due(counted, as_of), done_on_time),
        on_time_share=Rate.of(_number(counted, lambda life: life.on_time), closed),
        overdue=Rate.of(_number(counted, lambda life: life.overdue), len(counted) - closed),
        overdue_original=_number(counted, lambda life: overdue_original(life, as_of)),
        backlog=None if late is None else len(late),
        first_days=_days(counted, reopened=False),
        reopened_days=_days(counted, reopened=True),
        relapse=Rate.of(reopenings, closed + reopenings),
        extensions=sum(life.approved_extensions for life in counted),
        extended=_share(counted, lambda life: life.approved_extensions > 0),
    )


def ledger_rate(ledger: Iterable[Life], rate: LedgerRate, as_of: dt.date) -> Rate:
    """One rate a checklist leaf may be computed from (domain.md 6.2 F3.2)."""
    counted = tuple(life for life in ledger if life.counted)
    match rate:
        case LedgerRate.CLOSED_ON_TIME:
            return _share(_due(counted, as_of), lambda life: life.on_time)
        case LedgerRate.CLOSED:
            return _share(counted, lambda life: life.status is RectificationStatus.CLOSED)
        case LedgerRate.COMPLETED:
            return _share(counted, lambda life: life.status in COMPLETED)


def backlog(
    ledger: Iterable[Life], as_of: dt.date, rules: scheme.Rectification, calendar: WorkCalendar
) -> tuple[Life, ...] | None:
    """验收积压: pending longer than the working days allowed, oldest first; None when a year is missing."""
    waiting = sorted(
        ((life.submitted_on, life.id, life) for life in ledger if life.submitted_on is not None),
        key=lambda row: row[:2],
    )
    try:
        return tuple(
            life
            for since, _, life in waiting
            if workdays_between(calendar, since, as_of) > rules.backlog_days
        )
    except CalendarGapError:
        return None


def overdue(ledger: Iterable[Life]) -> tuple[Life, ...]:
    """逾期问题, the longest overdue first."""
    return _by_due(life for life in ledger if life.overdue)


def due_soon(ledger: Iterable[Life], as_of: dt.date, days: int = 30) -> tuple[Life, ...]:
    """Open, not pending, and due from `as_of` to so many days later; the nearest first."""
    last = as_of + dt.timedelta(days=days)
    return _by_due(
        life
        for life in ledger
        if life.open and life.status not in COMPLETED and as_of <= life.due_current <= last
    )


def standing(ledger: Iterable[Life]) -> tuple[Life, ...]:
    """长期整改清单: open problems of the kind 长期坚持, by next review, those without one last."""
    kept = (life for life in ledger if life.open and life.entry.kind is RectificationKind.STANDING)
    return tuple(sorted(kept, key=lambda life: (life.review_on or dt.date.max, life.id)))


def by_unit(ledger: Iterable[Life]) -> Mapping[str, tuple[Life, ...]]:
    """The lives by unit id, each unit's in the order given."""
    return grouped(ledger, lambda life: life.entry.unit_id)


def light_matrix(ledger: Iterable[Life]) -> Mapping[str, Mapping[Light, int]]:
    """单位 × 灯: how many counted problems of each unit show each light, 0 too."""
    counted = by_unit(life for life in ledger if life.counted)
    return {unit_id: _by_light(rows) for unit_id, rows in counted.items()}


def open_curve(
    rectifications: Sequence[Rectification], days: Iterable[dt.date], rules: scheme.Rectification
) -> tuple[tuple[dt.date, int], ...]:
    """How many problems were open on each of the days."""
    return tuple((day, _number(lives(rectifications, day, rules), lambda life: life.open)) for day in days)


def done_on_time(life: Life) -> bool:
    """Whether it is closed and its work was done not later than the current due date."""
    closed = life.status is RectificationStatus.CLOSED
    return closed and life.done_on is not None and life.done_on <= life.due_current


def overdue_original(life: Life, as_of: dt.date) -> bool:
    """Whether it is neither closed nor pending, and the original due date is past."""
    return life.status not in COMPLETED and life.due_on < as_of


def _number(rows: Iterable[Life], holds: Callable[[Life], bool]) -> int:
    return sum(holds(life) for life in rows)


def _share(rows: Sequence[Life], holds: Callable[[Life], bool]) -> Rate:
    return Rate.of(_number(rows, holds), len(rows))


def _due(rows: Iterable[Life], as_of: dt.date) -> tuple[Life, ...]:
    return tuple(life for life in rows if life.due_current <= as_of)


def _of_kind(rows: Iterable[Life], kind: RectificationKind) -> tuple[Life, ...]:
    return tuple(life for life in rows if life.entry.kind is kind)


def _by_status(rows: Iterable[Life]) -> Mapping[RectificationStatus, int]:
    found = Counter(life.status for life in rows)
    return {status: found[status] for status in RectificationStatus}


def _by_light(rows: Iterable[Life]) -> Mapping[Light, int]:
    found = Counter(life.light for life in rows)
    return {light: found[light] for light in Light}


def _days(rows: Iterable[Life], *, reopened: bool) -> Rate:
    """Days from start to close of the closed cycles, and how many cycles."""
    spans = [
        (cycle.closed_on - cycle.started_on).days
        for life in rows
        for cycle in life.cycles
        if cycle.closed_on is not None and (cycle.seq > 1) is reopened
    ]
    return Rate.of(sum(spans), len(spans))


def _by_due(rows: Iterable[Life]) -> tuple[Life, ...]:
    return tuple(sorted(rows, key=lambda life: (life.due_current, life.id)))
