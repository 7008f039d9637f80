"""Bonus, penalty and veto of a unit."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.results import Adjustment
from generator.model.terms import AdjustmentKind, BoardGrade
from generator.scoring.adjustments import UnitAdjustments, lower, unit_adjustments

from .builders import adjustment, d, unit, year

BONUS, PENALTY, VETO = AdjustmentKind.BONUS, AdjustmentKind.PENALTY, AdjustmentKind.VETO


def of(*rows: Adjustment) -> UnitAdjustments:
    """The adjustments of u01."""
    return unit_adjustments(year([unit()], adjustments=rows), "u01")


def test_the_bonus_is_capped() -> None:
    """3 + 2 + 1 = 6, at most 5."""
    it = of(
        adjustment("j1", BONUS, "provincial", "3"),
        adjustment("j2", BONUS, "corporate", "2"),
        adjustment("j3", BONUS, "promoted", "1"),
    )
    assert (it.bonus_uncapped, it.bonus) == (6, 5)


def test_one_achievement_counts_at_its_highest_level_only() -> None:
    """The level decides, not the points; the other row stays visible without counting."""
    it = of(
        adjustment("j1", BONUS, "corporate", "2", event="award"),
        adjustment("j2", BONUS, "provincial", "1.5", event="award"),
    )
    assert it.bonus == d("1.5")
    assert [row.counts for row in it.bonuses] == [False, True]


def test_one_event_costs_once_the_higher_one() -> None:
    """Party and administrative sanction of one event are not added."""
    it = of(
        adjustment("j1", PENALTY, "criticised", "3", event="case"),
        adjustment("j2", PENALTY, "criticised", "5", event="case"),
        adjustment("j3", PENALTY, "criticised"),
    )
    assert it.penalty == 6


def test_of_equal_rows_the_first_counts() -> None:
    """One of them, and always the same one."""
    it = of(*(adjustment(id_, BONUS, "promoted", "1", event="case") for id_ in ("j2", "j1")))
    assert [(row.adjustment.id, row.counts) for row in it.bonuses] == [("j1", True), ("j2", False)]


def test_points_left_blank_are_those_of_the_scheme() -> None:
    """A bonus without points has those of its item."""
    assert of(adjustment("j1", BONUS, "provincial")).bonus == 3


@pytest.mark.parametrize(
    ("rows", "ceiling"),
    [
        ([], None),
        ([("accident", None)], BoardGrade.FAIR),
        ([("accident", BoardGrade.GOOD)], BoardGrade.GOOD),
        ([("accident", None), ("fraud", None)], BoardGrade.POOR),
        ([("unknown", None)], None),
    ],
)
def test_the_lowest_ceiling_holds(rows: list[Any], ceiling: BoardGrade | None) -> None:
    """As determined, else as the scheme sets; the lowest of several."""
    vetoes = [adjustment(f"v{n}", VETO, item, effect=effect) for n, (item, effect) in enumerate(rows)]
    assert of(*vetoes).ceiling is ceiling


def test_an_event_counts_in_the_year_it_is_applied() -> None:
    """Filed this year, applied next year: only next year."""
    it = of(
        adjustment("v1", VETO, "accident", year_applied=2026),
        adjustment("j1", BONUS, "promoted", "1", unit_id="u02"),
    )
    assert (it.ceiling, it.bonuses, it.vetoes) == (None, (), ())


def test_lower_is_the_worse_grade() -> None:
    """Both ways round."""
    assert (
        lower(BoardGrade.GOOD, BoardGrade.FAIR) is lower(BoardGrade.FAIR, BoardGrade.GOOD) is BoardGrade.FAIR
    )


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(shuffler: random.Random) -> None:
    """Equal rows of one event too."""
    rows = [
        adjustment(f"j{n}", kind, item, points, event=f"e{n % 3}")
        for n, (kind, item, points) in enumerate(
            [
                (BONUS, "promoted", "1"),
                (BONUS, "provincial", "3"),
                (BONUS, "corporate", "2"),
                (BONUS, "promoted", "1"),
            ]
        )
    ]
    shuffled = list(rows)
    shuffler.shuffle(shuffled)
    assert of(*shuffled) == of(*rows)
