"""A unit and the company over the years of the sample."""

from __future__ import annotations

from dataclasses import replace

from generator.model.terms import CheckStatus, Component
from generator.scoring.assess import assess
from generator.scoring.assessed import AssessedYear
from generator.scoring.exact import Rate
from generator.scoring.trends import area_changes, company_trend, unit_chain, unit_trend

from .builders import d
from .sample import sample_years


def test_worked_number_of_area_rates() -> None:
    """Area B 18.2/22 = 82.73 % → 17.6/20 = 88.00 % = +5.27, though 0.6 points fewer (domain.md 10.2)."""
    _, before, after = unit_trend(sample_years(), "u11")
    it = area_changes(before, after)["B"]
    assert (it.before, it.after) == (Rate(d("18.2"), d("22")), Rate(d("17.6"), d("20")))
    assert (it.before.percent, it.after.percent, it.rounded) == (d("82.73"), d("88.00"), d("5.27"))
    assert it.after.part - it.before.part == d("-0.6")


def test_the_comparable_rate_is_part_of_the_trend() -> None:
    """None for the first year, everything covered under the same scheme, +3.42 at 84 % after the change."""
    comparisons = [point.comparison for point in unit_trend(sample_years(), "u11")]
    assert comparisons[0] is None
    found = [(one.change.rounded, one.coverage.percent) for one in comparisons if one]
    assert found == [(d("1.50"), d("100.00")), (d("3.42"), d("84.00"))]


def test_break_marks_stand_where_the_major_version_changes() -> None:
    """2025 in the sample, for units and the company alike."""
    assert [point.breaks for point in unit_trend(sample_years(), "u11")] == [False, False, True]
    assert [point.breaks for point in company_trend(sample_years())] == [False, False, True]


def test_another_version_of_the_same_system_is_no_break() -> None:
    """Only `major` speaks of the indicators; a version may change a deadline."""
    first, second = sample_years()[:2]
    scheme = replace(second.year.scheme, version=7)
    changed = replace(second, year=replace(second.year, scheme=scheme))
    assert [point.breaks for point in unit_trend([first, changed], "u11")] == [False, False]


def test_a_unit_in_another_group_stands_among_others() -> None:
    """u13 went from 生产单位 to 辅助单位 in 2025."""
    points = unit_trend(sample_years(), "u13")
    assert [(point.group, point.regrouped) for point in points] == [
        ("生产单位", False),
        ("生产单位", False),
        ("辅助单位", True),
    ]


def test_standings_agree_with_ranks_and_medians_of_the_assessment() -> None:
    """位次 as suggested, 与组中位差 as the group's medians say; nobody ungraded is ranked."""
    for one in sample_years():
        for unit_id, result in one.assessment.units.items():
            point = unit_trend([one], unit_id)[0]
            suggestion, checklist = result.suggestion, result.checklist
            assert suggestion is not None
            assert checklist is not None
            ranked = point.composite and (point.composite.rank, point.composite.of)
            assert ranked == (suggestion.rank and (suggestion.rank, suggestion.of))
            assert {
                part: standing.rank for part, standing in point.components.items()
            } == result.component_ranks
            middle = one.assessment.group_medians[point.group].composite
            assert point.composite is None or point.composite.median == middle
            median = one.assessment.checklist.groups[point.group].areas["B"]
            value = checklist.areas[1].rate.value
            assert value is not None
            assert point.area_differences["B"] == (value - median) * 100


def test_ungraded_units_are_not_ranked() -> None:
    """u14 of 2024: components have places, the composite has none."""
    point = unit_trend(sample_years(), "u14")[0]
    assert (point.year, point.composite) == (2024, None)
    assert Component.PARTY in point.components


def test_a_chain_keeps_to_the_leaves_of_all_its_years() -> None:
    """81 of 100 points in 2023 and 2024, 84 of 100 in 2025; the last two years as compared directly."""
    chain = unit_chain(sample_years(), "u11")
    assert [(point.year, point.rate.whole, point.coverage.percent) for point in chain] == [
        (2023, 81, d("81.00")),
        (2024, 81, d("81.00")),
        (2025, 84, d("84.00")),
    ]
    comparison = unit_trend(sample_years(), "u11")[-1].comparison
    assert comparison is not None
    assert (chain[1].rate, chain[2].rate) == (comparison.change.before, comparison.change.after)
    assert [point.breaks for point in chain] == [False, False, True]


def test_a_chain_ends_at_a_gap() -> None:
    """A year left out cannot be bridged; one year alone is no line."""
    first, _, third = sample_years()
    assert unit_chain([first, third], "u11") == ()
    assert unit_trend([first, third], "u11")[1].comparison is None
    assert [point.year for point in unit_chain(sample_years(), "u14")] == [2024, 2025]
    assert unit_chain(sample_years(), "u19") == ()


def test_a_chain_leaves_out_what_one_year_lacks() -> None:
    """B1.1 of 3 points did not apply to u11 in 2024, so no year of its line has it."""
    first, second, third = sample_years()
    check = replace(second.year.checks["u11", "B1.1"], status=CheckStatus.NOT_APPLICABLE)
    year = replace(second.year, checks={**second.year.checks, ("u11", "B1.1"): check})
    changed = AssessedYear(year, assess(year, first.year, second.assessment.as_of))
    chain = unit_chain([first, changed, third], "u11")
    assert [(point.rate.whole, point.coverage.whole) for point in chain] == [(78, 100), (78, 97), (81, 100)]


def test_the_company_pools_points() -> None:
    """All units' points of each area make the total; the first year has nothing before it."""
    points = company_trend(sample_years())
    assert [point.year for point in points] == [2023, 2024, 2025]
    assert all(sum(rate.part for rate in point.areas.values()) == point.total.part for point in points)
    assert points[0].comparison is None
    assert points[1].comparison is not None


def test_later_years_never_change_earlier_points() -> None:
    """A book shows what was known then."""
    years = sample_years()
    assert unit_trend(years[:2], "u11") == unit_trend(years, "u11")[:2]
    assert company_trend(years[:2]) == company_trend(years)[:2]


def test_an_unchecked_year_has_no_rate() -> None:
    """A point without rates, and nothing to compare with."""
    first, second = sample_years()[:2]
    unchecked = replace(first.assessment.units["u11"], checklist=None)
    checklists = {key: one for key, one in first.assessment.checklist.units.items() if key != "u11"}
    gone = replace(
        first.assessment,
        units={**first.assessment.units, "u11": unchecked},
        checklist=replace(first.assessment.checklist, units=checklists),
    )
    points = unit_trend([replace(first, assessment=gone), second], "u11")
    assert (points[0].total, points[0].areas, points[1].comparison) == (None, {}, None)
