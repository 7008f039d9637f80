"""等次、评优限制与同分次序: what they name exists and has an effect (domain.md 7.2–7.4; code E107)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.tables import Tables, YearTables
from generator.model.terms import BoardGrade
from generator.problems import Problem
from generator.review.findings import at, entry_at
from generator.review.lookup import scheme_of
from generator.review.sources import Sourced
from generator.scoring.adjustments import GRADES as ORDER
from generator.scoring.exact import percent

QUOTA_GRADES = (BoardGrade.EXCELLENT, BoardGrade.GOOD)
"""The quota is filled from the one; who finds it full gets the other (domain.md 7.4 step 7)."""


def grades(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The grades the quota needs are among those of the scheme."""
    scheme = scheme_of(year)
    given = {one.grade for one in scheme.grades}
    missing = [one.label for one in QUOTA_GRADES if one not in given]
    if missing:
        hint = "优秀名额已满的评为良好，两个等次都要有，请补上分数线"
        yield at(scheme, "grades").problem("E107", f"缺少{'、'.join(missing)}等次", hint)


def named_grades(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A bar and a veto name grades of the scheme; that a veto bars from 优秀 is judged elsewhere."""
    scheme = scheme_of(year)
    given = [one.grade for one in scheme.grades]
    rows: list[tuple[Sourced, str, BoardGrade]] = [(scheme.bars, "party_least", scheme.bars.party_least)]
    rows += ((one, "ceiling", one.ceiling) for one in scheme.vetoes if one.ceiling in ORDER[1:])
    for row, name, grade in rows:
        if grade not in given:
            hint = f"可填：{'、'.join(one.label for one in given)}"
            yield at(row, name).problem("E107", "方案的等次中没有这一等", hint)


def rate_bars(year: YearTables, _: Tables) -> Iterator[Problem]:
    """优秀票 count in 称职以上率 too, so its bar is the higher one or has no effect."""
    bars = scheme_of(year).bars
    if bars.excellent_rate > bars.competent_rate:
        message = f"高于称职以上率下限 {percent(bars.competent_rate)}，称职以上率的限制不起作用"
        hint = "优秀率不会高于称职以上率，请核对两个数是否填反"
        yield at(bars, "excellent_rate").problem("E107", message, hint)


def tie_order(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Equal scores are compared by components that count, each once."""
    scheme = scheme_of(year)
    for n, one in enumerate(scheme.tie_order):
        spot = entry_at(scheme, "tie_order", f"第{n + 1}项", one.label)
        first = scheme.tie_order.index(one)
        if first < n:
            yield spot.problem("E107", f"与第{first + 1}项重复", "请只保留一处")
        elif one not in scheme.components:
            message = "各组别的权重中都没有这一项，比不出先后"
            yield spot.problem("E107", message, "请删除，或核对各组别的权重")
