"""The texts one audience may not see: by contract, by row, and because its edition does not hold them.

A text is withheld when contract or row keep it from the audience, and also when the audience's edition does
not hold it: what the matrix took out of the edition is found without being named, and so is a new field. It
is *guarded* when somebody decided so: contract, row, or the matrix, which is when an edition with every item
open would hold it. What is merely printed nowhere may still be told by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.contract.fields import Audience
from generator.editions.matrix import Publication
from generator.gate.cells import Cell, Kept, Tokens
from generator.gate.normal import normal
from generator.gate.rows import Limits, limits
from generator.gate.sayings import Printed
from generator.intake.records import Folder
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
    masks: Tokens
    """What stands for them in the reference: random tokens, equal ones for equal texts."""

    @property
    def tokens(self) -> Mapping[str, str]:
        """Text → token."""
        return {text: token for (text, _, _), token in self.masks.items()}


class Rule:
    """Tells withheld cells from others."""

    def __init__(
        self, audience: Audience, schemes: Mapping[int, Scheme], edition: Printed, widest: Printed
    ) -> None:
        self._settings = {
            year: dict(Publication.of(scheme, audience).settings) for year, scheme in schemes.items()
        }
        self._audience = audience
        self._edition, self._widest = edition, widest

    def judges_as(self, before: Rule, texts: Collection[str]) -> bool:
        """Whether it withholds of cells with these texts what another withheld for the same audience."""
        return self._edition.says_as(before._edition, texts) and self._widest.says_as(before._widest, texts)

    def limits(self, year: int | None, folder: Folder) -> Limits:
        """The limits of the rows of a folder."""
        return limits(folder, self._settings[year]) if year is not None else Limits({})

    def withholds(self, cell: Cell) -> bool:
        """Whether the audience may not see the cell, or would nowhere."""
        return not reaches(cell, self._audience) or not self._edition.says(cell.text)

    def guards(self, cell: Cell) -> bool:
        """Whether a withheld cell is so because somebody decided it."""
        return not reaches(cell, self._audience) or self._widest.says(cell.text)

    def masks(self, cell: Cell) -> bool:
        """Whether a token may stand for it: not for a short word that other rows are found by (票种 A)."""
        linking = len(normal(cell.text)) < PASSAGE and self._edition.says_alone(cell.text)
        return self.withholds(cell) and (cell.personal or not linking)


def reaches(cell: Cell, audience: Audience) -> bool:
    """Whether contract and row let the audience see the cell."""
    return cell.reach is not ItemAudience.NONE and audience.sees(Audience(cell.reach.value))


def withheld(found: Iterable[Cell], rule: Rule, token: Callable[[str], str]) -> Withheld:
    """Of these cells everything the rule withholds, each text with a token of its own."""
    guarded: list[Cell] = []
    unprinted: list[Cell] = []
    masks: dict[Kept, str] = {}
    for cell in found:
        if rule.withholds(cell):
            (guarded if rule.guards(cell) else unprinted).append(cell)
            if rule.masks(cell):
                masks[cell.kept] = token(cell.text)
    return Withheld(tuple(guarded), tuple(unprinted), masks)


def together(found: Iterable[Withheld]) -> Withheld:
    """What is withheld of several folders."""
    found = tuple(found)
    return Withheld(
        tuple(cell for one in found for cell in one.guarded),
        tuple(cell for one in found for cell in one.unprinted),
        {kept: token for one in found for kept, token in one.masks.items()},
    )
