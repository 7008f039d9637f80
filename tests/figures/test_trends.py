"""This year against the year just before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.figures import Figure, figures
from generator.figures.comparing.trends import ledger_changes
from generator.figures.ledger.problems import Scope
from generator.model.terms import PublicationItem
from generator.model.year import Archive, Year
from generator.scoring.assess import assess
from generator.scoring.assessed import AssessedYear
from generator.scoring.ledger import ledger_statistics
from tests.scoring.builders import CALENDAR, RECTIFICATION_RULES, check, deduction, leaf, unit, year

from .conftest import assessed, of_year
from .test_settings import AS_OF, of

Found = Mapping[str, Figure]
Years = Mapping[int, Found]


def against(old: Year, new: Year) -> dict[str, Figure]:
    """The figures of the newer of two years, 2024 and 2025, by key."""
    return of(new, replace(old, year=2024, cycle=replace(old.cycle, year=2024)))


def checked(minus: str, code: str = "B2.1", **changes: object) -> Year:
    """A year of u01 with one leaf of 2 points."""
    rows = [deduction("u01", code, minus)]
    return replace(year([unit()], [leaf(code)], [check(code=code)], rows), **changes)


def trend_keys(found: Found) -> list[str]:
    """The keys that compare with a year before."""
    return [key for key in found if ".trend." in key]


def test_a_year_alone_compares_with_nothing(archive: Archive) -> None:
    """The first year has every other figure and no trend, and neither fails."""
    first = assessed(archive)[0]
    assert trend_keys({one.key: one for one in figures([first])}) == []
    assert trend_keys(of(year([unit()]))) == []


def test_a_gap_of_a_year_is_not_bridged(archive: Archive) -> None:
    """2023 is not the year just before 2025."""
    first, _, third = assessed(archive)
    assert trend_keys({one.key: one for one in figures([first, third])}) == []


def test_years_long_past_change_nothing(archive: Archive) -> None:
    """Only the year just before is compared with."""
    _, second, third = assessed(archive)
    mine, whole = ({one.key: one for one in figures(years)} for years in ([second, third], assessed(archive)))
    assert {key: mine[key].value for key in mine} == {key: whole[key].value for key in whole}


def test_a_change_is_in_points_of_percent() -> None:
    """75 % → 50 % is −25 个百分点, for the unit, its area, the company and the company's median."""
    found = against(checked("0.5"), checked("1"))
    keys = [
        "units.u01.trend.rate.change",
        "units.u01.trend.areas.B.change",
        "company.trend.rate.change",
        "company.trend.areas.B.median.change",
    ]
    assert [(found[key].text, found[key].unit) for key in keys] == [("−25.00", "个百分点")] * 4
    one = found[keys[0]]
    assert one.basis.worked == "50%－75%＝−25.00个百分点"
    assert [operand.key for operand in one.basis.operands] == [
        "units.u01.checklist.rate",
        "2024:units.u01.checklist.rate",
    ]


def test_a_new_unit_has_no_change(years: Years) -> None:
    """u14 came about in 2024; in 2025 it is compared like any other."""
    assert [key for key in trend_keys(years[2024]) if key.startswith("units.u14.")] == [
        "units.u14.trend.reference"
    ]
    assert "units.u14.trend.rate.change" in years[2025]


def test_every_unit_and_area_of_both_years_is_compared(years: Years) -> None:
    """18 units by rate, six areas and the comparable rate; the company, its counts, 36 leaves, its ledger."""
    keys = trend_keys(years[2025])
    assert len([key for key in keys if key.startswith("units.")]) == 18 * (1 + 6 + 4)
    assert len([key for key in keys if not key.startswith("units.")]) == 1 + 6 + 4 + 2 + 2 + 36 + 1


def test_an_area_without_points_has_no_change() -> None:
    """Nothing was checked in the areas but B."""
    found = trend_keys(against(checked("0.5"), checked("1")))
    assert [key for key in found if ".areas." in key] == [
        "units.u01.trend.areas.B.change",
        "company.trend.areas.B.median.change",
    ]


def test_another_name_is_another_area() -> None:
    """The same letter under another name is not compared."""
    new = checked("1")
    areas = tuple(replace(area, name="新领域") if area.code == "B" else area for area in new.scheme.areas)
    found = against(checked("0.5"), replace(new, scheme=replace(new.scheme, areas=areas)))
    assert [key for key in trend_keys(found) if ".areas." in key] == []
    assert "units.u01.trend.rate.change" in found


def test_the_break_is_said_where_the_system_changed(years: Years) -> None:
    """2025 has another indicator system than 2024, which had that of 2023 (domain.md 10.2)."""
    for number, said in ((2024, False), (2025, True)):
        found = years[number]
        alike = ("comparable", "trend.leaves", "trend.units", "trend.excellent")
        keys = [key for key in trend_keys(found) if key.endswith("change")]
        keys = [key for key in keys if not any(word in key for word in alike)]
        keys.remove("ledger.trend.closed_rate.change")
        assert keys
        for key in keys:
            assert found[key].basis.worked.endswith("；方案调整，口径不完全可比") is said, key
    assert "口径" not in years[2025]["ledger.trend.closed_rate.change"].basis.worked


def test_the_closing_rate_against_last_years(years: Years) -> None:
    """销号率 of both ledgers as their own books print it."""
    one = years[2025]["ledger.trend.closed_rate.change"]
    now, before = years[2025]["ledger.closed_rate"], years[2024]["ledger.closed_rate"]
    assert isinstance(now.value, Decimal)
    assert isinstance(before.value, Decimal)
    assert one.value == now.value - before.value


@pytest.mark.parametrize(("sensitive", "item"), [(True, "sensitive"), (False, "rectifications")])
def test_a_sensitive_problem_of_either_year_marks_the_change(
    archive: Archive, sensitive: bool, item: str
) -> None:
    """Counted over what an audience may see it is as open as the ledger, else as closed as its problems."""
    second, third = (scope(one, sensitive) for one in assessed(archive)[1:])
    plain = scope(assessed(archive)[2], sensitive=False)
    for now in (third, plain):
        (one,) = ledger_changes(now, second, 2024)
        assert one.item is PublicationItem(item)
        assert one.basis.needs == {PublicationItem(item)}


def scope(one: AssessedYear, sensitive: bool) -> Scope:
    """The ledger of a year with or without its 敏感 problems."""
    lives = tuple(life for life in one.assessment.lives if sensitive or not life.entry.sensitive)
    statistics = ledger_statistics(
        lives, one.assessment.as_of, one.year.scheme.rectification, one.year.calendar
    )
    return Scope("ledger", None, lives, statistics, (), one.year.scheme.rectification, one.year.calendar)


def test_no_change_without_a_problem() -> None:
    """An empty ledger has no rate to compare with."""
    empty = assess(year([unit()]), None, AS_OF)
    scope = Scope("ledger", None, (), empty.ledger, (), RECTIFICATION_RULES, CALENDAR)
    assert list(ledger_changes(scope, scope, 2024)) == []


def test_a_merged_unit_alone_has_a_reference(years: Years, archive: Archive) -> None:
    """u14 of 2024 from u19 and u20; without the merger, or a year later, there is none."""
    keys = [key for found in years.values() for key in found if key.endswith(".reference")]
    assert keys == ["units.u14.trend.reference"]
    assert "units.u14.trend.reference" in years[2024]
    unmerged = tuple(replace(one, unit_events=()) for one in archive.years)
    found = of_year(replace(archive, years=unmerged), 2024)
    assert [key for key in found if key.endswith(".reference")] == []
