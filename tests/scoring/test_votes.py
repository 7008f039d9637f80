"""What votes are worth."""

from dataclasses import replace

import pytest

from generator.model.terms import Abstain, Dimension, PointsTable
from generator.scoring.exact import rounded
from generator.scoring.votes import points, votes

from .builders import BALLOT_RULES, count, d

ANY = Dimension.CONDUCT


@pytest.mark.parametrize(
    ("abstain", "worth"),
    [(Abstain.EXCLUDE, "89.0741"), (Abstain.ZERO, "85.8929"), (Abstain.MIN_GRADE, "88.0357")],
)
def test_an_abstention_is_an_explicit_setting(abstain: Abstain, worth: str) -> None:
    """作风形象 class C: 89.0741 excluded, 85.8929 as zero."""
    score = points(votes([count("C", ANY, "14/10/3/0/1")]), replace(BALLOT_RULES, abstain=abstain))
    assert score is not None
    assert rounded(score, 4) == d(worth)


@pytest.mark.parametrize(
    ("cells", "worth"),
    [
        ("9/1/0/0/0", 100),
        ("8/2/0/0/0", 95),
        ("7/3/0/0/0", 90),
        ("6/0/4/0/0", 85),
        ("5/2/2/1/0", 80),
        ("5/3/1/1/0", 80),
        ("4/2/2/1/0", 65),
        ("9/1/0/0/20", 100),
    ],
)
def test_tiers_by_the_share_of_excellent(cells: str, worth: int) -> None:
    """200/190/180/170/160/130 of 200; a third in the lower grades is the last tier."""
    assert (
        points(votes([count("A", ANY, cells)]), replace(BALLOT_RULES, points_table=PointsTable.TIER)) == worth
    )


def test_tiers_count_abstentions_when_the_scheme_does() -> None:
    """9 of 10 with an abstention is under 90 %."""
    cell = votes([count("A", ANY, "9/0/0/0/1")])
    tier = replace(BALLOT_RULES, points_table=PointsTable.TIER)
    assert points(cell, tier) == 100
    assert points(cell, replace(tier, abstain=Abstain.ZERO)) == 100
    wider = votes([count("A", ANY, "9/0/0/0/2")])
    assert points(wider, replace(tier, abstain=Abstain.ZERO)) == 95


def test_typed_points_are_divided_by_the_ballots_that_count() -> None:
    """打分合计 over voters: with grade counts by them, else by the valid ballots of the class."""
    rules = replace(BALLOT_RULES, points_table=PointsTable.DIRECT)
    graded = count("A", ANY, "2/1/0/0/1", points_sum=d("270"))
    assert points(votes([graded]), rules) == 90
    bare = count("A", ANY, "0/0/0/0/1", points_sum=d("270"))
    assert points(votes([bare], ballots=4), rules) == 90
    assert points(votes([bare], ballots=4), replace(rules, abstain=Abstain.ZERO)) == d("67.5")
    assert points(votes([count("A", ANY, "2/1/0/0/1")]), rules) is None


@pytest.mark.parametrize("table", PointsTable)
def test_nobody_voted_is_no_score(table: PointsTable) -> None:
    """None, never a division by zero."""
    rules = replace(BALLOT_RULES, points_table=table)
    assert points(votes([]), rules) is None
    assert points(votes([count("A", ANY, "0/0/0/0/3")]), rules) is None
