"""整改统计: the figures of the ledger with what they mean (domain.md 9.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import EditionYear
from generator.figures import Figure
from generator.pages.figures import Phrase, Shown, fraction, named, rated
from generator.pages.tiles import Tile

STATISTICS = (
    *("total", "closed", "pending", "rectifying", "registered", "standing", "suspended"),
    *("completed", "completed_in_time_limit", "closed_rate", "closed_on_time", "done_on_time"),
    *("on_time_share", "overdue", "overdue_original", "overdue_share", "relapse", "extensions", "extended"),
    *("first_days", "reopened_days", "backlog", "long_term", "repeated"),
)
"""Ends of the keys of the figures in the table."""
TILES = ("completed", "closed_rate", "closed_on_time", "overdue_share")
"""What a secretary looks at first."""


@dataclass(frozen=True)
class FigureRow:
    """A statistic with what it means."""

    label: str
    value: Shown
    meaning: str


def ledger_figures(year: EditionYear) -> tuple[Figure, ...]:
    """The statistics leaders ask for that can be computed, in the order of domain.md 9.5."""
    found = (year.figure(f"ledger.{key}") for key in STATISTICS)
    return tuple(one for one in found if one is not None and (one.value is not None or one.unit == "%"))


def figure_rows(year: EditionYear) -> Iterator[FigureRow]:
    """The same as a table prints them."""
    for one in ledger_figures(year):
        value = rated(year, one.key) if one.unit == "%" else named(year, one.key)
        yield FigureRow(one.label, value, one.basis.formula)


def ledger_tiles(year: EditionYear) -> Iterator[Tile]:
    """The rates that matter most, each with its numbers and what they are; none of an empty ledger."""
    for end in TILES:
        key = f"ledger.{end}"
        one = year.figure(key)
        if one is not None and one.whole:
            note = Phrase(fraction(year, key), f"，{one.basis.formula}")
            yield Tile(one.label, named(year, key), note)
