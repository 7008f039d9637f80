"""优秀率、优良率、称职以上率: pooled and by class weight, each named (domain.md 3.4, 3.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.figures.classes import formula, weighed, weight_cells, weight_operands
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.numerals import quotient, share
from generator.figures.targets import Target
from generator.figures.votes import GRADED
from generator.model import scheme
from generator.model.terms import PublicationItem
from generator.scoring.ballots import Share
from generator.scoring.exact import ZERO, Rate, plain
from generator.scoring.votes import Votes

CLAUSE = "domain.md 3.4"


@dataclass(frozen=True)
class _Kind:
    """One of the two shares."""

    key: str
    label: str
    """`优秀率`."""
    counted: str
    """`优秀票`."""
    share: Share
    of: Callable[[Votes], Rate]


def share_figures(target: Target) -> Iterator[Figure]:
    """By class, then pooled and weighted: first of 优秀, then of the two best grades."""
    best, second, *_ = target.words
    voted = target.result
    for kind in (
        _Kind("excellent_rate", "优秀率", f"{best}票", voted.excellent, lambda one: one.excellent_rate),
        _Kind(
            "competent_rate",
            target.competent,
            f"{best}票＋{second}票",
            voted.competent,
            lambda one: one.competent_rate,
        ),
    ):
        classes = [_of_class(target, kind, n, one) for n, one in enumerate(target.rules.classes)]
        yield from classes
        yield _pooled(target, kind)
        yield _weighted(target, kind, classes)


def _of_class(target: Target, kind: _Kind, place: int, one: scheme.BallotClass) -> Figure:
    """The share of one class, its dimensions pooled."""
    rates = [kind.of(scored.classes[place].votes) for scored in target.result.dimensions]
    pooled = Rate(sum((row.part for row in rates), ZERO), sum((row.whole for row in rates), ZERO))
    head = target.head(
        f"classes.{one.code}.{kind.key}", f"{kind.label}（{one.code}票）", PublicationItem.BALLOT_CLASSES
    )
    return head.rate(pooled, _basis(target, kind, pooled, one.code))


def _pooled(target: Target, kind: _Kind) -> Figure:
    head = target.head(f"{kind.key}.pooled", f"{kind.label}（合并计算）", PublicationItem.BALLOT_DIMENSIONS)
    return head.rate(kind.share.pooled, _basis(target, kind, kind.share.pooled))


def _basis(target: Target, kind: _Kind, value: Rate, ballot_class: str | None = None) -> Basis:
    over = "各维度合并" if ballot_class else "各票种、各维度合并"
    counted = f"（{kind.counted}）" if "＋" in kind.counted else kind.counted
    return Basis(
        f"{counted}÷有效票（{over}）",
        quotient(value, "无有效票"),
        CLAUSE,
        (Operand(kind.counted, plain(value.part)), Operand("有效票", plain(value.whole))),
        target.places(GRADED, ballot_class),
    )


def _weighted(target: Target, kind: _Kind, classes: list[Figure]) -> Figure:
    value = kind.share.weighted
    texts = [None if one.value is None else one.text for one in classes]
    head = target.head(f"{kind.key}.weighted", f"{kind.label}（票种加权）", PublicationItem.BALLOT_DIMENSIONS)
    basis = Basis(
        formula(target, kind.label),
        weighed(target, texts, None if value is None else f"＝{share(value)}"),
        CLAUSE,
        (*(one.operand() for one in classes), *weight_operands(target)),
        (*target.places(GRADED), *weight_cells(target)),
    )
    return head.share(value, basis)
