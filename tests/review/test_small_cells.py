"""小样本 (domain.md 3.7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.terms import Dimension
from generator.review.small_cells import small_cell

from .builders import BALLOTS

ROWS = tuple(one for one in BALLOTS if one.dimension is Dimension.POLITICAL and one.unit_id == "u01")


@pytest.mark.parametrize(
    ("excellent", "poor", "abstain", "small"),
    [
        (3, 0, 0, False),
        (2, 0, 9, True),
        (9, 1, 0, True),
        (9, 2, 0, True),
        (9, 3, 0, False),
        (0, 0, 0, True),
    ],
)
def test_one_small_class_is_enough(excellent: int, poor: int, abstain: int, small: bool) -> None:
    """Fewer than five valid ballots, or one or two of the lowest grade, in any class (two 良好 are added)."""
    rows = (ROWS[0], replace(ROWS[1], n_excellent=excellent, n_poor=poor, n_abstain=abstain))
    assert small_cell(rows) is small
