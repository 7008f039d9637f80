"""A dashed line standing across what is drawn: the reference of a bar, a break in a trend."""

from __future__ import annotations

from dataclasses import dataclass

from generator.rendering.charts.lettering import coordinate, percent


@dataclass(frozen=True)
class Upright:
    """Where it stands, in percent of the width, and its two ends."""

    x: str
    top: str
    bottom: str


def upright(across: float, top: float, bottom: float) -> Upright:
    """`across` in percent of the width, the ends in pixels."""
    return Upright(percent(across), coordinate(top), coordinate(bottom))
