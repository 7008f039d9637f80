"""构成得分、加减分与否决: typed results agree with the scheme (domain.md 6.3, 7.1; code E129)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.results import Adjustment
from generator.model.scheme import Scheme
from generator.model.tables import Tables, YearTables
from generator.model.terms import AdjustmentKind, BoardGrade, Component, CycleStatus
from generator.problems import Problem
from generator.review.findings import at, column_in
from generator.review.lookup import group_names, reached, repeated, scheme_of, unit_word
from generator.scoring.adjustments import GRADES as ORDER
from generator.scoring.exact import plain

COMPUTED = (Component.BALLOT, Component.PARTY)
"""Components nobody types in."""


def components(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Only what is not computed is typed in."""
    for row in year.components:
        if row.component in COMPUTED:
            message = f"“{row.component.label}”由系统计算，不录入"
            yield at(row, "component").problem("E129", message, "请删除这一行")


def completeness(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """When the committee decides, each unit has every component its group weighs (domain.md 7.1)."""
    if not reached(year, CycleStatus.DECIDING):
        return
    groups = {group.name: group for group in scheme_of(year).groups}
    given = {(row.unit_id, row.component) for row in year.components}
    for unit_id, name in group_names(year, tables).items():
        weights = groups[name].weights if name in groups else {}
        wanted = [one for one in weights if weights[one] and one not in COMPUTED]
        missing = [one.label for one in wanted if (unit_id, one) not in given]
        if missing:
            message = f"{unit_word(tables, unit_id)}缺少{'、'.join(missing)}的得分"
            place = column_in(year, tables, "components", "component")
            yield place.problem("E129", message, "请补上得分，或核对考核周期的状态")


def points(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A bonus is worth what the scheme says, a penalty lies in its range, a veto has an effect (6.3)."""
    scheme = scheme_of(year)
    for row in year.adjustments:
        if row.kind is AdjustmentKind.VETO:
            yield from _veto(scheme, row)
            continue
        if row.effect is not None:
            yield at(row, "effect").problem("E129", f"{row.kind.label}不填等次上限", "请删除，或核对类别")
        yield from _bonus(scheme, row) if row.kind is AdjustmentKind.BONUS else _penalty(scheme, row)


def once(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """One event vetoes a unit once, even when it is filed in one year and closed in the next (6.3)."""
    rows = [(one.year, row) for one in tables.years for row in one.adjustments]
    vetoes = [(filed, row) for filed, row in rows if row.kind is AdjustmentKind.VETO]
    applied = [row for filed, row in vetoes if row.year_applied == filed]
    for row, first in repeated(applied, lambda row: (row.unit_id, row.event)):
        if row.year_applied != year.year:
            continue
        message = f"同一事件已在 {first.origin.file} 第{first.origin.line}行否决一次"
        yield at(row, "year_applied").problem("E129", message, "一件事只执行一次，请核对适用年度")
    done = {(row.year_applied, row.unit_id, row.event) for row in applied}
    years = {one.year for one in tables.years}
    for filed, row in vetoes:
        # Told once: in the later of the two years, when both are known.
        elsewhere = row.year_applied != filed and max(filed, row.year_applied) == year.year
        if elsewhere and row.year_applied in years and (row.year_applied, row.unit_id, row.event) not in done:
            message = f"{row.year_applied}年的加减分与否决中没有这件事，否决不会执行"
            yield at(row, "year_applied").problem(
                "E129", message, "请把这件事也登记到适用年度的表中，或核对适用年度"
            )


def _bonus(scheme: Scheme, row: Adjustment) -> Iterator[Problem]:
    """The problem of a bonus unlike its item."""
    for item in scheme.bonuses:
        if item.id == row.item and row.points is not None and row.points != item.points:
            message = f"与方案不符，“{item.item}”加 {plain(item.points)} 分"
            yield at(row, "points").problem("E129", message, "请核对分值和方案项目")


def _penalty(scheme: Scheme, row: Adjustment) -> Iterator[Problem]:
    """The problem of a penalty outside the range of its item, or without points."""
    for item in scheme.penalties:
        if item.id != row.item:
            continue
        span = f"“{item.item}”扣 {plain(item.least)} 至 {plain(item.most)} 分"
        if row.points is None and item.least != item.most:
            yield at(row, "points").problem("E129", f"缺少分值，{span}", "请填写认定的扣分")
        elif row.points is not None and not item.least <= row.points <= item.most:
            yield at(row, "points").problem("E129", f"超出方案的范围，{span}", "请核对分值和方案项目")


def _veto(scheme: Scheme, row: Adjustment) -> Iterator[Problem]:
    """The problems of a veto: points, or an effect milder than the scheme's ceiling."""
    if row.points is not None:
        yield at(row, "points").problem("E129", "否决不填分值", "请删除，或核对类别")
    for item in scheme.vetoes:
        if item.id == row.item and row.effect is not None and _milder(row.effect, item.ceiling):
            message = f"高于方案规定的等次上限“{item.ceiling.label}”"
            yield at(row, "effect").problem("E129", message, "请核对等次上限和方案项目")


def _milder(effect: BoardGrade, ceiling: BoardGrade) -> bool:
    """Whether an effect leaves a better grade open than the ceiling does."""
    return ceiling in ORDER and (effect not in ORDER or ORDER.index(effect) < ORDER.index(ceiling))
