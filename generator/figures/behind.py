"""Who may see the basis of a figure: its own item and needs, and the items of its operands."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures.figure import Figure
from generator.model.terms import PublicationItem


def items_behind(one: Figure, figures: Mapping[str, Figure]) -> frozenset[PublicationItem]:
    """The rows of the visibility matrix that must all be open before the basis of the figure may be shown.

    A figure may be public while a number it was worked from is not: the median of a group is, the score of
    another unit need not be. What stands behind an operand is the operand's own affair: it opens, or not,
    where the operand is shown. `figures` are all of the year by key.
    """
    keys = (operand.key for operand in one.basis.operands if operand.key is not None)
    operands = (figures[key].item for key in keys if key in figures)
    return one.basis.needs.union((one.item,), operands)
