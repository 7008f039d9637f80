"""要点 of the overview."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import Light
from generator.pages.headlines.headline import Headline
from generator.pages.headlines.year import (
    MOST,
    area_change,
    extreme_areas,
    most_lost,
    overdue,
    repeated,
    risen_and_fallen,
    widespread,
    year_headlines,
)
from generator.scoring.exact import Rate
from tests.pages.builders import edition, edition_year, problem, scheme
from tests.pages.figures import change_figure, count_figure, figured, rate_figure, with_more

COMPARABLE = "units.{}.trend.comparable.change"


def texts(found: Iterable[Headline]) -> list[str]:
    """What the sentences say."""
    return [str(one.text) for one in found]


def after(year: EditionYear, before: EditionYear | None = None) -> Edition:
    """An edition of this year after 2024, or after `before`."""
    return figured(replace(edition(), years=(before or edition_year(2024), year)))


def moved(**changes: str) -> EditionYear:
    """2025 with the 可比口径 changes of these units."""
    values = {unit_id: Decimal(change) for unit_id, change in changes.items()}
    return with_more(
        edition_year(),
        *(change_figure(COMPARABLE.format(unit_id), change) for unit_id, change in values.items()),
        count_figure("company.trend.comparable.risen", sum(one > 0 for one in values.values())),
        count_figure("company.trend.comparable.fallen", sum(one < 0 for one in values.values())),
    )


def test_the_sentences_of_a_year() -> None:
    """What is late, what came back, what was lost, what changed, who is best and weakest."""
    one = figured(edition())
    assert texts(year_headlines(one, one.years[-1])) == [
        "整改台账中有逾期问题 1 项，涉及 1 个单位：一号队。",
        "屡改屡犯 1 项：一号队（B2.1 支部党员大会）。",
        "全公司失分最多的指标是 B2.1 支部党员大会，失分率 25.00%（22.5/90）。",
        "与上年相比变化最大的是组织基础夯实：中位数由 83.00% 变为 87.00%，"
        "+4.00 个百分点（方案调整，口径不完全可比）。",
        "按各单位得分率的中位数，最高的是基层党组织政治建设（90.00%），最低的是组织基础夯实（87.00%）。",
    ]


def test_a_minute_of_reading() -> None:
    """Never more than five, though every rule has something to say."""
    year = with_more(
        figured(after(moved(u01="1", u02="-1"))).years[-1], *moved(u01="1", u02="-1").figures.values()
    )
    found = texts(year_headlines(after(year), year))
    assert len(found) == MOST
    assert found[3].startswith("按可比口径")


def test_overdue_units_by_how_many_they_have() -> None:
    """The one with two comes first; a fourth is 等, the count stays."""
    late = [
        problem(f"2025-{unit_id.upper()}-{number:03}", unit_id, Light.RED, -3)
        for number, unit_id in enumerate(("u01", "u02", "u02", "u03", "u08"), 1)
    ]
    year = edition_year()
    one = after(replace(year, ledger=replace(year.ledger, problems=tuple(late))))
    assert texts(overdue(one, one.years[-1])) == [
        "整改台账中有逾期问题 5 项，涉及 4 个单位：二号队、一号队、联合队等。"
    ]


def test_nothing_late_and_nothing_back_is_nothing_said() -> None:
    """No sentence about what did not happen."""
    year = edition_year()
    on_time = (problem("2025-U01-001", "u01", Light.GREY),)
    one = after(replace(year, ledger=replace(year.ledger, problems=on_time, repeated=())))
    assert texts(overdue(one, one.years[-1])) == []
    assert texts(repeated(one, one.years[-1])) == []


def test_a_leaf_nobody_lost_on_is_not_named() -> None:
    """Nothing lost, nothing said; nothing where results are withheld."""
    year = edition_year()
    spotless = replace(year, lost=(replace(year.lost[0], lost=Rate.of(0, 90)),))
    assert texts(most_lost(spotless)) == []
    assert texts(most_lost(replace(year, lost=()))) == []


def test_leaves_that_lost_alike_are_all_named() -> None:
    """Equal as printed: 25.00 % of 90 and of 60."""
    year = edition_year()
    lost = (year.lost[0], replace(year.lost[1], lost=Rate.of(15, 60)))
    (sentence,) = texts(most_lost(after(replace(year, lost=lost)).years[-1]))
    assert sentence == (
        "全公司失分最多的指标是 B2.1 支部党员大会，失分率 25.00%（22.5/90）；"
        "A1.2 年度理论学习计划与执行，失分率 25.00%（15/60）。"
    )


def test_areas_alike_have_no_extremes() -> None:
    """Equal medians, or one area alone, are no news."""
    year = after(edition_year()).years[-1]
    keys = [f"company.checklist.areas.{code}.median" for code in "AB"]
    alike = with_more(year, *(replace(year.figures[keys[0]], key=key) for key in keys))
    assert texts(extreme_areas(alike)) == []
    assert texts(extreme_areas(replace(year, scheme=replace(year.scheme, areas=year.scheme.areas[:1])))) == []


def test_an_area_under_another_name_is_not_compared() -> None:
    """The same letter may mean something else in another scheme."""
    before = edition_year(2024)
    renamed = replace(before.scheme, areas=tuple(replace(area, name="别的") for area in before.scheme.areas))
    one = after(edition_year(), replace(before, scheme=renamed))
    assert texts(area_change(one.years[-1], one.years[0])) == []


def test_comparable_years_carry_no_break() -> None:
    """The note stands only where indicator systems differ."""
    one = after(edition_year(), replace(edition_year(2024), scheme=scheme(2025)))
    assert texts(area_change(one.years[-1], one.years[0])) == [
        "与上年相比变化最大的是组织基础夯实：中位数由 83.00% 变为 87.00%，+4.00 个百分点。"
    ]


def test_the_first_year_compares_with_nothing() -> None:
    """Neither areas nor units nor the ledger."""
    first = edition_year(2024)
    one = figured(replace(edition(), years=(first,)))
    found = texts(year_headlines(one, one.years[0]))
    assert found
    assert not [text for text in found if "上年" in text]


def test_an_area_that_did_not_move_is_not_named() -> None:
    """0.00 is no change, and neither is a hundredth of one that prints as 0.00."""
    year = edition_year()
    keys = [f"company.trend.areas.{code}.median.change" for code in "AB"]
    still = with_more(year, *(change_figure(key, Decimal("0.004")) for key in keys))
    assert texts(area_change(still, edition_year(2024))) == []


def test_who_rose_and_who_fell() -> None:
    """Both counts and the furthest of each."""
    assert texts(risen_and_fallen(moved(u01="3.42", u02="-1.2", u03="0.5"))) == [
        "按可比口径，得分率比上年上升的单位有 2 个，下降的有 1 个；"
        "升幅最大的是一号队（+3.42 个百分点），降幅最大的是二号队（−1.20 个百分点）。"
    ]


def test_when_all_fell_nobody_rose_most() -> None:
    """Two that fell alike are both named."""
    assert texts(risen_and_fallen(moved(u01="-2", u02="-2", u03="0"))) == [
        "按可比口径，得分率比上年上升的单位有 0 个，下降的有 2 个；"
        "降幅最大的是一号队、二号队（−2.00 个百分点）。"
    ]


def test_nobody_moved_is_nothing_said() -> None:
    """All at 0.00, or no unit to compare."""
    assert texts(risen_and_fallen(moved(u01="0", u02="0.001"))) == []
    assert texts(risen_and_fallen(edition_year())) == []


def test_more_than_half_of_the_units() -> None:
    """Two of three is, one of two is not; the most first."""
    year = with_more(
        edition_year(),
        rate_figure("company.checklist.leaves.B2.1.losing", Rate.of(2, 3)),
        rate_figure("company.checklist.leaves.A1.2.losing", Rate.of(3, 3)),
        rate_figure("company.checklist.leaves.A1.1.losing", Rate.of(1, 2)),
    )
    assert texts(widespread(year)) == [
        "过半数单位失分的指标：A1.2 年度理论学习计划与执行（3/3）、B2.1 支部党员大会（2/3）。"
    ]
    assert texts(widespread(replace(year, lost=year.lost[2:]))) == []
