"""Figures an audience may not see: by their key, and by their label with their number behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
class YearKeys:
    """The figures of one year."""

    year: int
    open: frozenset[str]
    """Keys of those the audience may see."""
    closed: Mapping[str, Needle]
    """By key."""
    labels: Mapping[str, Mapping[str, Needle]]
    """Number → label → figure, of the closed ones."""

    def withholds_more(self, before: YearKeys | None) -> bool:
        """Whether a figure is withheld, or gone, that was not."""
        if self is before:
            return False
        kept, shown = (before.closed.keys(), before.open) if before else (frozenset[str](), frozenset[str]())
        return bool(self.closed.keys() - kept or shown - self.open)


@dataclass(frozen=True)
class Keys:
    """The figures of all years, oldest first; a key without a year is open if it is so in one of them."""

    years: tuple[YearKeys, ...]
    _endings: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What may stand before each number that was asked for."""

    def found(self, text: str) -> Iterator[tuple[str, Needle]]:
        """The keys in a text of lower case that the audience's figures do not hold."""
        for year, key in _keys_in(text):
            cut = key.rstrip(".-")
            for one in dict.fromkeys((cut, _BEHIND.sub("", cut))):
                if needle := self.withheld(year, one):
                    yield f"{year}:{key}" if year else key, needle
        for whole in attributes(text):
            year, _, key = whole.rpartition(":")
            if not self.is_open(year, key):
                yield whole, self.withheld(year, key) or Needle(Kind.KEY, Place("kaohe figures"))

    def is_open(self, year: str, key: str) -> bool:
        """Whether the audience may see that figure of a year, or of any without one."""
        return any(key in one.open for one in self._by_year.get(year, ()))

    def withheld(self, year: str, key: str) -> Needle | None:
        """That figure if it is withheld; the oldest when any year is meant."""
        if not year and self.is_open(year, key):
            return None
        found = (one.closed.get(key) for one in self._by_year.get(year, ()))
        return next(filter(None, found), None)

    def withholds_more(self, before: Keys) -> bool:
        """Whether a figure is withheld, or gone, that was not."""
        then = {one.year: one for one in before.years}
        gone = then.keys() - {one.year for one in self.years}
        return bool(gone) or any(one.withholds_more(then.get(one.year)) for one in self.years)

    def holds(self, text: str, said: str) -> bool:
        """Whether a label and its number, with a blank between, stand together in a normal text."""
        label, _, number = said.partition(" ")
        return number in text and (label, number) in self.said(text)

    def said(self, text: str) -> Iterator[tuple[str, str]]:
        """Label and number of withheld figures that stand together in a normal text."""
        for match in _NUMBER.finditer(text):
            endings = self._before(match[0])
            if endings and text.endswith(endings, 0, match.start()):
                for label in self.labels(match[0]):
                    if text.endswith(_endings(label), 0, match.start()):
                        yield label, match[0]

    def labels(self, number: str) -> Mapping[str, Needle]:
        """By label the withheld figures that have this number, the oldest of each."""
        found: dict[str, Needle] = {}
        for one in reversed(self.years):
            found.update(one.labels.get(number, {}))
        return found

    def _before(self, number: str) -> tuple[str, ...]:
        if number not in self._endings:
            self._endings[number] = tuple(end for label in self.labels(number) for end in _endings(label))
        return self._endings[number]

    @cached_property
    def _by_year(self) -> Mapping[str, Sequence[YearKeys]]:
        return {"": self.years} | {str(one.year): (one,) for one in self.years}


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
