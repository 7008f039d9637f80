"""Democratic evaluation: the worked board and person of domain.md 3.5."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.ballots import BallotCount
from generator.model.terms import Dimension, MissingClass, TargetKind
from generator.scoring.ballots import BallotResult, assess_ballots, ballot_result
from generator.scoring.exact import Rate, rounded

from .builders import BALLOT_RULES, DIMENSIONS, ballot_round, count, d, unit, year

TABLE = {
    Dimension.POLITICAL: ("4/2/0/0/0", "11/4/1/0/0", "18/8/2/0/0"),
    Dimension.DUTY: ("3/3/0/0/0", "9/6/1/0/0", "15/10/3/0/0"),
    Dimension.PERFORMANCE: ("3/2/1/0/0", "8/6/2/0/0", "13/11/3/1/0"),
    Dimension.CONDUCT: ("4/2/0/0/0", "10/5/1/0/0", "14/10/3/0/1"),
    Dimension.INTEGRITY: ("5/1/0/0/0", "12/4/0/0/0", "20/6/0/0/2"),
}
BOARD = [
    count(code, dimension, cell)
    for dimension, cells in TABLE.items()
    for code, cell in zip("ABC", cells, strict=True)
]
PERSON = [
    count(code, Dimension.OVERALL, cell, target_kind=TargetKind.PERSON, person_id="p02")
    for code, cell in zip("ABC", ("2/3/1/0/0", "9/6/1/0/0", "16/10/2/0/0"), strict=True)
]


def board(rows: list[BallotCount] = BOARD) -> BallotResult:
    """The board of U03."""
    return ballot_result(rows, (), BALLOT_RULES)


def without(code: str) -> list[BallotCount]:
    """The board's counts without one class."""
    return [row for row in BOARD if row.ballot_class != code]


def test_the_worked_board_score() -> None:
    """90.2070 → 90.21."""
    it = board()
    assert it.score is not None
    assert (rounded(it.score, 4), it.rounded) == (d("90.2070"), d("90.21"))


def test_the_worked_dimensions_and_classes() -> None:
    """S(d) and S(k,d) to four places."""
    expected = {
        Dimension.POLITICAL: ("91.6667", "91.2500", "90.7143", "91.2560", "66.00"),
        Dimension.DUTY: ("90.0000", "90.0000", "89.2857", "89.7857", "54.00"),
        Dimension.PERFORMANCE: ("88.3333", "88.7500", "87.6786", "88.2619", "48.00"),
        Dimension.CONDUCT: ("91.6667", "90.6250", "89.0741", "90.5764", "57.14"),
        Dimension.INTEGRITY: ("93.3333", "92.5000", "92.6923", "92.8910", "77.08"),
    }
    for one in board().dimensions:
        scores = [*(part.score for part in one.classes), one.score]
        figures = [rounded(score, 4) for score in scores if score is not None]
        assert (*figures, one.votes.excellent_rate.percent) == tuple(map(d, expected[one.dimension]))


@pytest.mark.parametrize(("code", "score"), [("A", "89.96"), ("B", "90.15"), ("C", "90.48")])
def test_a_missing_class_gives_its_weight_to_the_others(code: str, score: str) -> None:
    """Renormalised; with `fail` there is no score."""
    assert board(without(code)).rounded == d(score)
    strict = replace(BALLOT_RULES, missing_class=MissingClass.FAIL)
    assert ballot_result(without(code), (), strict).score is None
    assert ballot_result(BOARD, (), strict).rounded == d("90.21")


def test_the_pooled_excellent_rate_of_the_board() -> None:
    """149 of 247 = 60.32 % (7.4)."""
    assert (board().excellent.pooled, board().excellent.pooled.percent) == (Rate.of(149, 247), d("60.32"))


def test_the_worked_person() -> None:
    """88.67; pooled 27 of 50 = 54.00 %, class-weighted 47.35 %."""
    it = ballot_result(PERSON, (), BALLOT_RULES)
    assert it.rounded == d("88.67")
    assert [part.score and rounded(part.score, 4) for part in it.dimensions[0].classes] == [
        d("86.6667"),
        d("90.0000"),
        d("90.0000"),
    ]
    assert (it.excellent.pooled, it.excellent.pooled.percent) == (Rate.of(27, 50), d("54.00"))
    assert it.excellent.weighted is not None
    assert rounded(it.excellent.weighted * 100) == d("47.35")
    assert it.competent.pooled == Rate.of(46, 50)


def test_a_missing_dimension_leaves_no_score() -> None:
    """Its weight is not given to the others."""
    rows = [row for row in BOARD if row.dimension is not Dimension.DUTY]
    assert board(rows).score is None
    assert board(rows).dimensions[1].score is None


def test_a_class_the_scheme_does_not_know_is_left_out() -> None:
    """It has no weight, so it is in no figure."""
    extra = [count("Z", dimension, "0/0/0/9/0") for dimension in DIMENSIONS]
    assert board([*BOARD, *extra]).excellent == board().excellent
    assert board([*BOARD, *extra]).score == board().score


def test_a_round_that_does_not_stand_has_no_score() -> None:
    """Under quorum, or more returned than issued."""
    for numbers in ("54/20/20/20/20", "54/52/52/53/50"):
        it = ballot_result(BOARD, [ballot_round("A", numbers)], BALLOT_RULES)
        assert it.score is None
        assert it.turnout is not None


def test_boards_and_persons_of_a_year() -> None:
    """By unit and person; medians of the boards; who was not voted on is absent."""
    it = assess_ballots(year([unit("u01"), unit("u02")], ballots=(*PERSON, *BOARD)))
    assert list(it.boards) == ["u01"]
    assert list(it.persons["u01"]) == ["p02"]
    assert it.groups["生产单位"].score == it.overall.score == it.boards["u01"].score
    assert set(it.overall.dimensions) == set(DIMENSIONS)


def test_a_year_without_ballots_is_empty() -> None:
    """No exception, no median."""
    it = assess_ballots(year([unit()]))
    assert (it.boards, it.persons, it.overall.score) == ({}, {}, None)


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(shuffler: random.Random) -> None:
    """To the last digit."""
    rows = [*BOARD, *PERSON]
    shuffler.shuffle(rows)
    ordered = assess_ballots(year([unit()], ballots=(*BOARD, *PERSON)))
    assert assess_ballots(year([unit()], ballots=tuple(rows))) == ordered
