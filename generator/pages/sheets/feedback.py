"""单位问题反馈单: what a unit is told on paper; leaders and group have it (domain.md 4.3, 11.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.pages.by_unit import records_by_unit
from generator.pages.figures import Phrase
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.units.results import RateRow, rate_rows, rate_start
from generator.pages.units.scores import DimensionRow, score_sentence, unit_dimensions
from generator.pages.words import day
from generator.store.again import again

ORDINALS = "一二三四五"


@dataclass(frozen=True)
class Part:
    """A heading with what follows below it."""

    title: str
    """`二、优点`."""
    items: tuple[str, ...]


@dataclass(frozen=True)
class ProblemLine:
    """A problem the unit is to put right."""

    number: str
    id: str
    problem: str
    measures: tuple[str, ...]
    due: str


@dataclass(frozen=True)
class FeedbackView:
    """反馈单 of one unit."""

    unit: str
    preliminary: bool
    """Before the decision everything on it is 初步."""
    sentence: Phrase
    rates: tuple[RateRow, ...]
    rates_start: str
    """What the keys in them begin with."""
    dimensions: tuple[DimensionRow, ...]
    parts: tuple[Part, ...]
    """The portrait in the softer words meant for the unit; only parts that say something."""
    problems_title: str
    problems: tuple[ProblemLine, ...]


def plan_feedback(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for each unit, not in the staff edition: it is handed over, not put up."""
    if edition.audience is Audience.STAFF:
        return
    records = records_by_unit(year)
    for unit in year.units:
        slot = ("feedback sheet", year.year, unit.id)
        yield again(slot, _sheet, edition, year, unit, records[unit.id].problems)


def _sheet(edition: Edition, year: EditionYear, unit: EditionUnit, problems: tuple[Problem, ...]) -> Sheet:
    view = _feedback(year, unit, problems)
    preliminary = "（初步）" if view.preliminary else ""
    desk = Desk(edition, year, SheetKind.FEEDBACK)
    return desk.about(unit, f"{unit.short_name}{year.year}年度考核反馈单{preliminary}", view)


def _feedback(year: EditionYear, unit: EditionUnit, problems: tuple[Problem, ...]) -> FeedbackView:
    parts = tuple(_parts(unit))
    return FeedbackView(
        unit=unit.name,
        preliminary=year.decided_on is None,
        sentence=score_sentence(year, unit),
        rates=tuple(_rates(year, unit)),
        rates_start=rate_start(year, unit),
        dimensions=unit_dimensions(year, unit),
        parts=parts,
        problems_title=f"{ORDINALS[1 + len(parts)]}、整改问题",
        problems=tuple(_problem(number, one) for number, one in enumerate(problems, 1)),
    )


def _rates(year: EditionYear, unit: EditionUnit) -> Iterator[RateRow]:
    """With the short names of the areas: the table shares its line with another."""
    short = {area.name: area.short_name for area in year.scheme.areas}
    for row in rate_rows(year, unit):
        yield replace(row, name=short.get(row.name, row.name))


def _parts(unit: EditionUnit) -> Iterator[Part]:
    """Nothing unconfirmed, even in the group's edition."""
    if unit.portrait is None:
        return
    found = (
        ("优点", tuple(one.feedback for one in unit.portrait.strengths)),
        ("不足", tuple(one.feedback for one in unit.portrait.weaknesses if one.confirmed)),
        ("改进建议", unit.portrait.advice),
    )
    said = ((title, items) for title, items in found if items)
    for ordinal, (title, items) in zip(ORDINALS[1:], said, strict=False):
        yield Part(f"{ordinal}、{title}", items)


def _problem(number: int, one: Problem) -> ProblemLine:
    return ProblemLine(str(number), one.id, one.problem, one.measures, day(one.due_current))
