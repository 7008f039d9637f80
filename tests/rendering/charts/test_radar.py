"""雷达图."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given

from generator.pages.charts import Portrait
from generator.rendering.charts.lettering import ASCENT, LINE, width
from generator.rendering.charts.radar import RADIUS, RadarDrawing, draw_radar
from tests.rendering.charts.builders import AREAS, LONG_AREAS, portrait, portraits

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _box(drawing: RadarDrawing) -> Box:
    left, top, wide, high = map(float, drawing.frame.box.split())
    return left, top, left + wide, top + high


def _areas(drawing: RadarDrawing) -> list[Box]:
    """Where the text of each label lies at most."""
    areas = []
    for label, figure in drawing.labels:
        wide = max(map(width, (*label.lines, figure)))
        x, top = float(label.x), float(label.y) - ASCENT
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[label.anchor]
        areas.append((left, top, left + wide, top + LINE * (len(label.lines) + 1)))
    return areas


def _within(inner: Box, outer: Box) -> bool:
    tolerance = 0.1
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.1
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.1
    )


def _distances(drawing: RadarDrawing) -> list[float]:
    return [hypot(float(x), float(y)) for x, y in drawing.own.dots]


@given(portraits())
def test_everything_lies_within_the_picture(made_up: Portrait) -> None:
    """Dots inside the outermost ring, labels and legend inside the viewBox, whatever a measure is called."""
    drawing = draw_radar(made_up)
    box = _box(drawing)
    assert all(distance <= RADIUS + 0.1 for distance in _distances(drawing))
    assert all(_within(area, box) for area in _areas(drawing))
    assert float(drawing.keys[0].x) >= box[0]
    assert float(drawing.keys[-1].text_x) + width(drawing.keys[-1].text) <= box[2] + 0.1
    assert max(area[3] for area in _areas(drawing)) <= float(drawing.frame.keys_y) - ASCENT + 2 < box[3]


@given(portraits())
def test_no_two_labels_meet(made_up: Portrait) -> None:
    """Up to ten measures with names of any length."""
    areas = _areas(draw_radar(made_up))
    assert not any(_meet(one, other) for one, other in combinations(areas, 2))


@given(portraits())
def test_the_outline_passes_no_missing_value(made_up: Portrait) -> None:
    """A dot for each value, never one for 「—」; only a complete one encloses an area."""
    own = draw_radar(made_up).own
    there = [one for one in made_up.measures if one.value is not None]
    assert len(own.dots) == len(there)
    assert own.closed == (len(there) == len(made_up.measures)) == own.path.endswith("Z")


def test_a_gap_interrupts_the_line_on_both_sides() -> None:
    """Six measures without the second leave four sides, none of them to the second spoke."""
    own = draw_radar(portrait((90, None, 90, 90, 90, 90))).own
    assert len(re.findall("M", own.path)) == 4
    assert not re.search(r"[ML]62.4 -36", own.path)
    assert draw_radar(portrait()).own.path.count("L") == 5


def test_the_larger_the_value_the_further_out() -> None:
    """From the middle, which stands for 60, to the ring of 100."""
    distances = _distances(draw_radar(portrait((65, 70, 80, 90, 95, 100), [80] * 6)))
    assert distances == sorted(distances)
    assert distances[2] == pytest.approx(RADIUS / 2, abs=0.1)
    assert distances[-1] == pytest.approx(RADIUS, abs=0.1)


def test_own_and_reference_share_a_scale() -> None:
    """A low median moves the middle for both."""
    drawing = draw_radar(portrait([90] * 6, [90] * 6))
    assert drawing.own.path == drawing.reference.path
    assert [tick.text for tick in drawing.ticks] == ["60", "80", "100"]
    assert [tick.text for tick in draw_radar(portrait([90] * 6, [20] * 6)).ticks] == ["0", "50", "100"]


def test_the_first_measure_is_at_the_top_and_the_second_to_its_right() -> None:
    """Clockwise, as a reader goes round."""
    labels = [label for label, _ in draw_radar(portrait()).labels]
    assert [label.lines for label in labels] == [(name,) for name in AREAS]
    assert float(labels[0].y) == min(float(label.y) for label in labels)
    assert [label.anchor for label in labels] == ["middle", "start", "start", "middle", "end", "end"]


def test_long_names_of_areas_stay_whole() -> None:
    """The full names of the scheme fit in two lines."""
    lines = [label.lines for label, _ in draw_radar(portrait(labels=LONG_AREAS)).labels]
    assert ["".join(each) for each in lines] == list(LONG_AREAS)
    assert lines[4] == ("党管安全工作", "责任制落实")


def test_equal_portraits_are_drawn_alike() -> None:
    """Nothing but the values goes in."""
    assert draw_radar(portrait()) == draw_radar(portrait())
