"""民主测评: from votes to a score, with an example counted by the year's own rules (domain.md 3.3–3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle

from generator.editions.edition import EditionYear
from generator.figures.numerals import fine, quotient, result, share, total
from generator.figures.rule import Subject
from generator.model.scheme import Ballot, BallotClass
from generator.model.terms import PointsTable
from generator.pages.scheme.chapters import Cell, Chapter, Grid, numbers, words
from generator.pages.scheme.grading_rules import ballot_grids, quorum_words, vote_words
from generator.scoring.exact import ZERO, Rate, percent
from generator.scoring.votes import Votes, points

VOTES = (
    Votes(excellent=3, good=2, points_sum=Decimal(455), voters=5),
    Votes(excellent=9, good=5, fair=2, points_sum=Decimal(1432), voters=16),
    Votes(excellent=15, good=9, fair=3, poor=1, abstain=1, points_sum=Decimal(2485), voters=28),
)
"""Made up: one dimension, a class each; with more classes they come again."""


def ballot(year: EditionYear, formulas: Grid) -> Chapter:
    """When a meeting counts, what votes are worth, and how they come together."""
    rules = year.scheme.ballot
    return Chapter(
        Subject.BALLOT.value,
        Subject.BALLOT.label,
        paragraphs=(
            f"{quorum_words(rules)}任一票种收回的票多于发出的票，整场测评无效；无效的测评不计算得分。",
            "有效票加无效票等于收回的票。部分空白的票，只有空白的那一格算弃权。",
            *vote_words(rules),
            "先算每个票种在每个维度上的得分，再按票种权重合成维度得分，最后按维度权重合成测评得分；"
            "只测总体评价的，总体评价占全部权重。",
            "优秀率、优良率（个人为称职以上率）有两种算法：合并计算把各票种、各维度的票加在一起；"
            "票种加权先算各票种的比率，再按权重合成。两者常不相等，凡显示处都写明是哪一种；"
            "评优限制按合并计算的比率判定。",
            "测评得分和含有它的综合得分最多公开到公司领导，不对职工公开：由精确的得分可以反推选票。"
            "有效票不足十票的班子或个人，测评结果只留在考核组；由它算出的综合得分、位次、建议等次，"
            "以及所在组和全公司含有它的中位数、离散程度、位次，也不公布。",
        ),
        grids=(*ballot_grids(rules), formulas, _example(rules)),
        notes=tuple(_worked(rules)),
    )


def _example(rules: Ballot) -> Grid:
    """A dimension, class by class."""
    columns = (*words("票种"), *numbers("权重", "票数", "得分", "优秀率"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.code,
            percent(one.weight),
            _numbers(rules, votes),
            fine(points(votes, rules)),
            share(votes.excellent_rate.value),
        )
        for one, votes in _voted(rules)
    )
    return Grid(f"示例：一个维度的得分（票数为{_counted(rules)}）", columns, rows)


def _worked(rules: Ballot) -> Iterator[str]:
    """How the classes of the example come together."""
    voted = _voted(rules)
    scores = [(one.weight, points(votes, rules) or ZERO) for one, votes in voted]
    terms = total([f"{percent(weight)}×{fine(score)}" for weight, score in scores])
    yield f"示例的维度得分：{terms}{result(_mean(scores))}。"
    pooled = Rate(
        sum((votes.excellent_rate.part for _, votes in voted), ZERO),
        sum((votes.excellent_rate.whole for _, votes in voted), ZERO),
    )
    weighted = _mean([(one.weight, votes.excellent_rate.value or ZERO) for one, votes in voted])
    yield f"示例的优秀率：合并计算 {quotient(pooled, '无有效票')}，票种加权 {share(weighted)}。"


def _voted(rules: Ballot) -> list[tuple[BallotClass, Votes]]:
    return list(zip(rules.classes, cycle(VOTES), strict=False))


def _mean(rows: list[tuple[Decimal, Decimal]]) -> Decimal:
    """By weight; all classes of the example voted."""
    return sum((weight * value for weight, value in rows), ZERO)


def _counted(rules: Ballot) -> str:
    """What `_numbers` says, in its order."""
    return "打分合计/打分票/弃权" if rules.points_table is PointsTable.DIRECT else "优秀/良好/一般/较差/弃权"


def _numbers(rules: Ballot, votes: Votes) -> str:
    """`4/2/0/0/1`."""
    if rules.points_table is PointsTable.DIRECT:
        return f"{votes.points_sum}/{votes.voters}/{votes.abstain}"
    counts = (votes.excellent, votes.good, votes.fair, votes.poor, votes.abstain)
    return "/".join(str(count) for count in counts)
