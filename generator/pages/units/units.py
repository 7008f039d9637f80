"""单位: all units of a year in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.pages.by_unit import UnitRecords, records_by_unit
from generator.pages.figures import Phrase, Shown, counted, named, some
from generator.pages.grades import groups_in_order, unit_grade
from generator.pages.links import Link, unit_path
from generator.pages.marks import Mark
from generator.pages.page import Page
from generator.pages.units.years import unit_rate
from generator.pages.words import NONE, day

SECTION = "units/"


@dataclass(frozen=True)
class AreaCell:
    """得分率 of an area, drawn as a small bar from 0% to 100% with a stroke at the group's median."""

    rate: Shown
    median: Shown


@dataclass(frozen=True)
class UnitRow:
    """One unit of the table."""

    link: Link
    group: str
    grade: Mark | None
    rates: tuple[AreaCell, ...]
    """One an area, in the order of the scheme."""
    figures: str
    """What the keys of the rates begin with."""
    total: Shown
    problems: Phrase
    """`2/1`: open, and of these overdue."""
    commendations: Shown


@dataclass(frozen=True)
class UnitsView:
    """The units of a year, a group after the other."""

    sentence: Phrase
    areas: tuple[str, ...]
    groups: tuple[tuple[UnitRow, ...], ...]
    as_of: str


def plan_units(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The table of all units of the year."""
    records = records_by_unit(year)
    groups = tuple(groups_in_order(year))
    view = UnitsView(
        sentence=_sentence(year, groups),
        areas=tuple(area.short_name for area in year.scheme.areas),
        groups=tuple(tuple(_rows(year, units, records)) for _, units in groups),
        as_of=day(year.as_of),
    )
    yield Page(SECTION, "单位", "units.html.j2", view, SECTION, (), view.sentence)


def _sentence(year: EditionYear, groups: tuple[tuple[str, tuple[EditionUnit, ...]], ...]) -> Phrase:
    """`18 个单位参加考核：生产单位 9 个，机关部门 4 个。`"""
    if not groups:
        return Phrase("本年度尚无参加考核的单位。")
    parts: list[str] = [counted(year, "company.units"), "单位参加考核："]
    for group, _ in groups:
        parts += [f"{group} ", counted(year, f"groups.{group}.units"), "，"]
    return Phrase(*parts[:-1], "。")


def _rows(
    year: EditionYear, units: tuple[EditionUnit, ...], records: Mapping[str, UnitRecords]
) -> Iterator[UnitRow]:
    for unit in units:
        found = records[unit.id]
        yield UnitRow(
            link=Link(unit.short_name, unit_path(unit.id)),
            group=unit.group,
            grade=unit_grade(year, unit),
            rates=tuple(_rates(year, unit)),
            figures=_start(year, unit),
            total=unit_rate(year, unit),
            problems=_problems(year, unit, found),
            commendations=some(year, f"units.{unit.id}.commendations"),
        )


def _rates(year: EditionYear, unit: EditionUnit) -> Iterator[AreaCell]:
    for area in year.scheme.areas:
        end = f"checklist.areas.{area.code}"
        rate = named(year, f"units.{unit.id}.{end}.rate").within(_start(year, unit))
        yield AreaCell(rate, named(year, f"groups.{unit.group}.{end}.median"))


def _start(year: EditionYear, unit: EditionUnit) -> str:
    return f"{year.year}:units.{unit.id}.checklist.areas"


def _problems(year: EditionYear, unit: EditionUnit, records: UnitRecords) -> Phrase:
    if not records.problems:
        return Phrase(NONE)
    key = f"units.{unit.id}.ledger"
    return Phrase(named(year, f"{key}.open"), "/", named(year, f"{key}.overdue"))
