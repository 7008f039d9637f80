"""Figures on pages: a number printed anywhere knows which figure it is, and a sentence what it is made of.

Both are texts, so whoever only wants the words needs to know nothing of it; the macros `figure` and `phrase`
print a figure with its key, under which `kaohe figures` has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.editions.edition import EditionYear
from generator.pages.links import Link
from generator.pages.words import NONE, points


class Shown(str):
    """A figure as a page prints it."""

    __slots__ = ("key",)

    key: str
    """`2025:units.u03.checklist.rate`; empty when the edition has no such figure.

    `.checklist.rate` where the element around it says `data-figures="2025:units.u03"`.
    """

    def __new__(cls, text: str, key: str = "") -> Shown:
        """The text of the figure with that key."""
        made = super().__new__(cls, text)
        made.key = key
        return made

    def within(self, start: str) -> Shown:
        """The same with its key without that start, for rows that say it once."""
        return Shown(self, self.key.removeprefix(start))


class Phrase(str):
    """A sentence with figures and links in it."""

    __slots__ = ("parts",)

    parts: tuple[str | Shown | Link, ...]

    def __new__(cls, *parts: str | Shown | Link) -> Phrase:
        """The sentence of these parts in order."""
        made = super().__new__(cls, "".join(one.text if isinstance(one, Link) else one for one in parts))
        made.parts = parts
        return made

    @property
    def pieces(self) -> Iterator[tuple[str, str, str | None]]:
        """Text, key or empty, and path or None of each part: a template asks no part what it is."""
        for part in self.parts:
            text, path = (part.text, part.path) if isinstance(part, Link) else (part, None)
            yield str(text), text.key if isinstance(text, Shown) else "", path


def shown(year: EditionYear, key: str, text: str, within: str = "") -> Shown:
    """The text as that figure of the year; `within` a table that says once what its keys begin with."""
    return Shown(text, f"{year.year}:{key}".removeprefix(within) if key in year.figures else "")


def named(year: EditionYear, key: str) -> Shown:
    """The figure as it is printed, 「—」 when there is none."""
    one = year.figures.get(key)
    return Shown(NONE) if one is None or one.value is None else shown(year, key, one.text)


def valued(year: EditionYear, key: str) -> Decimal | None:
    """The number a chart draws; None where there is no such figure, or it has no decimals."""
    one = year.figures.get(key)
    return one.value if one is not None and isinstance(one.value, Decimal) else None


def some(year: EditionYear, key: str) -> Shown:
    """The same, 「—」 instead of 0 too: for columns where most have none."""
    one = year.figures.get(key)
    return Shown(NONE) if one is None or not one.value else named(year, key)


def counted(year: EditionYear, key: str) -> Shown:
    """`18 个`."""
    one = year.figures.get(key)
    return Shown(NONE) if one is None else shown(year, key, f"{one.text} {one.unit}")


def rated(year: EditionYear, key: str) -> Shown:
    """`62.00%（31/50）`: a share with its numerator and denominator; 「—」 when the denominator is 0."""
    one = year.figures.get(key)
    if one is None or not one.whole:
        return Shown(NONE)
    return shown(year, key, f"{one.text}（{points(one.part)}/{points(one.whole)}）")


def fraction(year: EditionYear, key: str, within: str = "") -> Shown:
    """`31/50`, the two numbers of a rate or of the points of a leaf; 「—」 when there are none."""
    one = year.figures.get(key)
    if one is None or not one.whole:
        return Shown(NONE)
    return shown(year, key, f"{points(one.part)}/{points(one.whole)}", within)


def changed(year: EditionYear, key: str) -> Shown:
    """`+3.42 个百分点`, `增加 2 个`, or `持平`; 「—」 when there is nothing to compare."""
    one = year.figures.get(key)
    if one is None or one.value is None:
        return Shown(NONE)
    if not any(digit in one.text for digit in "123456789"):
        return shown(year, key, "持平")
    if isinstance(one.value, int):
        return shown(year, key, f"{'增加' if one.value > 0 else '减少'} {abs(one.value)} {one.unit}")
    return shown(year, key, f"{one.text} {one.unit}")
