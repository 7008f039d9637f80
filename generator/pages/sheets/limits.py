"""So much text has room: measured on paper, held where the text is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import ceil

ELLIPSIS = "…"
_FULL = 0x2E80
"""From here on letters are as wide as they are high; before it only those that are so in Chinese text."""
_ALSO_FULL = frozenset("—…“”‘’·")


def clipped(text: str, limit: int) -> str:
    """The text, or its start with an ellipsis when it is longer than `limit` full-width characters."""
    if len(text) <= limit:  # whatever its letters are
        return text
    ends = list(accumulate((_width(letter) for letter in text), initial=0))
    if ends[-1] <= 2 * limit:
        return text
    kept = max(place for place, width in enumerate(ends) if width <= 2 * (limit - 1))
    return text[:kept].rstrip("，；、 ") + ELLIPSIS


def widths(text: str) -> float:
    """How wide the text is, in full-width characters."""
    return sum(_width(letter) for letter in text) / 2


def fitted(texts: Iterable[str], lines: int, line: int) -> tuple[str, ...]:
    """As many of the texts as have room in so many lines of `line` full-width characters, the last clipped.

    Each begins on a line of its own.
    """
    return tuple(_fitted(texts, lines, line))


def _fitted(texts: Iterable[str], lines: int, line: int) -> Iterator[str]:
    left = lines
    for text in texts:
        if left <= 0:
            return
        yield clipped(text, left * line)
        left -= max(1, ceil(widths(text) / line))


def _width(letter: str) -> int:
    """In half-width characters."""
    return 2 if ord(letter) >= _FULL or letter in _ALSO_FULL else 1
