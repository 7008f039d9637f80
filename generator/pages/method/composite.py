"""综合得分: weighted once, rounded once (domain.md 7.1)."""

from __future__ import annotations

from decimal import Decimal

from generator.editions.edition import EditionYear
from generator.figures.numerals import fine, result, total
from generator.figures.rule import Subject
from generator.model.scheme import GroupWeights
from generator.model.terms import Component
from generator.pages.scheme.chapters import Chapter, Grid
from generator.pages.scheme.grading_rules import weight_grid
from generator.scoring.composite import composite as weigh
from generator.scoring.exact import percent

SCORES = {
    Component.BALLOT: Decimal(266) / 3,
    Component.SUPERIOR: Decimal(91),
    Component.PARTY: Decimal("96.5"),
    Component.KPI: Decimal(93),
}
"""Made up; the first does not end, so that the example shows where it is rounded."""


def composite(year: EditionYear, formulas: Grid) -> Chapter:
    """The weights of each group, and an example by the first of them."""
    return Chapter(
        Subject.COMPOSITE.value,
        Subject.COMPOSITE.label,
        paragraphs=(
            "各项构成都是百分制。民主测评和党建考核用未取整的计算得分加权，没有计算得分的和其他各项用录入的得分；"
            "只在得出综合得分时四舍五入一次，保留两位小数。",
            "缺任何一项构成的得分，不计算综合得分。",
        ),
        grids=(weight_grid(year.scheme), formulas),
        notes=tuple(_example(group) for group in year.scheme.groups[:1]),
    )


def _example(group: GroupWeights) -> str:
    weighed = weigh(group.weights, SCORES)
    terms = total([f"{percent(one.weight)}×{fine(one.score)}" for one in weighed.components])
    ending = "" if weighed.score is None else result(weighed.score)
    named = "、".join(f"{one.component.label} {fine(one.score)}" for one in weighed.components)
    return f"示例（{group.name}）：{named}；{terms}{ending}。"
