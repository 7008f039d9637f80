"""历年趋势."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given

from generator.pages.charts import Trend
from generator.rendering.charts.lettering import NARROWEST, width
from generator.rendering.charts.trend import BOTTOM, TOP, Dot, TrendDrawing, draw_trend
from tests.rendering.charts.builders import trend, trends

SCALE = 18
"""Pixels of `100` at the left edge, smaller than the figures."""


def _x(dot: Dot) -> float:
    return float(dot.x.removesuffix("%"))


def _joined(drawing: TrendDrawing) -> list[tuple[int, int]]:
    """The places of the points each segment joins."""
    at = {dot.x: place for place, dot in enumerate(drawing.dots)}
    return [(at[segment.x1], at[segment.x2]) for segment in drawing.segments]


def test_years_are_joined_where_they_compare() -> None:
    """The line stops at a changed scheme, and the change is marked between the two years and explained."""
    drawing = draw_trend(trend(91.66, 92.14, 93.5, breaks=[2]))
    assert _joined(drawing) == [(0, 1)]
    (one,) = drawing.uprights
    assert _x(drawing.dots[1]) < float(one.x.removesuffix("%")) < _x(drawing.dots[2])
    assert [key.text for key in drawing.keys] == ["方案调整，口径不完全可比"]


def test_without_a_break_nothing_is_explained() -> None:
    """And the picture is lower by the legend."""
    plain, broken = draw_trend(trend(91, 92)), draw_trend(trend(91, 92, breaks=[1]))
    assert plain.keys == plain.uprights == ()
    assert float(plain.height) < float(broken.height)


def test_a_missing_year_leaves_a_gap() -> None:
    """Its label stays, its point is nowhere, and no line runs across."""
    drawing = draw_trend(trend(88.2, None, 93.5, 91))
    assert _joined(drawing) == [(2, 3)]
    assert [dot.y is None for dot in drawing.dots] == [False, True, False, False]
    assert [dot.year for dot in drawing.dots] == ["2016", "2017", "2018", "2019"]


def test_a_single_year_stands_in_the_middle() -> None:
    """Neither line nor break."""
    drawing = draw_trend(trend(93.5, breaks=[0]))
    assert (drawing.segments, drawing.uprights) == ((), ())
    assert [dot.x for dot in drawing.dots] == ["53.1%"]


def test_the_range_is_written() -> None:
    """It starts above 0, so each line across says its value."""
    drawing = draw_trend(trend(91.66, 92.14, 93.5))
    assert [(tick.text, tick.y) for tick in drawing.ticks] == [("85", "122"), ("90", "74"), ("95", "26")]


def test_equal_values_lie_on_one_line() -> None:
    """Not at the edge of the picture."""
    heights = {dot.y for dot in draw_trend(trend(90, 90, 90)).dots}
    assert heights == {"74"}


def test_a_figure_stands_below_its_point_where_the_line_comes_down() -> None:
    """Above it the line would run through the digits."""
    dots = draw_trend(trend(90, 70, 95, 80)).dots
    below = [float(dot.figure_y or 0) > float(dot.y or 0) for dot in dots]
    assert below == [False, True, False, False]


def test_six_years_are_all_written() -> None:
    """A reader need not guess one of them."""
    assert all(dot.figure and dot.year for dot in draw_trend(trend(71, 83.2, 64.8, 92.33, 88, 90)).dots)


def test_of_many_years_the_telling_ones_are_written() -> None:
    """The last, the first and the extremes that have room; every second year, the last among them."""
    dots = draw_trend(trend(81, 82.5, 84, 79, 88, 90.5, 96, 92, 94, 93.5)).dots
    assert [dot.figure for dot in dots if dot.figure] == ["81.00%", "79.00%", "96.00%", "93.50%"]
    assert [dot.year for dot in dots if dot.year] == ["2017", "2019", "2021", "2023", "2025"]


@given(trends())
@example(trend(100, 100))
def test_everything_lies_within_the_picture(made_up: Trend) -> None:
    """Figures too, to the right of the scale, on the narrowest phone; the larger value is never lower."""
    drawing = draw_trend(made_up)
    for dot, point in zip(drawing.dots, made_up.points, strict=True):
        room = width(dot.figure) / 2
        assert _x(dot) * NARROWEST / 100 - room >= SCALE
        assert _x(dot) * NARROWEST / 100 + room <= NARROWEST
        assert (dot.y is None) == (point.value is None)
        assert dot.y is None or TOP <= float(dot.y) <= BOTTOM
    there = [
        (point.value, float(dot.y)) for dot, point in zip(drawing.dots, made_up.points, strict=True) if dot.y
    ]
    assert all(low >= high for (_, low), (_, high) in pairwise(sorted(there, key=lambda one: one[0] or 0)))


@given(trends())
@example(trend(None, None, None, None, 10, 100))
def test_no_two_figures_and_no_two_years_meet(made_up: Trend) -> None:
    """On the narrowest phone, up to ten years."""
    dots = draw_trend(made_up).dots
    for texts in ([(dot, dot.figure) for dot in dots], [(dot, dot.year) for dot in dots]):
        written = [(dot, text) for dot, text in texts if text]
        for (left, before), (right, after) in pairwise(written):
            distance = (_x(right) - _x(left)) * NARROWEST / 100
            assert distance >= (width(before) + width(after)) / 2 - 0.3


@given(trends())
def test_no_line_crosses_a_gap_or_a_break(made_up: Trend) -> None:
    """Each segment joins two neighbours that both have a value and compare."""
    joined = _joined(draw_trend(made_up))
    points = made_up.points
    assert joined == [
        (place - 1, place)
        for place in range(1, len(points))
        if points[place - 1].value is not None
        and points[place].value is not None
        and not points[place].breaks
    ]


@pytest.mark.parametrize("values", [(0, 100), (100, 0), (0,), (100,)])
def test_extremes_stay_inside(values: tuple[float, ...]) -> None:
    """0 at the lower edge of its range, 100 at the upper."""
    heights = {dot.figure: dot.y for dot in draw_trend(trend(*values)).dots}
    assert heights.get("0.00%", str(BOTTOM)) == str(BOTTOM)
    assert heights.get("100.00%", str(TOP)) == str(TOP)
