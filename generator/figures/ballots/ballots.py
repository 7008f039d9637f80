"""民主测评: scores by class, dimension and target, and turnout (domain.md 3.3–3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.figures.ballots.classes import weighed, weight_cells, weight_operands, weighted_rule
from generator.figures.ballots.shares import share_figures, share_rules
from generator.figures.ballots.targets import Target, index, targets
from generator.figures.ballots.votes import class_basis, class_rule, score_fields
from generator.figures.cells import cells, setting
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import fine, quotient, result, total
from generator.figures.rule import Rule, Subject
from generator.model import scheme
from generator.model.ballots import BallotCount
from generator.model.terms import PublicationItem, TargetKind
from generator.scoring.ballots import BallotResult, ClassScore, DimensionScore
from generator.scoring.exact import percent, plain
from generator.scoring.rounds import Turnout


@dataclass(frozen=True)
class _Account:
    """One share of the accounting of a meeting."""

    key: str
    label: str
    part: str
    whole: str
    fields: tuple[str, str]

    @property
    def rule(self) -> Rule:
        """`实到÷应到（各票种合计）`."""
        formula = f"{self.part}÷{self.whole}（各票种合计）"
        return Rule(Subject.BALLOT, f"测评{self.label}", formula, "domain.md 3.3")


ACCOUNTS = (
    _Account("attended", "到会率", "实到", "应到", ("present", "expected")),
    _Account("returned", "收回率", "收回", "发出", ("returned", "issued")),
    _Account("valid", "有效率", "有效", "收回", ("valid", "returned")),
)
SCORE = Rule(
    Subject.BALLOT,
    "民主测评得分",
    "各维度得分按维度权重加权，最后四舍五入保留两位小数",
    "domain.md 3.4",
)


def ballot_rules(rules: scheme.Ballot) -> Iterator[Rule]:
    """Turnout, then from the votes of a class to the score, and the shares; of boards and of persons."""
    yield from (one.rule for one in ACCOUNTS)
    yield from (class_rule(rules, kind) for kind in TargetKind)
    yield dimension_rule(rules)
    yield SCORE
    for kind in TargetKind:
        yield from share_rules(rules, kind)


def dimension_rule(rules: scheme.Ballot) -> Rule:
    """`S(d)` from the classes."""
    return weighted_rule(rules, "维度得分", "得分")


def ballot_figures(
    rules: scheme.Ballot, results: Iterable[BallotResult], counts: Iterable[BallotCount]
) -> Iterator[Figure]:
    """Everything about 民主测评 of a unit: the board, then its members; `counts` are those of the unit."""
    seen: set[TargetKind] = set()
    for target in targets(rules, results, index(counts)):
        if target.result.turnout is not None and target.kind not in seen:
            yield from _turnout(target, target.result.turnout)
        seen.add(target.kind)
        yield from _target(target)


def _turnout(target: Target, held: Turnout) -> Iterator[Figure]:
    """Of one sheet: that of the board, or the one all its members stand on."""
    sheet, unit_id = target.kind, target.unit_id
    rates = {"attended": held.attended, "returned": held.returned, "valid": held.valid}
    for one in ACCOUNTS:
        value = rates[one.key]
        head = Head(
            f"units.{unit_id}.ballot.turnout.{sheet.value}.{one.key}",
            f"{sheet.label}{one.rule.label}",
            target.item(PublicationItem.BALLOT_TOTAL),
            unit_id,
        )
        basis = Basis(
            one.rule,
            quotient(value, f"{one.whole}为0"),
            (Operand(one.part, plain(value.part)), Operand(one.whole, plain(value.whole))),
            cells(held.rounds, *one.fields),
        )
        yield head.rate(value, basis)


def _target(target: Target) -> Iterator[Figure]:
    dimensions = []
    for scored in target.result.dimensions:
        classes = [_class_score(target, scored, one) for one in scored.classes]
        yield from classes
        dimensions.append(_dimension_score(target, scored, classes))
        yield dimensions[-1]
    yield from share_figures(target)
    yield _score(target, dimensions)


def _class_score(target: Target, scored: DimensionScore, one: ClassScore) -> Figure:
    code, dimension = one.ballot_class.code, scored.dimension
    head = target.head(
        f"classes.{code}.{dimension.value}.score",
        f"{dimension.label}得分（{code}票）",
        PublicationItem.BALLOT_CLASSES,
    )
    return head.score(one.score, class_basis(target, one, dimension))


def _dimension_score(target: Target, scored: DimensionScore, classes: list[Figure]) -> Figure:
    texts = [None if one.score is None else fine(one.score) for one in scored.classes]
    value = None if scored.score is None else result(scored.score)
    basis = Basis(
        dimension_rule(target.rules),
        weighed(target, texts, value),
        (*(one.precise() for one in classes), *weight_operands(target)),
        (*target.places(score_fields(target), dimension=scored.dimension), *weight_cells(target)),
    )
    dimension = scored.dimension
    head = target.head(
        f"dimensions.{dimension.value}.score", f"{dimension.label}得分", PublicationItem.BALLOT_DIMENSIONS
    )
    return head.score(scored.score, basis)


def _score(target: Target, dimensions: list[Figure]) -> Figure:
    scored = target.result.dimensions
    asked = {one.dimension for one in scored}
    weights = (Operand(f"{one.dimension.label}权重", percent(one.weight)) for one in scored)
    basis = Basis(
        SCORE,
        _worked(target),
        (*(one.precise() for one in dimensions), *weights),
        (
            *target.places(score_fields(target)),
            *(setting(one.origin, "权重") for one in target.rules.dimensions if one.dimension in asked),
        ),
    )
    board = target.kind is TargetKind.BOARD
    head = target.head("board.score" if board else "score", SCORE.label, PublicationItem.BALLOT_TOTAL)
    return head.score(target.result.score, basis)


def _worked(target: Target) -> str:
    held, score = target.result.turnout, target.result.score
    if held is not None and not held.stands:
        return "到会人数不足，测评无效" if held.lawful else "收回票数多于发出票数，测评无效"
    if score is None:
        return "有维度没有得分，不计算"
    terms = [f"{percent(one.weight)}×{fine(one.score)}" for one in target.result.dimensions if one.weight]
    return total(terms) + result(score)
