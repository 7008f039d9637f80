"""历年趋势: points joined from year to year, never across a missing year or a changed scheme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil

from generator.pages.charts import Point, Trend
from generator.rendering.charts.legend import Key, keys
from generator.rendering.charts.lettering import NARROWEST, coordinate, percent, width
from generator.rendering.charts.scale import Scale, trend_scale
from generator.rendering.charts.upright import Upright, upright

LEFT, RIGHT = 15, 91.2
"""Where the first and the last year stand, in percent: `100.00%` fits between scale and right edge."""
TOP, BOTTOM = 26, 122
"""Pixels of the highest and the lowest value."""
_BREAK_TOP = 8
_YEARS = BOTTOM + 32
"""Baseline of the years; between them and the lowest value its figure has room."""
_KEYS = _YEARS + 24
_ABOVE, _BELOW = -10, 18
"""From a point to the baseline of its figure."""
_YEAR_ROOM = 100 * width("2024") / NARROWEST
"""What a year takes of the width, in percent: of nearer ones not all are written."""

Heights = Sequence[float | None]
"""Pixels from the top, year by year; None without a value."""


@dataclass(frozen=True)
class Dot:
    """A year: where it stands, its value and what is written."""

    x: str
    y: str | None
    """None without a value."""
    figure: str
    """Empty where the neighbours leave no room."""
    figure_y: str | None
    """Its baseline: above the point, but below it where the line comes down from both sides."""
    year: str
    """Empty where the neighbours leave no room."""


@dataclass(frozen=True)
class Segment:
    """The line between two years."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Tick:
    """A value written at the scale, with a line across."""

    y: str
    text: str


@dataclass(frozen=True)
class TrendDrawing:
    """A trend ready to be printed."""

    height: str
    ticks: tuple[Tick, ...]
    uprights: tuple[Upright, ...]
    """The breaks."""
    segments: tuple[Segment, ...]
    dots: tuple[Dot, ...]
    years_y: str
    keys: tuple[Key, ...]
    keys_y: str


def draw_trend(trend: Trend) -> TrendDrawing:
    """The points from left to right at equal distances; a single one stands in the middle."""
    points, places = trend.points, _places(len(trend.points))
    scale = trend_scale(point.value for point in points if point.value is not None)
    heights = [None if point.value is None else _height(point.value, scale) for point in points]
    breaks = [place for place, point in enumerate(points) if point.breaks and place]
    legend = (("upright", trend.break_text),) if breaks else ()
    return TrendDrawing(
        height=coordinate((_KEYS if legend else _YEARS) + 6),
        ticks=tuple(Tick(coordinate(_height(Decimal(tick), scale)), str(tick)) for tick in scale.ticks),
        uprights=tuple(_break((places[place - 1] + places[place]) / 2) for place in breaks),
        segments=tuple(_segments(places, heights, breaks)),
        dots=tuple(_dots(points, places, heights)),
        years_y=coordinate(_YEARS),
        keys=keys(legend),
        keys_y=coordinate(_KEYS),
    )


def _places(count: int) -> tuple[float, ...]:
    """In percent of the width."""
    if count < 2:
        return ((LEFT + RIGHT) / 2,) * count
    return tuple(LEFT + (RIGHT - LEFT) * place / (count - 1) for place in range(count))


def _height(value: Decimal, scale: Scale) -> float:
    return BOTTOM - (BOTTOM - TOP) * scale.share(value)


def _break(across: float) -> Upright:
    return upright(across, _BREAK_TOP, BOTTOM)


def _segments(places: Sequence[float], heights: Heights, breaks: Collection[int]) -> Iterator[Segment]:
    ends = zip(places, heights, strict=True)
    for place, ((x1, y1), (x2, y2)) in enumerate(pairwise(ends), start=1):
        if y1 is not None and y2 is not None and place not in breaks:
            yield Segment(percent(x1), coordinate(y1), percent(x2), coordinate(y2))


def _dots(points: Sequence[Point], places: Sequence[float], heights: Heights) -> Iterator[Dot]:
    """Each year with what is written at it."""
    distance = places[1] - places[0] if len(places) > 1 else RIGHT - LEFT
    figures = _written(points, distance)
    every = ceil(_YEAR_ROOM / distance)
    for place, (point, x, y) in enumerate(zip(points, places, heights, strict=True)):
        figure = point.text if place in figures else ""
        year = "" if (len(points) - 1 - place) % every else point.label
        if y is None:
            yield Dot(percent(x), None, "", None, year)
        else:
            off = _BELOW if _in_valley(heights, place) else _ABOVE
            yield Dot(percent(x), coordinate(y), figure, coordinate(y + off), year)


def _in_valley(heights: Heights, place: int) -> bool:
    """Whether both neighbours lie higher, so that the line would run through a figure above the point."""
    around = heights[place - 1 : place + 2] if place else ()
    match around:
        case (float(before), float(here), float(after)):
            return before < here > after
        case _:
            return False


def _written(points: Sequence[Point], distance: float) -> set[int]:
    """The points whose values are written: all, or the last, first, highest and lowest that keep apart."""
    valued = {place: point.value for place, point in enumerate(points) if point.value is not None}
    widest = max((width(points[place].text) for place in valued), default=0)
    apart = ceil(100 * widest / NARROWEST / distance)
    if apart < 2 or not valued:
        return set(valued)
    written: set[int] = set()
    for place in (
        max(valued),
        min(valued),
        max(valued, key=valued.__getitem__),
        min(valued, key=valued.__getitem__),
    ):
        if all(abs(place - other) >= apart for other in written):
            written.add(place)
    return written
