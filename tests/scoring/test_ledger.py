"""The statistics of a ledger: the worked numbers of domain.md 9.5."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.rectifications import RectificationEvent
from generator.model.terms import LedgerRate, Light, RectificationKind, RectificationStatus
from generator.model.terms import RectificationEventType as E
from generator.model.units import WorkCalendar
from generator.model.year import Rectification
from generator.scoring.exact import Rate
from generator.scoring.ledger import (
    LedgerStatistics,
    backlog,
    due_soon,
    ledger_rate,
    ledger_statistics,
    light_matrix,
    open_curve,
    overdue,
    standing,
)
from generator.scoring.rectification import lives

from .builders import CALENDAR, HERE, RECTIFICATION_RULES, d, day, event, rectification

K = RectificationKind
S = RectificationStatus
AS_OF = day("2026-06-30")
PAST, FUTURE = "2026-05-29", "2026-09-30"

ACCEPT = event("2026-02-11", E.ACCEPT)
SUBMIT = event("2026-05-20", E.SUBMIT)
ON_TIME = event("2026-05-28", E.CLOSE)
LATE = event("2026-06-12", E.CLOSE)
STAND = event("2026-03-01", E.STAND)
VOID = event("2026-03-01", E.VOID)
RELAPSED = (
    event("2026-03-01", E.SUBMIT),
    event("2026-03-05", E.CLOSE),
    event("2026-04-01", E.REOPEN, new_due=day(PAST)),
)

ROWS: tuple[tuple[int, K, str, tuple[RectificationEvent, ...]], ...] = (
    (12, K.IMMEDIATE, PAST, (ACCEPT, SUBMIT, ON_TIME)),
    (11, K.DEADLINE, PAST, (ACCEPT, SUBMIT, ON_TIME)),
    (2, K.DEADLINE, PAST, (ACCEPT, *RELAPSED, SUBMIT, ON_TIME)),
    (1, K.STANDING, PAST, (ACCEPT, STAND, SUBMIT, ON_TIME)),
    (3, K.DEADLINE, PAST, (ACCEPT, SUBMIT, LATE)),
    (2, K.DEADLINE, FUTURE, (ACCEPT, SUBMIT, LATE)),
    (3, K.DEADLINE, PAST, (ACCEPT, SUBMIT)),
    (1, K.DEADLINE, FUTURE, (ACCEPT, event("2026-06-24", E.SUBMIT))),
    (1, K.STANDING, PAST, (ACCEPT, STAND, SUBMIT)),
    (6, K.DEADLINE, PAST, (ACCEPT,)),
    (1, K.DEADLINE, FUTURE, (ACCEPT,)),
    (4, K.STANDING, FUTURE, (ACCEPT,)),
    (1, K.DEADLINE, PAST, ()),
    (2, K.STANDING, FUTURE, (ACCEPT, STAND)),
    (2, K.DEADLINE, PAST, (ACCEPT, VOID)),
)
"""How many, kind, due date, events."""


def worked_ledger() -> tuple[Rectification, ...]:
    """The 52 rows of domain.md 9.5, two of them void."""
    rows = [row[1:] for row in ROWS for _ in range(row[0])]
    return tuple(
        rectification(
            *events, id=f"2025-u{n % 3:02}-{n:03}", unit_id=f"u{n % 3:02}", kind=kind, due_on=day(due)
        )
        for n, (kind, due, events) in enumerate(rows, 1)
    )


def statistics(rows: tuple[Rectification, ...], as_of: dt.date = AS_OF) -> LedgerStatistics:
    """The statistics of the rows on a day."""
    return ledger_statistics(lives(rows, as_of, RECTIFICATION_RULES), as_of, RECTIFICATION_RULES, CALENDAR)


def test_the_worked_ledger_has_no_misstep() -> None:
    """The description below the numbers is a lawful ledger."""
    assert not [life.missteps for life in lives(worked_ledger(), AS_OF, RECTIFICATION_RULES) if life.missteps]


def test_the_counts_of_the_worked_ledger() -> None:
    """52 rows, 2 void; by kind and by status as listed."""
    it = statistics(worked_ledger())
    assert (it.total, it.void, it.merged, it.open, it.due) == (50, 2, 0, 19, 40)
    assert [sum(it.by_kind[kind].values()) for kind in (K.IMMEDIATE, K.DEADLINE, K.STANDING)] == [12, 30, 8]
    table = {
        S.CLOSED: (31, 12, 18, 1),
        S.PENDING: (5, 0, 4, 1),
        S.RECTIFYING: (11, 0, 7, 4),
        S.REGISTERED: (1, 0, 1, 0),
        S.STANDING: (2, 0, 0, 2),
    }
    for status, numbers in table.items():
        kinds = (it.by_kind[kind][status] for kind in (K.IMMEDIATE, K.DEADLINE, K.STANDING))
        assert (it.by_status[status], *kinds) == numbers


def test_the_rates_of_the_worked_ledger() -> None:
    """Each rate with its two numbers and its percent."""
    it = statistics(worked_ledger())
    expected = {
        "completed": (36, 50, "72.00"),
        "completed_in_time_limit": (34, 42, "80.95"),
        "closed": (31, 50, "62.00"),
        "closed_on_time": (26, 40, "65.00"),
        "on_time_share": (28, 31, "90.32"),
        "overdue": (7, 19, "36.84"),
        "relapse": (2, 33, "6.06"),
    }
    for name, (part, whole, percent) in expected.items():
        rate: Rate = getattr(it, name)
        assert (rate.part, rate.whole, rate.percent) == (part, whole, d(percent)), name


def test_on_time_completion_is_fair_when_verification_is_slow() -> None:
    """The three closed late were done in time: 29 of 40."""
    assert statistics(worked_ledger()).done_on_time == Rate.of(29, 40)


def test_first_and_reopened_cycles_have_means_of_their_own() -> None:
    """平均整改天数: 31 first cycles, 2 reopened ones of 57 days."""
    it = statistics(worked_ledger())
    assert it.first_days.whole == 31
    assert (it.reopened_days.part, it.reopened_days.whole) == (114, 2)


def test_every_light_is_counted_once_per_unit() -> None:
    """The matrix adds up to the total."""
    ledger = lives(worked_ledger(), AS_OF, RECTIFICATION_RULES)
    matrix = light_matrix(ledger)
    assert sorted(matrix) == ["u00", "u01", "u02"]
    total = Counter[Light]()
    for row in matrix.values():
        total.update(row)
    assert total == Counter(statistics(worked_ledger()).by_light)
    assert sum(total.values()) == 50


def test_a_backlog_counts_working_days() -> None:
    """Pending since 05-20 is a backlog on 06-30, since 06-24 not yet."""
    ledger = lives(worked_ledger(), AS_OF, RECTIFICATION_RULES)
    late = backlog(ledger, AS_OF, RECTIFICATION_RULES, CALENDAR)
    assert late is not None
    assert {life.submitted_on for life in late} == {day("2026-05-20")}
    assert statistics(worked_ledger()).backlog == 4


def test_exactly_ten_working_days_is_no_backlog_yet() -> None:
    """Pending > 10 working days."""
    rows = (rectification(ACCEPT, event("2026-03-02", E.SUBMIT)),)
    assert statistics(rows, day("2026-03-16")).backlog == 0
    assert statistics(rows, day("2026-03-17")).backlog == 1


def test_a_calendar_gap_leaves_only_the_backlog_out() -> None:
    """None for the one figure that needs the calendar."""
    ledger = lives(worked_ledger(), AS_OF, RECTIFICATION_RULES)
    it = ledger_statistics(ledger, AS_OF, RECTIFICATION_RULES, WorkCalendar({}, HERE))
    assert (it.backlog, it.total) == (None, 50)


def test_extensions_are_counted_when_approved() -> None:
    """One problem extended, one only asking; both late against the original date."""
    apply = event("2026-03-02", E.EXTEND_APPLY, new_due=day("2026-07-15"))
    rows = (
        rectification(ACCEPT, apply, event("2026-03-03", E.EXTEND_APPROVE), id="2025-u01-001"),
        rectification(ACCEPT, apply, id="2025-u01-002"),
    )
    it = statistics(rows)
    assert (it.extensions, it.extended, it.overdue, it.overdue_original) == (
        1,
        Rate.of(1, 2),
        Rate.of(1, 2),
        2,
    )


def test_the_lists_are_in_the_order_of_their_dates() -> None:
    """Overdue, due within 30 days, standing."""
    rows = (
        rectification(ACCEPT, id="2025-u01-003", due_on=day("2026-07-30")),
        rectification(ACCEPT, id="2025-u01-002", due_on=day("2026-06-30")),
        rectification(ACCEPT, id="2025-u01-001", due_on=day("2026-07-31")),
        rectification(ACCEPT, id="2025-u01-004", due_on=day("2026-06-01")),
        rectification(ACCEPT, STAND, id="2025-u01-005", due_on=day("2026-12-01"), kind=K.STANDING),
        rectification(ACCEPT, id="2025-u01-006", due_on=day("2026-12-01"), kind=K.STANDING),
    )
    ledger = lives(rows, AS_OF, RECTIFICATION_RULES)
    assert [life.id[-1] for life in due_soon(ledger, AS_OF)] == ["2", "3"]
    assert [life.id[-1] for life in overdue(ledger)] == ["4"]
    assert [life.id[-1] for life in standing(ledger)] == ["5", "6"]


def test_a_problem_due_today_is_due_but_not_overdue() -> None:
    """Due ≤ as_of, overdue only when due < as_of."""
    it = statistics((rectification(ACCEPT, due_on=AS_OF),))
    assert (it.due, it.overdue.part) == (1, 0)


def test_a_leaf_may_take_one_of_three_rates() -> None:
    """The rates a checklist leaf is computed from."""
    ledger = lives(worked_ledger(), AS_OF, RECTIFICATION_RULES)
    rates = [ledger_rate(ledger, rate, AS_OF) for rate in LedgerRate]
    assert rates == [Rate.of(26, 40), Rate.of(31, 50), Rate.of(36, 50)]


def test_an_empty_ledger_has_figures_without_values() -> None:
    """No problem, no rate, no exception."""
    it = statistics(())
    assert (it.total, it.closed.value, it.first_days.value) == (0, None, None)


def test_the_open_curve_looks_at_each_day_by_itself() -> None:
    """52 registered, then void and closed ones leave."""
    days = [day("2026-02-09"), day("2026-02-28"), day("2026-03-31"), AS_OF]
    assert [open_ for _, open_ in open_curve(worked_ledger(), days, RECTIFICATION_RULES)] == [0, 52, 48, 19]


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(shuffler: random.Random) -> None:
    """Shuffled rows, the same statistics."""
    rows = list(worked_ledger())
    shuffler.shuffle(rows)
    assert statistics(tuple(rows)) == statistics(worked_ledger())


@given(st.dates(day("2026-02-10"), day("2026-06-29")))
def test_later_closing_and_reopening_leave_earlier_figures(as_of: dt.date) -> None:
    """Monthly reports already issued never change."""
    later = as_of + dt.timedelta(days=1)
    ending = (
        event(later.isoformat(), E.CLOSE),
        event(later.isoformat(), E.REOPEN),
        event(later.isoformat(), E.VOID),
    )
    longer = tuple(
        Rectification(row.entry, (*row.events, *(replace(one, seq=90 + n) for n, one in enumerate(ending))))
        for row in worked_ledger()
    )
    assert statistics(longer, as_of) == statistics(worked_ledger(), as_of)
