"""One year worked out: its scores, and what the audience sees of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.archive import assemble_year
from generator.books.cabinet import Closed, Handover
from generator.books.source import Order, moved
from generator.editions import edition_year, seen_year
from generator.editions.edition import EditionYear
from generator.editions.told import compared, told
from generator.model.tables import Tables, YearTables
from generator.problems import Problem
from generator.review import READ_LATER, review_assessments
from generator.scoring.assess import assess
from generator.scoring.assessed import AssessedYear


@dataclass(frozen=True)
class Worked:
    """A year, ready to be planned."""

    assessed: AssessedYear
    """As the audience sees it."""
    edition: EditionYear
    problems: tuple[Problem, ...]
    """What shows only against the scores."""


def work_out(tables: Tables, before: Handover | None, order: Order, *, newest: bool) -> Worked:
    """The last year of tables that hold no errors; `before` is the assessed year before it."""
    year = assemble_year(tables, tables.years[-1])
    if newest and order.as_of is not None:
        year = moved(year, order.as_of)
    past = before.assessed if before is not None else None
    adjacent = past.year if past is not None and past.number == year.year - 1 else None
    assessment = assess(year, adjacent, year.cycle.as_of.date())
    seen = seen_year(AssessedYear(year, assessment), past.year if past else None, order.audience)
    published = {past.number: before.keys} if past is not None and before is not None else {}
    shown = edition_year(seen, past, published, order.audience)
    return Worked(seen, shown, review_assessments([assessment]))


def closed(tables: YearTables, worked: Worked, problems: tuple[Problem, ...], *, newest: bool) -> Closed:
    """What later years need of it; after the `newest` there is none to be handed anything."""
    compare = None if newest else compared(worked.edition)
    keys = frozenset(worked.edition.figures)
    return Closed(
        tables=read_later(tables),
        units=tuple(unit.id for unit in worked.assessed.year.units),
        problems=problems,
        told=told(worked.edition),
        handover=None if compare is None else Handover(worked.assessed, keys, compare),
    )


def read_later(tables: YearTables) -> YearTables:
    """Of a year's tables those that checks of later years read."""
    return YearTables(
        tables.year, **{name: getattr(tables, name) for name in READ_LATER}, broken=tables.broken
    )
