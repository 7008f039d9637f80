"""党建考核 of the whole company: rates of all units together, and what each leaf lost (domain.md 6, 10.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.leaves import DETAILED, leaf_cells
from generator.figures.numerals import divided, fine, rate
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Leaf
from generator.model.terms import ActionKind, PublicationItem
from generator.model.year import Year
from generator.scoring.assess import Assessment
from generator.scoring.checklist import LeafLoss
from generator.scoring.comparable import pool_rates
from generator.scoring.exact import Rate, plain


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.CHECKLIST, label, formula, "domain.md 10.2")


BY_UNITS = _rule("全公司得分率（党建考核、一级指标）", "各单位得分之和÷应得分值之和")
BY_LEAVES = _rule("全公司得分率（规定动作、创新举措）", "各指标得分之和÷应得分值之和")
OF_LEAF = _rule("指标全公司得分率", "各单位在该指标的得分之和÷（分值×有得分的单位数）")
LOST = _rule("指标失分率", "各单位在该指标的失分之和÷（分值×有得分的单位数）")
COMPANY_RULES = (BY_UNITS, BY_LEAVES, OF_LEAF, LOST)


@dataclass(frozen=True)
class _Company:
    """The units that were checked, in official order, and the figures of units by key."""

    names: Mapping[str, str]
    """Short names by unit id."""
    figures: Mapping[str, Figure]

    def each(self, key: str) -> list[tuple[str, Figure]]:
        """Name and figure of every unit with a result; `key` is what follows `units.<id>.checklist.`."""
        rows = (
            (name, self.figures[f"units.{unit_id}.checklist.{key}"]) for unit_id, name in self.names.items()
        )
        return [(name, figure) for name, figure in rows if figure.value is not None]


def company_figures(year: Year, assessment: Assessment, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """得分率 of all units in all, by area, by leaf, by kind; then the leaves that lost most, most first."""
    short = {unit.id: unit.short_name for unit in year.units}
    company = _Company({unit_id: short[unit_id] for unit_id in assessment.checklist.units}, figures)
    yield _pooled("rate", "全公司党建考核得分率", company.each("rate"))
    for area in year.scheme.areas:
        key = f"areas.{area.code}.rate"
        yield _pooled(key, f"全公司{area.name}得分率", company.each(key))
    leaves = {leaf.code: _leaf(leaf, company.each(f"leaves.{leaf.code}.earned")) for leaf in year.leaves}
    yield from leaves.values()
    for kind in ActionKind:
        own = [leaves[leaf.code] for leaf in year.leaves if leaf.action_kind is kind]
        if own:
            rows = [(one.label, one) for one in own if one.value is not None]
            yield _pooled(f"kinds.{kind.value}.rate", f"全公司{kind.label}得分率", rows, BY_LEAVES)
    for loss in assessment.checklist.losses:
        yield _loss(loss, company.each(f"leaves.{loss.leaf.code}.earned"))


def _pooled(key: str, label: str, rows: Sequence[tuple[str, Figure]], rule: Rule = BY_UNITS) -> Figure:
    """The rate of some rates together: parts over wholes, never a mean of shares."""
    value = _together(rows)
    basis = Basis(
        rule,
        _worked(rows, value, plain(value.whole)),
        tuple(one.operand(name) for name, one in rows),
    )
    return Head(f"company.checklist.{key}", label, PublicationItem.CHECKLIST).rate(value, basis)


def _leaf(leaf: Leaf, rows: Sequence[tuple[str, Figure]]) -> Figure:
    """得分率 of all units on one leaf."""
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
    return Head(f"company.checklist.leaves.{leaf.code}.rate", label, PublicationItem.CHECKLIST).rate(
        value, basis
    )


def _together(rows: Sequence[tuple[str, Figure]]) -> Rate:
    pairs = [(one.part, one.whole) for _, one in rows]
    return pool_rates(Rate(part, whole) for part, whole in pairs if part is not None and whole is not None)


def _worked(rows: Sequence[tuple[str, Figure]], value: Rate, whole: str) -> str:
    if not value.whole:
        return "没有检查结果，不计算"
    terms = [fine(one.part) for _, one in rows if one.part]
    return f"{divided(terms or ['0'], whole)}＝{rate(value)}"


def _loss(loss: LeafLoss, rows: Sequence[tuple[str, Figure]]) -> Figure:
    """失分率 of one leaf."""
    leaf = loss.leaf
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
    return head.rate(loss.lost, basis)
