"""Figures an audience may see, each with as much of its basis as it may see (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from generator.editions.few_voters import hidden_targets, withheld_keys
from generator.editions.matrix import Publication
from generator.editions.small_cells import small_targets, target_of_class
from generator.figures import Basis, Figure
from generator.figures.batch import by_key
from generator.figures.behind import items_behind
from generator.figures.year import figure_batches
from generator.model.terms import PublicationItem
from generator.scoring.assessed import AssessedYear
from generator.store.again import again, again_each

WITHHELD = "计算所用的数据不在本版公开范围"
"""Stands for the numbers of a basis that rests on withheld ones; the rule itself is public."""


def published(
    years: Sequence[AssessedYear], publication: Publication, earlier: Mapping[int, Container[str]]
) -> Mapping[str, Figure]:
    """The figures of the last of the years by key; `years` as this audience sees them, oldest first.

    `earlier` are the keys published of the years before: what was worked from a figure withheld there
    would give it away, and is not published at all.
    """
    batches, year = figure_batches(years), years[-1].year
    found = by_key(batches)
    small = small_targets(year, publication.audience)
    few = withheld_keys(found.values(), hidden_targets(year, publication))
    kept = again_each(
        ("visible", year.year), _visible, tuple(batches.values()), publication, small, few, earlier
    )
    visible = dict(zip(batches, kept, strict=True))
    withheld = frozenset(found) - {one.key for batch in visible.values() for one in batch}
    shown = (
        again(("opened", year.year, name), _opened, batch, found, publication, withheld)
        for name, batch in visible.items()
    )
    return {one.key: one for batch in shown for one in batch}


def _visible(
    publication: Publication,
    small: frozenset[str],
    few: frozenset[str],
    earlier: Mapping[int, Container[str]],
    batch: tuple[Figure, ...],
) -> tuple[Figure, ...]:
    """Those the audience may know of."""
    return tuple(
        one
        for one in batch
        if one.key not in few
        and _is_visible(one, publication, small)
        and all(key in earlier[year] for year, key in _earlier_keys(one))
    )


def _is_visible(one: Figure, publication: Publication, small: frozenset[str]) -> bool:
    """By its row of the matrix; what is about one person or one class of voters by that row too."""
    target = target_of_class(one.key)
    if target is not None and (target in small or not publication.allows(PublicationItem.BALLOT_CLASSES)):
        return False
    return publication.allows(one.item)


def _opened(
    batch: tuple[Figure, ...], found: Mapping[str, Figure], publication: Publication, withheld: Set[str]
) -> tuple[Figure, ...]:
    """Each with its basis, where no number in it is withheld from this audience; `found` are all figures."""
    return tuple(
        one
        if all(map(publication.allows, items_behind(one, found)))
        and not any(operand.key in withheld for operand in one.basis.operands)
        else replace(one, basis=_closed(one.basis))
        for one in batch
    )


def _closed(basis: Basis) -> Basis:
    return Basis(basis.rule, WITHHELD)


def _earlier_keys(one: Figure) -> Iterator[tuple[int, str]]:
    """Year and key of each operand that is a figure of an earlier year: `2024:units.u03.checklist.rate`."""
    for operand in one.basis.operands:
        year, colon, key = (operand.key or "").partition(":")
        if colon:
            yield int(year), key
