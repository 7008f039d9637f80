"""Working days with holidays and 调休."""

import pytest

from generator.problems import KaoheError
from generator.scoring.workdays import (
    CalendarGapError,
    add_workdays,
    is_workday,
    notice_end,
    workdays_between,
)

from .builders import CALENDAR, day


@pytest.mark.parametrize(
    ("date", "works"),
    [
        ("2026-03-02", True),
        ("2026-03-07", False),
        ("2026-02-17", False),
        ("2026-02-14", True),
        ("2026-02-28", True),
    ],
)
def test_a_workday_knows_holidays_and_moved_days(date: str, works: bool) -> None:
    """Weekdays work unless they are holidays; weekends rest unless they were moved."""
    assert is_workday(CALENDAR, day(date)) is works


def test_a_notice_of_five_working_days_from_monday_ends_on_friday() -> None:
    """domain.md 8.2: 2026-03-02 to 03-06, publication from Monday 03-09."""
    end = notice_end(CALENDAR, day("2026-03-02"), 5)
    assert end == day("2026-03-06")
    assert add_workdays(CALENDAR, end, 1) == day("2026-03-09")


def test_a_notice_over_the_spring_festival_counts_the_moved_saturdays() -> None:
    """From 02-12: 12, 13, Saturday 14, then 24 and 25 after the holiday."""
    assert notice_end(CALENDAR, day("2026-02-12"), 5) == day("2026-02-25")


def test_days_between_leave_out_the_first_and_keep_the_last() -> None:
    """Monday to Friday is four working days later; backwards is none."""
    assert workdays_between(CALENDAR, day("2026-03-02"), day("2026-03-06")) == 4
    assert workdays_between(CALENDAR, day("2026-03-06"), day("2026-03-02")) == 0


def test_a_missing_year_is_named() -> None:
    """Never a silent guess about holidays."""
    with pytest.raises(CalendarGapError, match="2027年") as caught:
        is_workday(CALENDAR, day("2027-01-04"))
    assert isinstance(caught.value, KaoheError)
