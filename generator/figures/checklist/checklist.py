"""党建考核: rates by area and in all, base, bonus, penalty and score of a unit (domain.md 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.figures.cells import setting
from generator.figures.checklist.leaves import DETAILED, leaf_cells, leaf_figures, leaf_rules
from generator.figures.checklist.points import BONUS, PENALTY, bonus_figure, penalty_figure
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import divided, fine, rate, result
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Leaf
from generator.model.scheme import Scheme
from generator.model.terms import PublicationItem
from generator.model.year import Unit, Year
from generator.scoring.checklist import AreaResult, UnitChecklist
from generator.scoring.exact import ZERO, Rate, plain
from generator.scoring.leaves import LeafResult

RATE = Rule(
    Subject.CHECKLIST,
    "得分率（一级指标、党建考核）",
    "各指标得分之和÷应得分值之和，不适用的指标不计",
    "domain.md 10.2",
)
BASE = Rule(
    Subject.CHECKLIST,
    "党建考核基础分",
    "各指标得分之和÷应得分值之和×满分，不适用的指标不计",
    "domain.md 6.3",
)


def checklist_rules(scheme: Scheme, leaves: Iterable[Leaf]) -> Iterator[Rule]:
    """From the leaves to 党建考核得分."""
    yield from leaf_rules(leaves)
    yield from (RATE, BASE, BONUS, PENALTY, score_rule(scheme))


def score_rule(scheme: Scheme) -> Rule:
    """党建考核得分, with a cap where the scheme sets one."""
    cap = "" if scheme.party_total_cap is None else "，不超过总分上限"
    return Rule(Subject.CHECKLIST, "党建考核得分", f"基础分＋加分－扣分，不低于零分{cap}", "domain.md 6.3")


def checklist_figures(
    year: Year, previous: Year | None, unit: Unit, checked: UnitChecklist
) -> Iterator[Figure]:
    """Leaves, areas, then the whole."""
    figures = tuple(leaf_figures(year, previous, unit, checked))
    yield from figures
    leaves = {one.leaf.code: figure for one, figure in zip(checked.leaves, figures, strict=True)}
    yield from (_area(checked, area, leaves) for area in checked.areas)
    head = _head(checked, "rate", "党建考核得分率")
    yield head.rate(checked.total, _rate_basis(checked.total, checked.leaves, leaves))
    base = _head(checked, "base", BASE.label).score(checked.base, _base(checked))
    bonus, penalty = bonus_figure(checked, year.scheme), penalty_figure(checked)
    yield from (base, bonus, penalty)
    basis = _score(checked, year.scheme, (base, bonus, penalty))
    yield _head(checked, "score", basis.rule.label).score(checked.score, basis)


def _head(checked: UnitChecklist, key: str, label: str) -> Head:
    unit_id = checked.unit_id
    return Head(f"units.{unit_id}.checklist.{key}", label, PublicationItem.CHECKLIST, unit_id)


def _area(checked: UnitChecklist, one: AreaResult, leaves: Mapping[str, Figure]) -> Figure:
    head = _head(checked, f"areas.{one.area.code}.rate", f"{one.area.name}得分率")
    return head.rate(one.rate, _rate_basis(one.rate, one.leaves, leaves))


def _rate_basis(value: Rate, results: tuple[LeafResult, ...], leaves: Mapping[str, Figure]) -> Basis:
    """得分率 over some leaves: their figures are the operands, their cells the sources."""
    scored = [one for one in results if one.earned is not None]
    figures = [leaves[one.leaf.code] for one in scored]
    terms = [fine(one.earned) for one in scored if one.earned]
    worked = f"{divided(terms or ['0'], plain(value.whole))}＝{rate(value)}"
    return Basis(
        RATE,
        worked if value.whole else "没有应计的指标，不计算",
        (*(one.operand() for one in figures), Operand("应得分值之和", plain(value.whole))),
        leaf_cells(figures),
        DETAILED,
    )


def _base(checked: UnitChecklist) -> Basis:
    part, whole = checked.total.part, checked.total.whole
    worked = "没有应计的指标，不计算"
    if checked.unchecked:
        worked = f"还有{len(checked.unchecked)}项指标没有结果，不计算"
    elif checked.base is not None:
        worked = f"{fine(part)}÷{plain(whole)}×100{result(checked.base)}"
    return Basis(
        BASE,
        worked,
        (
            Operand("各指标得分之和", fine(part)),
            Operand("应得分值之和", plain(whole)),
            Operand("得分率", rate(checked.total), f"units.{checked.unit_id}.checklist.rate"),
        ),
    )


def _score(checked: UnitChecklist, scheme: Scheme, parts: tuple[Figure, Figure, Figure]) -> Basis:
    cap = scheme.party_total_cap
    operands = tuple(one.precise() for one in parts)
    limits = (Operand("党建总分上限", plain(cap)),) if cap is not None else ()
    return Basis(
        score_rule(scheme),
        _worked(checked, operands, cap),
        (*operands, *limits),
        (setting(scheme.origin, "党建总分上限"),) if cap is not None else (),
    )


def _worked(checked: UnitChecklist, parts: tuple[Operand, ...], cap: Decimal | None) -> str:
    if checked.base is None or checked.score is None:
        return "基础分尚未算出，不计算"
    base, bonus, penalty = (one.text for one in parts)
    free = checked.base + checked.adjustments.bonus - checked.adjustments.penalty
    sum_ = f"{base}＋{bonus}－{penalty}"
    if free < ZERO:
        return f"{sum_}＜0，得0分"
    return f"{sum_}{result(free)}" + ("" if cap is None or free <= cap else f"，不超过{plain(cap)}分")
