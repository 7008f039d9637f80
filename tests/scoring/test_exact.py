"""Rates, rounding, medians and ranks."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.scoring.exact import Rate, median, ranks, rounded

from .builders import d


@pytest.mark.parametrize(
    ("value", "expected"), [("0.125", "0.13"), ("2.675", "2.68"), ("-0.125", "-0.13"), ("89.995", "90.00")]
)
def test_a_half_rounds_away_from_zero(value: str, expected: str) -> None:
    """四舍五入, where Python's own round would give 0.12."""
    assert str(rounded(d(value))) == expected


def test_a_third_times_three_is_whole_again_before_rounding() -> None:
    """0.375 computed through thirds rounds as 0.375 does."""
    assert rounded(d("1.125") / 3 * 3 / 3) == d("0.38")
    assert rounded(Decimal(1) / 3 * 3 / 8) == d("0.13")


@given(st.integers(0, 10**8), st.integers(1, 10**5))
def test_rounding_a_quotient_equals_rounding_the_fraction(part: int, whole: int) -> None:
    """The rounded quotient is the exact fraction's half-up rounding."""
    exact = (Fraction(part, whole) * 100 + Fraction(1, 2)) // 1
    assert rounded(Decimal(part) / whole) == Decimal(exact) / 100


def test_a_rate_of_nothing_has_no_value() -> None:
    """0 of 0 is None, never an exception or 100 %."""
    assert Rate.of(0, 0).value is None
    assert Rate.of(0, 0).percent is None


def test_a_rate_keeps_both_numbers() -> None:
    """36 of 50 is 72.00 % and still 36 of 50."""
    rate = Rate.of(36, 50)
    assert (rate.part, rate.whole, rate.percent) == (36, 50, d("72.00"))


def test_limits_are_compared_without_dividing() -> None:
    """Two thirds reach two thirds."""
    assert Rate.of(2, 3).at_least(Decimal(2) / 3)
    assert not Rate.of(60, 100).exceeds(d("0.6"))


def test_the_median_of_an_even_number_is_the_mean_of_the_middle() -> None:
    """Odd, even and empty."""
    assert median([d("3"), d("1"), d("2")]) == 2
    assert median([d("1"), d("2"), d("4"), d("9")]) == 3
    assert median([]) is None


def test_ranks_are_competition_ranks() -> None:
    """1, 2, 2, 4."""
    scores = {"a": d("94.1"), "b": d("92.94"), "c": d("92.94"), "d": d("91.6")}
    assert ranks(scores) == {"a": 1, "b": 2, "c": 2, "d": 4}
