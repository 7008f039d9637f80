"""Laws that hold for every value: what is written can be read back, and no text breaks the parsers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.contract.fields import Field, Integer, Kind, Number, Percent, Text
from generator.intake.dates import parse_date, parse_moment
from generator.intake.faults import Fault
from generator.intake.numbers import parse_integer, parse_number, parse_percent
from generator.intake.values import parse_value
from tests.intake.sample import CHECKS, CYCLE, LEDGER

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31))
WIDE = str.maketrans("0123456789.-/%", "０１２３４５６７８９．－／％")


@given(st.decimals(-999_999_999, 999_999_999, places=4))
def test_numbers(value: Decimal) -> None:
    """A number survives being written and read, in both widths."""
    for text in (f"{value:f}", f"{value:f}".translate(WIDE)):
        assert parse_number(Number(least=None), text) == value


@given(st.integers(0, 999_999_999))
def test_integers(value: int) -> None:
    """A whole number survives being written and read."""
    assert parse_integer(Integer(), str(value)) == value


@given(st.decimals(0, 1, places=6))
def test_percents(value: Decimal) -> None:
    """A share survives being written with its sign and read."""
    assert parse_percent(Percent(), f"{value * 100:.4f}%") == value


@given(DAYS)
def test_dates(day: dt.date) -> None:
    """A day survives each accepted way of writing it, padded or not."""
    year, month, date = day.year, day.month, day.day
    for text in (
        day.isoformat(),
        f"{year}-{month}-{date}",
        f"{year}/{month}/{date}",
        f"{year}.{month:02}.{date:02}",
        f"{year}年{month}月{date}日",
    ):
        assert parse_date(text) == day
        assert parse_date(text.translate(WIDE)) == day


@given(DAYS, st.integers(0, 23), st.integers(0, 59))
def test_moments(day: dt.date, hour: int, minutes: int) -> None:
    """A moment survives being written to the minute and read."""
    minute = dt.datetime.combine(day, dt.time(hour, minutes))
    assert parse_moment(f"{minute:%Y-%m-%d %H:%M}") == minute


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=50))
def test_texts_are_kept(text: str) -> None:
    """A text that is accepted is the text that was entered, but for white space at its ends."""
    value = parse_value(Field("x", "列", Text(), "", required=False), text)
    assert value is None or isinstance(value, Fault) or value == text.strip()


KINDS: tuple[Kind, ...] = (
    *{type(field.kind): field.kind for field in (*CHECKS.fields, *LEDGER.fields)}.values(),
    *(field.kind for field in CYCLE.fields if field.name in ("year", "open", "code", "count", "as_of")),
    Percent(),
)


@settings(max_examples=200)
@given(st.sampled_from(KINDS), st.text(max_size=40) | st.text("0123456789.-/%年月日+eE,：；;— ", max_size=20))
def test_no_text_breaks_a_parser(kind: Kind, text: str) -> None:
    """Whatever a cell holds, the answer is a value or a fault."""
    parse_value(Field("x", "列", kind, "", required=False), text)
