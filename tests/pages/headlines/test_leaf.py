"""Sentences under the lead of a leaf's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from generator.editions.edition import EditionYear
from generator.model.terms import Scoring
from generator.pages.checklist.by_leaf import results_by_leaf
from generator.pages.headlines.headline import Headline
from generator.pages.headlines.leaf import (
    extreme_groups,
    frequent_rule,
    leaf_headlines,
    losing_units,
    rate_change,
)
from tests.pages.builders import edition, edition_year, leaf_rule
from tests.pages.figures import (
    change_figure,
    count_figure,
    figure,
    figured,
    with_more,
    without,
)
from tests.pages.sight import seen_in_year

TIMES = "company.checklist.leaves.B2.1.rules.{}.times"
MEDIAN = "groups.{}.checklist.leaves.B2.1.median"


def texts(found: Iterable[Headline]) -> list[str]:
    """What the sentences say."""
    return [str(one.text) for one in found]


def losing(year: EditionYear, code: str = "B2.1") -> list[str]:
    """What is said of the units."""
    return texts(losing_units(year, code, results_by_leaf(year)[code]))


def applied(**times: int) -> list[str]:
    """What is said of rules applied so often."""
    rules = tuple(
        replace(leaf_rule("B2.1", when, "0.5"), rule=number) for number, when in enumerate(times, 1)
    )
    year = replace(edition_year(), rules={"B2.1": rules})
    counts = (count_figure(TIMES.format(number), n, "次") for number, n in enumerate(times.values(), 1))
    return texts(frequent_rule(with_more(year, *counts), year.leaves[2]))


def grouped(production: str, support: str) -> list[str]:
    """What is said of these medians."""
    shares = zip(("生产单位", "辅助单位"), (production, support), strict=True)
    year = with_more(
        edition_year(),
        *(figure(MEDIAN.format(name), f"{share}%", Decimal(share), "%") for name, share in shares),
    )
    return texts(extreme_groups(year, "B2.1"))


def test_few_units_are_named() -> None:
    """Three at most, with the rate and its two numbers."""
    year = edition_year()
    assert losing(year) == ["失分的单位占 100.00%（3/3）：一号队、二号队、联合队。"]
    many = replace(year.units[0], id="u04", short_name="四号队")
    year = figured(replace(edition(), years=(replace(year, units=(*year.units, many)),))).years[0]
    assert losing(year) == ["失分的单位占 100.00%（4/4）。"]


def test_only_those_that_lost_are_named() -> None:
    """Full marks are not among them, and where nobody lost nothing is said."""
    year = edition_year()
    spotless = replace(year.units[0], checklist=year.units[1].checklist)
    assert spotless.checklist is not None
    rows = tuple(replace(row, earned=row.points) for row in spotless.checklist.leaves)
    full = replace(spotless, checklist=replace(spotless.checklist, leaves=rows))
    year = figured(replace(edition(), years=(replace(year, units=(full, *year.units[1:])),))).years[0]
    assert losing(year) == ["失分的单位占 66.67%（2/3）：二号队、联合队。"]
    assert losing(year, "A1.1") == []


def test_the_most_frequent_reason() -> None:
    """By times; equally frequent ones are both named."""
    assert applied(缺会=2, 缺记录=7) == ["扣分最多见的情形是“缺记录”（7 次）。"]
    assert applied(缺会=2, 缺记录=2) == ["扣分最多见的情形是“缺会”（2 次）、“缺记录”（2 次）。"]


def test_once_is_no_pattern() -> None:
    """Nor are deductions that are not published."""
    assert applied(缺会=1) == []
    assert texts(frequent_rule(edition_year(), edition_year().leaves[2])) == []


def test_a_band_is_no_deduction() -> None:
    """分档: the band below full marks most units reached."""
    year = with_more(edition_year(), count_figure(TIMES.format(1), 4, "次"))
    leaf = replace(year.leaves[2], scoring=Scoring.BAND)
    assert texts(frequent_rule(year, leaf)) == ["未得满分的单位最多见的档次是“缺 1 次”（4 次）。"]


def changed_by(points: str, name: str = "支部党员大会") -> list[str]:
    """What is said of the company's rate on B2.1 against last year."""
    before, year = figured(edition()).years
    year = with_more(year, change_figure("company.trend.leaves.B2.1.change", Decimal(points)))
    return texts(rate_change(year, before, year.leaves[2], replace(before.leaves[2], name=name)))


def test_the_rate_against_last_years() -> None:
    """Both rates; the leaf's former name when it had another."""
    rates = "71.67%（86/120）", "79.44%（71.5/90）"
    assert changed_by("3.57") == [f"公司得分率由上年的 {rates[0]}变为 {rates[1]}，+3.57 个百分点。"]
    assert changed_by("3.57", "党员大会") == [
        f"公司得分率由上年（B2.1 党员大会）的 {rates[0]}变为 {rates[1]}，+3.57 个百分点。"
    ]
    assert changed_by("0.004") == []


def test_best_and_weakest_group() -> None:
    """By the median of each; groups alike have none."""
    assert grouped("95.00", "80.00") == [
        "按各组得分率的中位数，最高的是生产单位（95.00%），最低的是辅助单位（80.00%）。"
    ]
    assert grouped("95.00", "95.00") == []


def test_a_leaf_that_is_not_the_same_is_not_compared() -> None:
    """Only the crosswalk says what it was last year; in the first year nothing does."""
    one = figured(edition())
    year = with_more(one.years[-1], change_figure("company.trend.leaves.B2.1.change", Decimal(3)))
    found = results_by_leaf(year)["B2.1"]
    said = {
        same: texts(leaf_headlines(one, year, year.leaves[2], found, {"B2.1": "B2.1"} if same else {}))
        for same in (True, False)
    }
    assert [len([text for text in said[same] if "上年" in text]) for same in (True, False)] == [1, 0]
    first = replace(one, years=(year,))
    assert not [
        text
        for text in texts(leaf_headlines(first, year, year.leaves[2], found, {"B2.1": "B2.1"}))
        if "上年" in text
    ]


def test_withheld_results_say_nothing() -> None:
    """No figures, no list on the page."""
    year = without(edition_year(), ".losing", ".times")
    assert leaf_headlines(edition(), year, year.leaves[0], results_by_leaf(year)["A1.1"], {}) == ()


def test_the_page_says_it_below_the_lead() -> None:
    """With the 依据 folded below."""
    sight = seen_in_year(edition(), "checklist/b2-1/")
    assert "失分的单位占 100.00%（3/3）：一号队、二号队、联合队。 依据" in sight.words
    assert sight.address("联合队") == "../../units/u03/"
