"""What the ledger says besides its first sentence: where it is late, and what comes next (domain.md 9.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Problem
from generator.model.terms import Light
from generator.pages.figures import changed, named, rated
from generator.pages.headlines.headline import Headline, chosen, headline, highest, joined, of_year, printed
from generator.pages.links import Link, known_unit_link, problem_path
from generator.pages.words import day

MOST = 6
"""Sentences on top of the ledger: one a rule."""
SEVERAL = 2
"""Overdue problems of one unit that make it worth naming: with one each, no unit stands out."""


def ledger_headlines(edition: Edition, year: EditionYear) -> tuple[Headline, ...]:
    """The sentences of the ledger page, at most `MOST`."""
    return chosen(
        edition,
        MOST,
        most_overdue(edition, year),
        longest_overdue(edition, year),
        due_soon(edition, year),
        backlog(year),
        reopened(year),
        closed_rate(year, edition.year(year.year - 1)),
    )


def most_overdue(edition: Edition, year: EditionYear) -> Iterator[Headline]:
    """The unit with most overdue problems, or those that share it; nothing where none has several.

    有逾期问题的单位 has the number of each in its basis.
    """
    units = dict.fromkeys(problem.unit_id for problem in year.ledger.problems if problem.overdue)
    counts = {unit_id: number for unit_id in units if (number := printed(year, _overdue(unit_id)))}
    most = highest(counts)
    if most and counts[most[0]] >= SEVERAL:
        clauses = [
            (known_unit_link(edition, year, unit_id), "（", named(year, _overdue(unit_id)), " 项）")
            for unit_id in most
        ]
        compared = of_year(year, "ledger.overdue_units")
        yield headline(("逾期问题最多的单位是", *joined(clauses), "。"), compared)


def longest_overdue(edition: Edition, year: EditionYear) -> Iterator[Headline]:
    """The problem overdue for most days, or those that share it; nothing while nothing is overdue."""
    late = [problem for problem in year.ledger.problems if problem.overdue]
    if late and printed(year, "ledger.longest_overdue"):
        first = min(problem.due_current for problem in late)
        found = [_problem(edition, year, one) for one in late if one.due_current == first]
        days = named(year, "ledger.longest_overdue")
        yield headline(("逾期时间最长的是 ", *joined(found), "，已逾期 ", days, " 天。"))


def due_soon(edition: Edition, year: EditionYear) -> Iterator[Headline]:
    """How many problems fall due within 30 days, and which first; nothing while none does."""
    ahead = coming(year.ledger.problems, year.as_of.date())
    if ahead and printed(year, "ledger.due_soon"):
        number = Link(named(year, "ledger.due_soon"), "rectifications/#soon")
        found = [_problem(edition, year, one) for one in ahead if one.due_current == ahead[0].due_current]
        when = f" 项，最近的是 {day(ahead[0].due_current)} 到期的 "
        yield headline(("三十天内到期 ", number, when, *joined(found), "。"))


def backlog(year: EditionYear) -> Iterator[Headline]:
    """验收积压; nothing while no submission waits longer than the scheme allows."""
    if printed(year, "ledger.backlog"):
        number = named(year, "ledger.backlog")
        yield headline(("验收积压 ", number, " 项：提交后超过规定的工作日数仍未验收。"))


def reopened(year: EditionYear) -> Iterator[Headline]:
    """Problems opened again after they were closed, with the 反弹率; nothing while there are none."""
    found = [problem for problem in year.ledger.problems if problem.cycle > 1]
    if found and printed(year, "ledger.relapse"):
        names = joined([(Link(problem.id, problem_path(problem.id)),) for problem in found])
        yield headline(("销号后又重启的问题：", *names, "；反弹率 ", rated(year, "ledger.relapse"), "。"))


def closed_rate(year: EditionYear, before: EditionYear | None) -> Iterator[Headline]:
    """销号率 against last year's; nothing in the first year or where it is the same."""
    change = "ledger.trend.closed_rate.change"
    if before and printed(year, change):
        then, now = (rated(one, "ledger.closed_rate") for one in (before, year))
        yield headline(("整改销号率由上年的 ", then, "变为 ", now, "，", changed(year, change), "。"))


def coming(problems: Iterable[Problem], as_of: dt.date) -> list[Problem]:
    """Problems neither closed nor submitted whose current due date is not past, the next first."""
    ahead = (
        (one.due_current, one.id, one)
        for one in problems
        if one.light not in (Light.GREY, Light.BLUE) and one.due_current >= as_of
    )
    return [one for _, _, one in sorted(ahead, key=lambda row: row[:2])]


def _problem(edition: Edition, year: EditionYear, one: Problem) -> tuple[Link | str, ...]:
    """`2025-U01-002（一号队）`."""
    return (
        Link(one.id, problem_path(one.id)),
        "（",
        known_unit_link(edition, year, one.unit_id),
        "）",
    )


def _overdue(unit_id: str) -> str:
    return f"units.{unit_id}.ledger.overdue"
