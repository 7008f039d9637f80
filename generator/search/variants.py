"""Traditional characters: `臺賬` is found as `台账`.

The browser is told only of those that stand for a character in some title of the book, a few kilobytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def variants(titles: Iterable[str]) -> str:
    """Pairs of a traditional character and the simplified one of these titles, one after the other."""
    present = {letter for title in titles for letter in title}
    return "".join(old + new for old, new in _simplified() if new in present and old not in present)


@cache
def _simplified() -> tuple[tuple[str, str], ...]:
    """Each traditional character with its first simplified one, single code units only."""
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line.strip())
    return tuple((old, new) for old, new, *_ in pairs if old != new and ord(old) < 0x10000 > ord(new))
