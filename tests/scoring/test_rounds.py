"""Turnout and validity of a meeting."""

import pytest

from generator.scoring.rounds import turnout

from .builders import BALLOT_RULES, ballot_round, d


def test_the_worked_turnout() -> None:
    """应到 54, 实到 52 (96.30 %), 发出 52, 收回 51 (98.08 %), 有效 50 (98.04 %)."""
    rows = [
        ballot_round("C", "30/29/29/29/28"),
        ballot_round("A", "7/6/6/6/6"),
        ballot_round("B", "17/17/17/16/16"),
    ]
    it = turnout(rows, BALLOT_RULES)
    assert it is not None
    assert [rate.percent for rate in (it.attended, it.returned, it.valid)] == [
        d("96.30"),
        d("98.08"),
        d("98.04"),
    ]
    assert it.stands
    assert [row.ballot_class for row in it.rounds] == ["A", "B", "C"]


@pytest.mark.parametrize(("present", "quorate"), [(35, False), (36, True)])
def test_two_thirds_make_a_meeting(present: int, quorate: bool) -> None:
    """36 of 54 is exactly two thirds."""
    it = turnout([ballot_round("A", f"54/{present}/{present}/{present}/{present}")], BALLOT_RULES)
    assert it is not None
    assert it.quorate is it.stands is quorate


def test_more_returned_than_issued_voids_the_round() -> None:
    """Even when only one class did."""
    it = turnout([ballot_round("A", "6/6/6/7/7"), ballot_round("B", "20/20/20/10/10")], BALLOT_RULES)
    assert it is not None
    assert (it.quorate, it.lawful, it.stands) == (True, False, False)


def test_no_accounting_is_none() -> None:
    """Nothing was recorded."""
    assert turnout([], BALLOT_RULES) is None
