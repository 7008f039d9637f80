"""How values read on a page: one way to print a share, a number, a day.

Every share is printed with what it is out of, a missing value as 「—」 and never as 0 (look.md).
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.scoring.exact import Rate, plain, rounded

NONE = "—"
"""Not applicable, not there."""

REMEMBERED = 10_000
"""Values whose words are kept: a few hundred different ones stand in ten thousand places."""

_HUNDRED = Decimal(100)
_DIGITS = "零一二三四五六七八九"


def number(value: Decimal | int | None, places: int | None = None) -> str:
    """`92.94`; without `places` trailing zeros go: `2.50` → `2.5`, `100.0` → `100`."""
    if value is None:
        return NONE
    if places is not None:
        return str(Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return plain(value)


@lru_cache(maxsize=REMEMBERED)
def points(value: Decimal | int | None) -> str:
    """`1.5`, `2.67`: points with at most two decimals, since a ratio leaves an unrounded number behind."""
    return NONE if value is None else number(rounded(Decimal(value)))


@lru_cache(maxsize=REMEMBERED)
def share(value: Decimal | None, places: int = 2) -> str:
    """`0.62` → `62.00%`."""
    return NONE if value is None else f"{number(value * _HUNDRED, places)}%"


@lru_cache(maxsize=REMEMBERED)
def rate(value: Rate | None, places: int = 2) -> str:
    """`62.00%（31/50）`: a share with its numerator and denominator; 「—」 when the denominator is 0."""
    if value is None or value.value is None:
        return NONE
    return f"{share(value.value, places)}（{points(value.part)}/{points(value.whole)}）"


def points_change(now: Decimal | None, before: Decimal | None, places: int = 2) -> str:
    """Difference of two shares in percentage points: `+3.42 个百分点`, `持平` where none is left to see."""
    if now is None or before is None:
        return NONE
    difference = number((now - before) * _HUNDRED, places)
    if not Decimal(difference):
        return "持平"
    return f"{'' if difference.startswith('-') else '+'}{difference} 个百分点".replace("-", "−")


def day(value: dt.date | None) -> str:
    """`2026-06-30`."""
    return NONE if value is None else value.isoformat()[:10]


def long_day(value: dt.date | None) -> str:
    """`2026年6月30日`, as an official document writes it: no leading zeros."""
    return NONE if value is None else f"{value.year}年{value.month}月{value.day}日"


def moment(value: dt.datetime) -> str:
    """`2026-06-30 18:00`; a day entered without a time stays a day."""
    return day(value) if value.time() == dt.time() else value.strftime("%Y-%m-%d %H:%M")


def period(start: dt.date | None, end: dt.date | None) -> str:
    """`2026-03-02 至 2026-03-06`; one day is printed once, an open end as 「至今」."""
    if start is None:
        return NONE
    if end is None:
        return f"{day(start)} 至今"
    return day(start) if start == end else f"{day(start)} 至 {day(end)}"


def text(value: str | None) -> str:
    """The text, or 「—」."""
    return value or NONE


def listed(values: tuple[str, ...], separator: str = "、") -> str:
    """`会议记录、文件资料`, or 「—」."""
    return separator.join(values) or NONE


def counting(count: int) -> str:
    """`两`, `三`, `十二`: a small number as a sentence counts with it (两个领域, 连续三年), up to 99."""
    tens, ones = divmod(count, 10)
    if count == 2:
        return "两"
    start = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return start + ("" if tens and not ones else _DIGITS[ones])
