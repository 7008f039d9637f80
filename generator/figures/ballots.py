"""民主测评: scores by class, dimension and target, and turnout (domain.md 3.3–3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.figures.cells import cells, setting
from generator.figures.classes import formula, weighed, weight_cells, weight_operands
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import fine, quotient, result, total
from generator.figures.shares import share_figures
from generator.figures.targets import Target, index, targets
from generator.figures.votes import class_basis, score_fields
from generator.model.terms import PublicationItem, TargetKind
from generator.model.year import Year
from generator.scoring.assess import UnitAssessment
from generator.scoring.ballots import ClassScore, DimensionScore
from generator.scoring.exact import percent, plain
from generator.scoring.rounds import Turnout

CLAUSE = "domain.md 3.4"
ACCOUNTS = (
    ("attended", "到会率", "实到", "应到", ("present", "expected")),
    ("returned", "收回率", "收回", "发出", ("returned", "issued")),
    ("valid", "有效率", "有效", "收回", ("valid", "returned")),
)


def ballot_figures(year: Year, units: Iterable[UnitAssessment]) -> Iterator[Figure]:
    """Everything about 民主测评, unit by unit: the board, then its members."""
    rows = index(year)
    for unit in units:
        results = [one for one in (unit.ballots, *unit.persons.values()) if one is not None]
        seen: set[TargetKind] = set()
        for target in targets(year, results, rows):
            if target.result.turnout is not None and target.kind not in seen:
                yield from _turnout(target, target.result.turnout)
            seen.add(target.kind)
            yield from _target(target)


def _turnout(target: Target, held: Turnout) -> Iterator[Figure]:
    """Of one sheet: that of the board, or the one all its members stand on."""
    sheet, unit_id = target.kind, target.unit_id
    rates = {"attended": held.attended, "returned": held.returned, "valid": held.valid}
    for key, label, part, whole, fields in ACCOUNTS:
        value = rates[key]
        head = Head(
            f"units.{unit_id}.ballot.turnout.{sheet.value}.{key}",
            f"{sheet.label}测评{label}",
            target.item(PublicationItem.BALLOT_TOTAL),
            unit_id,
        )
        basis = Basis(
            f"{part}÷{whole}（各票种合计）",
            quotient(value, f"{whole}为0"),
            "domain.md 3.3",
            (Operand(part, plain(value.part)), Operand(whole, plain(value.whole))),
            cells(held.rounds, *fields),
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
        formula(target, "得分"),
        weighed(target, texts, value),
        CLAUSE,
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
        "各维度得分按维度权重加权，最后四舍五入保留两位小数",
        _worked(target),
        CLAUSE,
        (*(one.precise() for one in dimensions), *weights),
        (
            *target.places(score_fields(target)),
            *(setting(one.origin, "权重") for one in target.rules.dimensions if one.dimension in asked),
        ),
    )
    board = target.kind is TargetKind.BOARD
    head = target.head("board.score" if board else "score", "民主测评得分", PublicationItem.BALLOT_TOTAL)
    return head.score(target.result.score, basis)


def _worked(target: Target) -> str:
    held, score = target.result.turnout, target.result.score
    if held is not None and not held.stands:
        return "到会人数不足，测评无效" if held.lawful else "收回票数多于发出票数，测评无效"
    if score is None:
        return "有维度没有得分，不计算"
    terms = [f"{percent(one.weight)}×{fine(one.score)}" for one in target.result.dimensions if one.weight]
    return total(terms) + result(score)
