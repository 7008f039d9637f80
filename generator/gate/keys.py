"""Figures an audience may not see: by their key, and by their label with their number behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.editions.matrix import Publication
from generator.figures import Figure
from generator.gate.finding import Kind
from generator.gate.needles import Needle
from generator.gate.normal import normal
from generator.model.terms import PublicationItem
from generator.problems import Place

# Patterns that begin with a character, and not with a choice: that is ten times as fast.
_DOT = re.compile(r"\.(?:(?<=units\.)|(?<=groups\.)|(?<=company\.)|(?<=ledger\.)|(?<=indicators\.))([\w.-]+)")
"""The first dot of what may be a key, and what follows."""
_HEAD = re.compile(r"(?<![\w.])(?:([12]\d{3}):)?((?:units|groups|company|ledger|indicators)\Z)")
"""The year, if it is there, and what a key begins with."""
_LONGEST = len("2025:indicators")
_BEHIND = re.compile(r"[^\x00-\x7f]+$")
_ATTRIBUTE = re.compile(r"""data-figure(?<=\bdata-figure)(s?)\s*=\s*["']?([^"'\s>]+)""")
"""`data-figures` on a row or table holds the beginning of the keys in it, which begin with a dot."""
_NUMBER = re.compile(r"[−-]?\d+\.\d+%?")
_BETWEEN = ("", ":", "为", "是", "=")


@dataclass(frozen=True)
class Keys:
    """The figures of all years, parted by whether the audience may see them."""

    open: frozenset[tuple[str, str]]
    """Year and key; of any year under the year ""."""
    closed: Mapping[tuple[str, str], Needle]
    labels: Mapping[str, Mapping[str, Needle]]
    """Number → label → figure, of those that are withheld."""

    def found(self, text: str) -> Iterator[tuple[str, Needle]]:
        """The keys in a text of lower case that the audience's figures do not hold."""
        for year, key in _keys_in(text):
            cut = key.rstrip(".-")
            for one in dict.fromkeys((cut, _BEHIND.sub("", cut))):
                if needle := self.closed.get((year, one)):
                    yield f"{year}:{key}" if year else key, needle
        for whole in attributes(text):
            year, _, key = whole.rpartition(":")
            if (year, key) not in self.open:
                yield whole, self.closed.get((year, key), Needle(Kind.KEY, Place("kaohe figures")))

    def holds(self, text: str, said: str) -> bool:
        """Whether a label and its number, with a blank between, stand together in a normal text."""
        label, _, number = said.partition(" ")
        return number in text and (label, number) in self.said(text)

    def said(self, text: str) -> Iterator[tuple[str, str]]:
        """Label and number of withheld figures that stand together in a normal text."""
        for match in _NUMBER.finditer(text):
            endings = self._endings.get(match[0])
            if endings and text.endswith(endings, 0, match.start()):
                for label in self.labels[match[0]]:
                    if text.endswith(_endings(label), 0, match.start()):
                        yield label, match[0]

    @cached_property
    def _endings(self) -> Mapping[str, tuple[str, ...]]:
        """What may stand before each number."""
        return {
            number: tuple(ending for label in by_label for ending in _endings(label))
            for number, by_label in self.labels.items()
        }


@dataclass(frozen=True)
class YearKeys:
    """The figures of one year."""

    year: int
    open: frozenset[str]
    """Keys of those the audience may see."""
    closed: Mapping[str, Needle]
    """By key."""
    labels: Mapping[str, Mapping[str, Needle]]
    """Number → label → figure, of the closed ones."""


def keys_of_year(
    year: int, all_of_it: Iterable[Figure], shown: Mapping[str, PublicationItem], publication: Publication
) -> YearKeys:
    """Every figure of a year, parted by whether it is `shown`, by key, and the matrix lets it be so."""
    kept: set[str] = set()
    closed: dict[str, Needle] = {}
    labels: dict[str, dict[str, Needle]] = {}
    for figure in all_of_it:
        item = shown.get(figure.key)
        if item is not None and publication.allows(item):  # by the edition and, apart from it, by the matrix
            kept.add(figure.key.lower())
            continue
        place = _place(year, figure)
        closed[figure.key.lower()] = Needle(Kind.KEY, place)
        if _NUMBER.fullmatch(number := normal(figure.text)):
            labels.setdefault(number, {}).setdefault(normal(figure.label), Needle(Kind.FIGURE, place))
    return YearKeys(year, frozenset(kept), closed, labels)


def keys(years: Iterable[YearKeys]) -> Keys:
    """The figures of all years, given oldest first; a key is open if it is so in one of them."""
    years = tuple(years)
    kept = {("", key) for one in years for key in one.open}
    closed: dict[tuple[str, str], Needle] = {}
    labels: dict[str, dict[str, Needle]] = {}
    for one in years:
        for key, needle in one.closed.items():
            closed[str(one.year), key] = needle
            if ("", key) not in kept:
                closed.setdefault(("", key), needle)
        for number, by_label in one.labels.items():
            labels[number] = {**by_label, **labels.get(number, {})}
    return Keys(frozenset(kept | {(str(one.year), key) for one in years for key in one.open}), closed, labels)


def _endings(label: str) -> tuple[str, ...]:
    return tuple(label + between for between in _BETWEEN)


def _keys_in(text: str) -> Iterator[tuple[str, str]]:
    """Year and key, of any year with the year "", of whatever in a text has the form of a key."""
    place = 0
    while dot := _DOT.search(text, place):
        head = _HEAD.search(text, max(place, dot.start() - _LONGEST), dot.start())
        if head is None:  # another may begin in what follows
            place = dot.start(1)
        else:
            yield head[1] or "", f"{head[2]}.{dot[1]}"
            place = dot.end()


def attributes(text: str) -> Iterator[str]:
    """The keys elements carry, put together."""
    beginning = ""
    for match in _ATTRIBUTE.finditer(text):
        if match[1]:
            beginning = match[2]
        else:
            yield beginning + match[2] if match[2].startswith(".") else match[2]


def _place(year: int, figure: Figure) -> Place:
    """The first cell it was read from, or where it can be looked up."""
    source = next(iter(figure.basis.sources), None)
    return source or Place(f"kaohe figures --year {year}")
