"""Working days with 放假 and 调休 (domain.md 8.2); a year missing in the calendar is an error."""

from __future__ import annotations

import datetime as dt

from generator.model.units import WorkCalendar
from generator.problems import KaoheError

SATURDAY = 5
DAY = dt.timedelta(days=1)


class CalendarGapError(KaoheError):
    """The calendar has no entry for a year that has to be counted through."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"工作日历缺少{year}年 → 请在 workdays.yml 补充{year}年的放假日和调休上班日")


def is_workday(calendar: WorkCalendar, day: dt.date) -> bool:
    """Whether people work on the day; raises CalendarGapError when its year is missing."""
    year = calendar.years.get(day.year)
    if year is None:
        raise CalendarGapError(day.year)
    return day in year.workdays or (day.weekday() < SATURDAY and day not in year.holidays)


def workdays_between(calendar: WorkCalendar, start: dt.date, end: dt.date) -> int:
    """How many working days passed: those after `start` through `end`; 0 when `end` is not later."""
    days = ((start + DAY * n) for n in range(1, (end - start).days + 1))
    return sum(is_workday(calendar, day) for day in days)


def add_workdays(calendar: WorkCalendar, start: dt.date, count: int) -> dt.date:
    """The `count`-th working day after `start`; `start` itself when count is 0."""
    day = start
    while count > 0:
        day += DAY
        count -= is_workday(calendar, day)
    return day


def notice_end(calendar: WorkCalendar, first: dt.date, count: int) -> dt.date:
    """The last of `count` working days of a notice that starts on `first`, the first day counted (公示)."""
    return add_workdays(calendar, first - DAY, count)
