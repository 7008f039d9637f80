"""Text in charts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.charts.lettering import SIZE, coordinate, percent, width, wrapped
from tests.rendering.charts.builders import names


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.34, "12.3"),
        (12.0, "12"),
        (11.96, "12"),
        (0.04, "0"),
        (-0.04, "0"),
        (-7.25, "-7.2"),
        (100.0, "100"),
    ],
)
def test_coordinates_are_short(value: float, text: str) -> None:
    """One decimal at most, none where it says nothing, no negative zero."""
    assert coordinate(value) == text
    assert percent(value) == f"{text}%"


def test_a_chinese_character_is_as_wide_as_it_is_high() -> None:
    """Digits and spaces take less."""
    assert width("政治建设") == 4 * SIZE
    assert width("■ 7") < 2 * SIZE


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("党管安全", 84, ("党管安全",)),
        ("党管安全工作责任制落实", 84, ("党管安全工作", "责任制落实")),
        ("党建与生产经营深度融合", 220, ("党建与生产经营深度融合",)),
        ("贯彻落实上级党组织决策部署和重点任务完成情况", 84, ("贯彻落实上级党", "组织决策部署…")),
    ],
)
def test_a_long_label_takes_two_lines(text: str, room: float, lines: tuple[str, ...]) -> None:
    """Of about the same length; what two lines cannot hold is cut where a reader sees it."""
    assert wrapped(text, room) == lines


@given(names, st.integers(3 * SIZE, 20 * SIZE))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    """And nothing is lost before a cut."""
    lines = wrapped(text, room)
    assert len(lines) <= 2
    assert all(width(line) <= room for line in lines)
    whole = "".join(lines)
    assert whole == text or text.startswith(whole.removesuffix("…"))
