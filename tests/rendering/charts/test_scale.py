"""Axis ranges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.charts.scale import Scale, bar_scale, radar_scale, trend_scale
from tests.rendering.charts.builders import values

SCALES = (bar_scale, radar_scale, trend_scale)


def _decimals(*numbers: float) -> list[Decimal]:
    return [Decimal(str(number)) for number in numbers]


def test_bars_start_at_nothing() -> None:
    """However close the values are: a bar twice as long is twice as much."""
    assert bar_scale(_decimals(98, 99)) == Scale(0, 100, (0, 100))
    assert bar_scale(_decimals(106.2)).high == 120


@pytest.mark.parametrize(
    ("lowest", "ticks"),
    [
        (96, (60, 70, 80, 90, 100)),
        (65, (60, 70, 80, 90, 100)),
        (64.99, (40, 55, 70, 85, 100)),
        (30, (20, 40, 60, 80, 100)),
        (0, (0, 25, 50, 75, 100)),
    ],
)
def test_a_radar_starts_below_its_lowest_value(lowest: float, ticks: tuple[int, ...]) -> None:
    """Round numbers, never above the pass mark, and the lowest value not at the middle."""
    assert radar_scale(_decimals(100, lowest)).ticks == ticks


@pytest.mark.parametrize(
    ("given_values", "ticks"),
    [
        ((91.66, 92.14, 93.5), (85, 90, 95)),
        ((87.53, 90.95), (85, 90, 95)),
        ((81, 93.5), (80, 85, 90, 95)),
        ((64.8, 92.33), (60, 80, 100)),
        ((0, 100), (0, 50, 100)),
        ((90, 90), (85, 90, 95)),
        ((100,), (90, 95, 100)),
        ((0,), (0, 5, 10)),
        ((), (90, 95, 100)),
    ],
)
def test_a_trend_fills_its_room_without_shouting(
    given_values: tuple[float, ...], ticks: tuple[int, ...]
) -> None:
    """Two or three steps around the values, ten points at least, above 100 only when a value is."""
    assert trend_scale(_decimals(*given_values)).ticks == ticks


@pytest.mark.parametrize("scale_of", SCALES)
@given(given_values=st.lists(values, max_size=10))
def test_every_value_lies_on_its_scale(scale_of: type[Scale], given_values: list[Decimal]) -> None:
    """Ranges end at round numbers within 0…100 and hold all values."""
    scale = scale_of(given_values)
    assert 0 <= scale.low < scale.high <= 100
    assert (scale.ticks[0], scale.ticks[-1]) == (scale.low, scale.high)
    assert all(scale.low <= value <= scale.high for value in given_values)


@given(values, values)
def test_a_larger_value_lies_further(one: Decimal, other: Decimal) -> None:
    """In proportion to the range."""
    scale = Scale(0, 100, (0, 100))
    assert (one < other) == (scale.share(one) < scale.share(other))


def test_a_value_beyond_the_range_lies_at_its_end() -> None:
    """A score below nothing leaves the picture nowhere."""
    scale = Scale(0, 100, (0, 100))
    assert (scale.share(Decimal(-3)), scale.share(Decimal(103))) == (0, 1)
