"""方案的合计与次序: weights and points sum up, thresholds descend without gaps (domain.md 7, 14 E107)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from generator.model.scheme import Ballot, Grade, Scheme
from generator.model.tables import Tables, YearTables
from generator.model.terms import PointsTable
from generator.problems import Problem
from generator.review.findings import at, column_in, entry_at
from generator.review.lookup import repeated, scheme_of
from generator.review.sources import Sourced
from generator.scoring.adjustments import GRADES as ORDER
from generator.scoring.exact import percent, plain

HUNDRED = Decimal(100)


def leaf_points(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """The leaves of a year sum up to 100 points (domain.md 6.1)."""
    total = sum((leaf.points for leaf in year.indicators), Decimal(0))
    if year.indicators and total != HUNDRED:
        message = f"全部指标分值合计 {plain(total)}，应为 100，{_difference(total, HUNDRED)}"
        place = column_in(year, tables, "indicators", "points")
        yield place.problem("E107", message, "请核对各指标的分值")


def empty_areas(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Every area has leaves, else there is nothing to score it by (domain.md 6.1)."""
    used = {leaf.code[0] for leaf in year.indicators}
    for area in scheme_of(year).areas:
        if year.indicators and area.code not in used:
            message = f"“{area.name}”下没有指标"
            yield at(area, "code").problem("E107", message, "请在指标体系中补上，或删除这个一级指标")


