"""What a unit's page says first: its grade over the years, where it stands in its group, what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from generator.editions.checklist import LeafRow
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.model.scheme import Area
from generator.model.terms import BoardGrade
from generator.pages.figures import changed, fraction, named, rated, shown
from generator.pages.headlines.ballots import excellent_rate, weak_dimensions
from generator.pages.headlines.headline import (
    Headline,
    Part,
    chosen,
    has_peers,
    headline,
    highest,
    joined,
    lowest,
    of_year,
    printed,
)
from generator.pages.headlines.ledger import coming
from generator.pages.headlines.transitions import EarlierLeaves, transitions
from generator.pages.links import leaf_link
from generator.pages.tiles import is_comparable
from generator.pages.words import counting, day, share
from generator.scoring.trends import BREAK_TEXT

MOST = 8
"""Sentences under the head of a unit's page: six for staff, the two on ballots for leaders."""
STREAK = 2
"""Years running that are worth saying: two of 一般 have consequences in many rules (domain.md 10.1)."""


def unit_headlines(
    edition: Edition,
    year: EditionYear,
    unit: EditionUnit,
    leaves: EarlierLeaves,
    own: Sequence[Problem],
) -> tuple[Headline, ...]:
    """The sentences of a unit's page, at most `MOST`; `own` are the problems it answers for."""
    before = edition.year(year.year - 1)
    return chosen(
        edition,
        MOST,
        streak(edition, year, unit),
        group_medians(year, unit),
        weak_dimensions(year, unit),
        excellent_rate(year, unit),
        most_lost(year, unit),
        area_change(year, before, unit),
        transitions(leaves, unit.id),
        problems(year, unit.id, own),
    )


def streak(edition: Edition, year: EditionYear, unit: EditionUnit) -> Iterator[Headline]:
    """The same 审定等次 for years running, from two on; nothing before the decision or for 不定等次."""
    key = f"units.{unit.id}.grade.decided"
    grade = _decided(year, unit.id)
    same: list[EditionYear] = []
    one: EditionYear | None = year
    while one is not None and grade is not None and _decided(one, unit.id) is grade:
        same.append(one)
        one = edition.year(one.year - 1)
    if len(same) >= STREAK:
        compared = [name for each in same for name in of_year(each, key)]
        yield headline((f"连续{counting(len(same))}年审定为", named(year, key), "。"), compared)


def group_medians(year: EditionYear, unit: EditionUnit) -> Iterator[Headline]:
    """Areas below the median of the group, else that none is; nothing of a unit alone in its group."""
    found = {
        area: difference
        for area in year.scheme.areas
        if (difference := printed(year, _difference(unit, area))) is not None
    }
    if not found or not has_peers(year, unit.group):
        return
    below = {area: difference for area, difference in found.items() if difference < 0}
    compared = of_year(year, *(_difference(unit, area) for area in found))
    if not below:
        yield headline((f"{counting(len(found))}个领域均不低于同组中位数。",), compared)
        return
    start = f"{counting(len(below))}个领域{_below(found, below)}（"
    furthest = lowest(below)
    if len(below) > 1:
        start += f"相差最大的是{'、'.join(area.name for area in furthest)}，"
    yield headline((start, changed(year, _difference(unit, furthest[0])), "）。"), compared)


def most_lost(year: EditionYear, unit: EditionUnit) -> Iterator[Headline]:
    """The leaf the unit lost most points on, or those that share it; nothing at full marks."""
    rows = unit.checklist.leaves if unit.checklist else ()
    lost = {row.code: row.points - row.earned for row in rows if row.earned is not None}
    most = highest({code: points for code, points in lost.items() if points > 0})
    if most:
        by_code = {row.code: row for row in rows}
        clauses = [_lost(year, unit, by_code[code]) for code in most]
        yield headline(("失分最多的指标是 ", *joined(clauses), "。"))


def area_change(year: EditionYear, before: EditionYear | None, unit: EditionUnit) -> Iterator[Headline]:
    """The area whose 得分率 moved most since last year; nothing for a new unit or where none moved."""
    moves = {area: abs(move) for area in year.scheme.areas if (move := printed(year, _move(unit, area)))}
    if before and moves:
        clauses = [_moved(year, before, unit, area) for area in highest(moves)]
        broken = "" if is_comparable(year, before) else f"（{BREAK_TEXT}）"
        compared = of_year(year, *(_move(unit, area) for area in moves))
        yield headline(("与上年相比变化最大的是", *joined(clauses, "；"), broken, "。"), compared)


def problems(year: EditionYear, unit_id: str, own: Sequence[Problem]) -> Iterator[Headline]:
    """How many problems the unit answers for, closed, overdue, and the next due date; nothing of none."""
    key = f"units.{unit_id}.ledger"
    if not printed(year, f"{key}.total"):
        return
    total, closed = (named(year, f"{key}.{end}") for end in ("total", "closed"))
    if total == closed:
        all_of_them = "均已销号" if total != "1" else "已销号"
        yield headline(("整改问题 ", total, f" 项，{all_of_them}。"), of_year(year, f"{key}.closed"))
        return
    states = [
        (f"，{word} ", named(year, f"{key}.{end}"), " 项")
        for end, word in (("closed", "已销号"), ("pending", "待验收"), ("overdue", "逾期"))
        if end == "closed" or printed(year, f"{key}.{end}")
    ]
    ahead = coming(own, year.as_of.date())
    following = (f"，下一项 {day(ahead[0].due_current)} 到期",) if ahead else ()
    parts = ("整改问题 ", total, " 项", *chain(*states), *following, "。")
    yield headline(parts, of_year(year, f"{key}.overdue"))


def _decided(year: EditionYear, unit_id: str) -> BoardGrade | None:
    """审定等次 this edition holds; 不定等次 is none."""
    unit = year.unit(unit_id)
    known = (
        unit is not None and year.decided_on is not None and f"units.{unit_id}.grade.decided" in year.figures
    )
    return unit.grade if unit and known and unit.grade is not BoardGrade.UNGRADED else None


def _below(found: Collection[Area], below: Collection[Area]) -> str:
    """Which areas are below; all of them need no names."""
    if len(below) == len(found) > 1:
        return "均低于同组中位数"
    return f"低于同组中位数：{'、'.join(area.name for area in below)}"


def _lost(year: EditionYear, unit: EditionUnit, row: LeafRow) -> tuple[Part, ...]:
    """`B2.1 支部党员大会（得分 7.5/10，得分率 75.00%）`."""
    key = f"units.{unit.id}.checklist.leaves.{row.code}.earned"
    rate = shown(year, key, share((row.earned or Decimal(0)) / row.points))
    return (leaf_link(year, row.code), "（得分 ", fraction(year, key), "，得分率 ", rate, "）")


def _moved(year: EditionYear, before: EditionYear, unit: EditionUnit, area: Area) -> tuple[Part, ...]:
    key = f"units.{unit.id}.checklist.areas.{area.code}.rate"
    move = changed(year, _move(unit, area))
    return (f"{area.name}：得分率由 ", rated(before, key), "变为 ", rated(year, key), "，", move)


def _difference(unit: EditionUnit, area: Area) -> str:
    return f"units.{unit.id}.checklist.areas.{area.code}.difference"


def _move(unit: EditionUnit, area: Area) -> str:
    return f"units.{unit.id}.trend.areas.{area.code}.change"
