"""优秀率、优良率、称职以上率: pooled and by class weight, each named (domain.md 3.4, 3.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.figures.ballots.classes import weighed, weight_cells, weight_operands, weighted_rule
from generator.figures.ballots.targets import COMPETENT, GRADE_WORDS, Target
from generator.figures.ballots.votes import GRADED
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.numerals import quotient, share
from generator.figures.rule import Rule, Subject
from generator.model import scheme
from generator.model.terms import PublicationItem, TargetKind
from generator.problems import Place
from generator.scoring.ballots import BallotResult, Share
from generator.scoring.exact import ZERO, Rate, plain
from generator.scoring.votes import Votes


@dataclass(frozen=True)
class _Kind:
    """One of the two shares."""

    key: str
    label: str
    """`优秀率`."""
    counted: str
    """`优秀票`."""
    share: Callable[[BallotResult], Share]
    of: Callable[[Votes], Rate]

    def of_class(self) -> Rule:
        """Of one class of voters."""
        return self._pooled(f"{self.label}（分票种）", "各维度合并")

    def pooled(self) -> Rule:
        """Of all votes together."""
        return self._pooled(f"{self.label}（合并计算）", "各票种、各维度合并")

    def weighted(self, rules: scheme.Ballot) -> Rule:
        """Of the classes by their weights."""
        return weighted_rule(rules, f"{self.label}（票种加权）", self.label)

    def _pooled(self, label: str, over: str) -> Rule:
        counted = f"（{self.counted}）" if "＋" in self.counted else self.counted
        return Rule(Subject.BALLOT, label, f"{counted}÷有效票（{over}）", "domain.md 3.4")


def share_rules(rules: scheme.Ballot, target: TargetKind) -> Iterator[Rule]:
    """Of boards or of persons: by class, pooled and weighted."""
    for kind in _kinds(target):
        yield from (kind.of_class(), kind.pooled(), kind.weighted(rules))


def share_figures(target: Target) -> Iterator[Figure]:
    """By class, then pooled and weighted: first of 优秀, then of the two best grades."""
    for kind in _kinds(target.kind):
        classes = [_of_class(target, kind, n, one) for n, one in enumerate(target.rules.classes)]
        yield from classes
        yield _pooled(target, kind)
        yield _weighted(target, kind, classes)


def _kinds(target: TargetKind) -> tuple[_Kind, _Kind]:
    """优秀率, and 优良率 of boards or 称职以上率 of persons."""
    best, second, *_ = GRADE_WORDS[target]
    return (
        _Kind(
            "excellent_rate",
            "优秀率",
            f"{best}票",
            lambda voted: voted.excellent,
            lambda votes: votes.excellent_rate,
        ),
        _Kind(
            "competent_rate",
            COMPETENT[target],
            f"{best}票＋{second}票",
            lambda voted: voted.competent,
            lambda votes: votes.competent_rate,
        ),
    )


def _of_class(target: Target, kind: _Kind, place: int, one: scheme.BallotClass) -> Figure:
    """The share of one class, its dimensions pooled."""
    rates = [kind.of(scored.classes[place].votes) for scored in target.result.dimensions]
    pooled = Rate(sum((row.part for row in rates), ZERO), sum((row.whole for row in rates), ZERO))
    head = target.head(
        f"classes.{one.code}.{kind.key}", f"{kind.label}（{one.code}票）", PublicationItem.BALLOT_CLASSES
    )
    return head.rate(pooled, _counted(kind, kind.of_class(), pooled, target.places(GRADED, one.code)))


def _pooled(target: Target, kind: _Kind) -> Figure:
    rule, value = kind.pooled(), kind.share(target.result).pooled
    head = target.head(f"{kind.key}.pooled", rule.label, PublicationItem.BALLOT_DIMENSIONS)
    return head.rate(value, _counted(kind, rule, value, target.places(GRADED)))


def _counted(kind: _Kind, rule: Rule, value: Rate, places: tuple[Place, ...]) -> Basis:
    """The basis of a share of votes."""
    return Basis(
        rule,
        quotient(value, "无有效票"),
        (Operand(kind.counted, plain(value.part)), Operand("有效票", plain(value.whole))),
        places,
    )


def _weighted(target: Target, kind: _Kind, classes: list[Figure]) -> Figure:
    rule, value = kind.weighted(target.rules), kind.share(target.result).weighted
    texts = [None if one.value is None else one.text for one in classes]
    head = target.head(f"{kind.key}.weighted", rule.label, PublicationItem.BALLOT_DIMENSIONS)
    basis = Basis(
        rule,
        weighed(target, texts, None if value is None else f"＝{share(value)}"),
        (*(one.operand() for one in classes), *weight_operands(target)),
        (*target.places(GRADED), *weight_cells(target)),
    )
    return head.share(value, basis)
