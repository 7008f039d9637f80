"""Sentences under the head of a unit's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.model.terms import BoardGrade, Light
from generator.pages.headlines.headline import Headline
from generator.pages.headlines.transitions import EarlierLeaves
from generator.pages.headlines.unit import (
    area_change,
    group_medians,
    most_lost,
    problems,
    streak,
    unit_headlines,
)
from tests.pages.builders import checklist, edition, edition_year, leaf_not_applicable, problem
from tests.pages.figures import change_figure, figured, with_more, without
from tests.pages.sight import seen_in_year


def texts(found: Iterable[Headline]) -> list[str]:
    """What the sentences say."""
    return [str(one.text) for one in found]


def graded(*grades: BoardGrade | None, **changes: object) -> Edition:
    """Years up to 2025 in which u01 got these grades, oldest first."""
    base, years = edition_year(), []
    for back, grade in enumerate(reversed(grades)):
        unit = replace(base.units[0], grade=grade)
        years.insert(0, replace(base, year=2025 - back, units=(unit, *base.units[1:]), **changes))
    return figured(replace(edition(), years=tuple(years)))


def streaks(one: Edition) -> list[str]:
    """What is said of u01 in the latest year."""
    year = one.years[-1]
    return texts(streak(one, year, year.units[0]))


def beside(**differences: str) -> EditionYear:
    """2025 with these differences of u01 from its group's median."""
    key = "units.u01.checklist.areas.{}.difference"
    return with_more(
        edition_year(),
        *(change_figure(key.format(code), Decimal(points)) for code, points in differences.items()),
    )


def medians(year: EditionYear) -> list[str]:
    """What is said of u01 and its group."""
    return texts(group_medians(year, year.units[0]))


GOOD, FAIR = BoardGrade.GOOD, BoardGrade.FAIR


@pytest.mark.parametrize(
    ("grades", "said"),
    [
        ((FAIR, FAIR), "连续两年审定为一般。"),
        ((FAIR, GOOD, GOOD, GOOD), "连续三年审定为良好。"),
        ((BoardGrade.EXCELLENT,) * 4, "连续四年审定为优秀。"),
    ],
)
def test_years_running_with_one_grade(grades: tuple[BoardGrade, ...], said: str) -> None:
    """As far back as the grade is the same."""
    assert streaks(graded(*grades)) == [said]


@pytest.mark.parametrize(
    "grades", [(GOOD,), (FAIR, GOOD), (GOOD, None), (None, GOOD), (BoardGrade.UNGRADED, BoardGrade.UNGRADED)]
)
def test_no_streak(grades: tuple[BoardGrade | None, ...]) -> None:
    """One year, another grade, no grade, or 不定等次 twice."""
    assert streaks(graded(*grades)) == []


def test_no_streak_before_the_decision_or_across_a_gap() -> None:
    """What is not decided is not counted (E123), and 2023 is not the year before 2025."""
    one = graded(GOOD, GOOD)
    assert streaks(replace(one, years=(one.years[0], replace(one.years[1], decided_on=None)))) == []
    assert streaks(replace(one, years=(replace(one.years[0], year=2023), one.years[1]))) == []
    hidden = without(one.years[0], "grade.decided")
    assert streaks(replace(one, years=(hidden, one.years[1]))) == []


def test_a_streak_rests_on_the_grade_of_each_year() -> None:
    """So its 依据 shows all decisions."""
    one = graded(FAIR, FAIR)
    (found,) = streak(one, one.years[-1], one.years[-1].units[0])
    assert found.figures == ("2025:units.u01.grade.decided", "2024:units.u01.grade.decided")


def test_areas_below_the_median() -> None:
    """One is named with its difference; all need no names, only the furthest."""
    assert medians(beside(A="0.5", B="-5.27")) == ["一个领域低于同组中位数：组织基础夯实（−5.27 个百分点）。"]
    assert medians(beside(A="-0.5", B="-5.27")) == [
        "两个领域均低于同组中位数（相差最大的是组织基础夯实，−5.27 个百分点）。"
    ]


def test_some_of_the_areas_below_the_median() -> None:
    """They are named, and the furthest with its difference."""
    year = beside(A="-0.5", B="-5.27", C="1")
    area = replace(year.scheme.areas[0], code="C", name="党员教育管理")
    year = replace(year, scheme=replace(year.scheme, areas=(*year.scheme.areas, area)))
    assert medians(year) == [
        "两个领域低于同组中位数：基层党组织政治建设、组织基础夯实"
        "（相差最大的是组织基础夯实，−5.27 个百分点）。"
    ]


def test_equally_far_areas_are_both_the_furthest() -> None:
    """The order of the scheme does not decide."""
    assert medians(beside(A="-2", B="-2")) == [
        "两个领域均低于同组中位数（相差最大的是基层党组织政治建设、组织基础夯实，−2.00 个百分点）。"
    ]


@pytest.mark.parametrize("equal", ["0", "-0.004"])
def test_equal_to_the_median_is_not_below(equal: str) -> None:
    """Neither 0 nor what prints as 0.00."""
    assert medians(beside(A=equal, B="3")) == ["两个领域均不低于同组中位数。"]


def test_alone_in_its_group_a_unit_is_its_own_median() -> None:
    """u03 is the only 辅助单位: nothing to say; nor where results are not published."""
    year = edition_year()
    assert texts(group_medians(year, year.units[2])) == []
    assert medians(without(year, "difference")) == []


