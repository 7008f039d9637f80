"""审定等次: nothing of it before the party committee decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import EditionUnit, EditionYear
from generator.model.terms import BoardGrade
from generator.pages.figures import Shown, named
from generator.pages.links import Link, unit_link
from generator.pages.marks import Mark, grade_mark


@dataclass(frozen=True)
class GradeCell:
    """The units of one group with one grade."""

    count: Shown
    units: tuple[Link, ...]


@dataclass(frozen=True)
class GradeRow:
    """How the units of one group were graded."""

    group: str
    cells: tuple[GradeCell, ...]
    total: Shown


@dataclass(frozen=True)
class GradeTable:
    """组别 × 等次."""

    heads: tuple[Mark, ...]
    rows: tuple[GradeRow, ...]
    absent: str
    """Why there are no rows."""


def unit_grade(year: EditionYear, unit: EditionUnit) -> Mark | None:
    """The mark of the unit's grade; None before the decision (E123)."""
    return grade_mark(unit.grade) if year.decided_on else None


def absent_grades(year: EditionYear) -> str:
    """Why a year shows no grades."""
    return "等次尚未公布" if year.decided_on else "等次尚未审定"


def grade_table(year: EditionYear) -> GradeTable:
    """The units of each group by grade; without rows before the decision."""
    grades = _grades(year)
    heads = tuple(mark for grade in grades if (mark := grade_mark(grade)))
    return GradeTable(heads, tuple(_rows(year, grades)), f"{absent_grades(year)}。")


def groups_in_order(year: EditionYear) -> Iterator[tuple[str, tuple[EditionUnit, ...]]]:
    """The groups of the scheme that have units, each with its units in official order."""
    for group in year.scheme.groups:
        units = tuple(unit for unit in year.units if unit.group == group.name)
        if units:
            yield group.name, units


def _grades(year: EditionYear) -> list[BoardGrade]:
    """The grades of the scheme, best first, and 不定等次 if some unit has it; none before the decision."""
    given = {unit.grade for unit in year.units} - {None}
    if year.decided_on is None or not given:
        return []
    known = {line.grade for line in year.scheme.grades} | given
    return [grade for grade in BoardGrade if grade in known]


def _rows(year: EditionYear, grades: list[BoardGrade]) -> Iterator[GradeRow]:
    if not grades:
        return
    for group, units in groups_in_order(year):
        cells = []
        for grade in grades:
            links = tuple(unit_link(year, unit.id) for unit in units if unit.grade is grade)
            cells.append(GradeCell(named(year, f"groups.{group}.grades.{grade.value}"), links))
        yield GradeRow(group, tuple(cells), named(year, f"groups.{group}.units"))
