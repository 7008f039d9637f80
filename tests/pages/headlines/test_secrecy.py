"""How few people a sentence may be about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.editions.edition import Edition
from generator.figures import Figure
from generator.pages.figures import Phrase
from generator.pages.headlines.headline import Headline, chosen
from generator.pages.headlines.secrecy import keeps_secrecy
from generator.scoring.exact import Rate
from tests.pages.builders import edition
from tests.pages.figures import rate_figure, with_more

SCORE = "2025:units.u01.ballot.dimensions.duty.score"


def turnout(unit_id: str, valid: int) -> Figure:
    """有效率 of so many valid ballots."""
    return rate_figure(f"units.{unit_id}.ballot.turnout.board.valid", Rate.of(valid, 60))


def voted(*more: Figure) -> Edition:
    """An edition whose latest year holds these figures too."""
    base = edition()
    return replace(base, years=(*base.years[:-1], with_more(base.years[-1], *more)))


@pytest.mark.parametrize(("valid", "open_"), [(9, False), (10, True), (50, True)])
def test_ten_ballots_of_a_board(valid: int, open_: bool) -> None:
    """Nine say nothing, ten may (promises.md B2)."""
    assert keeps_secrecy(voted(turnout("u01", valid)), SCORE) is open_


def test_what_cannot_be_counted_is_too_few() -> None:
    """No turnout in this edition, or no such year: nothing is said."""
    assert not keeps_secrecy(voted(), SCORE)
    assert not keeps_secrecy(voted(turnout("u01", 50)), SCORE.replace("2025", "1999"))


@pytest.mark.parametrize(("cells", "open_"), [(9, False), (10, True)])
def test_five_ballots_of_a_class(cells: int, open_: bool) -> None:
    """Two dimensions: ten votes are five ballots at least, nine may be four and a half (promises.md B9)."""
    share = rate_figure("units.u01.ballot.classes.A.excellent_rate", Rate.of(1, cells))
    key = "2025:units.u01.ballot.classes.A.duty.score"
    assert keeps_secrecy(voted(turnout("u01", 50), share), key) is open_


def test_a_class_of_a_small_board_is_not_named() -> None:
    """Five of one class do not make up for nine in all; a class nobody counted has nobody."""
    share = rate_figure("units.u01.ballot.classes.A.excellent_rate", Rate.of(1, 18))
    key = "2025:units.u01.ballot.classes.A.duty.score"
    assert not keeps_secrecy(voted(turnout("u01", 9), share), key)
    assert not keeps_secrecy(voted(turnout("u01", 50)), key)


@pytest.mark.parametrize("circle", ["groups.生产单位", "company"])
def test_a_median_over_a_small_board_is_not_said(circle: str) -> None:
    """Of two units the median gives the other away; a board without ballots is not in it."""
    key = f"2025:{circle}.ballot.dimensions.duty.median"
    assert not keeps_secrecy(voted(turnout("u01", 50), turnout("u02", 9)), key)
    assert keeps_secrecy(voted(turnout("u01", 50), turnout("u02", 10)), key)


def test_another_group_does_not_close_this_one() -> None:
    """u03 is in the other group."""
    key = "2025:groups.生产单位.ballot.dimensions.duty.median"
    assert keeps_secrecy(voted(turnout("u01", 50), turnout("u02", 50), turnout("u03", 3)), key)


@pytest.mark.parametrize(
    "key",
    [
        "2025:units.u01.ballot.persons.P1.score",
        "2025:units.u01.ballot.persons.P1.classes.A.excellent_rate",
        "2025:units.u01.ballot.turnout.person.valid",
    ],
)
def test_no_sentence_is_about_a_person(key: str) -> None:
    """However many voted."""
    assert not keeps_secrecy(voted(turnout("u01", 50)), key)


@pytest.mark.parametrize("key", ["2025:units.u01.composite", "2025:units.u01.composite.components.ballot"])
def test_a_composite_rests_on_ballots(key: str) -> None:
    """Who knows the other components has the ballots from it."""
    assert not keeps_secrecy(voted(turnout("u01", 9)), key)
    assert keeps_secrecy(voted(turnout("u01", 10)), key)


def test_what_no_ballot_is_behind_is_open() -> None:
    """Checklist and ledger are about units."""
    assert keeps_secrecy(voted(), "2025:units.u01.checklist.rate")
    assert keeps_secrecy(voted(), "2025:ledger.total")


def test_every_chosen_sentence_passed() -> None:
    """One figure too few closes the sentence; the next takes its place."""
    told = Headline(Phrase("甲"), (), ("2025:ledger.total", SCORE))
    other = Headline(Phrase("乙"), (), ("2025:ledger.total",))
    assert chosen(voted(turnout("u01", 9)), 1, [told], [other]) == (other,)
    assert chosen(voted(turnout("u01", 10)), 1, [told], [other]) == (told,)
