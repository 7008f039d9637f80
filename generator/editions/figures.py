"""Figures an audience may see, each with as much of its basis as it may see (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.editions.matrix import Publication
from generator.figures import Basis, Figure, figures
from generator.figures.behind import items_behind
from generator.scoring.assessed import AssessedYear

WITHHELD = "计算所用的数据不在本版公开范围"
"""Stands for the numbers of a basis that rests on withheld ones; the rule itself is public."""


def published(
    years: Sequence[AssessedYear], publication: Publication, earlier: Mapping[int, Mapping[str, Figure]]
) -> Mapping[str, Figure]:
    """The figures of the last of the years by key; `years` as this audience sees them, oldest first.

    `earlier` are the published figures of the years before: what was worked from a figure withheld there
    would give it away, and is not published at all.
    """
    found = figures(years)
    behind = items_behind(found)
    kept: dict[str, Figure] = {}
    for one in found:
        if publication.allows(one.item) and all(key in earlier[year] for year, key in _earlier_keys(one)):
            open_ = all(publication.allows(item) for item in behind[one.key])
            kept[one.key] = one if open_ else replace(one, basis=_closed(one.basis))
    return kept


def _closed(basis: Basis) -> Basis:
    return Basis(basis.rule, WITHHELD)


def _earlier_keys(one: Figure) -> Iterator[tuple[int, str]]:
    """Year and key of each operand that is a figure of an earlier year: `2024:units.u03.checklist.rate`."""
    for operand in one.basis.operands:
        year, colon, key = (operand.key or "").partition(":")
        if colon:
            yield int(year), key
