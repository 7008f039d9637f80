"""党建考核 of the whole company: rates of all units together, and what each leaf lost (domain.md 6, 10.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.figures.batch import Batch
from generator.figures.checklist.leaves import DETAILED, leaf_cells
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import divided, fine, rate
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Leaf
from generator.model.terms import ActionKind, PublicationItem
from generator.model.year import Year
from generator.scoring.checklist import ChecklistAssessment, LeafLoss
from generator.scoring.comparable import pool_rates
from generator.scoring.exact import Rate, plain


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.CHECKLIST, label, formula, "domain.md 10.2")


BY_UNITS = _rule("全公司得分率（党建考核、一级指标）", "各单位得分之和÷应得分值之和")
BY_LEAVES = _rule("全公司得分率（规定动作、创新举措）", "各指标得分之和÷应得分值之和")
OF_LEAF = _rule("指标全公司得分率", "各单位在该指标的得分之和÷（分值×有得分的单位数）")
LOST = _rule("指标失分率", "各单位在该指标的失分之和÷（分值×有得分的单位数）")
COMPANY_RULES = (BY_UNITS, BY_LEAVES, OF_LEAF, LOST)


Names = tuple[tuple[str, str], ...]
"""Id and short name of the units that were checked, in official order."""
Rows = Sequence[tuple[str, Figure]]
"""Names, and a figure of each."""


def company_rates(
    year: Year, checklist: ChecklistAssessment, figures: Mapping[str, Figure]
) -> Iterator[Batch]:
    """得分率 of all units in all, by area, by leaf; `figures` are those of units by key."""
    names = names_of(year, checklist)
    given = [("rate", "全公司党建考核得分率")]
    given += [(f"areas.{area.code}.rate", f"全公司{area.name}得分率") for area in year.scheme.areas]
    for key, label in given:
        yield Batch(("company", key), _all_units, (key, label, names, figures))
    for leaf in year.leaves:
        yield Batch(("company leaf", leaf.code), _leaf, (leaf, names, figures))


def kind_rates(year: Year, leaves: Mapping[str, Figure]) -> Iterator[Figure]:
    """得分率 of all units by kind, from those of the leaves by key."""
    for kind in ActionKind:
        own = [leaves[_leaf_rate(leaf)] for leaf in year.leaves if leaf.action_kind is kind]
        if own:
            rows = [(one.label, one) for one in own if one.value is not None]
            yield _pooled(f"kinds.{kind.value}.rate", f"全公司{kind.label}得分率", rows, BY_LEAVES)


def company_losses(
    year: Year, checklist: ChecklistAssessment, figures: Mapping[str, Figure]
) -> Iterator[Batch]:
    """失分率 of the leaves that lost something, most first."""
    names = names_of(year, checklist)
    for loss in checklist.losses:
        yield Batch(("loss", loss.leaf.code), _loss, (loss, names, figures))


def names_of(year: Year, checklist: ChecklistAssessment) -> Names:
    """The units that were checked."""
    short = {unit.id: unit.short_name for unit in year.units}
    return tuple((unit_id, short[unit_id]) for unit_id in checklist.units)


def checked(names: Names, figures: Mapping[str, Figure], key: str) -> Rows:
    """Name and figure of every unit with a result; `key` is what follows `units.<id>.checklist.`."""
    rows = ((name, figures[f"units.{unit_id}.checklist.{key}"]) for unit_id, name in names)
    return [(name, figure) for name, figure in rows if figure.value is not None]


def _all_units(key: str, label: str, names: Names, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    yield _pooled(key, label, checked(names, figures, key))


def _pooled(key: str, label: str, rows: Rows, rule: Rule = BY_UNITS) -> Figure:
    """The rate of some rates together: parts over wholes, never a mean of shares."""
    value = _together(rows)
    basis = Basis(
        rule,
        _worked(rows, value, plain(value.whole)),
        tuple(one.operand(name) for name, one in rows),
    )
    return Head(f"company.checklist.{key}", label, PublicationItem.CHECKLIST).rate(value, basis)


def _leaf(leaf: Leaf, names: Names, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """得分率 of all units on one leaf."""
    rows = checked(names, figures, f"leaves.{leaf.code}.earned")
    value = _together(rows)
    basis = Basis(
        OF_LEAF,
        _worked(rows, value, f"（{plain(leaf.points)}×{len(rows)}）"),
        (
            *(one.operand(f"{name}得分") for name, one in rows),
            Operand("分值", plain(leaf.points)),
            Operand("有得分的单位数", str(len(rows))),
        ),
    )
    label = f"{leaf.code} {leaf.name}全公司得分率"
    yield Head(_leaf_rate(leaf), label, PublicationItem.CHECKLIST).rate(value, basis)


def _leaf_rate(leaf: Leaf) -> str:
    return f"company.checklist.leaves.{leaf.code}.rate"


def _together(rows: Rows) -> Rate:
    pairs = [(one.part, one.whole) for _, one in rows]
    return pool_rates(Rate(part, whole) for part, whole in pairs if part is not None and whole is not None)


def _worked(rows: Rows, value: Rate, whole: str) -> str:
    if not value.whole:
        return "没有检查结果，不计算"
    terms = [fine(one.part) for _, one in rows if one.part]
    return f"{divided(terms or ['0'], whole)}＝{rate(value)}"


def _loss(loss: LeafLoss, names: Names, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """失分率 of one leaf."""
    leaf = loss.leaf
    rows = checked(names, figures, f"leaves.{leaf.code}.earned")
    lost = [(name, leaf.points - Decimal(figure.value or 0), figure) for name, figure in rows]
    terms = [fine(points) for _, points, _ in lost if points]
    whole = f"（{plain(leaf.points)}×{loss.units}）"
    basis = Basis(
        LOST,
        f"{divided(terms, whole)}＝{rate(loss.lost)}",
        (
            *(Operand(f"{name}失分", fine(points), figure.key) for name, points, figure in lost),
            Operand("分值", plain(leaf.points)),
            Operand("有得分的单位数", str(loss.units)),
        ),
        leaf_cells(figure for _, figure in rows),
        DETAILED,
    )
    head = Head(
        f"company.checklist.leaves.{leaf.code}.lost",
        f"{leaf.code} {leaf.name}失分率",
        PublicationItem.CHECKLIST,
    )
    yield head.rate(loss.lost, basis)
