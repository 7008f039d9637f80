"""Places of 优秀 and who gets them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.scheme import Quota
from generator.model.terms import Component, Rounding
from generator.scoring.quota import Contender, PlaceReason, fill_quota, quota_size

from .builders import HERE, d

ORDER = (Component.PARTY, Component.BALLOT)


@pytest.mark.parametrize(
    ("graded", "rounding", "min_one", "size"),
    [
        (18, Rounding.FLOOR, False, 4),
        (18, Rounding.ROUND, False, 5),
        (18, Rounding.CEIL, False, 5),
        (9, Rounding.FLOOR, False, 2),
        (7, Rounding.FLOOR, False, 1),
        (7, Rounding.ROUND, False, 2),
        (3, Rounding.FLOOR, False, 0),
        (3, Rounding.FLOOR, True, 1),
        (0, Rounding.FLOOR, True, 0),
    ],
)
def test_the_size_of_the_quota(graded: int, rounding: Rounding, min_one: bool, size: int) -> None:
    """25 % of n as the scheme rounds it (7.3)."""
    assert quota_size(graded, Quota(d("0.25"), rounding, min_one, HERE)) == size


def contender(unit_id: str, composite: str, *ties: str) -> Contender:
    """A contender from texts."""
    return Contender(unit_id, d(composite), tuple(map(d, ties)))


def test_a_tie_at_the_edge_is_broken_in_order() -> None:
    """Party first; both sides learn what decided."""
    places = fill_quota([contender("a", "92.94", "96", "90"), contender("b", "92.94", "97", "80")], 1, ORDER)
    assert (places["b"].reason, places["b"].decider) == (PlaceReason.TIE_WON, Component.PARTY)
    assert (places["a"].reason, places["a"].decider) == (PlaceReason.TIE_LOST, Component.PARTY)


def test_the_second_component_decides_when_the_first_is_equal() -> None:
    """Party equal, ballot decides."""
    places = fill_quota([contender("a", "92", "96", "90"), contender("b", "92", "96", "80")], 1, ORDER)
    assert (places["a"].given, places["a"].decider) == (True, Component.BALLOT)


def test_equal_in_everything_is_left_to_the_committee() -> None:
    """Nobody wins by name, and nobody behind them slips in."""
    rows = [
        contender("a", "92", "96", "90"),
        contender("b", "92", "96", "90"),
        contender("c", "91", "99", "99"),
    ]
    places = fill_quota(rows, 1, ORDER)
    assert [places[unit_id].reason for unit_id in "abc"] == [
        PlaceReason.TIE_OPEN,
        PlaceReason.TIE_OPEN,
        PlaceReason.FULL,
    ]


def test_a_tie_inside_the_quota_needs_no_breaking() -> None:
    """Both fit."""
    places = fill_quota([contender("a", "92", "96", "90"), contender("b", "92", "97", "90")], 2, ORDER)
    assert {place.reason for place in places.values()} == {PlaceReason.WITHIN}


def test_a_tie_beyond_the_quota_is_simply_full() -> None:
    """The place went to a higher composite."""
    rows = [
        contender("a", "94", "90", "90"),
        contender("b", "92", "97", "90"),
        contender("c", "92", "96", "90"),
    ]
    places = fill_quota(rows, 1, ORDER)
    assert (places["b"].reason, places["c"].reason) == (PlaceReason.FULL, PlaceReason.FULL)


FEW = st.integers(90, 93).map(Decimal)
FIELDS = st.lists(st.tuples(FEW, FEW, FEW), max_size=8).map(
    lambda rows: [Contender(f"u{n}", row[0], row[1:]) for n, row in enumerate(rows)]
)


@given(FIELDS, st.integers(0, 8), st.randoms(use_true_random=False))
def test_the_quota_is_never_exceeded_and_order_never_matters(
    rows: list[Contender], size: int, shuffler: object
) -> None:
    """Nor does a lower standing pass a higher one."""
    places = fill_quota(rows, size, ORDER)
    given_ = [one for one in rows if places[one.unit_id].given]
    others = [one for one in rows if not places[one.unit_id].given]
    assert len(given_) <= size
    assert all(one.standing > other.standing for one in given_ for other in others)
    shuffled = list(rows)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fill_quota(shuffled, size, ORDER) == places
