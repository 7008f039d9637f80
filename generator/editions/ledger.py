"""The ledger an audience may see: sensitive problems leave before anything is counted (domain.md 4.3, 9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.model.rectifications import RectificationEvent
from generator.model.terms import (
    Light,
    ProblemArea,
    PublicationItem,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    Severity,
)
from generator.model.year import Year
from generator.scoring.exact import Rate
from generator.scoring.ledger import LedgerStatistics, ledger_statistics
from generator.scoring.rectification import Life
from generator.scoring.recurrence import Recurrence


@dataclass(frozen=True)
class Happening:
    """台账事件 as shown on a problem's timeline."""

    date: dt.date
    event: RectificationEventType
    text: str
    by: str
    percent: int | None
    new_due: dt.date | None
    evidence: tuple[str, ...]


@dataclass(frozen=True)
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
    overdue: bool
    """逾期 as the statistics count it: by the current due date (domain.md 9.5)."""
    mechanism: str | None
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class LedgerFigure:
    """One statistic of the ledger (domain.md 9.5)."""

    key: str
    label: str
    rate: Rate | None
    """For shares."""
    count: int | None
    """For counts."""
    meaning: str


@dataclass(frozen=True)
class Ledger:
    """整改台账: the problems this audience may see, and statistics over exactly these."""

    problems: tuple[Problem, ...]
    figures: tuple[LedgerFigure, ...]
    repeated: tuple[tuple[str, str], ...]
    """屡改屡犯: unit id and leaf code of findings that came back this year."""

    def figure(self, key: str) -> LedgerFigure:
        """The statistic of that key; KeyError when there is none."""
        for figure in self.figures:
            if figure.key == key:
                return figure
        raise KeyError(key)


EMPTY = Ledger((), (), ())
"""Of an audience that may see no problems at all."""


def visible_lives(lives: tuple[Life, ...], publication: Publication) -> tuple[Life, ...]:
    """The problems of the ledger this audience may see; void and merged ones are no problems any more."""
    if not publication.allows(PublicationItem.RECTIFICATIONS):
        return ()
    sensitive = publication.allows(PublicationItem.SENSITIVE)
    return tuple(life for life in lives if life.counted and (sensitive or not life.entry.sensitive))


def ledger(year: Year, lives: tuple[Life, ...], recurrences: tuple[Recurrence, ...]) -> Ledger:
    """The problems, statistics over exactly these, and which findings came back among them."""
    as_of = year.cycle.as_of.date()
    statistics = ledger_statistics(lives, as_of, year.scheme.rectification, year.calendar)
    shown = {life.id for life in lives}
    codes = {leaf.code for leaf in year.leaves}
    words = year.scheme.rectification.light_words
    return Ledger(
        problems=tuple(_problem(life, codes, words) for life in lives),
        figures=tuple(_figures(statistics)),
        repeated=tuple((one.unit_id, one.code) for one in recurrences if shown.intersection(one.problems)),
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
        overdue=life.overdue,
        mechanism=entry.mechanism,
        happenings=tuple(_happening(event) for event in _until(life.rectification.events, life.as_of)),
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


def _figures(statistics: LedgerStatistics) -> Iterator[LedgerFigure]:
    """The statistics leaders ask for, in the order and with the definitions of domain.md 9.5."""
    status = statistics.by_status
    yield _count("total", "问题总数", statistics.total, "不含作废和并案的问题")
    yield _count("closed", "已销号", status[RectificationStatus.CLOSED], "验收通过并经审批销号")
    yield _count("pending", "待验收", status[RectificationStatus.PENDING], "单位已提交、尚未验收")
    yield _count("rectifying", "整改中", status[RectificationStatus.RECTIFYING], "已认领、正在整改")
    yield _count("registered", "待认领", status[RectificationStatus.REGISTERED], "已登记、单位尚未认领")
    yield _count("standing", "持续整改", status[RectificationStatus.STANDING], "长期坚持、定期复核")
    yield _share("completed", "整改完成率", statistics.completed, "已销号与待验收之和，除以问题总数")
    yield _share(
        "completed_in_time_limit",
        "限时整改完成率",
        statistics.completed_in_time_limit,
        "不含长期坚持类，其余同整改完成率",
    )
    yield _share("closed_rate", "销号率", statistics.closed, "已销号，除以问题总数")
    yield _share(
        "closed_on_time",
        "按期销号率",
        statistics.closed_on_time,
        "按现行时限销号的，除以现行时限已到的问题数",
    )
    yield _share(
        "done_on_time",
        "按期完成率",
        statistics.done_on_time,
        "验收通过且在现行时限内完成的，除以现行时限已到的问题数",
    )
    yield _share("on_time_share", "已销号按期占比", statistics.on_time_share, "按期销号的，除以已销号数")
    yield _count("overdue", "逾期", int(statistics.overdue.part), "未销号、未提交验收且已过现行时限")
    yield _share("overdue_share", "逾期占未销号", statistics.overdue, "逾期数，除以未销号数")
    yield _share("relapse", "反弹率", statistics.relapse, "重启次数，除以已销号数与重启次数之和")
    yield _count("extensions", "延期次数", statistics.extensions, "批准的延期")
    if statistics.backlog is not None:
        yield _count("backlog", "验收积压", statistics.backlog, "待验收超过方案规定的工作日数")


def _count(key: str, label: str, count: int, meaning: str) -> LedgerFigure:
    return LedgerFigure(key, label, None, count, meaning)


def _share(key: str, label: str, rate: Rate, meaning: str) -> LedgerFigure:
    return LedgerFigure(key, label, rate, None, meaning)
