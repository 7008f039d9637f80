"""A sentence written by rule, and every figure it rests on.

A rule is a function that yields one headline when there is something to say, and nothing when there is not.
Rules compare figures as they are printed: two rates that read alike are equal, whatever the third decimal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, islice
from typing import TypeVar

from generator.editions.edition import Edition, EditionYear
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.figures import Phrase, Shown
from generator.pages.headlines.secrecy import keeps_secrecy
from generator.pages.links import Link
from generator.scoring.exact import rounded

LISTED = 3
"""So many names a sentence takes before it says 等: the table has them all, a fourth is not read."""

Part = str | Shown | Link
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Headline:
    """One sentence about a year, a unit, a leaf or the ledger."""

    text: Phrase
    prints: tuple[str, ...]
    """Keys, with their year, of the numbers it prints: `2025:ledger.overdue`."""
    figures: tuple[str, ...]
    """Those, and keys of what its rule compared.

    A rule that picks from the whole indicator tree names what it picked; the others stand in the tables.
    """


@dataclass(frozen=True)
class Headlines:
    """Sentences as a page shows them, with their 依据."""

    sentences: tuple[Headline, ...]
    basis: tuple[BasisRow, ...]


def headline(parts: Iterable[Part], compared: Iterable[str] = ()) -> Headline:
    """The sentence of these parts; `compared` are keys of figures it rests on and does not print."""
    text = Phrase(*parts)
    keys = tuple(_keys(text))
    return Headline(text, keys, tuple(dict.fromkeys((*keys, *compared))))


def chosen(edition: Edition, most: int, *rules: Iterable[Headline]) -> tuple[Headline, ...]:
    """The first so many sentences in the order of their rules; none that gives away how somebody voted."""
    found = (one for one in chain(*rules) if all(keeps_secrecy(edition, key) for key in one.figures))
    return tuple(islice(found, most))


def with_basis(
    edition: Edition, year: EditionYear, found: tuple[Headline, ...], keys: Iterable[str] | None = None
) -> Headlines:
    """The sentences with the basis of these figures, all behind them unless given; earlier years say so."""
    behind = (key for one in found for key in one.figures) if keys is None else keys
    rows: list[BasisRow] = []
    for key in dict.fromkeys(behind):
        number, _, own = key.partition(":")
        if number == str(year.year):
            rows += basis_rows(year, (own,))
        elif earlier := edition.year(int(number)):
            rows += (replace(row, label=f"{number}年度{row.label}") for row in basis_rows(earlier, (own,)))
    return Headlines(found, tuple(rows))


def of_year(year: EditionYear, *keys: str) -> tuple[str, ...]:
    """The keys as a headline names them: `2025:ledger.overdue`."""
    return tuple(f"{year.year}:{key}" for key in keys)


def printed(year: EditionYear, key: str) -> Decimal | None:
    """What the figure reads as, with 2 decimals; None when this edition has no such number."""
    one = year.figures.get(key)
    if one is None or one.value is None or isinstance(one.value, str):
        return None
    return rounded(Decimal(one.value))


def has_peers(year: EditionYear, group: str) -> bool:
    """Whether the group has several units: alone in its group a unit is the median itself."""
    units = printed(year, f"groups.{group}.units")
    return units is not None and units > 1


def highest(values: Mapping[Thing, Decimal]) -> tuple[Thing, ...]:
    """What has the highest value, in the order given; several when they are equal."""
    most = max(values.values(), default=None)
    return tuple(one for one, value in values.items() if value == most)


def lowest(values: Mapping[Thing, Decimal]) -> tuple[Thing, ...]:
    """What has the lowest value, in the order given; several when they are equal."""
    return highest({one: -value for one, value in values.items()})


def joined(clauses: Sequence[Sequence[Part]], mark: str = "、", most: int = LISTED) -> Iterator[Part]:
    """The first clauses with the mark between them, and 等 when some are left out."""
    for place, clause in enumerate(clauses[:most]):
        if place:
            yield mark
        yield from clause
    if len(clauses) > most:
        yield "等"


def _keys(text: Phrase) -> Iterator[str]:
    for part in text.parts:
        shown = part.text if isinstance(part, Link) else part
        if isinstance(shown, Shown) and shown.key:
            yield shown.key
