"""How many units, and how they were graded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from generator.figures import Figure
from generator.model.terms import BoardGrade, PublicationItem
from generator.model.year import Archive
from tests.scoring.builders import decision, unit, year

from .test_settings import of

Found = Mapping[str, Figure]
Years = Mapping[int, Found]


def test_groups_add_up_to_the_company(years: Years, archive: Archive) -> None:
    """Units and each grade, in every year; a grade is as often there as units were given it."""
    for one in archive.years:
        found = years[one.year]
        given = Counter(figure.text for key, figure in found.items() if key.endswith(".grade.decided"))
        for key in ("units", *(f"grades.{grade.value}" for grade in BoardGrade)):
            groups = [
                found[f"groups.{group.name}.{key}"]
                for group in one.scheme.groups
                if f"company.{key}" in found
            ]
            if groups:
                assert sum(int(figure.text) for figure in groups) == found[f"company.{key}"].value
        assert found["company.units"].value == len(one.units)
        for grade in BoardGrade:
            figure = found.get(f"company.grades.{grade.value}")
            assert given[grade.label] == (figure.value if figure else 0)


def test_the_share_of_excellent_units(found: Found) -> None:
    """优秀单位 of 被考核单位, with both numbers."""
    one = found["company.excellent.share"]
    assert (one.part, one.whole) == (found["company.grades.excellent"].value, found["company.units"].value)
    assert one.item is PublicationItem.GRADES
    assert found["company.units"].item is PublicationItem.UNITS


def test_no_grade_is_counted_before_the_decision() -> None:
    """Nor while nothing was decided; the units are counted all the same (domain.md 1.1)."""
    one = year([unit("u01"), unit("u02")], decisions=(decision("u01", BoardGrade.EXCELLENT),))
    undecided = of(replace(one, cycle=replace(one.cycle, decided_on=None)))
    for found in (undecided, of(replace(one, decisions=()))):
        assert [key for key in found if ".grades." in key or "excellent.share" in key] == [
            "groups.生产单位.grades.graded",
            "groups.生产单位.grades.quota",
        ]
        assert found["company.units"].text == found["groups.生产单位.units"].text == "2"
    assert of(one)["company.excellent.share"].text == "50.00%"


def test_ungraded_is_counted_where_it_was_given() -> None:
    """Every grade of the scheme is counted, 0 too; 不定等次 only where there is one."""
    one = year([unit()], decisions=(decision("u01", BoardGrade.UNGRADED),))
    found = of(one)
    assert [found[f"company.grades.{grade.value}"].value for grade in BoardGrade] == [0, 0, 0, 0, 1]
    graded = of(replace(one, decisions=(decision("u01", BoardGrade.GOOD),)))
    assert "company.grades.ungraded" not in graded
