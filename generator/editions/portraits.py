"""画像 an audience may read: what only one method found stays with the group (domain.md 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.model import portraits as model
from generator.model.terms import ItemAudience, OperationGrade, OperationItem, PortraitSource, PublicationItem
from generator.model.year import Unit, Year


@dataclass(frozen=True)
class Trait:
    """优点 or 不足."""

    text: str
    feedback: str
    """The words for the unit itself."""
    sources: tuple[PortraitSource, ...]
    confirmed: bool
    """Found by two methods; what is not is told to the group as 待核实."""


@dataclass(frozen=True)
class Portrait:
    """画像 of one unit in words."""

    one_line: str | None
    strengths: tuple[Trait, ...]
    weaknesses: tuple[Trait, ...]
    operation: Mapping[OperationItem, OperationGrade]
    advice: tuple[str, ...]


def portrait(year: Year, unit: Unit, publication: Publication) -> Portrait | None:
    """None where it is withheld or not written."""
    if not publication.allows(PublicationItem.PORTRAIT):
        return None
    written = next((one for one in year.portraits if one.unit_id == unit.id), None)
    if written is None and unit.profile.one_line is None:
        return None
    doubtful = publication.reaches(ItemAudience.GROUP)
    return Portrait(
        one_line=unit.profile.one_line,
        strengths=_traits(written.strengths, doubtful=True) if written else (),
        weaknesses=_traits(written.weaknesses, doubtful=doubtful) if written else (),
        operation=written.operation if written else {},
        advice=written.advice if written else (),
    )


def _traits(rows: tuple[model.Trait, ...], *, doubtful: bool) -> tuple[Trait, ...]:
    """In the order given, with or without what only one method found."""
    return tuple(
        Trait(one.text_group, one.text_unit or one.text_group, one.sources, one.confirmed)
        for one in rows
        if doubtful or one.confirmed
    )
