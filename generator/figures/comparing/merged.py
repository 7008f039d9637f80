"""参考值 of a merged unit for the year before it existed, weighted by headcount (domain.md 10.3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.cells import cell
from generator.figures.earlier import COMPOSITE, Earlier
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import divided, fine, result
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.model.year import Unit
from generator.scoring.assess import UnitAssessment
from generator.scoring.assessed import AssessedYear
from generator.scoring.lineage import REFERENCE_LABEL, Reference, merged_reference

REFERENCE = Rule(
    Subject.HISTORY,
    f"上年综合得分{REFERENCE_LABEL}",
    "各合并单位上年综合得分×职工数之和÷职工数之和，仅供参考",
    "domain.md 10.3",
)


def reference_figures(last: AssessedYear, before: Earlier) -> Iterator[Figure]:
    """上年综合得分参考值 of each unit that was merged since last year; never a result of its own."""
    for unit in last.year.units:
        found = merged_reference(last.year.unit_events, before.assessed, unit.id, _composite)
        if found is not None:
            yield _figure(unit, found, before)


def _composite(unit: UnitAssessment) -> Decimal | None:
    return unit.composite.score if unit.composite else None


def _figure(unit: Unit, found: Reference, before: Earlier) -> Figure:
    head = Head(f"units.{unit.id}.trend.reference", REFERENCE.label, PublicationItem.COMPOSITE, unit.id)
    return head.score(found.value.value, _basis(found, before))


def _basis(found: Reference, before: Earlier) -> Basis:
    terms = [f"{fine(score)}×{one.unit.profile.employees}" for one, score in found.parts]
    value = found.value.value
    worked = divided(terms, str(found.value.whole)) + (result(value) if value is not None else "")
    return Basis(
        REFERENCE,
        worked,
        tuple(operand for one, score in found.parts for operand in _operands(one, score, before)),
        tuple(cell(one.unit.profile, "employees") for one, _ in found.parts),
        COMPOSITE,
    )


def _operands(one: UnitAssessment, score: Decimal, before: Earlier) -> Iterator[Operand]:
    name = one.unit.short_name
    yield before.operand(f"{name}综合得分", fine(score), f"units.{one.unit.id}.composite")
    yield Operand(f"{name}职工数", str(one.unit.profile.employees))
