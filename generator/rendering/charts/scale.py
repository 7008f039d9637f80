"""Axis ranges: the data fill the room, and a range that does not start at 0 is always written beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

_RADAR_LOWS = (60, 40, 20, 0)
"""Centres a radar may have, none above the pass mark: from 80 on, two points would look like a gulf."""
_TREND_STEPS = (5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Scale:
    """A range of values and the round ones that are written on it."""

    low: int
    high: int
    ticks: tuple[int, ...]
    """From `low` to `high`, both included."""

    def share(self, value: Decimal) -> float:
        """Where a value lies: 0 at `low`, 1 at `high`; one beyond the range lies at its end."""
        return min(1.0, max(0.0, (float(value) - self.low) / (self.high - self.low)))


def bar_scale(values: Iterable[Decimal]) -> Scale:
    """From 0, since the length of a bar is its value, to 100 or to the next twenty above the largest."""
    high = _high(values)
    return Scale(0, high, (0, high))


def radar_scale(values: Iterable[Decimal]) -> Scale:
    """From a round centre five or more below the smallest value, which would look like nothing at it."""
    given = tuple(values)
    least = min(given, default=Decimal(0))
    low = next((low for low in _RADAR_LOWS if least >= low + 5), 0)
    high = _high(given)
    return Scale(low, high, tuple(range(low, high + 1, (high - low) // 4)))


def trend_scale(values: Iterable[Decimal]) -> Scale:
    """Two or three steps around the values: ten points at least, so that a small change stays small."""
    given = tuple(values) or (Decimal(100),)
    for step in _TREND_STEPS:
        low, high = floor(min(given) / step), ceil(max(given) / step)
        low, high = _at_least_two(low, high, step)
        if high - low <= 3:
            break
    return Scale(low * step, high * step, tuple(range(low * step, high * step + 1, step)))


def _at_least_two(low: int, high: int, step: int) -> tuple[int, int]:
    """The range in steps, widened downwards first above half of the hundred: a rate never passes 100."""
    while high - low < 2:
        if high * step >= 100 or (low > 0 and (high - low) % 2):
            low -= 1
        else:
            high += 1
    return low, high


def _high(values: Iterable[Decimal]) -> int:
    """100, or the next multiple of 20 above the largest value."""
    return max(100, 20 * ceil(max(values, default=Decimal(0)) / 20))
