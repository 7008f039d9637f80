"""历年比较: what may be compared between years, and what may not (domain.md 10.2, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.editions.edition import EditionYear
from generator.figures.comparing.comparable import CHANGE
from generator.figures.comparing.differences import PERCENTILE
from generator.figures.comparing.merged import REFERENCE
from generator.figures.comparing.trends import RATE, change_rule
from generator.figures.numerals import quotient, rate
from generator.figures.rule import Subject
from generator.model.terms import LinkRelation
from generator.pages.scheme.chapters import Chapter, Grid, words
from generator.pages.words import points, points_change
from generator.scoring.crosswalk import COMPARABLE, SHAPES, SUMS, Reason
from generator.scoring.exact import HUNDRED, Rate, rounded
from generator.scoring.lineage import reference
from generator.scoring.percentile import percentile
from generator.scoring.trends import BREAK_TEXT

BEFORE, NOW = Rate(Decimal("18.2"), Decimal(22)), Rate(Decimal("17.6"), Decimal(20))
SHARED_BEFORE, SHARED_NOW = Rate(Decimal("70.9"), Decimal(81)), Rate(Decimal("76.4"), Decimal(84))
PLACES = ((5, 19), (3, 18))
MERGED = ((Decimal("88.4"), 120), (Decimal("91.2"), 80))
"""The examples of domain.md 10.2 and 10.3."""


def history(year: EditionYear, formulas: Grid) -> Chapter:
    """Rates instead of points, leaves that stayed the same, places among groups of any size."""
    return Chapter(
        Subject.HISTORY.value,
        Subject.HISTORY.label,
        paragraphs=(
            "各年度的指标、分值和权重不同，分数不直接相比：同一年度的得分率可以相比，"
            "跨年度的趋势只看两年都有的相同指标，并写明它们占本年度分值的比例（覆盖率）。",
            f"指标体系的版次改变的两个年度之间，图表标注“{BREAK_TEXT}”；本年度是第 {year.scheme.major} 版。"
            "同一版次内没有登记沿革关系的，代码相同即视为相同；不同版次的必须登记。",
            "位次换算成百分位，使不同大小的组可以相比：第一名 100，最后一名 0；只有一个单位的组不计算。",
            "单位更名，历年数据相连；合并的，新单位与原各单位的历年数据并列，不取平均，需要一个数时只给参考值；"
            "拆分的，只注明来源，不继承原单位的得分。",
        ),
        grids=(_relations(), formulas),
        notes=tuple(_examples()),
    )


def _relations() -> Grid:
    """What each relation of the crosswalk means for the comparable rate."""
    columns = words("沿革关系", "计入可比口径得分率", "原因")
    return Grid("指标沿革关系", columns, tuple(_relation(one) for one in LinkRelation))


def _relation(one: LinkRelation) -> tuple[str, str, str]:
    if one in COMPARABLE:
        return one.label, "计入", "要求相同，一项对一项"
    reason: Reason = next(shape.reason for shape in SHAPES if shape.relation is one)
    if reason in SUMS:
        return one.label, "不计入", f"{reason.value}；各项齐全时另列合计"
    return one.label, "不计入", reason.value


def _examples() -> Iterator[str]:
    yield (
        f"示例（{change_rule(RATE).label}）：上年 {quotient(BEFORE, '')}，本年 {quotient(NOW, '')}，"
        f"得分少 0.6 分，得分率 {points_change(NOW.value, BEFORE.value)}。"
    )
    coverage = Rate(SHARED_NOW.whole, HUNDRED)
    yield (
        f"示例（{CHANGE.label}）：上年 {quotient(SHARED_BEFORE, '')}，"
        f"本年 {quotient(SHARED_NOW, '')}，{points_change(SHARED_NOW.value, SHARED_BEFORE.value)}，"
        f"覆盖率 {rate(coverage)}。"
    )
    places = [(rank, of, percentile(rank, of)) for rank, of in PLACES]
    told = (
        f"{of} 个单位第 {rank} 名为 {rounded(one.part * HUNDRED / one.whole, 1)}" for rank, of, one in places
    )
    yield f"示例（{PERCENTILE.label}）：{'，'.join(told)}。"
    terms = "＋".join(f"{points(score)}×{heads}" for score, heads in MERGED)
    mean = reference(MERGED)
    if mean is not None:
        yield f"示例（{REFERENCE.label}）：（{terms}）÷{mean.whole}＝{points(mean.value)}。"
