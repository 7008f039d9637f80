"""条形图."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from generator.pages.charts import Portrait
from generator.rendering.charts.bars import BarsDrawing, draw_bars
from generator.rendering.charts.lettering import LINE, NARROWEST, width
from tests.rendering.charts.builders import portrait, portraits, values


def _length(drawing: BarsDrawing, place: int) -> float:
    length = drawing.bars[place].length
    assert length is not None
    return float(length.removesuffix("%"))


def test_a_bar_is_as_long_as_its_value() -> None:
    """In percent of the width, from nothing; its reference stands at its own value."""
    drawing = draw_bars(portrait((92.5, 0, 100), (90, 50, 0), "甲乙丙"))
    assert [bar.length for bar in drawing.bars] == ["92.5%", "0%", "100%"]
    assert [one.x for one in drawing.uprights] == ["90%", "50%", "0%"]


def test_a_missing_value_has_no_bar() -> None:
    """Neither has a missing reference a mark; the dash is written all the same."""
    drawing = draw_bars(portrait((None, 80), (90, None), "甲乙"))
    assert [bar.length for bar in drawing.bars] == [None, "80%"]
    assert [bar.figure for bar in drawing.bars] == ["—", "80.00%"]
    assert len(drawing.uprights) == 1


def test_above_a_hundred_all_bars_share_the_longer_scale() -> None:
    """106.2% is more than 100%, and both stay in the picture."""
    drawing = draw_bars(portrait((106.2, 60), (100, 60), "甲乙"))
    assert [bar.length for bar in drawing.bars] == ["88.5%", "50%"]


@given(values, values)
def test_a_larger_value_is_never_shorter(one: Decimal, other: Decimal) -> None:
    """The law of a bar chart."""
    drawing = draw_bars(portrait((str(one), str(other)), (None, None), "甲乙"))
    assert (_length(drawing, 0) - _length(drawing, 1)) * float(one - other) >= 0


@given(portraits())
def test_nothing_meets_and_nothing_leaves_the_picture(made_up: Portrait) -> None:
    """Rows go down one after the other; a label leaves room for its value in the narrowest place."""
    drawing = draw_bars(made_up)
    lower = 0.0
    for bar in drawing.bars:
        assert float(bar.lines_y) - LINE >= lower - 1
        assert float(bar.figure_y) == float(bar.lines_y) + LINE * (len(bar.lines) - 1) < float(bar.y)
        assert width(bar.lines[-1]) + width(bar.figure) <= NARROWEST
        lower = float(bar.y) + float(drawing.thick)
    assert lower < float(drawing.keys_y) < float(drawing.height)
    assert all(0 <= float(one.x.removesuffix("%")) <= 100 for one in drawing.uprights)
