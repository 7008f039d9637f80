"""Two values are the same only if nobody who prints them could tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

import pytest

from generator.store.same import Comparisons, same


class Light(Enum):
    """Two words."""

    RED = "红"
    GREEN = "绿"


@dataclass(frozen=True)
class Row:
    """A row with one cell."""

    value: object


@dataclass(frozen=True)
class OtherRow:
    """The same fields under another name."""

    value: object


class Word(str):
    """A text that knows more than its characters."""

    __slots__ = ("key",)


ALIKE = [
    ("a", "".join(["a"])),
    (Decimal("2.50"), Decimal("2.50")),
    (Row(Decimal("1.0")), Row(Decimal("1.0"))),
    (("a", (1, None)), ("a", (1, None))),
    ({"a": 1, "b": Row("x")}, {"a": 1, "b": Row("x")}),
    (frozenset({"a", "b"}), frozenset({"b", "a"})),
    (frozenset({Light.RED}), frozenset({Light.RED})),
    (dt.date(2026, 1, 31), dt.date(2026, 1, 31)),
]
DIFFERENT = [
    (Decimal("2.5"), Decimal("2.50")),
    (1, True),
    (1, Decimal(1)),
    (0.0, 0),
    ("a", Word("a")),
    (Word("a"), Word("a")),
    (Row("x"), OtherRow("x")),
    (Row(Decimal("1")), Row(Decimal("1.0"))),
    ((1, 2), (1, 2, 3)),
    ((1,), [1]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (Light.RED, Light.GREEN),
    (frozenset({Decimal("1")}), frozenset({Decimal("1.0")})),
    (None, ""),
    (object(), object()),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_equal_to_the_last_digit(one: object, other: object) -> None:
    """The same type, the same text, the same order."""
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_equal_is_not_enough(one: object, other: object) -> None:
    """Python calls many of these equal; printed they may differ, or nobody can know."""
    assert not same(one, other)
    assert not same(other, one)


def test_what_is_unknown_is_the_same_as_itself() -> None:
    """Whatever it is."""
    word = Word("a")
    assert same(word, word)


def test_a_comparison_is_remembered_with_what_was_compared() -> None:
    """An object made later in the place of one that is gone must not be taken for it."""
    known = Comparisons()
    assert known.same(Row("x"), Row("x"))
    assert not any(known.same(Row("x"), Row(str(number))) for number in range(100))
