"""评定办法 in words: weights, ballot, grades, quota, bars (domain.md 3, 7); 算法说明 says the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scheme import Ballot, Bars, Grade, Quota, Scheme
from generator.model.terms import Abstain, Component, MissingClass, PointsTable, Rounding
from generator.pages.scheme.chapters import Chapter, Grid, numbers, words
from generator.pages.words import NONE, number
from generator.scoring.exact import percent
from generator.scoring.votes import LOW_TIER, LOWEST_TIER, TIERS

_ROUNDING = {
    Rounding.FLOOR: "只取整数，舍去小数",
    Rounding.ROUND: "四舍五入取整",
    Rounding.CEIL: "向上进位取整",
}
_POINTS = {
    PointsTable.GRADES: "各等次票按下表折算成分数",
    PointsTable.TIER: "按优秀得票率分档折算成分数",
    PointsTable.DIRECT: "由投票人直接打分",
}
_ABSTAIN = {
    Abstain.EXCLUDE: "弃权（不了解）票不计入有效票",
    Abstain.ZERO: "弃权（不了解）票按零分计入",
    Abstain.MIN_GRADE: "弃权（不了解）票按最低等次计入",
}
DECISION = "等次由党委会审定；计算结果只是建议。"
BARRED = "有下列情形之一的，即使在名额内也不得评为优秀："
_MISSING = {
    MissingClass.RENORMALISE: "某票种没有有效票时，其权重按比例分摊到其他票种",
    MissingClass.FAIL: "某票种没有有效票时，不计算民主测评得分",
}


def weights(scheme: Scheme) -> Chapter:
    """综合得分 of each group."""
    formula = "综合得分为各项得分乘以权重之和，四舍五入保留两位小数。"
    return Chapter("weights", "权重", (formula,), grids=(weight_grid(scheme),))


def weight_grid(scheme: Scheme) -> Grid:
    """各组别权重; a component only some groups have is 「—」 in the others."""
    used = scheme.components
    rows = tuple(
        (
            group.name,
            *(percent(group.weights[part]) if part in group.weights else NONE for part in used),
        )
        for group in scheme.groups
    )
    columns = (*words("组别"), *numbers(*(part.label for part in used)))
    return Grid("各组别权重", columns, rows)


def ballot(scheme: Scheme) -> Chapter:
    """民主测评: who votes on what, and how votes become points."""
    rules = scheme.ballot
    return Chapter(
        "ballot",
        "民主测评",
        paragraphs=(
            quorum_words(rules),
            f"{_POINTS[rules.points_table]}；先按票种、再按维度加权计算。",
        ),
        grids=ballot_grids(rules),
        notes=vote_words(rules),
    )


def quorum_words(rules: Ballot) -> str:
    """When a meeting is valid."""
    return f"实到人数达到应到人数的 {rules.quorum_present}/{rules.quorum_expected}，测评有效。"


def vote_words(rules: Ballot) -> tuple[str, ...]:
    """What becomes of abstentions, and of a class without votes."""
    return (f"{_ABSTAIN[rules.abstain]}。", f"{_MISSING[rules.missing_class]}。")


def ballot_grids(rules: Ballot) -> tuple[Grid, ...]:
    """Classes, dimensions, and what votes are worth."""
    return tuple(_ballot_grids(rules))


def _ballot_grids(rules: Ballot) -> Iterator[Grid]:
    classes = tuple((one.code, one.name, percent(one.weight)) for one in rules.classes)
    yield Grid("票种和权重", (*words("票种", "投票人范围"), *numbers("权重")), classes)
    dimensions = tuple((one.dimension.label, percent(one.weight)) for one in rules.dimensions)
    yield Grid("测评维度和权重", (*words("维度"), *numbers("权重")), dimensions)
    if rules.points_table is PointsTable.GRADES:
        points = tuple((grade.label, f"{number(value)} 分") for grade, value in rules.points.items())
        yield Grid("等次折分", (*words("等次"), *numbers("折算分")), points)
    if rules.points_table is PointsTable.TIER:
        yield Grid("得票率分档", (*words("优秀得票率"), *numbers("折算分")), tuple(_tiers()))


def _tiers() -> Iterator[tuple[str, str]]:
    """From the highest share of 优秀 votes down."""
    for least, points in TIERS:
        yield f"{percent(least)} 及以上", f"{number(points)} 分"
    lowest = percent(TIERS[-1][0])
    yield f"不足 {lowest}，后两等票不足 1/3", f"{number(LOW_TIER)} 分"
    yield f"不足 {lowest}，后两等票达到 1/3", f"{number(LOWEST_TIER)} 分"


def grades(scheme: Scheme) -> Chapter:
    """等次, 优秀名额, 同分次序 and 评优限制."""
    return Chapter(
        "grades",
        "等次和优秀名额",
        items=tuple(grade_words(grade) for grade in scheme.grades),
        notes=(
            quota_words(scheme.quota),
            tie_words(scheme.tie_order),
            DECISION,
        ),
    )


def grade_words(grade: Grade) -> str:
    """`优秀：90 分及以上`, `良好：80–90 分（不含 90）`, `较差：不足 70 分`."""
    if grade.below is None:
        span = f"{number(grade.least)} 分及以上"
    elif not grade.least:
        span = f"不足 {number(grade.below)} 分"
    else:
        span = f"{number(grade.least)}–{number(grade.below)} 分（不含 {number(grade.below)}）"
    return f"{grade.grade.label}：{span}"


def quota_words(quota: Quota) -> str:
    """The quota of 优秀 as a rule a reader can apply."""
    least = "；不足一名的，可评一名" if quota.min_one else ""
    counted = f"按各组参加评定单位数的 {percent(quota.ratio)} 计算，{_ROUNDING[quota.rounding]}"
    return f"优秀名额：{counted}{least}。"


def tie_words(order: tuple[Component, ...]) -> str:
    """What decides between equal scores; never the order of names."""
    compared = "、".join(part.label for part in order)
    first = f"依次比较{compared}得分；仍相同的，" if order else ""
    return f"综合得分相同的，{first}由党委会决定。"


def bars(scheme: Scheme) -> Chapter:
    """评优限制: what keeps a unit from 优秀 inside the quota."""
    return Chapter("bars", "评优限制", (BARRED,), items=tuple(bar_items(scheme.bars)))


def bar_items(rules: Bars) -> Iterator[str]:
    """Each bar the scheme sets."""
    yield f"党建考核低于{rules.party_least.label}等次"
    yield f"民主测评称职以上率低于 {percent(rules.competent_rate)}"
    yield f"民主测评优秀率低于 {percent(rules.excellent_rate)}"
    if rules.last_in_group:
        yield "综合得分居组内末位"
