"""党建考核 of the whole company: the rate of all units, and what each leaf lost (domain.md 6, 10.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.leaves import DETAILED, leaf_cells
from generator.figures.numerals import divided, fine, rate
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.model.year import Year
from generator.scoring.assess import Assessment
from generator.scoring.checklist import LeafLoss, UnitChecklist
from generator.scoring.exact import ZERO, Rate, plain

RATE = Rule(Subject.CHECKLIST, "全公司党建考核得分率", "各单位各指标得分之和÷应得分值之和", "domain.md 10.2")
LOST = Rule(
    Subject.CHECKLIST,
    "指标失分率",
    "各单位在该指标的失分之和÷（分值×有得分的单位数）",
    "domain.md 10.2",
)
COMPANY_RULES = (RATE, LOST)


def company_figures(year: Year, assessment: Assessment, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """得分率 of all units, then the leaves by what was lost on them, most first."""
    checked = tuple(assessment.checklist.units.values())
    names = {unit.id: unit.short_name for unit in year.units}
    yield _rate(checked, names)
    for one in assessment.checklist.losses:
        key = f"checklist.leaves.{one.leaf.code}.earned"
        rows = [(names[unit.unit_id], figures[f"units.{unit.unit_id}.{key}"]) for unit in checked]
        yield _loss(one, [(name, figure) for name, figure in rows if figure.value is not None])


def _rate(checked: tuple[UnitChecklist, ...], names: Mapping[str, str]) -> Figure:
    value = Rate(
        sum((one.total.part for one in checked), ZERO), sum((one.total.whole for one in checked), ZERO)
    )
    terms = [fine(one.total.part) for one in checked]
    worked = f"{divided(terms, plain(value.whole))}＝{rate(value)}" if value.whole else "没有检查结果，不计算"
    basis = Basis(
        RATE,
        worked,
        tuple(
            Operand(names[one.unit_id], rate(one.total), f"units.{one.unit_id}.checklist.rate")
            for one in checked
        ),
    )
    head = Head("company.checklist.rate", RATE.label, PublicationItem.CHECKLIST)
    return head.rate(value, basis)


def _loss(loss: LeafLoss, rows: list[tuple[str, Figure]]) -> Figure:
    """失分率 of one leaf; `rows` are the units with a result, by short name."""
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
