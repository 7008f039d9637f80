"""考核组评价 on a unit's page: the portrait in words (domain.md 5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.editions.edition import EditionUnit
from generator.editions.portraits import Trait
from generator.model.terms import OperationItem
from generator.pages.facts import Fact
from generator.pages.words import listed


@dataclass(frozen=True)
class TraitRow:
    """One sentence and where it comes from."""

    text: str
    sources: str
    doubtful: bool
    """待核实: found by one method alone."""


@dataclass(frozen=True)
class PortraitView:
    """Strengths, weaknesses, how the board works, and advice."""

    one_line: str
    strengths: tuple[TraitRow, ...]
    weaknesses: tuple[TraitRow, ...]
    operation: tuple[Fact, ...]
    advice: tuple[str, ...]


def unit_portrait(unit: EditionUnit) -> PortraitView | None:
    """None in an edition that does not hold it."""
    found = unit.portrait
    if found is None:
        return None
    operation = ((item, found.operation.get(item)) for item in OperationItem)
    return PortraitView(
        one_line=found.one_line or "",
        strengths=_rows(found.strengths),
        weaknesses=_rows(found.weaknesses),
        operation=tuple(Fact(item.label, grade.label) for item, grade in operation if grade),
        advice=found.advice,
    )


def _rows(traits: Iterable[Trait]) -> tuple[TraitRow, ...]:
    return tuple(
        TraitRow(one.text, listed(tuple(source.label for source in one.sources)), not one.confirmed)
        for one in traits
    )
