"""The four figures a year is introduced with, each beside last year's."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.pages.grades import absent_grades, excellent_units
from generator.pages.words import NONE, points, points_change, rate, share
from generator.scoring.exact import Rate

NO_LAST_YEAR = "上年无数据"
BREAK = "方案调整，口径不完全可比"
"""Stands wherever figures of two indicator systems meet (domain.md 10.2)."""


@dataclass(frozen=True)
class Tile:
    """A figure with its basis and its change."""

    label: str
    value: str
    note: str


def tiles(edition: Edition, year: EditionYear) -> tuple[Tile, ...]:
    """被考核单位, 优秀单位, 党建平均得分率, 整改销号率."""
    before = edition.year(year.year - 1)
    return (_units(year, before), _excellent(year, before), _checklist(year, before), _closed(year, before))


def is_comparable(year: EditionYear, other: EditionYear) -> bool:
    """Whether both years used the same indicator system."""
    return year.scheme.major == other.scheme.major


def _units(year: EditionYear, before: EditionYear | None) -> Tile:
    change = _count_change(len(year.units), len(before.units) if before else None)
    return Tile("被考核单位", f"{len(year.units)} 个", change)


def _excellent(year: EditionYear, before: EditionYear | None) -> Tile:
    excellent = excellent_units(year)
    if excellent is None:
        return Tile("优秀单位", NONE, absent_grades(year))
    basis = f"占 {rate(Rate.of(excellent, len(year.units)))}"
    change = _count_change(excellent, excellent_units(before) if before else None)
    return Tile("优秀单位", f"{excellent} 个", f"{basis}；{change}")


def _checklist(year: EditionYear, before: EditionYear | None) -> Tile:
    change = _rate_change(year.company_rate, before.company_rate if before else None)
    broken = f"，{BREAK}" if change != NO_LAST_YEAR and before and not is_comparable(year, before) else ""
    return _rate_tile("党建平均得分率", year.company_rate, change + broken)


def _closed(year: EditionYear, before: EditionYear | None) -> Tile:
    closed = _closed_rate(year)
    return _rate_tile("整改销号率", closed, _rate_change(closed, _closed_rate(before) if before else None))


def _closed_rate(year: EditionYear) -> Rate:
    return year.ledger.figure("closed_rate").rate or Rate.of(0, 0)


def _rate_tile(label: str, value: Rate, change: str) -> Tile:
    if value.value is None:
        return Tile(label, NONE, change if change == NO_LAST_YEAR else "本年无数据")
    return Tile(label, share(value.value), f"{points(value.part)}/{points(value.whole)}；{change}")


def _rate_change(now: Rate, before: Rate | None) -> str:
    if before is None or before.value is None:
        return NO_LAST_YEAR
    change = "" if now.value is None else f"，{points_change(now.value, before.value)}"
    return f"上年 {rate(before)}{change}"


def _count_change(now: int, before: int | None) -> str:
    if before is None:
        return NO_LAST_YEAR
    if now == before:
        return f"上年 {before} 个，持平"
    word = "增加" if now > before else "减少"
    return f"上年 {before} 个，{word} {abs(now - before)} 个"