def rows(unit: EditionUnit, *earned: tuple[str, str, str]) -> EditionUnit:
    """The unit with these leaves: code, points, earned."""
    found = checklist(Decimal(45), Decimal(40))
    leaves = tuple(
        replace(found.leaves[0], code=code, points=Decimal(points), earned=Decimal(got))
        for code, points, got in earned
    )
    return replace(unit, checklist=replace(found, leaves=leaves))


def lost(unit: EditionUnit) -> list[str]:
    """What is said of the points u01 lost."""
    year = edition_year()
    one = figured(replace(edition(), years=(replace(year, units=(unit, *year.units[1:])),)))
    return texts(most_lost(one.years[0], one.years[0].units[0]))


def test_most_points_lost() -> None:
    """Points, not the rate: 4 of 20 outweigh 2 of 4."""
    unit = edition_year().units[0]
    assert lost(rows(unit, ("A1.2", "20", "16"), ("B2.1", "4", "2"))) == [
        "失分最多的指标是 A1.2 年度理论学习计划与执行（得分 16/20，得分率 80.00%）。"
    ]
    assert lost(rows(unit, ("A1.2", "20", "18"), ("B2.1", "4", "2"))) == [
        "失分最多的指标是 A1.2 年度理论学习计划与执行（得分 18/20，得分率 90.00%）、"
        "B2.1 支部党员大会（得分 2/4，得分率 50.00%）。"
    ]


def test_full_marks_lose_nothing() -> None:
    """Nor does a leaf that does not apply, nor a checklist that is not published."""
    unit = rows(edition_year().units[0], ("A1.2", "20", "20"))
    assert unit.checklist is not None
    absent = leaf_not_applicable("B2.1", "30")
    assert lost(replace(unit, checklist=replace(unit.checklist, leaves=(absent,)))) == []
    assert lost(unit) == []
    assert lost(replace(unit, checklist=None)) == []


def test_largest_change_of_an_area() -> None:
    """Both rates with their numbers, and the note where indicator systems differ."""
    one = figured(edition())
    before, year = one.years
    assert texts(area_change(year, before, year.units[0])) == [
        "与上年相比变化最大的是组织基础夯实：得分率由 84.00%（42/50）变为 96.00%（48/50），"
        "+12.00 个百分点（方案调整，口径不完全可比）。"
    ]


def test_a_merged_unit_has_no_last_year() -> None:
    """u03 came of two others in 2025; the first year has none either."""
    before, year = figured(edition()).years
    assert texts(area_change(year, before, year.units[2])) == []
    assert texts(area_change(year, None, year.units[0])) == []


def told(*found: tuple[Light, int | None]) -> list[str]:
    """What is said of these problems of u02."""
    year = edition_year()
    own = tuple(problem(f"2025-U02-{n:03}", "u02", light, days) for n, (light, days) in enumerate(found, 1))
    year = replace(year, ledger=replace(year.ledger, problems=own))
    one = figured(replace(edition(), years=(year,))).years[0]
    return texts(problems(one, "u02", own))


def test_problems_of_the_unit() -> None:
    """Each state there is, and the next day that matters; what is overdue has no next day."""
    assert told(
        (Light.GREY, None), (Light.BLUE, None), (Light.RED, -6), (Light.GREEN, 40), (Light.AMBER, 5)
    ) == ["整改问题 5 项，已销号 1 项，待验收 1 项，逾期 1 项，下一项 2026-07-05 到期。"]
    assert told((Light.RED, -6)) == ["整改问题 1 项，已销号 0 项，逾期 1 项。"]


def test_all_closed_is_said_in_one_word() -> None:
    """One, several, none."""
    assert told((Light.GREY, None)) == ["整改问题 1 项，已销号。"]
    assert told((Light.GREY, None), (Light.GREY, None)) == ["整改问题 2 项，均已销号。"]
    assert told() == []


def test_the_page_in_its_order_with_its_basis() -> None:
    """Standing, loss, change, problems; the fold-out explains what no table below does."""
    sight = seen_in_year(edition(), "units/u01/")
    said = [
        "两个领域均不低于同组中位数。",
        "失分最多的指标是 A1.2 年度理论学习计划与执行（得分 16/20，得分率 80.00%）。",
        "与上年相比变化最大的是组织基础夯实：得分率由 84.00%（42/50）变为 96.00%（48/50），+12.00 个百分点"
        "（方案调整，口径不完全可比）。",
        "整改问题 2 项，已销号 1 项，逾期 1 项。",
        "依据 2024年度units.u01.checklist.areas.B.rate：84.00%",
    ]
    assert " ".join(said) in sight.words
    assert sight.address("A1.2 年度理论学习计划与执行") == "../../checklist/a1-2/"


def test_a_page_without_anything_to_say_has_no_list() -> None:
    """Before results and decision, and without problems, the head stands alone."""
    year = edition_year()
    bare = replace(
        year,
        decided_on=None,
        units=tuple(replace(unit, checklist=None, grade=None) for unit in year.units),
        lost=(),
        ledger=replace(year.ledger, problems=(), repeated=()),
    )
    one = figured(replace(edition(), years=(bare,)))
    leaves = EarlierLeaves.of(one, one.years[0])
    assert [unit_headlines(one, one.years[0], unit, leaves, ()) for unit in one.years[0].units] == [
        (),
        (),
        (),
    ]
    assert "kh-headlines" not in seen_in_year(one, "units/u01/").html
