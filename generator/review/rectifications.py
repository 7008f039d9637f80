"""整改台账: numbers, events and typed states agree (domain.md 9.1, 9.2, 14 E109)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.model.tables import Tables, YearTables
from generator.model.terms import RectificationEventType, RectificationStatus
from generator.problems import Level, Problem
from generator.review.deadlines import done_out_of_order
from generator.review.findings import at
from generator.review.lookup import as_of, ledger, scheme_of, unit_word
from generator.scoring.course import Misstep
from generator.scoring.rectification import Life, life

EXTENDING = frozenset({RectificationEventType.EXTEND_APPLY, RectificationEventType.EXTEND_APPROVE})
UNMOVED = frozenset(
    {
        RectificationEventType.PROGRESS,
        RectificationEventType.NOTICE,
        RectificationEventType.EXTEND_APPROVE,
    }
)
"""Events whose failure leaves the ground of later ones untouched."""


def numbers(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A number names the year of its ledger, and the unit it was registered for (domain.md 9.1)."""
    for entry in year.rectifications:
        if entry.id[:4] != str(year.year):
            message = f"编号的年度与文件夹的年度 {year.year} 不一致"
            yield at(entry, "id").problem("E109", message, "请核对问题编号；往年的问题留在往年的台账中")
        units = {entry.unit_id, entry.unit_from} - {None}
        if entry.id[5:-4].lower() not in units:
            message = f"编号中的单位与责任单位 {entry.unit_id} 不一致"
            hint = "请核对；因合并转来的问题编号不变，在“原责任单位”中填原来的单位"
            yield at(entry, "id").problem("E109", message, hint)


def once(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """A number is used once over all years; twice in one file is reported where it is read."""
    first_of = {entry.id: entry for one in reversed(tables.years) for entry in one.rectifications}
    for entry in year.rectifications:
        first = first_of[entry.id]
        if entry.origin.file != first.origin.file:
            message = f"与 {first.origin.file} 第{first.origin.line}行的编号重复"
            yield at(entry, "id").problem("E109", message, "问题编号永久不重复使用，请改用新编号")


def sequences(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Events are numbered 1, 2, 3 …, follow each other in time and are not in the future."""
    today = as_of(year)
    for one in ledger(year):
        for wanted, event in enumerate(one.events, start=1):
            if event.seq != wanted:
                message = f"事件序号不连续，{one.entry.id} 的这件事应为第 {wanted} 件"
                yield at(event, "seq").problem(
                    "E109", message, "事件从 1 起逐件编号，只增加不删除，请补上缺少的事件"
                )
                break
        for before, event in pairwise(one.events):
            if event.date < before.date:
                message = f"早于上一事件（序号 {before.seq}）的日期 {before.date.isoformat()}"
                yield at(event, "date").problem("E109", message, "请核对事件的日期和次序")
        for event in one.events:
            if event.date > today:
                message = f"晚于数据截至 {today.isoformat()}，状态和统计不含这件事"
                yield at(event, "date").problem(
                    "E109", message, "请核对日期，或更新考核周期的数据截至", Level.WARNING
                )


def courses(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Every event may follow the ones before it and brings what it needs (domain.md 9.2)."""
    for one in _lives(year, dt.date.max):
        for misstep in _grounded(one.missteps):
            if not done_out_of_order(one.entry, misstep.event):
                message = f"{one.id} {misstep.message}"
                yield at(misstep.event, "event").problem(_code(one, misstep), message, misstep.hint)


def stated(year: YearTables, _: Tables) -> Iterator[Problem]:
    """状态 and 销号日期 as typed agree with the events; an impossible event is reported alone."""
    today = as_of(year)
    for one in _lives(year, today):
        if one.missteps:
            continue
        entry, status = one.entry, one.status
        closed_on = one.closed_on if status is RectificationStatus.CLOSED else None
        if entry.status is not None and entry.status is not status:
            message = f"按台账事件应为“{status.label}”，与填写的状态不一致"
            yield at(entry, "status").problem("E109", message, "请补记台账事件，或更正状态")
        elif entry.status is RectificationStatus.CLOSED and entry.closed_on is None:
            hint = f"请填写 {closed_on.isoformat()}" if closed_on else "请填写销号日期"
            yield at(entry, "closed_on").problem("E109", "状态是“已销号”，缺少销号日期", hint)
        if entry.closed_on is not None and entry.closed_on != closed_on:
            derived = f"按台账事件是 {closed_on.isoformat()}" if closed_on else "按台账事件还没有销号"
            yield at(entry, "closed_on").problem(
                "E109", f"{derived}，与填写的日期不一致", "请补记台账事件，或更正销号日期"
            )


def reassigned(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Open problems of a closed unit have a new home (domain.md 10.3)."""
    today = as_of(year)
    closed = {
        unit.unit_id: unit.closed_on for unit in tables.units if unit.closed_on and unit.closed_on <= today
    }
    heirs = {
        old: event.to_ids for event in tables.unit_events for old in event.from_ids if old not in event.to_ids
    }
    for one in _lives(year, today):
        unit_id = one.entry.unit_id
        if unit_id in closed and one.open:
            to = "、".join(unit_word(tables, heir) for heir in heirs.get(unit_id, ()))
            message = f"{unit_word(tables, unit_id)}已于 {closed[unit_id]} 撤并，问题还是“{one.status.label}”"
            hint = f"请把责任单位改为{to or '承接的单位'}，原责任单位填 {unit_id}"
            yield at(one.entry, "unit_id").problem("E101", message, hint)


def _lives(year: YearTables, day: dt.date) -> Iterator[Life]:
    """Every problem of the year as of the day."""
    rules = scheme_of(year).rectification
    return (life(one, day, rules) for one in ledger(year))


def _grounded(missteps: Iterable[Misstep]) -> Iterator[Misstep]:
    """The missteps up to the first that should have moved the problem: what follows only follows from it."""
    for misstep in missteps:
        yield misstep
        if misstep.event.event not in UNMOVED:
            return


def _code(one: Life, misstep: Misstep) -> str:
    """E125 for extensions and verifiers, E109 for everything else."""
    event = misstep.event
    by_owner = one.entry.owner in event.verified_by
    return "E125" if event.event in EXTENDING or by_owner else "E109"
