"""Rows that reach fewer people than their table: said once more here, apart from `generator.editions`.

A mistake there would otherwise excuse itself. Fields of the contract that say who a row is for (公开范围,
公开方式) count without being named; what the contract cannot say stands in `rule`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.contract.fields import Audience, Choice, Field
from generator.intake.records import Folder, Record
from generator.model.terms import (
    CaseStatus,
    CommendationStatus,
    ItemAudience,
    PublicationItem,
    ReportVisibility,
)

Path = tuple[str, ...]
"""Name of the table or document, then the fields that lead to the record."""
Settings = Mapping[PublicationItem, ItemAudience]

_WIDTH = (ItemAudience.STAFF, ItemAudience.LEADERS, ItemAudience.GROUP, ItemAudience.NONE)
_REACH = {
    ReportVisibility.STAFF: ItemAudience.STAFF,
    ReportVisibility.UNIT: ItemAudience.LEADERS,
    ReportVisibility.LEADERS: ItemAudience.LEADERS,
    ReportVisibility.GROUP: ItemAudience.GROUP,
}
_INTERNAL = frozenset(
    {CommendationStatus.RECOMMENDED, CommendationStatus.REVIEWED, CommendationStatus.DISPUTED}
)


def narrowest(*reaches: ItemAudience) -> ItemAudience:
    """The narrowest of them."""
    return max(reaches, key=_WIDTH.index)


def reach_of(audience: Audience) -> ItemAudience:
    """The audience of the contract in the words of the matrix."""
    return next(one for one in ItemAudience if one.value == audience.value)


@dataclass(frozen=True)
class Limits:
    """How far the rows of one year reach."""

    settings: Settings
    """The year's matrix; empty for files that belong to no year."""
    sensitive: frozenset[object] = frozenset()
    """Numbers of problems tagged 敏感."""
    decided: bool = True
    """Whether the party committee has decided: nothing is commended before (E123)."""

    def of(self, path: Path, record: Record, fields: tuple[Field, ...]) -> ItemAudience:
        """The widest audience a record may reach."""
        own = [reach for field in fields if (reach := _said(field, record[field.name]))]
        return narrowest(ItemAudience.STAFF, self._rule(path, record), *own)

    def of_field(self, path: Path, record: Record) -> ItemAudience:
        """The widest audience one field of a record may reach."""
        if path == ("adjustments", "public_wording") and record["wording_approved_by"] is None:
            return ItemAudience.NONE
        return ItemAudience.STAFF

    def _rule(self, path: Path, record: Record) -> ItemAudience:
        match path:
            case ("rectifications",) | ("rectification_events",) if record["id"] in self.sensitive:
                return self.settings[PublicationItem.SENSITIVE]
            case ("commendations",) if not self.decided or record["status"] in _INTERNAL:
                return ItemAudience.NONE
            case ("cases",) if record["status"] is CaseStatus.SUBMITTED:
                return ItemAudience.NONE
            case ("reports", "reports") if record["approved_by"] is None:
                return self.settings[PublicationItem.REPORT_FULL]
        return ItemAudience.STAFF


def limits(folder: Folder, settings: Settings) -> Limits:
    """The limits of the rows in the folder of a year."""
    problems = folder.rows("rectifications") if "rectifications" in folder.tables else ()
    cycle = folder.document("cycle")
    return Limits(
        settings,
        frozenset(row["id"] for row in problems if row["sensitive"]),
        decided=cycle is None or cycle["decided_on"] is not None,
    )


def _said(field: Field, value: object) -> ItemAudience | None:
    """What a field says about the audience of its record."""
    if isinstance(field.kind, Choice) and isinstance(value, ItemAudience):
        return value
    return _REACH[value] if isinstance(value, ReportVisibility) else None
