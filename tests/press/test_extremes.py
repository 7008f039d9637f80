"""Units at the edges of what there may be, on every kind of paper a unit has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.model.terms import RectificationStatus
from generator.pages.page import Book
from generator.pages.plan import plan_book
from generator.pages.sheets.sheet import Layout, SheetKind
from tests.pages.sheets import sample_editions, sheet_paths
from tests.press.held import printed

UNIT = "u04"
"""Of the sample the one with most problems and deductions."""
KINDS = ("summary", "ledger", "deductions", "feedback", "closing", "ballot")
WORDS = "安全生产与党建融合堃垚喆䶮"
MANY = 40

Extreme = Callable[[Edition], Edition]


def longest_name(given: Edition) -> Edition:
    """Thirty characters, the short name as long as the data may have it."""
    name = (WORDS * 3)[:30]
    return _with_unit(given, lambda unit: replace(unit, name=name, short_name=name[:20]))


def many_problems(given: Edition) -> Edition:
    """Forty, with long texts, every second one closed."""
    first = next(one for one in given.years[-1].ledger.problems if one.unit_id == UNIT)
    return _with_problems(given, tuple(_problem(first, number) for number in range(1, MANY + 1)))


def no_problems(given: Edition) -> Edition:
    """None of this unit."""
    return _with_problems(given, ())


def no_ballots(given: Edition) -> Edition:
    """Neither ballots nor what follows from them, and no words about the unit."""
    gone = tuple(f"units.{UNIT}.{end}" for end in ("ballot", "composite", "grade"))
    year = given.years[-1]
    figures = {key: one for key, one in year.figures.items() if not key.startswith(gone)}
    without = _with_year(given, replace(year, figures=figures))
    return _with_unit(without, lambda unit: replace(unit, few_voters=True, portrait=None, grade=None))


def nothing_checked(given: Edition) -> Edition:
    """Before the checklist: no result, no report, no decision, no member by name."""
    year = given.years[-1]
    figures = {key: one for key, one in year.figures.items() if not key.startswith(f"units.{UNIT}.")}
    early = _with_year(given, replace(year, figures=figures, decided_on=None))
    return _with_unit(early, lambda unit: replace(unit, checklist=None, reports=(), grade=None, posts=()))


def no_year_before(given: Edition) -> Edition:
    """The first year there is."""
    return replace(given, years=given.years[-1:])


EXTREMES = (
    longest_name,
    many_problems,
    no_problems,
    no_ballots,
    nothing_checked,
    no_year_before,
)
MISSING = {
    ("no_problems", "closing"),
    ("nothing_checked", "deductions"),
    *((extreme.__name__, "feedback") for extreme in EXTREMES),
}
"""What a unit then has no paper of; 反馈单 for staff alone."""


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.LEADERS])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("extreme", EXTREMES, ids=lambda one: one.__name__)
def test_every_kind_of_paper_holds_every_unit(
    extreme: Extreme, kind: str, audience: Audience, tmp_path: Path
) -> None:
    """Nothing leaves its text area, one page stays one page, and each carries its code; staff see less."""
    book, path = _book(extreme, audience), f"{kind}/{UNIT}/"
    if path not in sheet_paths(book):
        assert (extreme.__name__, kind) in MISSING
        assert kind != "feedback" or audience is Audience.STAFF
        return
    paper = printed(book, path, tmp_path)
    assert paper.overflows == ()
    assert all("核对码" in page for page in paper.pages)
    if SheetKind(kind).layout is Layout.ONE_PAGE:
        assert len(paper.pages) == _articles(book, kind)


def _articles(book: Book, kind: str) -> int:
    sheet = next(one for one in book.sheets if one.path == f"print/{kind}/{UNIT}/")
    return len(getattr(sheet.view, {"closing": "slips", "ballot": "ballots"}.get(kind, ""), (1,)))


def _book(extreme: Extreme, audience: Audience) -> Book:
    given = extreme(sample_editions()[audience])
    return plan_book(given, given.years[-1])


def _with_year(given: Edition, year: EditionYear) -> Edition:
    return replace(given, years=(*given.years[:-1], year))


def _with_unit(given: Edition, change: Callable[[EditionUnit], EditionUnit]) -> Edition:
    year = given.years[-1]
    units = tuple(change(one) if one.id == UNIT else one for one in year.units)
    return _with_year(given, replace(year, units=units))


def _with_problems(given: Edition, own: tuple[Problem, ...]) -> Edition:
    year = given.years[-1]
    others = tuple(one for one in year.ledger.problems if one.unit_id != UNIT)
    return _with_year(given, replace(year, ledger=replace(year.ledger, problems=(*others, *own))))


def _problem(one: Problem, number: int) -> Problem:
    status = RectificationStatus.CLOSED if number % 2 else RectificationStatus.RECTIFYING
    return replace(one, id=f"2025-U04-{number:03}", problem=WORDS * 15, measures=(WORDS,) * 3, status=status)
