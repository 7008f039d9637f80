"""单位: all units of a year in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.checklist import Checklist
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.pages.by_unit import UnitRecords, records_by_unit
from generator.pages.grades import groups_in_order, unit_grade
from generator.pages.links import Link, unit_path
from generator.pages.marks import Mark
from generator.pages.page import Page
from generator.pages.words import NONE, day, rate, share

SECTION = "units/"


@dataclass(frozen=True)
class UnitRow:
    """One unit of the table."""

    link: Link
    group: str
    grade: Mark | None
    rates: tuple[str, ...]
    """One an area, in the order of the scheme."""
    total: str
    problems: str
    """`2/1`: open, and of these overdue."""
    commendations: str


@dataclass(frozen=True)
class UnitsView:
    """The units of a year, a group after the other."""

    sentence: str
    areas: tuple[str, ...]
    groups: tuple[tuple[UnitRow, ...], ...]
    as_of: str


def plan_units(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The table of all units of the year."""
    records = records_by_unit(year)
    groups = tuple(groups_in_order(year))
    counts = "，".join(f"{group} {len(units)} 个" for group, units in groups)
    view = UnitsView(
        sentence=f"{len(year.units)} 个单位参加考核：{counts}。" if groups else "本年度尚无参加考核的单位。",
        areas=tuple(area.short_name for area in year.scheme.areas),
        groups=tuple(tuple(_rows(year, units, records)) for _, units in groups),
        as_of=day(year.as_of),
    )
    yield Page(SECTION, "单位", "units.html.j2", view, SECTION, (), view.sentence)


def _rows(
    year: EditionYear, units: tuple[EditionUnit, ...], records: Mapping[str, UnitRecords]
) -> Iterator[UnitRow]:
    for unit in units:
        found = records[unit.id]
        yield UnitRow(
            link=Link(unit.short_name, unit_path(unit.id)),
            group=unit.group,
            grade=unit_grade(year, unit),
            rates=_rates(year, unit.checklist),
            total=rate(unit.checklist.total) if unit.checklist else NONE,
            problems=f"{found.open}/{found.overdue}" if found.problems else NONE,
            commendations=str(found.commended) if found.commended else NONE,
        )


def _rates(year: EditionYear, checklist: Checklist | None) -> tuple[str, ...]:
    found = {row.code: row.rate.value for row in checklist.areas} if checklist else {}
    return tuple(share(found.get(area.code)) for area in year.scheme.areas)
