"""Text in charts: how wide it is, how it breaks into lines, and coordinates as short text."""

from __future__ import annotations

from unicodedata import east_asian_width

SIZE = 12
"""Pixels of a chart's text, in the template `font-size`."""
LINE = 15
"""Pixels from one line to the next, in the template 1.25em."""
ASCENT = 12
"""Pixels from the top of a line to its baseline."""

NARROWEST = 288
"""Pixels across of the narrowest place a chart is made for: a phone of 320, or half a printed page."""
_NARROW, _SPACE = 0.6, 0.3
"""Ems of a letter, a digit or a point, and of a space; a little more than most fonts need."""


def coordinate(value: float) -> str:
    """`12.3`, `12`, `0`: one decimal where it is needed."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def percent(value: float) -> str:
    """`12.3%` of the width."""
    return f"{coordinate(value)}%"


def width(text: str) -> float:
    """Pixels the text takes at most."""
    return SIZE * sum(map(_ems, text))


def wrapped(text: str, room: float) -> tuple[str, ...]:
    """The text in one line or in two of about the same length, within `room` pixels, the second cut by 「…」.

    Chinese breaks between any two characters; the whole text is always in the chart's description.
    """
    if width(text) <= room:
        return (text,)
    first = _fitting(text, min(room, width(text) / 2 + SIZE / 2))
    rest = text[len(first) :]
    if width(rest) > room:
        first = _fitting(text, room)
        rest = text[len(first) :]
    return first, rest if width(rest) <= room else f"{_fitting(rest, room - SIZE)}…"


def _ems(letter: str) -> float:
    if letter == " ":
        return _SPACE
    return 1 if east_asian_width(letter) in "WFA" else _NARROW


def _fitting(text: str, room: float) -> str:
    """The longest beginning within `room` pixels."""
    end = len(text)
    while end and width(text[:end]) > room:
        end -= 1
    return text[:end]
