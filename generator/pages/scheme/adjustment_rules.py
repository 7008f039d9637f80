"""加分、扣分与否决 in words, and the 党建得分 they enter (domain.md 6.3); 算法说明 says the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scheme import Penalty, Scheme
from generator.pages.scheme.chapters import Chapter, Grid, numbers, words
from generator.pages.words import number

ONCE = "同一成果只按最高层级加分一次；同一事项只扣分或否决一次。"


def adjustments(scheme: Scheme) -> Chapter:
    """The three tables and how far they may move a score."""
    return Chapter(
        "adjustments",
        "加分、扣分和否决",
        paragraphs=(
            "党建得分为适用指标的得分率乘以 100，加上加分，减去扣分。",
            cap_words(scheme),
        ),
        grids=adjustment_grids(scheme),
        notes=(ONCE,),
    )


def cap_words(scheme: Scheme) -> str:
    """How far bonuses reach."""
    cap = scheme.party_total_cap
    total = "党建得分不设上限" if cap is None else f"党建得分最高 {number(cap)} 分"
    return f"加分合计不超过 {number(scheme.bonus_cap)} 分；{total}。"


def adjustment_grids(scheme: Scheme) -> tuple[Grid, ...]:
    """加分项, 扣分项, 否决项: only the tables that have rows."""
    return tuple(_grids(scheme))


def _grids(scheme: Scheme) -> Iterator[Grid]:
    if scheme.bonuses:
        bonuses = tuple(
            (one.item, one.level.label, f"+{number(one.points)}", one.basis) for one in scheme.bonuses
        )
        yield Grid("加分项", (*words("事项", "层级"), *numbers("分值"), *words("依据")), bonuses)
    if scheme.penalties:
        penalties = tuple((one.item, _span(one), one.basis) for one in scheme.penalties)
        yield Grid("扣分项", (*words("事项"), *numbers("分值"), *words("依据")), penalties)
    if scheme.vetoes:
        vetoes = tuple((one.item, one.ceiling.label, one.authority, one.basis) for one in scheme.vetoes)
        yield Grid("否决项", words("事项", "等次最高为", "认定部门", "依据"), vetoes)


def _span(penalty: Penalty) -> str:
    """`−3`, or `−3 至 −5`."""
    least, most = number(penalty.least), number(penalty.most)
    return f"−{least}" if least == most else f"−{least} 至 −{most}"
