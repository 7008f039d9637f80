"""堆叠条."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from generator.rendering.charts.lettering import NARROWEST, width
from generator.rendering.charts.stack import Piece, draw_stack
from tests.rendering.charts.builders import stack


def _span(piece: Piece) -> tuple[float, float]:
    return float(piece.x.removesuffix("%")), float(piece.length.removesuffix("%"))


def test_parts_follow_each_other_as_long_as_their_share() -> None:
    """The sample ledger of domain.md 9.5: 31 of 50 closed, 7 late."""
    pieces = draw_stack(stack(31, 5, 5, 2, 7)).pieces
    assert [(one.tone, one.x, one.length) for one in pieces] == [
        ("closed", "0%", "62%"),
        ("pending", "62%", "10%"),
        ("ok", "72%", "10%"),
        ("near", "82%", "4%"),
        ("late", "86%", "14%"),
    ]


def test_what_is_wide_enough_is_labelled() -> None:
    """With shape and count, so that colour is not needed; the narrow part is in the legend only."""
    pieces = draw_stack(stack(31, 5, 5, 2, 7)).pieces
    assert [piece.count for piece in pieces] == ["31", "5", "5", "", "7"]
    assert [piece.shape for piece in pieces] == ["●", "◆", "●", "▲", "■"]


def test_an_empty_part_has_no_piece() -> None:
    """Nothing is drawn for nothing, and an empty ledger has no pieces at all."""
    assert [piece.tone for piece in draw_stack(stack(0, 0, 0, 0, 3)).pieces] == ["late"]
    assert draw_stack(stack(0, 0, 0, 0, 0)).pieces == ()


@given(st.lists(st.integers(0, 500), min_size=5, max_size=5).filter(any))
def test_the_parts_fill_the_bar(counts: list[int]) -> None:
    """Each begins where the one before ends, and a label never reaches into the next part."""
    pieces = draw_stack(stack(*counts)).pieces
    end = 0.0
    for piece in pieces:
        start, length = _span(piece)
        assert start == approx(end, abs=0.2)
        assert not piece.count or width(f"{piece.shape} {piece.count}") < (length + 0.1) * NARROWEST / 100
        end = start + length
    assert end == approx(100, abs=0.2)
