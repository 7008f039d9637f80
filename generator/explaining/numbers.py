"""Where the numbers of a page come from: it carries the key of each, and each figure knows its cells."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editions.figures import WITHHELD
from generator.figures import Figure
from generator.gate.keys import attributes
from generator.problems import Place


@dataclass(frozen=True)
class Numbers:
    """The figures of one file."""

    shown: tuple[Figure, ...]
    """Those of the book's year, as they stand there."""
    behind: tuple[Figure, ...]
    """What these were worked out from, and so on, as far as the edition has it."""
    elsewhere: Mapping[str, int]
    """Year → how many figures of it are shown or behind."""

    @property
    def withheld(self) -> int:
        """How many of those shown rest on numbers this edition may not have."""
        return sum(one.basis.worked == WITHHELD for one in self.shown)


def numbers(text: str, year: int, figures: Mapping[str, Figure]) -> Numbers:
    """The figures a page shows; `figures` are those of the year by key."""
    keys = dict.fromkeys(html.unescape(key) for key in attributes(text))
    own = [key.removeprefix(f"{year}:") for key in keys if _year(key, year) == str(year)]
    shown = {key: figures[key] for key in own if key in figures}
    others = {key for key in keys if _year(key, year) != str(year)}
    behind: dict[str, Figure] = {}
    waiting = list(_operands(shown.values()))
    while waiting:
        key = waiting.pop()
        if _year(key, year) != str(year):
            others.add(key)
        elif key in figures and key not in shown and key not in behind:
            behind[key] = figures[key]
            waiting += _operands([figures[key]])
    counts: dict[str, int] = {}
    for key in sorted(others):
        counts[_year(key, year)] = counts.get(_year(key, year), 0) + 1
    return Numbers(tuple(shown.values()), tuple(behind.values()), counts)


def cells_of(figures: Iterable[Figure]) -> Iterator[Place]:
    """Each cell they were read from."""
    return (place for one in figures for place in one.basis.sources)


def _operands(figures: Iterable[Figure]) -> Iterator[str]:
    return (each.key for one in figures for each in one.basis.operands if each.key is not None)


def _year(key: str, own: int) -> str:
    year, colon, _ = key.partition(":")
    return year if colon else str(own)
