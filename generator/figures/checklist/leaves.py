"""指标得分: what one unit earned on one leaf, by its way of scoring (domain.md 6.1, 6.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.figures.cells import cell, cells
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.ledger.ledger_rules import BY_RATE
from generator.figures.ledger.problems import entry_cells, named
from generator.figures.numerals import fine, quotient
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Check, Leaf
from generator.model.terms import CheckStatus, Condition, LedgerRate, PublicationItem, Scoring
from generator.model.year import Unit, Year
from generator.problems import Place
from generator.scoring.checklist import UnitChecklist
from generator.scoring.exact import ZERO, Rate, percent, plain
from generator.scoring.leaves import LeafResult, PreviousLedger, previous_ledger

BY_SCORING = {
    scoring: Rule(Subject.CHECKLIST, f"{scoring.label}指标得分", formula, "domain.md 6.1")
    for scoring, formula in (
        (Scoring.DEDUCT, "分值－扣分合计，扣完为止"),
        (Scoring.PASS, "达标的为分值－扣分合计，扣完为止；不符合的不得分"),
        (Scoring.RATIO, "分值×完成率，不超过分值"),
        (Scoring.BAND, "按所达到的档次得分"),
    )
}
NOT_APPLICABLE = Rule(
    Subject.CHECKLIST, "不适用的指标", "不适用的指标不计分，也不计入应得分值", "domain.md 6.3"
)
PROFILE_FIELDS = {
    Condition.HAS_COMMITTEE: "has_committee",
    Condition.HAS_PARTY_GROUPS: "has_party_groups",
}
DETAILED = frozenset({PublicationItem.DEDUCTIONS})
SENSITIVE = frozenset({PublicationItem.SENSITIVE})
"""Of a leaf computed from a ledger."""


def leaf_rules(leaves: Iterable[Leaf]) -> Iterator[Rule]:
    """The four ways of scoring, the rates of last year's ledger these leaves take, and 不适用."""
    yield from BY_SCORING.values()
    used = {leaf.ledger_rate for leaf in leaves}
    yield from (ledger_leaf_rule(kind) for kind in LedgerRate if kind in used)
    yield NOT_APPLICABLE


def ledger_leaf_rule(kind: LedgerRate) -> Rule:
    """Of a leaf computed from a rate of last year's ledger."""
    return Rule(
        Subject.CHECKLIST,
        f"由上年{kind.label}计算的指标得分",
        f"分值×上年整改台账{kind.label}（{BY_RATE[kind].formula}），没有应计问题的得满分",
        "domain.md 6.2",
    )


def leaf_figures(year: Year, previous: Year | None, unit: Unit, checked: UnitChecklist) -> Iterator[Figure]:
    """得分 of every leaf of the unit, in the order of the file."""
    computed = any(one.ledger is not None for one in checked.leaves)
    ledger = previous_ledger(year, previous, unit.id) if computed else None
    for one in checked.leaves:
        code = one.leaf.code
        head = Head(
            f"units.{unit.id}.checklist.leaves.{code}.earned",
            f"{code} {one.leaf.name}得分",
            PublicationItem.CHECKLIST,
            unit.id,
        )
        basis = _basis(one, unit, ledger)
        needs = basis.needs | DETAILED
        basis = Basis(basis.rule, basis.worked, basis.operands, basis.sources, needs)
        yield head.points(one.earned, basis, one.rate)


def leaf_cells(figures: Iterable[Figure]) -> tuple[Place, ...]:
    """The cells behind these leaves; those of a ledger stand with its leaf alone, for they may be 敏感."""
    return tuple(place for one in figures if not one.basis.needs & SENSITIVE for place in one.basis.sources)


def _basis(one: LeafResult, unit: Unit, ledger: PreviousLedger | None) -> Basis:
    if not one.applicable:
        return _not_applicable(one, unit)
    kind = one.leaf.ledger_rate
    if one.ledger is not None and kind is not None and ledger is not None:
        return _from_ledger(one, kind, one.ledger, ledger)
    if one.check is None:
        rule = BY_SCORING[one.leaf.scoring]
        return Basis(rule, "尚未检查，不计算", (_points(one),), (_points_cell(one),))
    match one.leaf.scoring:
        case Scoring.DEDUCT | Scoring.PASS:
            return _deducted(one, one.check)
        case Scoring.RATIO | Scoring.BAND:
            return _judged(one, one.check)


