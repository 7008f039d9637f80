"""党建检查结果 on a unit's page: areas beside the group, leaves with what was deducted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.editions.checklist import AreaRow, Checklist, DeductionRow, LeafRow
from generator.editions.edition import EditionUnit, EditionYear
from generator.pages.charts import Measure, Portrait
from generator.pages.links import Link, leaf_link, problem_link
from generator.pages.words import NONE, points, points_change, rate, share
from generator.scoring.exact import HUNDRED, Rate

FEWEST_AREAS = 3
"""With fewer a radar encloses nothing, and a table says it better."""


@dataclass(frozen=True)
class RateRow:
    """得分率 beside the group's median."""

    name: str
    rate: str
    median: str
    difference: str


@dataclass(frozen=True)
class ResultRow:
    """One leaf with what was deducted and why."""

    link: Link
    points: str
    """`1.5/2`."""
    status: str
    remarks: tuple[str, ...]
    problem: Link | None


@dataclass(frozen=True)
class ResultArea:
    """An area that opens to its leaves."""

    name: str
    rate: str
    rows: tuple[ResultRow, ...]


def rate_rows(year: EditionYear, unit: EditionUnit) -> Iterator[RateRow]:
    """The areas in the order of the scheme and the total; nothing when results are not published."""
    checklist = unit.checklist
    if checklist is None:
        return
    found = {row.code: row for row in checklist.areas}
    for area in year.scheme.areas:
        row = found.get(area.code)
        if row is not None:
            yield _rate_row(area.name, row.rate, row.group_median)
    yield _rate_row("合计", checklist.total, checklist.group_median)


def area_portrait(year: EditionYear, unit: EditionUnit) -> Portrait | None:
    """The rates by area beside the group; None when results are not published or the areas are too few."""
    if unit.checklist is None or len(year.scheme.areas) < FEWEST_AREAS:
        return None
    found = {row.code: row for row in unit.checklist.areas}
    measures = (_measure(area.short_name, found.get(area.code)) for area in year.scheme.areas)
    return Portrait("党建得分率与同组中位数", unit.short_name, "同组中位数", tuple(measures))


def result_areas(year: EditionYear, unit: EditionUnit) -> Iterator[ResultArea]:
    """The areas with their leaves in the order of the indicator tree."""
    if unit.checklist is None:
        return
    names = {area.code: area.name for area in year.scheme.areas}
    rates = _rates(unit.checklist)
    for code, leaves in groupby(unit.checklist.leaves, key=lambda leaf: leaf.code[0]):
        rows = tuple(_result(year, leaf) for leaf in leaves)
        yield ResultArea(f"{code} {names.get(code, '')}", rates.get(code, rate(None)), rows)


def _rates(checklist: Checklist) -> dict[str, str]:
    return {row.code: rate(row.rate) for row in checklist.areas}


def _rate_row(name: str, value: Rate, median: Decimal | None) -> RateRow:
    return RateRow(name, rate(value), share(median), points_change(value.value, median))


def _measure(name: str, row: AreaRow | None) -> Measure:
    if row is None:
        return Measure(name, None, NONE, None, NONE)
    median = row.group_median
    reference = None if median is None else median * HUNDRED
    return Measure(name, row.rate.percent, share(row.rate.value), reference, share(median))


def _result(year: EditionYear, leaf: LeafRow) -> ResultRow:
    return ResultRow(
        link=leaf_link(year, leaf.code),
        points=NONE if leaf.earned is None else f"{points(leaf.earned)}/{points(leaf.points)}",
        status=leaf.status.label,
        remarks=tuple(_remarks(leaf)),
        problem=problem_link(year, leaf.issue_id) if leaf.issue_id else None,
    )


def _remarks(leaf: LeafRow) -> Iterator[str]:
    if leaf.ratio is not None:
        yield f"完成率 {share(leaf.ratio)}"
    for deduction in leaf.deductions:
        yield _deduction(deduction)
    if leaf.note:
        yield leaf.note


def _deduction(deduction: DeductionRow) -> str:
    """`缺 1 次 × 2，扣 1 分：三季度会议记录缺失（依据：会议记录本）`."""
    times = f" × {deduction.times}" if deduction.times > 1 else ""
    rule = f"{deduction.when}{times}，扣 {points(deduction.minus)} 分"
    return f"{rule}：{deduction.reason}（依据：{deduction.evidence}）"
