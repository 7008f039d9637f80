"""Sentences on top of the ledger."""

from __future__ import annotations

from dataclasses import replace

from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Problem
from generator.model.terms import Light
from generator.pages.headlines.ledger import (
    backlog,
    closed_rate,
    coming,
    due_soon,
    ledger_headlines,
    longest_overdue,
    most_overdue,
    reopened,
)
from generator.scoring.exact import Rate
from tests.pages.builders import AS_OF, edition, problem
from tests.pages.figures import count_figure, figured, rate_figure, with_more


def ledger_of(*problems: Problem) -> Edition:
    """An edition whose 2025 ledger holds these problems."""
    base = edition()
    year = base.years[-1]
    year = replace(year, ledger=replace(year.ledger, problems=problems, repeated=()))
    return figured(replace(base, years=(*base.years[:-1], year)))


def last(one: Edition) -> EditionYear:
    """Its latest year."""
    return one.years[-1]


def texts(found: object) -> list[str]:
    """What the sentences say."""
    return [str(one.text) for one in found]


def late(number: int, unit_id: str, days: int) -> Problem:
    """A problem overdue by so many days."""
    return problem(f"2025-{unit_id.upper()}-{number:03}", unit_id, Light.RED, -days)


def test_the_unit_with_most_overdue() -> None:
    """Two against one; behind it stands the figure that counts each unit's."""
    one = ledger_of(late(1, "u02", 3), late(1, "u01", 3), late(2, "u01", 4))
    (found,) = most_overdue(one, last(one))
    assert found.text == "逾期问题最多的单位是一号队（2 项）。"
    assert set(found.figures) == {"2025:units.u01.ledger.overdue", "2025:ledger.overdue_units"}


def test_units_with_equally_many_are_all_named() -> None:
    """Nobody is singled out by the order of the file."""
    one = ledger_of(late(1, "u02", 3), late(2, "u02", 3), late(1, "u01", 3), late(2, "u01", 4))
    assert texts(most_overdue(one, last(one))) == ["逾期问题最多的单位是二号队（2 项）、一号队（2 项）。"]


def test_one_each_is_nobody_in_particular() -> None:
    """A single overdue problem of a unit does not make it the one with most."""
    one = ledger_of(late(1, "u02", 3), late(1, "u01", 3))
    assert texts(most_overdue(one, last(one))) == []


def test_the_longest_overdue() -> None:
    """With its unit and its days."""
    one = ledger_of(late(1, "u02", 3), late(1, "u01", 46))
    assert texts(longest_overdue(one, last(one))) == [
        "逾期时间最长的是 2025-U01-001（一号队），已逾期 46 天。"
    ]
    assert texts(longest_overdue(ledger_of(), last(ledger_of()))) == []


def test_what_falls_due_and_what_is_first() -> None:
    """Today counts; a problem in 31 days, one overdue and one handed in do not."""
    one = ledger_of(
        problem("2025-U01-001", "u01", Light.AMBER, 30),
        problem("2025-U02-001", "u02", Light.AMBER, 0),
        problem("2025-U02-002", "u02", Light.GREEN, 31),
        problem("2025-U02-003", "u02", Light.BLUE),
        late(4, "u01", 1),
    )
    assert texts(due_soon(one, last(one))) == [
        "三十天内到期 2 项，最近的是 2026-06-30 到期的 2025-U02-001（二号队）。"
    ]
    assert [each.id for each in coming(last(one).ledger.problems, AS_OF[2025].date())] == [
        "2025-U02-001",
        "2025-U01-001",
        "2025-U02-002",
    ]


def test_nothing_due_within_thirty_days_is_nothing_said() -> None:
    """The thirty-first day is far enough."""
    one = ledger_of(problem("2025-U02-002", "u02", Light.GREEN, 31))
    assert texts(due_soon(one, last(one))) == []


def test_backlog_only_when_somebody_waits() -> None:
    """0, and a count the calendar does not allow, say nothing."""
    year = last(edition())
    waiting = with_more(year, count_figure("ledger.backlog", 2))
    assert texts(backlog(waiting)) == ["验收积压 2 项：提交后超过规定的工作日数仍未验收。"]
    assert texts(backlog(with_more(year, count_figure("ledger.backlog", 0)))) == []
    unknown = replace(count_figure("ledger.backlog", 0), value=None)
    assert texts(backlog(with_more(year, unknown))) == []


def test_reopened_problems_by_number() -> None:
    """Those in their second cycle, with the rate and its two numbers."""
    second = replace(problem("2025-U01-001", "u01", Light.GREEN, 20), cycle=2)
    year = with_more(
        last(ledger_of(second, problem("2025-U01-002", "u01", Light.GREY))),
        rate_figure("ledger.relapse", Rate.of(1, 2)),
    )
    assert texts(reopened(year)) == ["销号后又重启的问题：2025-U01-001；反弹率 50.00%（1/2）。"]
    assert texts(reopened(with_more(last(edition()), rate_figure("ledger.relapse", Rate.of(0, 2))))) == []


def test_closed_rate_against_last_year() -> None:
    """Both rates with their numbers; nothing without a year before or where it is the same."""
    base = figured(edition())
    before, year = base.years
    assert texts(closed_rate(year, before)) == [
        "整改销号率由上年的 100.00%（1/1）变为 33.33%（1/3），−66.67 个百分点。"
    ]
    assert texts(closed_rate(year, None)) == []
    same = ledger_of(problem("2025-U01-001", "u01", Light.GREY))
    assert texts(closed_rate(last(same), before)) == []


def test_an_empty_ledger_says_nothing_more() -> None:
    """The lead says that there is none; no rate of nothing beside it."""
    assert ledger_headlines(ledger_of(), last(ledger_of())) == ()


def test_order_of_the_page() -> None:
    """Late first, then what comes, then how it went."""
    one = ledger_of(late(1, "u01", 3), late(2, "u01", 4), problem("2025-U02-001", "u02", Light.AMBER, 3))
    starts = [text[:4] for text in texts(ledger_headlines(one, last(one)))]
    assert starts == ["逾期问题", "逾期时间", "三十天内", "整改销号"]
