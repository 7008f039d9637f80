"""Who may see the basis of a figure: its own item and needs, and the items of its operands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.figures.figure import Figure
from generator.model.terms import PublicationItem


def items_behind(figures: Iterable[Figure]) -> Mapping[str, frozenset[PublicationItem]]:
    """By key: the rows of the visibility matrix that must all be open before the basis may be shown.

    A figure may be public while a number it was worked from is not: the median of a group is, the score of
    another unit need not be. What stands behind an operand is the operand's own affair: it opens, or not,
    where the operand is shown.
    """
    by_key = {one.key: one for one in figures}
    return {one.key: _items(one, by_key) for one in by_key.values()}


def _items(one: Figure, by_key: Mapping[str, Figure]) -> frozenset[PublicationItem]:
    keys = (operand.key for operand in one.basis.operands if operand.key is not None)
    operands = (by_key[key].item for key in keys if key in by_key)
    return one.basis.needs.union((one.item,), operands)
