"""Numbers, lists and values as messages print them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contract.fields import Date, Field, Flag, Kind, Number, Percent, Text
from generator.model.terms import BoardGrade
from generator.review.wording import LONGEST_SHOWN, listing, nearest, shown
from generator.scoring.exact import percent, plain


@pytest.mark.parametrize(
    ("number", "text"), [("2.50", "2.5"), ("100", "100"), ("1E+2", "100"), ("0.00", "0"), ("-0.5", "-0.5")]
)
def test_numbers_are_plain(number: str, text: str) -> None:
    """No exponent, no trailing zeros, the zeros of a whole number kept."""
    assert plain(Decimal(number)) == text


@given(st.decimals(-1000, 1000, places=4))
def test_plain_numbers_keep_their_value(number: Decimal) -> None:
    """Whatever is printed reads back as the same number."""
    assert Decimal(plain(number)) == number
    assert Decimal(percent(number)[:-1]) == number * 100


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Text(), "三会一课", "三会一课"),
        (Text(), "长" * 60, "长" * LONGEST_SHOWN + "…"),
        (Number(), Decimal("2.60"), "2.6"),
        (Percent(), Decimal("0.625"), "62.5%"),
        (Date(), dt.date(2026, 3, 5), "2026-03-05"),
        (Date(), dt.datetime.fromisoformat("2026-03-05T18:00"), "2026-03-05 18:00"),
        (Flag(), True, "是"),
        (Text(), BoardGrade.GOOD, "良好"),
        (Text(), ("u01", "u02"), "u01；u02"),
        (Text(), (), None),
        (Text(), None, None),
        (Text(), {}, None),
    ],
)
def test_values_are_shown_as_entered(kind: Kind, value: object, text: str | None) -> None:
    """Each kind of value in the words of the data file; nothing for an empty or nested one."""
    assert shown(Field("name", "名", kind, ""), value) == text


def test_long_lists_are_counted() -> None:
    """Eight entries are named, of more the number is told."""
    assert listing("一二三") == "一、二、三"
    assert listing(str(n) for n in range(8)) == "0、1、2、3、4、5、6、7"
    assert listing(str(n) for n in range(9)) == "0、1、2、3、4、5、6、7……等9项"


def test_the_nearest_word_is_close() -> None:
    """A slip is recognised, a stranger is not."""
    assert nearest("A1.11", {"A1.1", "B2.1"}) == "A1.1"
    assert nearest("zz", {"A1.1", "B2.1"}) is None
