"""条形图: a horizontal bar a measure, its reference as a dashed mark across it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.pages.charts import Measure, Portrait
from generator.rendering.charts.legend import Key, keys
from generator.rendering.charts.lettering import LINE, NARROWEST, coordinate, percent, wrapped
from generator.rendering.charts.scale import Scale, bar_scale
from generator.rendering.charts.upright import Upright, upright

LABEL = NARROWEST - 60
"""Pixels a line of a label may take: beside it stands the value."""
THICK = 8
"""Pixels of a bar."""
_BEYOND = 4
"""Pixels a reference stands out above and below its bar."""
_ABOVE = 6
"""From a label's last baseline down to its bar."""
_BELOW = 26
"""From the upper edge of a bar to the next label, or to the legend."""


@dataclass(frozen=True)
class Bar:
    """One measure: its label and value above, the bar beneath."""

    lines: tuple[str, ...]
    lines_y: str
    """Baseline of the label's first line."""
    figure: str
    figure_y: str
    """Baseline of the value, which stands beside the label's last line."""
    y: str
    """Upper edge of the bar."""
    length: str | None
    """In percent of the width; None without a value."""


@dataclass(frozen=True)
class BarsDrawing:
    """Bars ready to be printed."""

    height: str
    thick: str
    bars: tuple[Bar, ...]
    uprights: tuple[Upright, ...]
    """The references."""
    keys: tuple[Key, ...]
    keys_y: str


def draw_bars(portrait: Portrait) -> BarsDrawing:
    """One bar below the other in the order of the measures, all from 0 to the same end."""
    measures = portrait.measures
    values = (value for one in measures for value in (one.value, one.reference))
    scale = bar_scale(value for value in values if value is not None)
    labels = [wrapped(one.label, LABEL) for one in measures]
    *tops, bottom = accumulate((LINE * len(lines) + _ABOVE + _BELOW for lines in labels), initial=0)
    edges = [top + LINE * len(lines) + _ABOVE for top, lines in zip(tops, labels, strict=True)]
    return BarsDrawing(
        height=coordinate(bottom + LINE + _ABOVE),
        thick=coordinate(THICK),
        bars=tuple(
            _bar(one, lines, edge, scale) for one, lines, edge in zip(measures, labels, edges, strict=True)
        ),
        uprights=tuple(_references(measures, edges, scale)),
        keys=keys((("bar", portrait.name), ("upright", portrait.reference_name))),
        keys_y=coordinate(bottom + LINE),
    )


@dataclass(frozen=True)
class Row:
    """One measure on one line of a table: where its bar and its reference end, 0 to 100, or None."""

    label: str
    figure: str
    reference_figure: str
    length: str | None
    reference: str | None


def draw_rows(portrait: Portrait) -> tuple[Row, ...]:
    """The same for paper, where a bar stands in the line of its label."""
    values = (value for one in portrait.measures for value in (one.value, one.reference))
    scale = bar_scale(value for value in values if value is not None)
    return tuple(
        Row(
            label=one.label,
            figure=one.text,
            reference_figure=one.reference_text,
            length=None if one.value is None else coordinate(100 * scale.share(one.value)),
            reference=None if one.reference is None else coordinate(100 * scale.share(one.reference)),
        )
        for one in portrait.measures
    )


def _bar(measure: Measure, lines: tuple[str, ...], edge: int, scale: Scale) -> Bar:
    last = edge - _ABOVE
    return Bar(
        lines=lines,
        lines_y=coordinate(last - LINE * (len(lines) - 1)),
        figure=measure.text,
        figure_y=coordinate(last),
        y=coordinate(edge),
        length=None if measure.value is None else percent(100 * scale.share(measure.value)),
    )


def _references(measures: Sequence[Measure], edges: Sequence[int], scale: Scale) -> Iterator[Upright]:
    for one, edge in zip(measures, edges, strict=True):
        if one.reference is not None:
            yield upright(100 * scale.share(one.reference), edge - _BEYOND, edge + THICK + _BEYOND)
