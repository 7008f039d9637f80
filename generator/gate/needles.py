"""What is looked for: names, words and passages of withheld texts that the reference does not say itself.

A name (2–4 Chinese characters of a field that names a person) may be public elsewhere, so it is counted: a
page may hold it as often as its page in the reference does. A word or number of five characters or more is
looked for whole, a longer text in passages of eight, and of three around a character no public text has. What
is shorter is no needle: 「来信」 stands anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.gate.cells import Cell
from generator.gate.finding import Kind
from generator.gate.normal import normal
from generator.gate.withheld import PASSAGE
from generator.problems import Place

WORD = 5
QUOTE = 12
"""Characters of a longer text that count on a hand-written page: eight are a common phrase too often."""
RARE = 3
"""Characters of a passage that are looked for by themselves when one of them is in no public text."""
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·]{2,4}")
_BARE = re.compile(r"[\d.,:;%+/~()−-]*")
"""A number or a date says nothing by itself."""
_DATE = re.compile(r"[\d年月日、，,.()%-]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True)
class Needle:
    """One text to look for."""

    kind: Kind
    origin: Place
    """Where it stands first."""
    size: int = 0
    """Characters of the whole text."""
    guarded: bool = True
    """Whether somebody decided that it is withheld, rather than that it is printed nowhere."""

    def told_by_hand(self, length: int) -> bool:
        """Whether so many characters on a hand-written page are no chance: phrases of this work are long."""
        return self.guarded and length >= min(self.size, QUOTE)


@dataclass(frozen=True)
class Needles:
    """Everything to look for."""

    names: Mapping[str, Needle]
    words: Mapping[str, Needle]
    passages: Mapping[str, Needle]
    """By each run of eight characters."""
    pattern: re.Pattern[str]
    """Finds names and words."""

    def found(self, text: str, expected: Mapping[str, int] | None = None) -> Iterator[tuple[str, Needle]]:
        """What a normal text holds beyond the names expected there, each text and needle once."""
        counts = Counter(match[0] for match in self.pattern.finditer(text))
        for piece, count in counts.items():
            if piece in self.words:
                yield piece, self.words[piece]
            elif count > (expected or {}).get(piece, 0):
                yield piece, self.names[piece]
        if self.passages.keys() & runs(text):
            yield from self._stretches(text)

    def _stretches(self, text: str) -> Iterator[tuple[str, Needle]]:
        """The passages in a text, as long as they go on."""
        begun, last = -1, -1
        for at in range(len(text) - PASSAGE + 2):
            held = text[at : at + PASSAGE] in self.passages
            if held and begun < 0:
                begun = at
            if not held and begun >= 0:
                yield text[begun : last + PASSAGE], self.passages[text[begun : begun + PASSAGE]]
                begun = -1
            last = at if held else last

    def counted(self, text: str) -> Counter[str]:
        """How often each name stands in a normal text."""
        return Counter(match[0] for match in self.pattern.finditer(text) if match[0] in self.names)

    def excused(self, names: Iterable[str]) -> Mapping[str, int]:
        """Expectations that let these names pass however often they come."""
        return dict.fromkeys(names, 1_000_000)


def needles(
    guarded: Iterable[Cell], unprinted: Iterable[Cell], public: Iterable[str], units: Iterable[str] = ()
) -> Needles:
    """The needles of withheld cells; nothing in the `public` normal texts is one, names excepted.

    A passage that is little more than a date or the name of a unit is none either: 「由综合服务中心承接」.
    """
    public = tuple(public)
    known = frozenset().union(*public)
    found = _Gathered(_pattern([name for unit in units if len(name := normal(unit)) > 1]), known)
    for cell in guarded:
        found.take(cell, guarded=True)
    for cell in unprinted:
        found.take(cell, guarded=False)
    words = _pattern([*found.words])
    for text in public:
        found.drop(text, words)
    return Needles(found.names, found.words, found.passages, _pattern([*found.names, *found.words]))


@dataclass
class _Gathered:
    """Needles while they are gathered."""

    called: re.Pattern[str]
    """Names of units."""
    known: frozenset[str]
    """Every character of the public texts."""
    names: dict[str, Needle] = field(default_factory=dict)
    words: dict[str, Needle] = field(default_factory=dict)
    passages: dict[str, Needle] = field(default_factory=dict)

    def take(self, cell: Cell, *, guarded: bool) -> None:
        """The needles of one cell."""
        text = normal(cell.text)
        if cell.personal and _NAME.fullmatch(text):
            self.names.setdefault(text, Needle(Kind.NAME, cell.place, len(text), guarded))
        elif not cell.number and len(text) >= PASSAGE and _HAN.search(text):
            needle = Needle(Kind.PASSAGE, cell.place, len(text), guarded)
            for run in self._telling(text):
                self.passages.setdefault(run, needle)
            for rare in self._rare(text) if guarded else ():
                self.words.setdefault(rare, replace(needle, size=RARE))
        elif len(text) >= WORD and not _BARE.fullmatch(text):
            self.words.setdefault(text, Needle(Kind.WORD, cell.place, len(text), guarded))

    def drop(self, text: str, words: re.Pattern[str]) -> None:
        """No needle is what the text says; names are counted instead."""
        for said in self.passages.keys() & runs(text):
            del self.passages[said]
        for match in words.finditer(text):
            self.words.pop(match[0], None)

    def _telling(self, text: str) -> Iterator[str]:
        """The runs of which at least half is neither date nor name of a unit."""
        covered = _DATE.sub(_blank, self.called.sub(_blank, text))
        for at in range(len(text) - PASSAGE + 1):
            if covered.count("\0", at, at + PASSAGE) <= PASSAGE // 2:
                yield text[at : at + PASSAGE]

    def _rare(self, text: str) -> Iterator[str]:
        """Three characters in a row, one of which no public text has: a name told in an interview, mostly."""
        for at in range(len(text) - RARE + 1):
            piece = text[at : at + RARE]
            if not self.known.issuperset(piece) and _NAME.fullmatch(piece):
                yield piece


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def runs(text: str) -> set[str]:
    """Every run of eight characters."""
    return {text[at : at + PASSAGE] for at in range(len(text) - PASSAGE + 1)}


def _pattern(texts: list[str]) -> re.Pattern[str]:
    """One expression for all, longer ones first; texts that begin alike are tried together only."""
    by_first: dict[str, list[str]] = {}
    for text in sorted(set(texts), key=lambda text: (-len(text), text)):
        by_first.setdefault(text[0], []).append(re.escape(text[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile("|".join(branches) or r"(?!)")
