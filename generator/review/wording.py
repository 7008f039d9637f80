"""Lists and offending values as a message prints them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches

from generator.contract.fields import Field, Percent
from generator.model.terms import Term
from generator.scoring.exact import percent, plain

LONGEST_SHOWN = 40
"""Characters of an offending text that a message repeats."""

LISTED = 8
"""Entries of a list that a message names before it only counts."""


def listing(words: Iterable[str]) -> str:
    """The words parted by 、; of a long list the first ones and the count: `A1.1、A1.2……等12项`."""
    known = list(words)
    if len(known) <= LISTED:
        return "、".join(known)
    return f"{'、'.join(known[:LISTED])}……等{len(known)}项"


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word most like a mistyped one; None when none is close."""
    close = get_close_matches(word, sorted(words), n=1, cutoff=0.6)
    return close[0] if close else None


def shown(field: Field, value: object) -> str | None:
    """The value of a field as its problem prints it; None for an empty one."""
    if value is None or isinstance(value, Mapping):
        return None
    if isinstance(value, tuple):
        words = [_word(field, item) for item in value]
        return _short("；".join(word for word in words if word)) or None
    return _short(_word(field, value) or "") or None


def _word(field: Field, value: object) -> str | None:
    """One value as text; None for a nested record."""
    word: str | None = None
    match value:
        case str():
            word = value
        case bool():
            word = "是" if value else "否"
        case Decimal():
            word = percent(value) if isinstance(field.kind, Percent) else plain(value)
        case int():
            word = plain(value)
        case dt.datetime():
            word = f"{value:%Y-%m-%d %H:%M}"
        case dt.date():
            word = value.isoformat()
        case Term():
            word = value.label
    return word


def _short(text: str) -> str:
    """The text, cut at `LONGEST_SHOWN` characters."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
