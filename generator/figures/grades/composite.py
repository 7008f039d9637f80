"""综合得分 and its components (domain.md 7.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.figures.cells import cell, setting
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import fine, result, total
from generator.figures.rule import Rule, Subject
from generator.model.results import ComponentScore
from generator.model.scheme import GroupWeights, Scheme
from generator.model.terms import Component, PublicationItem
from generator.model.year import Year
from generator.problems import Place
from generator.scoring.assess import UnitAssessment
from generator.scoring.composite import ComponentPart, Composite
from generator.scoring.exact import percent

WHOLE = Rule(
    Subject.COMPOSITE,
    "综合得分",
    "各项构成得分按本组权重加权，最后四舍五入保留两位小数",
    "domain.md 7.1",
)
COMPUTED = (Component.BALLOT, Component.PARTY)
"""Computed where the parts allow it; the others are always typed in."""
ITEMS = {
    Component.BALLOT: PublicationItem.BALLOT_TOTAL,
    Component.PARTY: PublicationItem.CHECKLIST,
}
"""A component that is a result of its own is published like it; the others like the composite."""

Typed = Mapping[tuple[str, Component], ComponentScore]


def composite_rules(scheme: Scheme) -> Iterator[Rule]:
    """Of the components some group gives weight, what each adds, and the whole."""
    yield from (computed_rule(one) for one in scheme.components if one in COMPUTED)
    yield from (typed_rule(one) for one in scheme.components)
    yield from (points_rule(one) for one in scheme.components)
    yield WHOLE


def computed_rule(component: Component) -> Rule:
    """Of a component that was computed."""
    label = component.label
    formula = f"取{label}的计算得分，不先四舍五入"
    return Rule(Subject.COMPOSITE, f"综合得分中的{label}", formula, "domain.md 7.1")


def typed_rule(component: Component) -> Rule:
    """Of a component that was typed in."""
    label = component.label
    name = f"综合得分中的{label}" + ("（没有计算得分的）" if component in COMPUTED else "")
    return Rule(Subject.COMPOSITE, name, f"取录入的{label}得分", "domain.md 7.1")


def points_rule(component: Component) -> Rule:
    """What a component adds to the composite."""
    label = component.label
    return Rule(Subject.COMPOSITE, f"{label}计入综合得分", f"{label}得分×权重", "domain.md 7.1")


def typed(year: Year) -> Typed:
    """The component scores typed in, by unit and component."""
    return {(row.unit_id, row.component): row for row in year.components}


def composite_figures(year: Year, unit: UnitAssessment, rows: Typed) -> Iterator[Figure]:
    """The components, what each adds, then the composite; nothing for a unit without any score."""
    whole = unit.composite
    group = next((one for one in year.scheme.groups if one.name == unit.unit.group), None)
    if whole is None or group is None:
        return
    added = []
    for part in whole.components:
        score = _component(unit, part, rows)
        added.append(_points(unit, part, score, group))
        yield from (score, added[-1])
    head = Head(_key(unit), WHOLE.label, PublicationItem.COMPOSITE, unit.unit.id)
    yield head.score(whole.score, _basis(whole, added, group))


def _key(unit: UnitAssessment) -> str:
    return f"units.{unit.unit.id}.composite"


def _component(unit: UnitAssessment, part: ComponentPart, rows: Typed) -> Figure:
    """Computed where the parts allow it, else as typed in."""
    component = part.component
    label = component.label
    computed = _computed(unit, component)
    row = rows.get((unit.unit.id, component))
    if computed is not None:
        operands: tuple[Operand, ...] = (Operand(f"{label}得分", fine(part.score), computed),)
        basis = Basis(computed_rule(component), f"{label}{fine(part.score)}", operands)
    elif row is not None:
        operands = (Operand(f"{label}得分（{row.source}）", fine(row.score)),)
        basis = Basis(typed_rule(component), f"{label}{fine(row.score)}", operands, _cells(row))
    else:
        rule = computed_rule(component) if component in COMPUTED else typed_rule(component)
        basis = Basis(rule, f"还没有{label}得分，不计算")
    item = ITEMS.get(component, PublicationItem.COMPOSITE)
    head = Head(f"{_key(unit)}.components.{component.value}", f"综合得分中的{label}", item, unit.unit.id)
    return head.score(part.score, basis)


def _computed(unit: UnitAssessment, component: Component) -> str | None:
    """The key of the figure a component is taken from."""
    root = f"units.{unit.unit.id}"
    if component is Component.BALLOT and unit.ballots is not None and unit.ballots.score is not None:
        return f"{root}.ballot.board.score"
    if component is Component.PARTY and unit.checklist is not None and unit.checklist.score is not None:
        return f"{root}.checklist.score"
    return None


def _cells(row: ComponentScore) -> tuple[Place, ...]:
    return (cell(row, "score"),)


def _points(unit: UnitAssessment, part: ComponentPart, score: Figure, group: GroupWeights) -> Figure:
    weight = percent(part.weight)
    label = part.component.label
    worked = f"还没有{label}得分，不计算"
    if part.points is not None:
        worked = f"{weight}×{fine(part.score)}{result(part.points)}"
    rule = points_rule(part.component)
    basis = Basis(
        rule,
        worked,
        (score.precise(), Operand(f"{label}权重", weight)),
        (setting(group.origin, "权重", label),),
    )
    return Head(f"{score.key}.points", rule.label, score.item, unit.unit.id).score(part.points, basis)


def _basis(whole: Composite, added: list[Figure], group: GroupWeights) -> Basis:
    terms = [f"{percent(part.weight)}×{fine(part.score)}" for part in whole.components]
    missing = "、".join(part.component.label for part in whole.components if part.score is None)
    return Basis(
        WHOLE,
        f"还没有{missing}得分，不计算" if whole.score is None else total(terms) + result(whole.score),
        tuple(one.precise() for one in added),
        tuple(setting(group.origin, "权重", part.component.label) for part in whole.components),
    )
