"""加减分与否决 with what happened, for leaders; staff read points and approved wordings (domain.md 4.3)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.model.terms import AdjustmentKind, ItemAudience, PublicationItem
from generator.model.year import Unit, Year


@dataclass(frozen=True)
class AdjustmentRow:
    """One bonus, penalty or veto of a unit."""

    kind: AdjustmentKind
    what: str


def adjustments(year: Year, unit: Unit, publication: Publication) -> tuple[AdjustmentRow, ...]:
    """Those applied this year, in order of the file: a veto by its row of the matrix, points by theirs."""
    if not publication.reaches(ItemAudience.LEADERS):
        return ()
    return tuple(
        AdjustmentRow(one.kind, one.what)
        for one in year.adjustments
        if one.unit_id == unit.id and one.year_applied == year.year and publication.allows(_item(one.kind))
    )


def _item(kind: AdjustmentKind) -> PublicationItem:
    return PublicationItem.VETO if kind is AdjustmentKind.VETO else PublicationItem.CHECKLIST
