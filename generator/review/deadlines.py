"""整改时限: dates in order, extensions by the rules, two verifiers (domain.md 9.3, 14 E125)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.tables import Tables, YearTables
from generator.model.terms import RectificationEventType
from generator.model.year import Rectification
from generator.problems import Problem
from generator.review.findings import at, calendar_gap
from generator.review.lookup import as_of, calendar_of, ledger, scheme_of
from generator.scoring.rectification import life
from generator.scoring.workdays import CalendarGapError, workdays_between

REASON_LEAST = 20
"""Characters of the reason for an extension."""

VERIFIERS_LEAST = 2


def order(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A problem is due and done after it was registered."""
    for one in ledger(year):
        opened_on = one.entry.opened_on
        if one.entry.due_on < opened_on:
            message = f"早于登记日期 {opened_on.isoformat()}"
            yield at(one.entry, "due_on").problem("E125", message, "请核对登记日期和整改时限")
        for event in one.events:
            if done_out_of_order(one.entry, event):
                message = f"不在登记日期 {opened_on.isoformat()} 和事件日期 {event.date.isoformat()} 之间"
                yield at(event, "done_on").problem("E125", message, "请核对完成日期")


def done_out_of_order(entry: RectificationEntry, event: RectificationEvent) -> bool:
    """Whether the work is said to be done before the problem was registered or after it was reported done."""
    return event.done_on is not None and not entry.opened_on <= event.done_on <= event.date


def verifiers(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Two or more verify; that the owner is not among them is judged with the event."""
    for event in year.rectification_events:
        if event.verified_by and len(set(event.verified_by)) < VERIFIERS_LEAST:
            yield at(event, "verified_by").problem("E125", "验收人不足两人", "请填写两个以上的验收人")


def extensions(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """An approved extension was applied for in time, with a reason that says something."""
    ahead = scheme_of(year).rectification.extension_ahead
    calendar = calendar_of(tables)
    for one in ledger(year):
        for event in _approved(one):
            if len(event.text) < REASON_LEAST:
                message = f"延期理由只有{len(event.text)}个字，应不少于{REASON_LEAST}个字"
                yield at(event, "text").problem("E125", message, "请写明不能按期完成的原因")
            due = _due_before(one, event, year)
            try:
                days = workdays_between(calendar, event.date, due)
            except CalendarGapError as gap:
                yield calendar_gap(calendar, gap.year)
                continue
            if days < ahead:
                message = f"离现行时限 {due.isoformat()} 只有{days}个工作日，应提前{ahead}个工作日申请"
                yield at(event, "date").problem("E125", message, "请核对申请日期和工作日历")


def waiting(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """The working days a problem waits for its verification can be counted (domain.md 9.5 验收积压)."""
    calendar, until = calendar_of(tables), as_of(year)
    for one in ledger(year):
        since = life(one, until, scheme_of(year).rectification).submitted_on
        if since is None:
            continue
        try:
            workdays_between(calendar, since, until)
        except CalendarGapError as gap:
            yield calendar_gap(calendar, gap.year)


def _approved(one: Rectification) -> Iterator[RectificationEvent]:
    """The applications for extension that were approved."""
    waiting: RectificationEvent | None = None
    for event in one.events:
        if event.event is RectificationEventType.EXTEND_APPLY:
            waiting = event
        elif event.event is RectificationEventType.EXTEND_APPROVE and waiting is not None:
            yield waiting
            waiting = None


def _due_before(one: Rectification, event: RectificationEvent, year: YearTables) -> dt.date:
    """The due date in force just before an event."""
    earlier = tuple(other for other in one.events if other.seq < event.seq)
    return life(Rectification(one.entry, earlier), event.date, scheme_of(year).rectification).due_current
