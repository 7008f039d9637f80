"""What the votes of one class on one dimension are worth, in words and numbers (domain.md 3.2, 3.4)."""

from __future__ import annotations

from decimal import Decimal

from generator.figures.ballots.targets import GRADE_WORDS, Target
from generator.figures.cells import setting
from generator.figures.figure import Basis, Operand
from generator.figures.numerals import divided, rate, result
from generator.figures.rule import Rule, Subject
from generator.model import scheme
from generator.model.terms import Abstain, BoardGrade, Dimension, PointsTable, TargetKind
from generator.problems import Place
from generator.scoring.ballots import ClassScore
from generator.scoring.exact import Rate, plain
from generator.scoring.votes import Votes

GRADED = ("n_excellent", "n_good", "n_fair", "n_poor")
WORTH = (BoardGrade.EXCELLENT, BoardGrade.GOOD, BoardGrade.FAIR, BoardGrade.POOR)
ABSTAINED = {
    Abstain.EXCLUDE: "弃权票不计入",
    Abstain.ZERO: "弃权票计零分",
    Abstain.MIN_GRADE: "弃权票计最低档",
}


def graded(votes: Votes) -> tuple[int, int, int, int]:
    """The votes of the four grades, best first."""
    return (votes.excellent, votes.good, votes.fair, votes.poor)


def score_fields(target: Target) -> tuple[str, ...]:
    """The columns of a count that its score is read from."""
    direct = target.rules.points_table is PointsTable.DIRECT
    counted = ("points_sum",) if direct else GRADED
    return counted if target.rules.abstain is Abstain.EXCLUDE else (*counted, "n_abstain")


def class_rule(rules: scheme.Ballot, kind: TargetKind) -> Rule:
    """`S(k,d)` of a board or a person, by the table of the scheme."""
    match rules.points_table:
        case PointsTable.GRADES:
            worth = "＋".join(f"{word}票×{word}分值" for word in GRADE_WORDS[kind])
            formula = f"（{worth}）÷有效票"
        case PointsTable.TIER:
            formula = "按优秀得票率所在档次折分，低于最低档时看后两等票是否达到三分之一"
        case PointsTable.DIRECT:
            formula = "各票打分合计÷打分票数"
    label = f"{kind.label}分票种的维度得分"
    return Rule(Subject.BALLOT, label, f"{formula}，{ABSTAINED[rules.abstain]}", "domain.md 3.4")


def class_basis(target: Target, one: ClassScore, dimension: Dimension) -> Basis:
    """The basis of `S(k,d)`."""
    ending = "无有效票，不计算" if one.score is None else _worked(target, one.votes) + result(one.score)
    return Basis(
        class_rule(target.rules, target.kind),
        ending,
        _operands(target, one.votes),
        (*target.places(score_fields(target), one.ballot_class.code, dimension), *_settings(target)),
    )


def _settings(target: Target) -> tuple[Place, ...]:
    """Where the worth of a grade is set, for the table that uses it."""
    table = target.rules.points_table
    return (setting(target.rules.origin, "等次分值"),) if table is PointsTable.GRADES else ()


def _worked(target: Target, votes: Votes) -> str:
    match target.rules.points_table:
        case PointsTable.GRADES:
            return _by_grade(target, votes)
        case PointsTable.TIER:
            return _by_tier(target, votes)
        case PointsTable.DIRECT:
            terms = [plain(votes.points_sum or Decimal(0)), *_abstained(target, votes)]
            return divided(terms, str(_voters(target, votes, votes.voters)))


def _by_grade(target: Target, votes: Votes) -> str:
    terms = [
        f"{count}×{plain(target.rules.points[worth])}"
        for count, worth in zip(graded(votes), WORTH, strict=True)
        if count
    ]
    lowest = _abstained(target, votes)
    return divided(terms + lowest or ["0"], str(_voters(target, votes, votes.valid)))


def _by_tier(target: Target, votes: Votes) -> str:
    voters = _voters(target, votes, votes.valid)
    low = votes.fair + votes.poor + (votes.abstain if target.rules.abstain is Abstain.MIN_GRADE else 0)
    reached = f"优秀得票率{votes.excellent}÷{voters}＝{rate(Rate.of(votes.excellent, voters))}"
    return f"{reached}，后两等票{low}÷{voters}，折分"


def _abstained(target: Target, votes: Votes) -> list[str]:
    """The term of abstentions counted as the lowest grade."""
    counted = target.rules.abstain is Abstain.MIN_GRADE and votes.abstain
    return [f"{votes.abstain}×{plain(target.rules.points[BoardGrade.POOR])}"] if counted else []


def _voters(target: Target, votes: Votes, present: int) -> int:
    return present if target.rules.abstain is Abstain.EXCLUDE else present + votes.abstain


def _operands(target: Target, votes: Votes) -> tuple[Operand, ...]:
    """The votes, and what each grade is worth."""
    if target.rules.points_table is PointsTable.DIRECT:
        counted = [Operand("打分合计", plain(votes.points_sum or Decimal(0)))]
        counted.append(Operand("打分票数", str(votes.voters)))
    else:
        numbers = zip(target.words, graded(votes), strict=True)
        counted = [Operand(f"{word}票", str(number)) for word, number in numbers]
    worth = zip(target.words, WORTH, strict=True)
    points = target.rules.points if target.rules.points_table is PointsTable.GRADES else {}
    return (
        *counted,
        Operand("弃权票", str(votes.abstain)),
        *(Operand(f"{word}分值", plain(points[grade])) for word, grade in worth if grade in points),
    )
