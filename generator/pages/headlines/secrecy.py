"""How few people a sentence may be about: the vote is secret before leaders too (promises.md B2, B9)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.editions.edition import Edition, EditionYear
from generator.editions.few_voters import LEAST_VOTERS

LEAST_OF_CLASS = 5
"""The same for one class of voters (promises.md B9)."""
BALLOT, COMPOSITE = "ballot", "composite"
"""Parts of a key that say a figure rests on ballots: with the other components 综合得分 gives them away."""
PERSONAL = frozenset({"persons", "person"})
"""Steps of a key that lead to single people; no sentence is about them, however many voted."""


def keeps_secrecy(edition: Edition, key: str) -> bool:
    """Whether a sentence may rest on the figure of that key and year; what cannot be counted is too few.

    A median is refused as soon as one board behind it is too small: of two units it gives the other away.
    """
    if BALLOT not in key and COMPOSITE not in key:  # most keys by far, and this is asked of every one
        return True
    number, _, own = key.partition(":")
    year, steps = edition.year(int(number)), own.split(".")
    if year is None or PERSONAL.intersection(steps):
        return False
    if "classes" in steps and _of_class(year, steps) < LEAST_OF_CLASS:
        return False
    return all(_voters(year, unit_id) >= LEAST_VOTERS for unit_id in _boards(year, steps))


def _boards(year: EditionYear, steps: list[str]) -> Iterator[str]:
    """The units whose boards are behind the figure: of a group or of the company those that held a vote."""
    if steps[0] == "units":
        yield steps[1]
        return
    for unit in year.units:
        own = steps[0] == "company" or unit.group == steps[1]
        if own and _turnout(unit.id) in year.figures:
            yield unit.id


def _voters(year: EditionYear, unit_id: str) -> Decimal:
    """有效票 of the board; 0 when this edition does not say."""
    turnout = year.figure(_turnout(unit_id))
    return (turnout.part if turnout else None) or Decimal(0)


def _of_class(year: EditionYear, steps: list[str]) -> Decimal:
    """At least so many of the class voted: every ballot has one vote on each dimension at most."""
    pooled = year.figure(".".join((*steps[:5], "excellent_rate")))
    dimensions = len(year.scheme.ballot.dimensions)
    return ((pooled.whole if pooled else None) or Decimal(0)) / dimensions if dimensions else Decimal(0)


def _turnout(unit_id: str) -> str:
    return f"units.{unit_id}.ballot.turnout.board.valid"
