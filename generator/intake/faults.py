"""A fault: what is wrong with a text, before it is known where the text stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from generator.problems import Level, Place, Problem

LONGEST_SHOWN = 40
"""Characters of an offending text that a message repeats."""
MOST_PROBLEMS = 1_000
"""Problems of one kind told for one file; nobody reads more, and a file of nothing else must not stop us."""


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


def too_many(file: str) -> Problem:
    """What stands for the problems beyond `MOST_PROBLEMS`."""
    message = f"问题超过{MOST_PROBLEMS}个，其余没有列出"
    return Problem("E114", Place(file), message, "请先改正已列出的问题，再检查一次")


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
