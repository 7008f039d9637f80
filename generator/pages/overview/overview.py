"""总览: a year on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Problem
from generator.model.errata import Erratum
from generator.model.terms import CommendationStatus, CommendationType
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.charts import Stack
from generator.pages.figures import Phrase, Shown, counted, named
from generator.pages.grades import GradeTable, grade_table
from generator.pages.headlines.headline import Headlines, with_basis
from generator.pages.headlines.year import year_headlines
from generator.pages.links import Link, known_unit_link, problem_path
from generator.pages.marks import Mark, problem_mark
from generator.pages.overview.stages import Stage, stages
from generator.pages.page import Heading, Page
from generator.pages.rectifications.ledger import due_soon, sentence
from generator.pages.rectifications.lights import light_stack
from generator.pages.tiles import TILE_FIGURES, Tile, tiles
from generator.pages.words import day, long_day

SHOWN_PROBLEMS = 8
SHOWN_COMMENDATIONS = 5
"""Of each type."""


@dataclass(frozen=True)
class UrgentRow:
    """A problem that is overdue or falls due soon."""

    link: Link
    unit: Link
    problem: str
    due: str
    light: Mark


@dataclass(frozen=True)
class CommendationGroup:
    """The first recipients of one type."""

    label: str
    count: Shown
    recipients: tuple[Link, ...]
    more: bool


@dataclass(frozen=True)
class Correction:
    """更正 of something published."""

    date: str
    what: str
    old: str
    new: str
    why: str
    doc_no: str


@dataclass(frozen=True)
class OverviewView:
    """总览 of a year."""

    title: str
    decided: str
    """`2026年2月10日党委会审定（×党发〔2026〕6号）`; empty before the decision."""
    stages: tuple[Stage, ...]
    tiles: tuple[Tile, ...]
    tiles_basis: tuple[BasisRow, ...]
    headlines: Headlines
    grades: GradeTable
    ledger: Phrase
    lights: Stack
    urgent: tuple[UrgentRow, ...]
    urgent_counts: Phrase
    """`已逾期 7 个，三十天内到期 2 个`."""
    commendations: tuple[CommendationGroup, ...]
    corrections: tuple[Correction, ...]
    as_of: str


def plan_overview(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The front page of a year's book."""
    urgent = due_soon(year)
    view = OverviewView(
        title=year.title,
        decided=_decided(year),
        stages=stages(year),
        tiles=tiles(edition, year),
        tiles_basis=basis_rows(year, TILE_FIGURES),
        headlines=with_basis(edition, year, year_headlines(edition, year)),
        grades=grade_table(year),
        ledger=sentence(year),
        lights=light_stack(year),
        urgent=tuple(_urgent(edition, year, problem) for problem in urgent[:SHOWN_PROBLEMS]),
        urgent_counts=Phrase(
            "已逾期 ", counted(year, "ledger.overdue"), "，三十天内到期 ", counted(year, "ledger.due_soon")
        ),
        commendations=tuple(_commendations(edition, year)),
        corrections=tuple(correction(erratum) for erratum in year.errata),
        as_of=day(year.as_of),
    )
    yield Page("", "总览", "overview.html.j2", view, "", tuple(_headings(view)), view.title)


def correction(erratum: Erratum) -> Correction:
    """The correction as pages print it."""
    return Correction(day(erratum.date), erratum.what, erratum.old, erratum.new, erratum.why, erratum.doc_no)


def _headings(view: OverviewView) -> Iterator[Heading]:
    yield Heading("headlines", "要点")
    yield Heading("grades", "等次")
    yield Heading("ledger", "整改")
    yield Heading("commendations", "表彰")
    if view.corrections:
        yield Heading("errata", "更正")


def _decided(year: EditionYear) -> str:
    if year.decided_on is None:
        return ""
    document = f"（{year.decision_doc}）" if year.decision_doc else ""
    return f"{long_day(year.decided_on)}党委会审定{document}"


def _urgent(edition: Edition, year: EditionYear, problem: Problem) -> UrgentRow:
    return UrgentRow(
        link=Link(problem.id, problem_path(problem.id)),
        unit=known_unit_link(edition, year, problem.unit_id),
        problem=problem.problem,
        due=day(problem.due_current),
        light=problem_mark(problem),
    )


def _commendations(edition: Edition, year: EditionYear) -> Iterator[CommendationGroup]:
    """The first of each type, in official order; revoked ones stay on their own page."""
    standing = [one for one in year.commendations if one.status is not CommendationStatus.REVOKED]
    order = list(CommendationType)
    by_type = sorted(standing, key=lambda one: order.index(one.type))
    for kind, rows in groupby(by_type, key=lambda one: one.type):
        all_rows = tuple(rows)
        first = tuple(_recipient(edition, year, one) for one in all_rows[:SHOWN_COMMENDATIONS])
        number = named(year, f"company.commendations.types.{kind.value}")
        yield CommendationGroup(kind.label, number, first, len(all_rows) > len(first))


def _recipient(edition: Edition, year: EditionYear, one: Commendation) -> Link:
    """`张三（二号队，公示中）`, leading to the unit's page."""
    unit = known_unit_link(edition, year, one.unit_id)
    notes = [] if one.recipient in (unit.text, _full_name(year, one.unit_id)) else [unit.text]
    if one.status is not CommendationStatus.COMMENDED:
        notes.append(one.status.label)
    return Link(f"{one.recipient}（{'，'.join(notes)}）" if notes else one.recipient, unit.path)


def _full_name(year: EditionYear, unit_id: str) -> str:
    unit = year.unit(unit_id)
    return unit.name if unit else ""
