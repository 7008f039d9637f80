"""通报表彰: what each status requires, and a notice long enough (domain.md 8.2, 14 E123)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.commendations import Commendation
from generator.model.tables import Tables, YearTables
from generator.model.terms import CommendationLevel, CommendationStatus, ObjectionResult, RecipientKind
from generator.problems import Problem
from generator.review.findings import at, calendar_gap
from generator.review.lookup import as_of, calendar_of, cycle_of, repeated, scheme_of
from generator.review.sources import declaration
from generator.scoring.workdays import CalendarGapError, notice_end

NOTICED = frozenset({CommendationStatus.NOTICE_ENDED, CommendationStatus.COMMENDED})
"""Statuses a notice has to precede."""


def decided(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The company commends nobody before the results are decided (domain.md 1.1)."""
    if cycle_of(year).decided_on is None:
        for row in _own(year):
            if row.status is CommendationStatus.COMMENDED:
                message = "考核结果还没有审定，不得表彰"
                yield at(row, "status").problem("E123", message, "请在考核周期中填写审定日期，或核对状态")


def required(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Each status has the dates, documents and reasons that belong to it."""
    for row in year.commendations:
        for name in _wanted(row):
            if getattr(row, name) is None:
                label = declaration(row, name).label
                message = f"状态是“{row.status.label}”，缺少{label}"
                yield at(row, name).problem("E123", message, f"请填写{label}，或核对状态")
        if row.revoked_on is not None and row.status is not CommendationStatus.REVOKED:
            message = f"已有撤销日期，状态是“{row.status.label}”"
            yield at(row, "revoked_on").problem("E123", message, "请把状态改为“撤销”，或删除撤销日期")
        if row.recipient_kind is RecipientKind.CASE and row.case_id is None:
            yield at(row, "case_id").problem("E123", "表彰对象是案例，缺少案例编号", "请填写典型案例的编号")


def dates(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Notice, commendation and revocation follow each other and are not in the future."""
    today = as_of(year)
    for row in year.commendations:
        start, end = row.notice_from, row.notice_to
        if start and end and end < start:
            yield at(row, "notice_to").problem(
                "E123", f"早于公示开始 {start.isoformat()}", "请核对公示起止日期"
            )
        if row.date and end and row.date <= end:
            message = f"公示到 {end.isoformat()} 才结束，不得提前表彰"
            yield at(row, "date").problem("E123", message, "请核对表彰日期和公示结束日期")
        if row.status in NOTICED and end and end >= today:
            message = f"数据截至 {today.isoformat()}，公示还没有结束"
            yield at(row, "notice_to").problem("E123", message, "请把状态改为“公示中”，或更新数据截至")
        if row.status is CommendationStatus.COMMENDED and row.date and row.date > today:
            message = f"晚于数据截至 {today.isoformat()}"
            yield at(row, "date").problem("E123", message, "请核对表彰日期，或更新数据截至")
        if row.revoked_on and row.date and row.revoked_on < row.date:
            message = f"早于表彰日期 {row.date.isoformat()}"
            yield at(row, "revoked_on").problem("E123", message, "请核对撤销日期")


def notices(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """A notice lasts the working days of the scheme, its first and last day counted (domain.md 8.2)."""
    count = scheme_of(year).notice_days
    calendar = calendar_of(tables)
    for row in _own(year):
        start, end = row.notice_from, row.notice_to
        if start is None or end is None or end < start:
            continue
        try:
            last = notice_end(calendar, start, count)
        except CalendarGapError as gap:
            yield calendar_gap(calendar, gap.year)
            continue
        if end < last:
            message = f"公示不足{count}个工作日，自 {start.isoformat()} 起应到 {last.isoformat()}"
            yield at(row, "notice_to").problem("E123", message, "请核对公示起止日期和工作日历")


def objections(year: YearTables, _: Tables) -> Iterator[Problem]:
    """While an objection is open or found true, nobody is commended (domain.md 8.2)."""
    status = {row.id: row.status for row in year.commendations}
    for row in year.objections:
        if row.result is not ObjectionResult.FALSE and status.get(row.commendation_id) in NOTICED:
            message = "所指的表彰已公示结束或已表彰，异议却没有查否"
            yield at(row, "result").problem(
                "E123", message, "请把表彰状态改为“有异议待查”或“撤销”，或核对异议结论"
            )


def orders(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The official order within a type names each place once (domain.md 8.2)."""
    for row, first in repeated(year.commendations, lambda row: (row.batch, row.type, row.order)):
        message = f"与第{first.origin.line}行的排序重复"
        yield at(row, "order").problem("E123", message, "同一批次同一类别的排序不能重复，请核对")


def _own(year: YearTables) -> Iterator[Commendation]:
    """The company's own commendations: others are noticed and decided by those who give them."""
    return (row for row in year.commendations if row.level is CommendationLevel.COMPANY)


def _wanted(row: Commendation) -> tuple[str, ...]:
    """The fields the status of the commendation requires."""
    if row.status is CommendationStatus.REVOKED:
        return ("revoked_on", "revoke_reason")
    given = ("date", "doc_no") if row.status is CommendationStatus.COMMENDED else ()
    if row.level is not CommendationLevel.COMPANY:
        return given
    if row.status is CommendationStatus.IN_NOTICE:
        return ("notice_from", "notice_to", "contact_dept", "phone")
    return ("notice_from", "notice_to", *given) if row.status in NOTICED else ()
