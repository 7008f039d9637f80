"""历年: a unit year by year, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editions.edition import EditionUnit, EditionYear
from generator.pages.by_unit import UnitRecords, records_by_unit
from generator.pages.figures import Phrase, Shown, named, rated
from generator.pages.grades import unit_grade
from generator.pages.links import BookLink, unit_path
from generator.pages.marks import Mark
from generator.pages.tiles import is_comparable
from generator.pages.words import NONE


@dataclass(frozen=True)
class UnitYear:
    """What a year brought a unit."""

    link: BookLink
    name: str
    """As it was called that year."""
    group: str
    grade: Mark | None
    rate: Shown
    problems: Phrase
    """`3（未销号 1）`."""
    commendations: str
    broken: bool
    """Whether the indicator system changed since the assessed year before, the next row."""


@dataclass(frozen=True)
class IndexedYear:
    """A year with its records by unit."""

    year: EditionYear
    records: Mapping[str, UnitRecords]


def indexed(years: Iterable[EditionYear]) -> tuple[IndexedYear, ...]:
    """The years with their indexes, newest first."""
    ordered = sorted(years, key=lambda year: year.year, reverse=True)
    return tuple(IndexedYear(year, records_by_unit(year)) for year in ordered)


def unit_years(years: Iterable[IndexedYear], unit_id: str, here: int | None = None) -> Iterator[UnitYear]:
    """The years the unit was assessed in; the year `here` is the one being read and gets no link."""
    assessed = [(indexed_year, unit) for indexed_year in years if (unit := indexed_year.year.unit(unit_id))]
    for place, (indexed_year, unit) in enumerate(assessed):
        before = assessed[place + 1][0].year if place + 1 < len(assessed) else None
        broken = before is not None and not is_comparable(indexed_year.year, before)
        yield _unit_year(indexed_year, unit, here, broken=broken)


def book_unit(year: EditionYear, unit: EditionUnit, here: int | None = None) -> BookLink:
    """`2024年度`, leading to the unit's page in that year's book."""
    book = None if year.year == here else year.year
    return BookLink(f"{year.year}年度", book, unit_path(unit.id))


def unit_rate(year: EditionYear, unit: EditionUnit) -> Shown:
    """The unit's 党建得分率, or 「—」."""
    return rated(year, f"units.{unit.id}.checklist.rate")


def _problems(year: EditionYear, unit: EditionUnit, records: UnitRecords) -> Phrase:
    if not records.problems:
        return Phrase(NONE)
    key = f"units.{unit.id}.ledger"
    return Phrase(named(year, f"{key}.total"), "（未销号 ", named(year, f"{key}.open"), "）")


def _unit_year(indexed_year: IndexedYear, unit: EditionUnit, here: int | None, *, broken: bool) -> UnitYear:
    records = indexed_year.records[unit.id]
    return UnitYear(
        link=book_unit(indexed_year.year, unit, here),
        name=unit.name,
        group=unit.group,
        grade=unit_grade(indexed_year.year, unit),
        rate=unit_rate(indexed_year.year, unit),
        problems=_problems(indexed_year.year, unit, records),
        commendations=str(records.commended) if records.commended else NONE,
        broken=broken,
    )