def weights(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The weights of each group, of the ballot classes and of the dimensions sum up to 100 % (7.1, 3.1)."""
    scheme = scheme_of(year)
    for group in scheme.groups:
        yield from _share_sum(group, "weights", group.weights.values())
    yield from _share_sum(scheme.ballot, "classes", [one.weight for one in scheme.ballot.classes])
    yield from _share_sum(scheme.ballot, "dimensions", [one.weight for one in scheme.ballot.dimensions])


def quota(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The share of 优秀 is above 0 and at most 1, the quorum a fraction (domain.md 7.3, 3.3)."""
    scheme = scheme_of(year)
    if not 0 < scheme.quota.ratio <= 1:
        yield at(scheme.quota, "ratio").problem(
            "E107", "优秀比例应大于 0，不超过 100%", "请核对优秀比例，例如 25%"
        )
    ballot = scheme.ballot
    if ballot.quorum_present > ballot.quorum_expected:
        message = f"到会比例 {ballot.quorum_present}/{ballot.quorum_expected} 大于 1"
        yield at(ballot, "quorum_present").problem("E107", message, "分子不能大于分母，例如三分之二填 2 和 3")


def thresholds(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Grades descend from the best, each ending where the one above begins, the last at 0 (domain.md 7.2)."""
    grades = scheme_of(year).grades
    first, last = grades[0], grades[-1]
    if first.below is not None:
        yield at(first, "below").problem("E107", "最高等次不设上限", "请删除这一项")
    for upper, lower in pairwise(grades):
        yield from _step_down(upper, lower)
    if last.least != 0:
        message = f"最低等次“{last.grade.label}”的下限是 {plain(last.least)}，低于此分的没有等次"
        yield at(last, "least").problem("E107", message, "最低等次的下限请填 0")


def points(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Every grade has points, a better one more (domain.md 3.2)."""
    ballot = scheme_of(year).ballot
    if ballot.points_table is PointsTable.DIRECT:
        return
    missing = [grade.label for grade in ORDER if grade not in ballot.points]
    if missing:
        yield at(ballot, "points").problem("E107", f"缺少{'、'.join(missing)}的分值", "请补上这些等次的分值")
    given = [(grade, ballot.points[grade]) for grade in ORDER if grade in ballot.points]
    for (upper, more), (lower, less) in pairwise(given):
        if more <= less:
            message = f"“{upper.label}”{plain(more)} 分，不高于“{lower.label}”{plain(less)} 分"
            spot = entry_at(ballot, "points", lower.label)
            yield spot.problem("E107", message, "等次越高分值应越高，请核对")


def limits(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Amber comes before red, the least before the most, a veto below 优秀 (domain.md 9.4, 6.3)."""
    scheme = scheme_of(year)
    rules = scheme.rectification
    if rules.behind_amber > rules.behind_red:
        message = f"滞后黄灯 {rules.behind_amber} 大于滞后红灯 {rules.behind_red}"
        yield at(rules, "behind_amber").problem("E107", message, "黄灯应先于红灯，请核对两个数")
    for penalty in scheme.penalties:
        if penalty.least > penalty.most:
            message = f"最少扣分 {plain(penalty.least)} 大于最多扣分 {plain(penalty.most)}"
            yield at(penalty, "least").problem("E107", message, "请核对两个数")
    for veto in scheme.vetoes:
        if veto.ceiling not in ORDER[1:]:
            message = "否决后的等次上限应低于优秀"
            yield at(veto, "ceiling").problem(
                "E107", message, f"可填：{'、'.join(g.label for g in ORDER[1:])}"
            )


def entries(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Each area, group, class, dimension, grade and item is listed once: twice would count twice."""
    scheme = scheme_of(year)
    for name, rows in _lists(scheme):
        for row, first in repeated(rows, attrgetter(name)):
            where = first.origin.column or f"第{first.origin.line}行"
            yield at(row, name).problem("E107", f"与“{where}”重复", "请只保留一处")


def _lists(scheme: Scheme) -> Iterator[tuple[str, tuple[Sourced, ...]]]:
    """The lists of the scheme with the field that names an entry."""
    ballot: Ballot = scheme.ballot
    yield "code", scheme.areas
    yield "name", scheme.groups
    yield "code", ballot.classes
    yield "dimension", ballot.dimensions
    yield "grade", scheme.grades
    yield "id", scheme.bonuses
    yield "id", scheme.penalties
    yield "id", scheme.vetoes


def _share_sum(row: Sourced, name: str, shares: Iterable[Decimal]) -> Iterator[Problem]:
    """The problem of shares that do not sum up to 100 %."""
    total = sum(shares, Decimal(0))
    if total != 1:
        message = f"权重合计 {percent(total)}，应为 100%，{_difference(total * 100, HUNDRED, '%')}"
        yield at(row, name).problem("E107", message, "请核对各项权重")


def _step_down(upper: Grade, lower: Grade) -> Iterator[Problem]:
    """The problems of two neighbouring grades: order, gap, overlap."""
    if (
        lower.grade not in ORDER
        or upper.grade not in ORDER
        or ORDER.index(upper.grade) > ORDER.index(lower.grade)
    ):
        message = f"“{lower.grade.label}”不应排在“{upper.grade.label}”之后"
        yield at(lower, "grade").problem(
            "E107", message, f"请按{'、'.join(g.label for g in ORDER)}的次序排列"
        )
    if lower.below is None:
        yield at(lower, "below").problem("E107", "缺少上限", f"请填上一等次的下限 {plain(upper.least)}")
    elif lower.below != upper.least:
        kind = "空档" if lower.below < upper.least else "重叠"
        between = " 至 ".join(plain(one) for one in sorted((lower.below, upper.least)))
        message = f"与上一等次“{upper.grade.label}”之间有{kind}：{between}"
        yield at(lower, "below").problem("E107", message, f"请填上一等次的下限 {plain(upper.least)}")
    if lower.below is not None and lower.least >= lower.below:
        yield at(lower, "least").problem("E107", f"下限不低于上限 {plain(lower.below)}", "请核对下限和上限")


def _difference(actual: Decimal, wanted: Decimal, sign: str = "") -> str:
    """How far a sum is off: `少 5%`."""
    word = "少" if actual < wanted else "多"
    return f"{word} {plain(abs(actual - wanted))}{sign}"
