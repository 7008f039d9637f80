"""The line under a chart that says what its marks are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.rendering.charts.lettering import coordinate, width

SAMPLE = 22
"""Pixels of a drawn sample."""
_GAP = 6
"""Pixels between a sample and its text."""
_BETWEEN = 20
"""Pixels between a text and the next sample."""


@dataclass(frozen=True)
class Key:
    """A sample of a mark with its meaning."""

    mark: str
    """Which sample the template draws: `own` and `reference` are lines, `upright` stands across a `bar`."""
    x: str
    """Left end of the sample."""
    middle: str
    end: str
    text_x: str
    text: str


def keys(entries: Iterable[tuple[str, str]], left: float = 0) -> tuple[Key, ...]:
    """Marks and their meanings from `left` to the right, as many as are given."""
    made = []
    for mark, text in entries:
        end = left + SAMPLE
        middle = coordinate(left + SAMPLE / 2)
        made.append(Key(mark, coordinate(left), middle, coordinate(end), coordinate(end + _GAP), text))
        left = end + _GAP + width(text) + _BETWEEN
    return tuple(made)


def keys_width(entries: Iterable[tuple[str, str]]) -> float:
    """Pixels the line takes."""
    return sum(SAMPLE + _GAP + width(text) + _BETWEEN for _, text in entries) - _BETWEEN
