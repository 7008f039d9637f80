"""The four figures a year is introduced with, each beside last year's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.editions.edition import Edition, EditionYear
from generator.pages.figures import Phrase, Shown, changed, counted, fraction, named, rated
from generator.pages.grades import absent_grades
from generator.pages.words import NONE
from generator.scoring.trends import BREAK_TEXT

NO_LAST_YEAR = "上年无数据"
TILE_FIGURES = (
    *("company.units", "company.trend.units.change"),
    *("company.grades.excellent", "company.excellent.share", "company.trend.excellent.change"),
    *("company.checklist.rate", "company.trend.rate.change"),
    *("ledger.closed_rate", "ledger.trend.closed_rate.change"),
)
"""Keys of what the tiles print, in their order."""


@dataclass(frozen=True)
class Tile:
    """A figure with its basis and its change."""

    label: str
    value: Shown
    note: Phrase


def tiles(edition: Edition, year: EditionYear) -> tuple[Tile, ...]:
    """被考核单位, 优秀单位, 党建平均得分率, 整改销号率."""
    before = edition.year(year.year - 1)
    return (_units(year, before), _excellent(year, before), _checklist(year, before), _closed(year, before))


def is_comparable(year: EditionYear, other: EditionYear) -> bool:
    """Whether both years used the same indicator system."""
    return year.scheme.major == other.scheme.major


def _units(year: EditionYear, before: EditionYear | None) -> Tile:
    note = _count("company.units", "company.trend.units.change", year, before)
    return Tile("被考核单位", counted(year, "company.units"), Phrase(*note))


def _excellent(year: EditionYear, before: EditionYear | None) -> Tile:
    key = "company.grades.excellent"
    value = counted(year, key)
    if not value.key:
        return Tile("优秀单位", value, Phrase(absent_grades(year)))
    change = _count(key, "company.trend.excellent.change", year, before)
    return Tile("优秀单位", value, Phrase("占 ", rated(year, "company.excellent.share"), "；", *change))


def _checklist(year: EditionYear, before: EditionYear | None) -> Tile:
    tile = _rate("党建平均得分率", "company.checklist.rate", "company.trend.rate.change", year, before)
    if before is None or is_comparable(year, before) or not tile.value.key:
        return tile
    return replace(tile, note=Phrase(*tile.note.parts, f"，{BREAK_TEXT}"))


def _closed(year: EditionYear, before: EditionYear | None) -> Tile:
    return _rate("整改销号率", "ledger.closed_rate", "ledger.trend.closed_rate.change", year, before)


def _rate(label: str, key: str, change: str, year: EditionYear, before: EditionYear | None) -> Tile:
    now, then = named(year, key), rated(before, key) if before else Shown(NONE)
    if not now.key:
        return Tile(label, now, Phrase("本年无数据"))
    parts = fraction(year, key)
    if not then.key:
        return Tile(label, now, Phrase(parts, "；", NO_LAST_YEAR))
    return Tile(label, now, Phrase(parts, "；上年 ", then, *_after_comma(changed(year, change))))


def _count(key: str, change: str, year: EditionYear, before: EditionYear | None) -> Iterator[str]:
    """`上年 16 个，增加 2 个`."""
    then = counted(before, key) if before else Shown(NONE)
    if not then.key:
        yield NO_LAST_YEAR
    else:
        yield "上年 "
        yield then
        yield from _after_comma(changed(year, change))


def _after_comma(change: Shown) -> tuple[str, ...]:
    return ("，", change) if change.key else ()
