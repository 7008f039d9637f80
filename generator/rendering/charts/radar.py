"""雷达图: one spoke a measure, the unit as a filled outline, its reference as a dashed one.

The middle is (0, 0), so that spokes are plain sines and cosines; the `viewBox` is moved instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from math import cos, pi, sin

from generator.pages.charts import Portrait
from generator.rendering.charts.legend import Key, keys, keys_width
from generator.rendering.charts.lettering import ASCENT, LINE, SIZE, coordinate, wrapped
from generator.rendering.charts.scale import Scale, radar_scale

HALF = 170
"""Half the width of the picture, which is about what a phone has: letters of 12 pixels stay so."""
RADIUS = 96
_OFF = 10
"""From the outermost ring to the labels."""
_LONGEST = 7 * SIZE
"""Seven characters a line: more would meet the label of the next of ten spokes."""

FRAMES = 100
"""Frames kept for the next portrait: all units of a year share one."""


@dataclass(frozen=True)
class Label:
    """A measure's name at the end of its spoke; its value stands beneath."""

    x: str
    y: str
    """Baseline of the first line."""
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """What all portraits by the same measures share."""

    box: str
    """`viewBox`."""
    spokes: str
    labels: tuple[Label, ...]
    keys_y: str


@dataclass(frozen=True)
class Tick:
    """What a ring, or the middle, stands for."""

    x: str
    y: str
    text: str


@dataclass(frozen=True)
class Outline:
    """Values joined from spoke to spoke, interrupted where one is missing."""

    path: str
    closed: bool
    """Whether no value is missing, so that it encloses an area."""
    dots: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RadarDrawing:
    """A radar ready to be printed."""

    frame: Frame
    rings: tuple[str, ...]
    """Radii of four circles."""
    ticks: tuple[Tick, ...]
    """The value at the middle, half way and at the outermost ring."""
    own: Outline
    reference: Outline
    labels: tuple[tuple[Label, str], ...]
    """Each with its value."""
    keys: tuple[Key, ...]


def draw_radar(portrait: Portrait, radius: float = RADIUS) -> RadarDrawing:
    """The portrait with its first measure at the top and the others clockwise.

    With a smaller radius letters are larger beside it: where the whole picture is set small, as on paper.
    """
    measures = portrait.measures
    values, references = [one.value for one in measures], [one.reference for one in measures]
    scale = radar_scale(value for value in (*values, *references) if value is not None)
    frame = _frame(tuple(one.label for one in measures), radius)
    entries = (("own", portrait.name), ("reference", portrait.reference_name))
    return RadarDrawing(
        frame=frame,
        rings=tuple(coordinate(radius * quarter / 4) for quarter in (1, 2, 3, 4)),
        ticks=_ticks(scale, len(measures), radius),
        own=_outline(values, scale, radius),
        reference=_outline(references, scale, radius),
        labels=tuple((label, one.text) for label, one in zip(frame.labels, measures, strict=True)),
        keys=keys(entries, -keys_width(entries) / 2),
    )


@lru_cache(maxsize=FRAMES)
def _frame(names: tuple[str, ...], radius: float) -> Frame:
    blocks = [_block(x, y, name, radius) for (x, y), name in zip(_directions(len(names)), names, strict=True)]
    top = min([-radius, *(block.top for block in blocks)]) - 2
    bottom = max([radius, *(block.bottom for block in blocks)])
    return Frame(
        box=f"-{HALF} {coordinate(top)} {2 * HALF} {coordinate(bottom + 2 * LINE - top)}",
        spokes="".join(
            f"M0 0L{' '.join(_point(direction, radius))}" for direction in _directions(len(names))
        ),
        labels=tuple(block.label for block in blocks),
        keys_y=coordinate(bottom + 1.5 * LINE),
    )


@dataclass(frozen=True)
class _Block:
    """A label with its value: beside its spoke's end, above it at the top, below it at the bottom."""

    label: Label
    top: float
    bottom: float


def _block(x: float, y: float, name: str, radius: float) -> _Block:
    """The label of the spoke in that direction, the value's line included."""
    end = (radius + _OFF) * x
    anchor = "middle" if abs(x) < 0.1 else "start" if x > 0 else "end"
    lines = wrapped(name, _LONGEST if anchor == "middle" else min(_LONGEST, HALF - abs(end)))
    height = LINE * (len(lines) + 1)
    top = (radius + _OFF) * y - height * (1 - y) / 2
    label = Label(coordinate(end), coordinate(top + ASCENT), anchor, lines)
    return _Block(label, top, top + height)


@cache
def _directions(count: int) -> tuple[tuple[float, float], ...]:
    """The point one pixel from the middle on each spoke."""
    turns = (2 * pi * place / count for place in range(count))
    return tuple((sin(turn), -cos(turn)) for turn in turns)


def _point(direction: tuple[float, float], distance: float) -> tuple[str, str]:
    return coordinate(direction[0] * distance), coordinate(direction[1] * distance)


@cache
def _ticks(scale: Scale, count: int, radius: float) -> tuple[Tick, ...]:
    """Written between the first two spokes, where no label and no dot lies."""
    between = pi / max(count, 2)
    radii = [radius * scale.share(Decimal(tick)) for tick in scale.ticks[::2]]
    places = ((coordinate(one * sin(between)), coordinate(4 - one * cos(between))) for one in radii)
    return tuple(Tick(x, y, str(tick)) for (x, y), tick in zip(places, scale.ticks[::2], strict=True))


def _outline(values: Sequence[Decimal | None], scale: Scale, radius: float) -> Outline:
    dots = [
        None if value is None else _point(direction, radius * scale.share(value))
        for direction, value in zip(_directions(len(values)), values, strict=True)
    ]
    there = tuple(dot for dot in dots if dot)
    if len(there) == len(dots):
        return Outline(f"M{'L'.join(map(' '.join, there))}Z" if there else "", bool(there), there)
    sides = pairwise([*dots, dots[0]])
    path = "".join(f"M{' '.join(start)}L{' '.join(end)}" for start, end in sides if start and end)
    return Outline(path, False, there)