def _not_applicable(one: LeafResult, unit: Unit) -> Basis:
    """As the checkers found, else as the unit's profile says."""
    field = PROFILE_FIELDS.get(one.leaf.applies_if)
    place = cell(unit.profile, field) if one.check is None and field else None
    if one.check is not None:
        place = cell(one.check, "status")
    return Basis(
        NOT_APPLICABLE,
        f"适用条件为{one.leaf.applies_if.label}，该单位不适用，不计算",
        (_points(one), Operand("适用条件", one.leaf.applies_if.label)),
        (cell(one.leaf, "applies_if"), *([place] if place else [])),
    )


def _deducted(one: LeafResult, check: Check) -> Basis:
    rows = sorted(one.deductions, key=lambda row: (row.rule, row.reason))
    failed = one.leaf.scoring is Scoring.PASS and check.status is CheckStatus.UNMET
    operands = (Operand(f"规则{row.rule}扣分（{row.times}次）", plain(row.minus)) for row in rows)
    status = one.leaf.scoring is Scoring.PASS
    return Basis(
        BY_SCORING[one.leaf.scoring],
        "结论为不符合，得0分" if failed else _subtracted(one.leaf.points, [row.minus for row in rows]),
        (_points(one), *([Operand("结论", check.status.label)] if status else []), *operands),
        (_points_cell(one), *([cell(check, "status")] if status else []), *cells(rows, "minus")),
    )


def _subtracted(points: Decimal, minus: list[Decimal]) -> str:
    """`2－0.2－0.2＝1.6`, or that nothing is left."""
    if not minus:
        return f"无扣分，得{plain(points)}分"
    left = points - sum(minus, ZERO)
    worked = "－".join(plain(one) for one in (points, *minus))
    return f"{worked}＝{plain(left)}" if left >= 0 else f"{worked}＜0，扣完为止，得0分"


def _judged(one: LeafResult, check: Check) -> Basis:
    """By the ratio, else as the checkers judged."""
    if one.leaf.scoring is Scoring.RATIO and check.ratio is not None:
        return _by_ratio(one, check, check.ratio)
    worked = "没有填写得分，不计算" if check.earned is None else f"认定得{plain(check.earned)}分"
    earned = () if check.earned is None else (Operand("认定得分", plain(check.earned)),)
    return Basis(
        BY_SCORING[one.leaf.scoring],
        worked,
        (_points(one), *earned),
        (_points_cell(one), cell(check, "earned")),
    )


def _by_ratio(one: LeafResult, check: Check, ratio: Decimal) -> Basis:
    product = one.leaf.points * ratio
    beyond = "，不超过分值，得" + plain(one.leaf.points) + "分" if product > one.leaf.points else ""
    return Basis(
        BY_SCORING[Scoring.RATIO],
        f"{plain(one.leaf.points)}×{percent(ratio)}＝{fine(product)}{beyond}",
        (_points(one), Operand("完成率", percent(ratio))),
        (_points_cell(one), cell(check, "ratio")),
    )


def _from_ledger(one: LeafResult, kind: LedgerRate, rate: Rate, ledger: PreviousLedger) -> Basis:
    """From a rate of last year's ledger; a unit without a problem to count gets all points.

    The basis is for those who may see 敏感 problems even where there is none: were it open only then,
    its absence would tell of one.
    """
    rule = BY_RATE[kind]
    whole = [life for life in ledger.lives if rule.whole_holds(life, ledger.day)]
    part = [life for life in whole if rule.part_holds(life, ledger.day)]
    product = f"{plain(one.leaf.points)}×{plain(rate.part)}÷{plain(rate.whole)}＝{fine(one.earned)}"
    return Basis(
        ledger_leaf_rule(kind),
        product if rate.whole else f"上年没有应计问题，得{plain(one.leaf.points)}分",
        (
            _points(one),
            Operand(f"上年{kind.label}（截至{ledger.day.isoformat()}）", quotient(rate, "没有应计问题")),
            named("计入分子的问题", part),
            named("计入分母的问题", whole),
        ),
        (_points_cell(one), cell(one.leaf, "ledger_rate"), *entry_cells(whole)),
        SENSITIVE,
    )


def _points(one: LeafResult) -> Operand:
    return Operand("分值", plain(one.leaf.points))


def _points_cell(one: LeafResult) -> Place:
    return cell(one.leaf, "points")
