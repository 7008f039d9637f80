"""提醒: wording that says too little, scores that look typed by habit (domain.md 2.3, 13; W201, W202)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.checklist import Check
from generator.model.grouping import grouped
from generator.model.people import Report
from generator.model.tables import Tables, YearTables
from generator.problems import Level, Problem
from generator.review.findings import at, column_in
from generator.review.lookup import reports, unit_word
from generator.review.sources import Sourced, declaration
from generator.scoring.exact import plain

VAGUE = ("进一步加强", "显著提高", "明显提升", "基本完成", "不够深入", "有所提高", "不断加强")
"""Words that measure nothing (domain.md 2.3)."""

PROBLEM_LEAST = 15
"""Characters of a problem that says where, when and what (domain.md 9.1)."""

DEVIATION_MOST = Decimal(10)
"""Points between a unit's own score and the group's (domain.md 14 W202)."""

SPREAD_LEAST = Decimal(1)
"""Points between the best and the worst unit below which the scores tell nothing apart."""

UNITS_LEAST = 3
"""Units from which on the spread is judged."""

_NUMBER = re.compile(
    r"\d|[一二三四五六七八九十百千两]+(?:个|项|次|人|条|万|天|月|年|日|分|元|吨|米|处|份|家|名|类|场|期)"
)
"""A figure, or a Chinese numeral with its measure word."""


def ledger_wording(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A ledger problem is a fact, with a cause and a test of its end (domain.md 9.1)."""
    for entry in year.rectifications:
        if len(entry.problem) < PROBLEM_LEAST:
            message = f"问题描述只有{len(entry.problem)}个字，应不少于{PROBLEM_LEAST}个字"
            yield _warning(entry, "problem", message, "请写明何处、何时、什么情况")
        if entry.cause is None:
            yield _warning(entry, "cause", "缺少原因分析", "请写明问题的原因")
        if entry.acceptance is None:
            yield _warning(entry, "acceptance", "缺少验收标准", "请写明做到什么程度算完成")
        yield from _vague(entry, "problem", entry.problem)
        for measure in entry.measures:
            yield from _vague(entry, "measures", measure)


def report_wording(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A shortcoming has a cause and a measure, a measure a date, and all say something (domain.md 2.2)."""
    for _unit, report in reports(year):
        yield from _unanswered(report)
        for area in report.areas:
            for measure in area.measures:
                if measure.due_on is None:
                    yield _warning(measure, "due_on", "举措没有完成时间", "请写明什么时候完成")
                yield from _vague(measure, "text", measure.text)
            for highlight in area.highlights:
                yield from _vague(highlight, "text", highlight.text)
            for shortcoming in area.shortcomings:
                yield from _vague(shortcoming, "text", shortcoming.text)


def deviations(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """A unit's own total is not far from the group's; the units' totals are not all alike."""
    totals: list[Decimal] = []
    for unit_id, rows in grouped(year.checks, lambda check: check.unit_id).items():
        scored = [check for check in rows if check.earned is not None]
        totals.append(sum((check.earned for check in scored if check.earned is not None), Decimal(0)))
        yield from _deviation(unit_word(tables, unit_id), scored)
    if len(totals) >= UNITS_LEAST and max(totals) - min(totals) <= SPREAD_LEAST:
        span = f"{plain(min(totals))} 至 {plain(max(totals))}"
        message = f"全部{len(totals)}个单位的得分合计相差不超过 1 分（{span}）"
        place = column_in(year, tables, "checks", "earned")
        yield place.problem("W202", message, "请核对是否逐项检查、拉开差距", Level.WARNING)


def _warning(row: Sourced, name: str, message: str, hint: str) -> Problem:
    """A W201."""
    return at(row, name).problem("W201", message, hint, Level.WARNING)


def _vague(row: Sourced, name: str, text: str) -> Iterator[Problem]:
    """The warning of a vague word in a text without any number."""
    word = next((word for word in VAGUE if word in text), None)
    if word is not None and not _NUMBER.search(text):
        label = declaration(row, name).label
        yield _warning(row, name, f"{label}用了“{word}”，没有数字", "请用数据写明程度、数量或时间")


def _unanswered(report: Report) -> Iterator[Problem]:
    """The warnings of shortcomings without cause or measure."""
    causes = {cause.shortcoming for area in report.areas for cause in area.causes}
    measures = {measure.shortcoming for area in report.areas for measure in area.measures}
    for row in (row for area in report.areas for row in area.shortcomings):
        if row.id not in causes:
            yield _warning(row, "id", "这条短板没有写根源", "请在问题根源中写明原因")
        if row.id not in measures:
            yield _warning(row, "id", "这条短板没有写举措", "请在方向举措中写明措施、责任人和时间")


def _deviation(unit: str, rows: Sequence[Check]) -> Iterator[Problem]:
    """The warning of a unit whose own scores differ by more than 10 points from the group's."""
    pairs = [
        (row.self_score, row.earned) for row in rows if row.self_score is not None and row.earned is not None
    ]
    own, group = (sum((pair[n] for pair in pairs), Decimal(0)) for n in (0, 1))
    if abs(own - group) > DEVIATION_MOST:
        message = (
            f"{unit}自评合计 {plain(own)} 分，考核组认定 {plain(group)} 分，相差 {plain(abs(own - group))} 分"
        )
        yield at(rows[0], "unit_id").problem("W202", message, "请核对自评和认定的依据", Level.WARNING)
