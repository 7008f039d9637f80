"""历年: a unit year by year, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.editions.edition import EditionUnit, EditionYear
from generator.pages.by_unit import UnitRecords, records_by_unit
from generator.pages.charts import Point, Trend
from generator.pages.figures import Phrase, Shown, changed, named, rated, some
from generator.pages.grades import unit_grade
from generator.pages.links import BookLink, unit_path
from generator.pages.marks import Mark
from generator.pages.tiles import is_comparable
from generator.pages.words import NONE
from generator.scoring.trends import BREAK_TEXT
from generator.store.again import again
from generator.store.traced import followed


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
    commendations: Shown
    against_before: Phrase
    """What stands between this row and the next, the assessed year before: that the indicator system changed,
    and 可比口径得分率 where not everything compares; else empty."""
    figures: str
    """What its keys begin with; those of `against_before` go on with `.trend.comparable`."""


@followed("year", "records")
@dataclass(frozen=True)
class IndexedYear:
    """A year with its records by unit."""

    year: EditionYear
    records: Mapping[str, UnitRecords]


def indexed(years: Iterable[EditionYear], book: str = "") -> tuple[IndexedYear, ...]:
    """The years with their indexes, newest first; `book` is the one they are indexed for."""
    ordered = sorted(years, key=lambda year: year.year, reverse=True)
    return tuple(
        IndexedYear(year, again(("records", book, year.year), records_by_unit, year)) for year in ordered
    )


def unit_years(years: Iterable[IndexedYear], unit_id: str, here: int | None = None) -> Iterator[UnitYear]:
    """The years the unit was assessed in; the year `here` is the one being read and gets no link."""
    assessed = [(indexed_year, unit) for indexed_year in years if (unit := indexed_year.year.unit(unit_id))]
    for place, (indexed_year, unit) in enumerate(assessed):
        before = assessed[place + 1][0].year if place + 1 < len(assessed) else None
        between = _against(indexed_year.year, before, unit_id) if before else Phrase()
        yield _unit_year(indexed_year, unit, here, between)


def rate_trend(years: Iterable[IndexedYear], unit_id: str) -> Trend | None:
    """党建得分率 from the first year that has it to the last, with gaps; None when fewer than two have it.

    A point breaks where the indicator system is not that of the point before (domain.md 10.2).
    """
    checked = [
        (one.year, unit.checklist.total)
        for one in sorted(years, key=lambda one: one.year.year)
        if (unit := one.year.unit(unit_id)) and unit.checklist
    ]
    if len(checked) < 2:
        return None
    rates = {year.year: total for year, total in checked}
    breaks = {year.year for (before, _), (year, _) in pairwise(checked) if not is_comparable(year, before)}
    span = range(min(rates), max(rates) + 1)
    held = {year.year: year for year, _ in checked}
    key = f"units.{unit_id}.checklist.rate"
    points = (
        Point(
            str(number),
            rates[number].percent if number in rates else None,
            named(held[number], key) if number in held else NONE,
            number in breaks,
        )
        for number in span
    )
    return Trend("党建得分率历年变化", BREAK_TEXT, tuple(points))


def book_unit(year: EditionYear, unit: EditionUnit, here: int | None = None) -> BookLink:
    """`2024年度`, leading to the unit's page in that year's book."""
    book = None if year.year == here else year.year
    return BookLink(f"{year.year}年度", book, unit_path(unit.id))


def unit_rate(year: EditionYear, unit: EditionUnit) -> Shown:
    """The unit's 党建得分率, or 「—」."""
    return rated(year, f"units.{unit.id}.checklist.rate")


def figures_start(year: EditionYear, unit: EditionUnit) -> str:
    """`2025:units.u03`, what the keys of the unit's figures begin with."""
    return f"{year.year}:units.{unit.id}"


def _problems(year: EditionYear, unit: EditionUnit, records: UnitRecords) -> Phrase:
    if not records.problems:
        return Phrase(NONE)
    start = figures_start(year, unit)
    total, open_ = (named(year, f"units.{unit.id}.ledger.{end}").within(start) for end in ("total", "open"))
    return Phrase(total, "（未销号 ", open_, "）")


def _against(year: EditionYear, before: EditionYear, unit_id: str) -> Phrase:
    """`方案调整，口径不完全可比；可比口径得分率由 94.25%（76.34/81）变为 92.74%（77.9/84），…`."""
    broken = not is_comparable(year, before)
    said = (BREAK_TEXT,) if broken else ()
    key = f"units.{unit_id}.trend.comparable"
    covered = year.figures.get(f"{key}.coverage")
    if covered is None or covered.value is None or (covered.part == covered.whole and not broken):
        return Phrase(*said)
    start = f"{year.year}:{key}"
    rate, then = (rated(year, f"{key}.{end}").within(start) for end in ("after", "before"))
    change = changed(year, f"{key}.change").within(start)
    coverage = rated(year, f"{key}.coverage").within(start)
    ends = (then, "变为 ", rate, "，", change, "，可比指标占本年分值 ", coverage)
    return Phrase(*said, "；" if said else "", "可比口径得分率由 ", *ends)


def _unit_year(indexed_year: IndexedYear, unit: EditionUnit, here: int | None, between: Phrase) -> UnitYear:
    year = indexed_year.year
    start = figures_start(year, unit)
    return UnitYear(
        link=book_unit(year, unit, here),
        name=unit.name,
        group=unit.group,
        grade=unit_grade(year, unit),
        rate=unit_rate(year, unit).within(start),
        problems=_problems(year, unit, indexed_year.records[unit.id]),
        commendations=some(year, f"units.{unit.id}.commendations").within(start),
        against_before=between,
        figures=start,
    )
