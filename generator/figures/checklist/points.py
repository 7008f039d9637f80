"""加分与扣分 of a unit: one achievement at its highest level, one event once (domain.md 6.3)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.figures.cells import cell, setting
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import total
from generator.figures.rule import Rule, Subject
from generator.model.scheme import Scheme
from generator.model.terms import PublicationItem
from generator.problems import Place
from generator.scoring.adjustments import Counted
from generator.scoring.checklist import UnitChecklist
from generator.scoring.exact import ZERO, plain

BONUS = Rule(
    Subject.CHECKLIST,
    "加分",
    "各项加分之和，同一成果只按最高层级计一次，不超过加分封顶",
    "domain.md 6.3",
)
PENALTY = Rule(Subject.CHECKLIST, "扣分", "各项扣分之和，同一事件只按最重的计一次", "domain.md 6.3")


def bonus_figure(checked: UnitChecklist, scheme: Scheme) -> Figure:
    """加分, not above its cap."""
    rows, cap = checked.adjustments.bonuses, scheme.bonus_cap
    whole, value = checked.adjustments.bonus_uncapped, checked.adjustments.bonus
    held = f"，加分封顶{plain(cap)}分，计{plain(value)}分" if whole > cap else ""
    basis = Basis(
        BONUS,
        _added(rows, whole, BONUS.label) + held,
        (*_operands(rows), Operand("加分封顶", plain(cap))),
        (*_cells(rows), setting(scheme.origin, "加分封顶")),
    )
    return _head(checked, "bonus", BONUS.label).points(value, basis)


def penalty_figure(checked: UnitChecklist) -> Figure:
    """扣分, besides those of the leaves."""
    rows, value = checked.adjustments.penalties, checked.adjustments.penalty
    basis = Basis(
        PENALTY,
        _added(rows, value, PENALTY.label),
        tuple(_operands(rows)),
        _cells(rows),
    )
    return _head(checked, "penalty", PENALTY.label).points(value, basis)


def _head(checked: UnitChecklist, key: str, label: str) -> Head:
    unit_id = checked.unit_id
    return Head(f"units.{unit_id}.checklist.{key}", label, PublicationItem.CHECKLIST, unit_id)


def _added(rows: Iterable[Counted], value: Decimal, what: str) -> str:
    terms = [plain(row.points) for row in rows if row.counts]
    if len(terms) < 2:
        return f"{what}{plain(value)}分" if terms else f"没有{what}"
    return f"{total(terms)}＝{plain(value)}"


def _operands(rows: Iterable[Counted]) -> Iterable[Operand]:
    """Each adjustment by its number; 0 when another of its event counts."""
    for row in rows:
        again = "" if row.counts else "（同一事件已计）"
        yield Operand(f"{row.adjustment.id}{again}", plain(row.points if row.counts else ZERO))


def _cells(rows: Iterable[Counted]) -> tuple[Place, ...]:
    """分值 as recorded, else the item of the scheme it is taken from."""
    return tuple(cell(row.adjustment, "item" if row.adjustment.points is None else "points") for row in rows)
