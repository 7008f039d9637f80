"""How far scores lie apart. domain.md 12 names 极差 and 标准差 without a formula: the example is our own."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.terms import Component
from generator.scoring.assess import assess
from generator.scoring.exact import rounded
from generator.scoring.spread import spread

from .builders import component, d, day, unit, year
from .sample import sample_years

WORKED = ("90", "91", "93", "96")
"""Mean 92.5; squared deviations 6.25 + 2.25 + 0.25 + 12.25 = 21; 21 ÷ 4 = 5.25, root 2.2913."""


def test_the_worked_example() -> None:
    """96 - 90 = 6; the divisor is 4, with 3 it would be 2.65."""
    it = spread(map(d, WORKED))
    assert it is not None
    assert (it.count, it.range, it.mean, it.squared_deviations) == (4, 6, d("92.5"), 21)
    assert rounded(it.deviation, 4) == d("2.2913")
    assert rounded(it.deviation) == d("2.29")


def test_a_half_goes_up() -> None:
    """80.00 and 80.01 lie 0.005 from their mean; 0.00 would be half to even."""
    it = spread([d("80.00"), d("80.01")])
    assert it is not None
    assert (it.deviation, rounded(it.deviation)) == (d("0.005"), d("0.01"))


@pytest.mark.parametrize("scores", [[], ["90"]])
def test_fewer_than_two_have_none(scores: list[str]) -> None:
    """Nothing lies apart from itself."""
    assert spread(map(d, scores)) is None


@given(st.lists(st.decimals(0, 100, places=2), min_size=2, max_size=40))
def test_no_quotient_disturbs_the_root(scores: list[Decimal]) -> None:
    """The variance in fractions is the square of the deviation, which never exceeds half the range."""
    it = spread(scores)
    assert it is not None
    exact = [Fraction(one) for one in scores]
    mean = sum(exact) / len(exact)
    variance = sum((one - mean) ** 2 for one in exact) / len(exact)
    assert abs(Fraction(it.deviation) ** 2 - variance) < Fraction(1, 10**20)
    assert it.deviation <= it.range / 2 + d("1e-20")


def test_a_group_is_compared_by_the_scores_it_is_ranked_by() -> None:
    """On 2 decimals, 不定等次 too; of one group, and of all."""
    points = {"u01": "90.004", "u02": "90.006", "u03": "70"}
    typed = tuple(component(who, which, one) for who, one in points.items() for which in Component)
    units = [unit("u01"), unit("u02"), unit("u03", ungraded_reason="成立不满六个月")]
    it = assess(year(units, components=typed), None, day("2026-06-30"))
    assert it.spread == it.group_spreads["生产单位"]
    assert it.spread is not None
    assert (it.spread.count, it.spread.range, it.spread.highest) == (3, d("20.01"), d("90.01"))


def test_every_group_of_the_sample_has_one() -> None:
    """94.10 less 68.40 in the group of nine (domain.md 7.4)."""
    it = sample_years()[-1].assessment
    assert {name: one.count for name, one in it.group_spreads.items()} == {
        "生产单位": 9,
        "辅助单位": 5,
        "机关部门": 4,
    }
    assert it.group_spreads["生产单位"].range == d("25.70")
    assert it.spread is not None
    assert it.spread.count == 18
