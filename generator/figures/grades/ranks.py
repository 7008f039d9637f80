"""组内位次 of the composite and of each component: 1, 2, 2, 4 (domain.md 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import NONE, two
from generator.figures.rule import Rule, Subject
from generator.model.scheme import Scheme
from generator.model.terms import Component, PublicationItem
from generator.scoring.assess import UnitAssessment
from generator.scoring.exact import rounded


@dataclass(frozen=True)
class _Field:
    """The units of a group that are ranked by one score."""

    label: str
    key: str
    """What follows `units.<id>.` in the key of the score."""
    scores: Mapping[str, Decimal]
    """2 decimals, by unit id in official order."""
    operands: tuple[Operand, ...]
    """One tuple for the whole group."""


def rank_rules(scheme: Scheme) -> Iterator[Rule]:
    """By 综合得分, and by each component some group gives weight."""
    yield rank_rule("综合得分")
    yield from (rank_rule(one.label) for one in scheme.components)


def rank_rule(label: str) -> Rule:
    """组内位次 by a score of that name."""
    return Rule(
        Subject.GRADES,
        f"{label}组内位次",
        f"本组参加排名的单位按{label}（两位小数）从高到低排列，相同的并列",
        "domain.md 7.4",
    )


def rank_figures(units: Sequence[UnitAssessment]) -> Iterator[Figure]:
    """Of the units of a group: every unit's rank by composite, then by each component."""
    graded = [one for one in units if one.suggestion is not None and one.suggestion.rank is not None]
    ranked = _field("综合得分", "composite", graded, {one.unit.id: _composite(one) for one in graded})
    yield from (_rank(ranked, one, _suggested(one)) for one in units if one.suggestion is not None)
    for component in Component:
        having = [one for one in units if component in one.component_ranks]
        scores = {one.unit.id: _part(one, component) for one in having}
        field = _field(component.label, f"composite.components.{component.value}", having, scores)
        yield from (_rank(field, one, one.component_ranks[component]) for one in having)


def _composite(unit: UnitAssessment) -> Decimal | None:
    return unit.composite.rounded if unit.composite else None


def _suggested(unit: UnitAssessment) -> int | None:
    return unit.suggestion.rank if unit.suggestion else None


def _part(unit: UnitAssessment, component: Component) -> Decimal | None:
    score = unit.composite.part(component) if unit.composite else None
    return None if score is None else rounded(score)


def _field(label: str, key: str, units: list[UnitAssessment], scores: Mapping[str, Decimal | None]) -> _Field:
    present = {unit_id: score for unit_id, score in scores.items() if score is not None}
    operands = tuple(
        Operand(one.unit.short_name, two(present[one.unit.id]), f"units.{one.unit.id}.{key}")
        for one in units
        if one.unit.id in present
    )
    return _Field(label, key, present, operands)


def _rank(field: _Field, unit: UnitAssessment, rank: int | None) -> Figure:
    rule = rank_rule(field.label)
    key = f"units.{unit.unit.id}.{field.key}.rank"
    head = Head(key, rule.label, PublicationItem.COMPOSITE, unit.unit.id)
    if rank is None:
        return head.rank(None, NONE, Basis(rule, "不定等次，不参加排名"))
    own = field.scores[unit.unit.id]
    above = sum(score > own for score in field.scores.values())
    same = sum(score == own for score in field.scores.values()) - 1
    text = f"并列第{rank}" if same else f"第{rank}"
    worked = f"{len(field.scores)}个单位中高于{two(own)}的{above}个，相同的{same}个，位次{text}"
    return head.rank(rank, text, Basis(rule, worked, field.operands))
