"""单位问题反馈单: what a unit is told on paper; leaders and group have it (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.pages.by_unit import records_by_unit
from generator.pages.figures import Phrase
from generator.pages.links import feedback_path
from generator.pages.page import Page
from generator.pages.units.results import RateRow, rate_rows, rate_start
from generator.pages.units.scores import DimensionRow, score_sentence, unit_dimensions
from generator.pages.units.units import SECTION
from generator.pages.words import day


@dataclass(frozen=True)
class ProblemLine:
    """A problem the unit is to put right."""

    number: str
    problem: str
    measures: tuple[str, ...]
    due: str


@dataclass(frozen=True)
class FeedbackView:
    """反馈单 of one unit."""

    name: str
    preliminary: bool
    """Before the decision everything on it is 初步."""
    sentence: Phrase
    rates: tuple[RateRow, ...]
    rates_start: str
    """What the keys in them begin with."""
    dimensions: tuple[DimensionRow, ...]
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    advice: tuple[str, ...]
    problems: tuple[ProblemLine, ...]
    as_of: str


def plan_feedback(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """A page for each unit, not in the staff edition: it is handed over, not put up."""
    if edition.audience is Audience.STAFF:
        return
    records = records_by_unit(year)
    for unit in year.units:
        view = _feedback(year, unit, records[unit.id].problems)
        title = f"{unit.short_name}考核反馈单"
        yield Page(feedback_path(unit.id), title, "feedback.html.j2", view, SECTION, (), title)


def _feedback(year: EditionYear, unit: EditionUnit, problems: tuple[Problem, ...]) -> FeedbackView:
    portrait = unit.portrait
    return FeedbackView(
        name=unit.name,
        preliminary=year.decided_on is None,
        sentence=score_sentence(year, unit),
        rates=tuple(rate_rows(year, unit)),
        rates_start=rate_start(year, unit),
        dimensions=unit_dimensions(year, unit),
        strengths=tuple(one.feedback for one in portrait.strengths) if portrait else (),
        weaknesses=tuple(one.feedback for one in portrait.weaknesses if one.confirmed) if portrait else (),
        advice=portrait.advice if portrait else (),
        problems=tuple(map(_problem, problems)),
        as_of=day(year.as_of),
    )


def _problem(one: Problem) -> ProblemLine:
    return ProblemLine(one.id, one.problem, one.measures, day(one.due_current))
