"""Units and their names over the years (domain.md 10.3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.terms import PartyOrganisation, UnitEventType, UnitKind
from generator.problems import Place


@dataclass(frozen=True)
class CalendarYear:
    """工作日历 of one year."""

    holidays: tuple[dt.date, ...]
    workdays: tuple[dt.date, ...]
    origin: Place


@dataclass(frozen=True)
class UnitEntry:
    """单位: permanent facts of a unit."""

    unit_id: str
    kind: UnitKind
    group: str
    order: int
    opened_on: dt.date
    closed_on: dt.date | None
    origin: Place


@dataclass(frozen=True)
class UnitName:
    """单位名称 during one period."""

    unit_id: str
    name: str
    short_name: str
    party_org_name: str | None
    party_org_kind: PartyOrganisation | None
    valid_from: dt.date
    valid_to: dt.date | None
    origin: Place


@dataclass(frozen=True)
class UnitEvent:
    """单位沿革: one organisational change."""

    date: dt.date
    type: UnitEventType
    from_ids: tuple[str, ...]
    to_ids: tuple[str, ...]
    doc_no: str
    note: str | None
    origin: Place


@dataclass(frozen=True)
class UnitAlias:
    """单位别名."""

    alias: str
    unit_id: str
    origin: Place


@dataclass(frozen=True)
class WorkCalendar:
    """工作日历 of all years."""

    years: Mapping[int, CalendarYear]
    origin: Place
