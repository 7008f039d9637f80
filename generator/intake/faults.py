"""A fault: what is wrong with a text, before it is known where the text stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from generator.problems import Level, Place, Problem

LONGEST_SHOWN = 40
"""Characters of an offending text that a message repeats."""


@dataclass(frozen=True)
class Fault:
    """Rule and remedy for one text; parsers return it in place of a value."""

    code: str
    message: str
    hint: str
    level: Level = Level.ERROR
    secret: bool = False
    """Whether the text must not be printed, whoever reads the message."""

    def at(self, place: Place, value: str | None = None) -> Problem:
        """The problem at a place; `value` is the text as entered, left out for secret faults."""
        shown = None if self.secret or value is None else shorten(value)
        return Problem(self.code, place, self.message, self.hint, shown, self.level)


def shorten(text: str) -> str:
    """The text on one line, at most `LONGEST_SHOWN` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word most like a mistyped one: one holds the other (优, 优秀等次 → 优秀) or it is close."""
    known = list(words)
    if not word:
        return None
    inside = [other for other in known if other and (other in word or word in other)]
    if inside:
        return max(inside, key=len)
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return close[0] if close else None
