"""What a suggestion rests on besides the score: veto, bars, quota and ties (domain.md 7.4 steps 3–8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.cells import cell, setting
from generator.figures.figure import Operand
from generator.figures.numerals import rate, two
from generator.model.terms import Component, PublicationItem
from generator.model.year import Year
from generator.problems import Place
from generator.scoring.adjustments import unit_adjustments
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.grades import GradeReason, Suggestion

BY_QUOTA = (
    GradeReason.QUOTA,
    GradeReason.QUOTA_TIE,
    GradeReason.QUOTA_FULL,
    GradeReason.QUOTA_FULL_TIE,
    GradeReason.TIE_OPEN,
)
SHARES = (("优秀率", "excellent_rate"), ("优良率", "competent_rate"))
BY_TIE = (GradeReason.QUOTA_TIE, GradeReason.QUOTA_FULL_TIE, GradeReason.TIE_OPEN)


def reason_operands(
    year: Year, assessment: Assessment, unit: UnitAssessment, suggestion: Suggestion
) -> tuple[Operand, ...]:
    """The score's grade, and the figures that decided beside it."""
    found = list(_standing(unit, suggestion))
    if suggestion.reason is GradeReason.VETO:
        vetoes = unit_adjustments(year, unit.unit.id).vetoes
        found += [Operand("一票否决", one.id) for one in vetoes]
    if suggestion.reason is GradeReason.BARRED:
        found += _barred(unit)
    if suggestion.reason in BY_QUOTA:
        grading = assessment.gradings[unit.unit.group]
        found.append(Operand("优秀名额", str(grading.quota), f"groups.{unit.unit.group}.grades.quota"))
    if suggestion.reason in BY_TIE:
        found += [
            operand for other in _rivals(assessment, unit) for operand in _tied(other, year.scheme.tie_order)
        ]
    return tuple(found)


def reason_cells(year: Year, unit: UnitAssessment, suggestion: Suggestion) -> tuple[Place, ...]:
    """Where the reason stands in the data or in the scheme."""
    scheme = year.scheme
    match suggestion.reason:
        case GradeReason.VETO:
            vetoes = unit_adjustments(year, unit.unit.id).vetoes
            return tuple(cell(one, "effect" if one.effect else "item") for one in vetoes)
        case GradeReason.UNGRADED:
            return (cell(unit.unit.profile, "ungraded_reason"),)
        case GradeReason.BARRED:
            return (setting(scheme.bars.origin),)
        case reason if reason in BY_TIE:
            return (setting(scheme.origin, "同分次序"),)
        case _:
            return ()


def reason_needs(suggestion: Suggestion) -> frozenset[PublicationItem]:
    """A veto and its cause are for those who may see vetoes."""
    vetoed = suggestion.reason is GradeReason.VETO
    return frozenset({PublicationItem.VETO}) if vetoed else frozenset()


def _standing(unit: UnitAssessment, suggestion: Suggestion) -> Iterator[Operand]:
    root = f"units.{unit.unit.id}"
    if suggestion.threshold is not None:
        yield Operand("得分等次", suggestion.threshold.label, f"{root}.grade.threshold")
    if suggestion.rank is not None:
        rank = f"并列第{suggestion.rank}" if suggestion.tied else f"第{suggestion.rank}"
        yield Operand("综合得分组内位次", rank, f"{root}.composite.rank")


def _barred(unit: UnitAssessment) -> Iterator[Operand]:
    """What the bars look at."""
    root = f"units.{unit.unit.id}"
    party = unit.composite.part(Component.PARTY) if unit.composite else None
    if party is not None:
        yield Operand("党建考核得分", two(party), f"{root}.composite.components.party")
    if unit.ballots is not None:
        rates = unit.ballots.excellent.pooled, unit.ballots.competent.pooled
        for (label, key), value in zip(SHARES, rates, strict=True):
            yield Operand(f"班子{label}（合并计算）", rate(value), f"{root}.ballot.{key}.pooled")


def _rivals(assessment: Assessment, unit: UnitAssessment) -> list[UnitAssessment]:
    """The units of the group with the same composite, the unit itself among them."""
    own = unit.composite.rounded if unit.composite else None
    return [
        one
        for one in assessment.units.values()
        if one.unit.group == unit.unit.group and one.composite is not None and one.composite.rounded == own
    ]


def _tied(unit: UnitAssessment, order: tuple[Component, ...]) -> Iterator[Operand]:
    for component in order:
        score = unit.composite.part(component) if unit.composite else None
        if score is not None:
            key = f"units.{unit.unit.id}.composite.components.{component.value}"
            yield Operand(f"{unit.unit.short_name}{component.label}", two(score), key)
