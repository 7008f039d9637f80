"""Who may see the basis of a figure: every item that stands behind its operands, its own included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.figures.figure import Figure
from generator.model.terms import PublicationItem


def items_behind(figures: Iterable[Figure]) -> Mapping[str, frozenset[PublicationItem]]:
    """By key: the rows of the visibility matrix that must all be open before the basis may be shown.

    A figure may be public while a number it was worked from is not: the median of a group is, the score of
    another unit need not be.
    """
    by_key = {one.key: one for one in figures}
    found: dict[str, frozenset[PublicationItem]] = {}
    for one in by_key.values():
        _collect(one, by_key, found)
    return found


def _collect(
    one: Figure, by_key: Mapping[str, Figure], found: dict[str, frozenset[PublicationItem]]
) -> frozenset[PublicationItem]:
    if one.key not in found:
        found[one.key] = one.basis.needs | {one.item}  # also what ends a circle, should there ever be one
        keys = (operand.key for operand in one.basis.operands if operand.key is not None)
        known = (by_key[key] for key in keys if key in by_key)
        found[one.key] = found[one.key].union(*(_collect(each, by_key, found) for each in known))
    return found[one.key]
