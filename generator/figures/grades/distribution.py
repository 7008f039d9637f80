"""被考核单位 and how they were graded: how many in the company and in each group (domain.md 7.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.figures.cells import cell, cells
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.rule import Rule, Subject
from generator.model.terms import BoardGrade, PublicationItem
from generator.model.year import Year
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.exact import Rate

COMPANY, GROUP = "全公司", "本组"
GRADED = Rule(Subject.GRADES, "各等次单位", "党委会审定为该等次的单位", "domain.md 7.4")
EXCELLENT = Rule(Subject.GRADES, "优秀单位占比", "审定为优秀的单位数÷被考核单位数", "domain.md 7.4")


def distribution_rules() -> Iterator[Rule]:
    """How many units there are, and how many got each grade."""
    yield from (units_rule(word) for word in (GROUP, COMPANY))
    yield from (GRADED, EXCELLENT)


def units_rule(word: str) -> Rule:
    """Who counts as 被考核单位 of a circle, `本组` or `全公司`."""
    return Rule(Subject.GRADES, f"{word}被考核单位", f"{word}参加本年度考核的单位", "domain.md 1.2")


@dataclass(frozen=True)
class _Circle:
    """A group of units, or all of them."""

    prefix: str
    """`groups.生产单位`, `company`."""
    word: str
    """`本组`, `全公司`."""
    units: tuple[UnitAssessment, ...]


def distribution_figures(year: Year, assessment: Assessment) -> Iterator[Figure]:
    """Units and grades of each group in the order of the scheme, then of the company, last its 优秀 share."""
    grades = _grades(year, assessment)
    everyone = tuple(assessment.units.values())
    for group in year.scheme.groups:
        members = tuple(one for one in everyone if one.unit.group == group.name)
        yield from _circle(_Circle(f"groups.{group.name}", GROUP, members), grades)
    company = {one.key: one for one in _circle(_Circle("company", COMPANY, everyone), grades)}
    yield from company.values()
    if grades and everyone:
        yield _excellent(company["company.grades.excellent"], company["company.units"])


def _grades(year: Year, assessment: Assessment) -> tuple[BoardGrade, ...]:
    """The grades of the scheme, best first, and any other that was given; none before the decision."""
    given = {grade for one in assessment.units.values() if (grade := _decided(one)) is not None}
    known = {BoardGrade.EXCELLENT, *(line.grade for line in year.scheme.grades)} | given
    return tuple(grade for grade in BoardGrade if given and grade in known)


def _decided(unit: UnitAssessment) -> BoardGrade | None:
    return unit.decision.grade if unit.decision else None


def _circle(circle: _Circle, grades: Iterable[BoardGrade]) -> Iterator[Figure]:
    yield _units(circle)
    for grade in grades:
        yield _graded(circle, grade, [one for one in circle.units if _decided(one) is grade])


def _units(circle: _Circle) -> Figure:
    rule = units_rule(circle.word)
    basis = Basis(
        rule,
        f"参加考核的单位{len(circle.units)}个",
        (Operand("单位", "、".join(one.unit.short_name for one in circle.units) or "无"),),
        cells((one.unit.profile for one in circle.units), "unit_id"),
    )
    head = Head(f"{circle.prefix}.units", rule.label, PublicationItem.UNITS)
    return head.count(len(circle.units), basis)


def _graded(circle: _Circle, grade: BoardGrade, units: list[UnitAssessment]) -> Figure:
    basis = Basis(
        GRADED,
        f"审定为{grade.label}的单位{len(units)}个",
        tuple(
            Operand(one.unit.short_name, grade.label, f"units.{one.unit.id}.grade.decided") for one in units
        ),
        tuple(cell(one.decision, "grade") for one in units if one.decision is not None),
    )
    key = f"{circle.prefix}.grades.{grade.value}"
    return Head(key, f"{circle.word}{grade.label}单位", PublicationItem.GRADES).count(len(units), basis)


def _excellent(excellent: Figure, units: Figure) -> Figure:
    """优秀单位占比."""
    value = Rate.of(int(excellent.text), int(units.text))
    basis = Basis(
        EXCELLENT,
        f"{excellent.text}÷{units.text}＝{value.percent}%",
        (excellent.operand(), units.operand()),
    )
    return Head("company.excellent.share", EXCELLENT.label, PublicationItem.GRADES).rate(value, basis)
