"""堆叠条: a whole as one bar in its parts, each with a texture of its own and a place in the legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.charts import Part, Stack
from generator.rendering.charts.lettering import NARROWEST, coordinate, percent, width

EDGE, THICK = 20, 20
"""Pixels above the bar, for the labels, and of the bar."""
_ABOVE = 6
"""From a label's baseline down to the bar."""
_APART = 4
"""Pixels between two labels; one that would not fit in the narrowest place is left to the legend."""


@dataclass(frozen=True)
class Piece:
    """A part that is not empty."""

    tone: str
    x: str
    """Left edge in percent of the width."""
    length: str
    """In percent of the width."""
    shape: str
    count: str
    """`7`; empty where the label would not fit."""
    key: str
    """Of the figure the count is."""


@dataclass(frozen=True)
class StackDrawing:
    """A bar ready to be printed."""

    height: str
    edge: str
    """Upper edge of the bar."""
    thick: str
    label_y: str
    pieces: tuple[Piece, ...]


def draw_stack(stack: Stack) -> StackDrawing:
    """The parts from left to right, as long as their share of the whole."""
    return StackDrawing(
        height=coordinate(EDGE + THICK + 1),
        edge=coordinate(EDGE),
        thick=coordinate(THICK),
        label_y=coordinate(EDGE - _ABOVE),
        pieces=tuple(_pieces(stack.parts, stack.total)),
    )


def _pieces(parts: tuple[Part, ...], total: int) -> Iterator[Piece]:
    before = 0
    for part in parts:
        if part.count:
            share = 100 * part.count / total
            label = f"{part.mark.shape} {part.count}"
            fits = width(label) + _APART <= NARROWEST * share / 100
            start, length = percent(100 * before / total), percent(share)
            count = str(part.count) if fits else ""
            yield Piece(part.mark.tone, start, length, part.mark.shape, count, part.key)
            before += part.count
