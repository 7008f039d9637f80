"""党建检查结果 on a unit's page: areas beside the group, leaves with what was deducted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.editions.checklist import AreaRow, DeductionRow, LeafRow
from generator.editions.edition import EditionUnit, EditionYear
from generator.model.scheme import Area
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.charts import Measure, Portrait
from generator.pages.figures import Shown, changed, fraction, named, rated, shown
from generator.pages.links import Link, leaf_link, problem_link
from generator.pages.words import NONE, points, share
from generator.scoring.exact import HUNDRED
from generator.store.values import value

FEWEST_AREAS = 3
"""With fewer a radar encloses nothing, and a table says it better."""


@dataclass(frozen=True)
class RateRow:
    """得分率 beside the group's median."""

    name: str
    rate: Shown
    median: Shown
    difference: Shown


@value(frozen=True, slots=True)
class ResultRow:
    """One leaf with what was deducted and why."""

    link: Link
    points: Shown
    """`1.5/2`."""
    status: str
    remarks: tuple[str, ...]
    problem: Link | None


@dataclass(frozen=True)
class ResultArea:
    """An area that opens to its leaves."""

    name: str
    rate: Shown
    rows: tuple[ResultRow, ...]
    basis: tuple[BasisRow, ...]
    figures: str
    """What the keys of its rows begin with."""


def rate_rows(year: EditionYear, unit: EditionUnit) -> Iterator[RateRow]:
    """The areas in the order of the scheme and the total; nothing when results are not published."""
    if unit.checklist is None:
        return
    checked = {row.code for row in unit.checklist.areas}
    for area in year.scheme.areas:
        if area.code in checked:
            yield _rate_row(year, unit, area.name, f"checklist.areas.{area.code}")
    yield _rate_row(year, unit, "合计", "checklist")


def rate_start(year: EditionYear, unit: EditionUnit) -> str:
    """What the keys of rates and differences begin with."""
    return f"{year.year}:units.{unit.id}.checklist"


def rate_basis(year: EditionYear, unit: EditionUnit) -> tuple[BasisRow, ...]:
    """The basis of the rates, whose cells stand with the leaves below.

    That of the medians, one for all units of the group, is with the checklist.
    """
    ends = (*(f"checklist.areas.{area.code}" for area in year.scheme.areas), "checklist")
    return basis_rows(year, (f"units.{unit.id}.{end}.rate" for end in ends), sources=False)


def _median_key(unit: EditionUnit, end: str) -> str:
    """The totals' median is `….checklist.rate.median`, an area's `….areas.A.median`."""
    return f"groups.{unit.group}.{end}{'.rate' if end == 'checklist' else ''}.median"


def area_portrait(year: EditionYear, unit: EditionUnit) -> Portrait | None:
    """The rates by area beside the group; None when results are not published or the areas are too few."""
    if unit.checklist is None or len(year.scheme.areas) < FEWEST_AREAS:
        return None
    found = {row.code: row for row in unit.checklist.areas}
    measures = (_measure(year, unit, area, found.get(area.code)) for area in year.scheme.areas)
    return Portrait("党建得分率与同组中位数", unit.short_name, "同组中位数", tuple(measures))


def result_areas(year: EditionYear, unit: EditionUnit) -> Iterator[ResultArea]:
    """The areas with their leaves in the order of the indicator tree."""
    if unit.checklist is None:
        return
    names = {area.code: area.name for area in year.scheme.areas}
    prefix = f"units.{unit.id}.checklist"
    for code, found in groupby(unit.checklist.leaves, key=lambda leaf: leaf.code[0]):
        leaves = tuple(found)
        yield ResultArea(
            name=f"{code} {names.get(code, '')}",
            rate=rated(year, f"{prefix}.areas.{code}.rate"),
            rows=tuple(_result(year, leaf, prefix) for leaf in leaves),
            basis=basis_rows(
                year, {f"{prefix}.leaves.{leaf.code}.earned": leaf.code for leaf in leaves if _lost(leaf)}
            ),
            figures=_start(year, prefix),
        )


def _lost(leaf: LeafRow) -> bool:
    """Whether there is something to explain: full marks of no deduction speak for themselves."""
    return leaf.earned != leaf.points or leaf.ratio is not None


def _rate_row(year: EditionYear, unit: EditionUnit, name: str, end: str) -> RateRow:
    key = f"units.{unit.id}.{end}"
    start = rate_start(year, unit)
    return RateRow(
        name=name,
        rate=rated(year, f"{key}.rate").within(start),
        median=named(year, _median_key(unit, end)),
        difference=changed(year, f"{key}.difference").within(start),
    )


def _start(year: EditionYear, prefix: str) -> str:
    return f"{year.year}:{prefix}.leaves"


def _measure(year: EditionYear, unit: EditionUnit, area: Area, row: AreaRow | None) -> Measure:
    if row is None:
        return Measure(area.short_name, None, NONE, None, NONE)
    end = f"checklist.areas.{area.code}"
    median = row.group_median
    reference = None if median is None else median * HUNDRED
    text = shown(year, f"units.{unit.id}.{end}.rate", share(row.rate.value))
    reference_text = shown(year, _median_key(unit, end), share(median))
    return Measure(area.short_name, row.rate.percent, text, reference, reference_text)


def _result(year: EditionYear, leaf: LeafRow, prefix: str) -> ResultRow:
    return ResultRow(
        link=leaf_link(year, leaf.code),
        points=fraction(year, f"{prefix}.leaves.{leaf.code}.earned", _start(year, prefix)),
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
