"""The texts one audience may not see: by contract, by row, and because its edition does not hold them.

A text is withheld when contract or row keep it from the audience, and also when the audience's edition does
not hold it: what the matrix took out of the edition is found without being named, and so is a new field. It
is *guarded* when somebody decided so: contract, row, or the matrix, which is when an edition with every item
open would hold it. What is merely printed nowhere may still be told by hand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.contract.fields import Audience
from generator.editions.edition import Edition
from generator.editions.matrix import Publication
from generator.gate.cells import Cell, cells, rewritten
from generator.gate.normal import normal
from generator.gate.rows import Limits, limits
from generator.intake.records import Folder, Records
from generator.model.scheme import Scheme
from generator.model.terms import ItemAudience

PASSAGE = 8
"""Characters of a text that are looked for together."""


@dataclass(frozen=True)
class Withheld:
    """What is kept from one audience."""

    guarded: tuple[Cell, ...]
    """In the order of the files; the same text may stand in many."""
    unprinted: tuple[Cell, ...]
    """What the audience might see, and no edition prints."""
    tokens: Mapping[str, str]
    """Withheld text → the random token that stands for it in the reference."""


class Printed:
    """What an edition says."""

    def __init__(self, edition: Edition) -> None:
        self.whole = frozenset(texts_of(edition))
        self._joined = "\n".join(self.whole)
        self._asked: dict[str, bool] = {}

    def says(self, text: str) -> bool:
        """Whether it says the text, alone or inside a longer one."""
        if text not in self._asked:
            self._asked[text] = text in self.whole or text in self._joined
        return self._asked[text]


class Rule:
    """Tells withheld cells from others."""

    def __init__(self, schemes: Mapping[int, Scheme], edition: Edition, widest: Edition) -> None:
        of = Publication.of
        self._publications = {year: of(scheme, edition.audience) for year, scheme in schemes.items()}
        self._audience = edition.audience
        self._edition, self._widest = Printed(edition), Printed(widest)

    def limits(self, year: int | None, folder: Folder) -> Limits:
        """The limits of the rows of a folder."""
        return limits(folder, self._publications[year].settings) if year is not None else Limits({})

    def withholds(self, cell: Cell) -> bool:
        """Whether the audience may not see the cell, or would nowhere."""
        return not self._reaches(cell) or not self._edition.says(cell.text)

    def guards(self, cell: Cell) -> bool:
        """Whether a withheld cell is so because somebody decided it."""
        return not self._reaches(cell) or self._widest.says(cell.text)

    def masks(self, cell: Cell) -> bool:
        """Whether a token may stand for it: not for a short word that other rows are found by (票种 A)."""
        linking = len(normal(cell.text)) < PASSAGE and cell.text in self._edition.whole
        return self.withholds(cell) and (cell.personal or not linking)

    def _reaches(self, cell: Cell) -> bool:
        if cell.reach is ItemAudience.NONE:
            return False
        return self._audience.sees(Audience(cell.reach.value))


def withheld(records: Records, rule: Rule, tokens: Iterator[str]) -> Withheld:
    """Everything in the records the rule withholds, each text with a token of its own."""
    kept = [cell for cell in cells(records, rule.limits) if rule.withholds(cell)]
    masked = dict.fromkeys(cell.text for cell in kept if rule.masks(cell))
    return Withheld(
        tuple(cell for cell in kept if rule.guards(cell)),
        tuple(cell for cell in kept if not rule.guards(cell)),
        {text: next(tokens) for text in masked},
    )


def masked(records: Records, rule: Rule, tokens: Mapping[str, str]) -> Records:
    """The records with a token in the place of every withheld text.

    Equal texts have equal tokens, so rows that name each other still do.
    """

    def change(cell: Cell) -> str:
        return tokens[cell.text] if rule.masks(cell) else cell.text

    return rewritten(records, rule.limits, change)


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value of dataclasses, tuples and mappings; words of closed lists are none."""
    waiting, seen = [value], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, tuple | list | frozenset):
            waiting += one
        elif dataclasses.is_dataclass(one) and not isinstance(one, type | Enum) and id(one) not in seen:
            seen.add(id(one))
            waiting += [getattr(one, field.name) for field in dataclasses.fields(one)]
