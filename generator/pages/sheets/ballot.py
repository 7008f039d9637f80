"""空白测评票: the ballots of a meeting, for where votes are cast on paper (domain.md 3.1, 3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.model.scheme import Ballot as Rules
from generator.model.terms import BoardGrade, CycleStatus, Dimension, PersonGrade, PointsTable
from generator.pages.scheme.scheme import SECTION
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.limits import clipped
from generator.pages.sheets.sheet import Sheet, SheetKind

GRADES = (BoardGrade.EXCELLENT, BoardGrade.GOOD, BoardGrade.FAIR, BoardGrade.POOR)
"""Of a board; the four of a person beside them."""
PERSON = {
    BoardGrade.EXCELLENT: PersonGrade.EXCELLENT,
    BoardGrade.GOOD: PersonGrade.COMPETENT,
    BoardGrade.FAIR: PersonGrade.BASIC,
    BoardGrade.POOR: PersonGrade.INCOMPETENT,
}
ABSTAIN = "不了解"
DIRECT = ("评分（百分制）",)
ROWS, BLANKS = 12, 10
"""Persons one page has room for, and lines to write them on where no unit is named."""
NAME, POSITION, CLASS = 6, 24, 33
"""Characters that have room."""


@dataclass(frozen=True)
class Ballot:
    """One page to vote on."""

    title: str
    heads: tuple[str, ...]
    """Of the columns that say what is voted on."""
    rows: tuple[tuple[str, ...], ...]
    options: tuple[str, ...]
    """Columns to tick."""


@dataclass(frozen=True)
class BallotView:
    """The ballots of a meeting: without number, and without a place for the voter's name (domain.md 3.7)."""

    unit: str
    """Empty on those to be filled in by hand."""
    classes: tuple[str, ...]
    ticked: bool
    """Whether a grade is ticked, rather than points written."""
    ballots: tuple[Ballot, ...]


def plan_ballots(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One to be filled in by hand and one for each unit; none for a year that is past."""
    if year.status is CycleStatus.ARCHIVED:
        return
    blank = (("", ""),) * BLANKS
    yield _sheet(edition, year, None, blank)
    for unit in year.units:
        yield _sheet(edition, year, unit, tuple(_persons(unit)) or blank)


def _sheet(
    edition: Edition, year: EditionYear, unit: EditionUnit | None, persons: tuple[tuple[str, str], ...]
) -> Sheet:
    rules = year.scheme.ballot
    view = BallotView(
        unit=unit.name if unit else "",
        classes=tuple(clipped(f"{one.code}　{one.name}", CLASS) for one in rules.classes),
        ticked=rules.points_table is not PointsTable.DIRECT,
        ballots=(_board(year, rules), *_person_pages(year, rules, persons)),
    )
    title = f"{unit.short_name if unit else ''}{year.year}年度民主测评票（空白）"
    desk = Desk(edition, year, SheetKind.BALLOT)
    return desk.about(unit, title, view) if unit else desk.about_all(title, view, SECTION)


def _board(year: EditionYear, rules: Rules) -> Ballot:
    asked = tuple(one.dimension.label for one in rules.dimensions) or (Dimension.OVERALL.label,)
    options = tuple(grade.label for grade in _grades(rules))
    return Ballot(
        title=f"{year.year}年度领导班子民主测评票",
        heads=("测评维度",),
        rows=tuple((name,) for name in asked),
        options=_options(rules, options),
    )


def _person_pages(year: EditionYear, rules: Rules, persons: tuple[tuple[str, str], ...]) -> Iterator[Ballot]:
    options = tuple(PERSON[grade].label for grade in _grades(rules))
    for start in range(0, len(persons), ROWS):
        yield Ballot(
            title=f"{year.year}年度领导班子成员民主测评票",
            heads=("姓名", "职务"),
            rows=persons[start : start + ROWS],
            options=_options(rules, options),
        )


def _grades(rules: Rules) -> tuple[BoardGrade, ...]:
    """The scheme's own, else the usual four."""
    return tuple(grade for grade in GRADES if grade in rules.points) or GRADES


def _options(rules: Rules, grades: tuple[str, ...]) -> tuple[str, ...]:
    return DIRECT if rules.points_table is PointsTable.DIRECT else (*grades, ABSTAIN)


def _persons(unit: EditionUnit) -> Iterator[tuple[str, str]]:
    """By name where the edition may name members, else by position alone."""
    if unit.members:
        for member in unit.members:
            yield clipped(member.name, NAME), clipped(member.position, POSITION)
    else:
        for post in unit.posts:
            yield "", clipped(post.position, POSITION)
