"""What is looked for: names, words and passages of withheld texts that the bare reference does not say.

A name (2–4 Chinese characters of a field that names a person) may be public elsewhere, so it is counted: a
page may hold it as often as its page in the reference does. A word or number of five characters or more is
looked for whole, a longer text in passages of eight, and of three around a character no public text has. What
is shorter is no needle: 「来信」 stands anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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


Tells = Callable[[Needle, int], bool]
"""Whether so many characters of a needle are no chance."""
Says = Callable[[Iterable[str]], Collection[str]]
"""Of some texts those that are public."""


def always(_needle: Needle, _length: int) -> bool:
    """Nothing is chance."""
    return True


@dataclass(frozen=True)
class Needles:
    """Everything to look for; what of it is public is asked when it is found."""

    names: Mapping[str, Needle]
    words: Mapping[str, Needle]
    passages: Mapping[str, Needle]
    """By each run of eight characters."""
    rare: Mapping[str, Needle]
    """By each run of three: one counts if a character of it is in no public text."""
    pattern: re.Pattern[str]
    """Finds names and words."""

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.names) + len(self.words) + len(self.passages)

    def found(
        self, text: str, says: Says, expected: Mapping[str, int] | None = None, tells: Tells = always
    ) -> Iterator[tuple[str, Needle]]:
        """What a normal text holds beyond the names expected there, each text and needle once."""
        hits = dict(self._pieces(text, expected or {}, tells))
        rare = {one: self.rare[one] for one in self.rare.keys() & runs(text, RARE)}
        rare = {one: needle for one, needle in rare.items() if tells(needle, RARE)}
        stretches = [one for one, needle in self._stretches(text) if tells(needle, len(one))]
        words = hits.keys() - self.names.keys()
        public = says({*words, *"".join(rare), *(run for one in stretches for run in runs(one))})
        yield from ((one, needle) for one, needle in hits.items() if one not in words or one not in public)
        yield from ((one, needle) for one, needle in rare.items() if not set(one) <= set(public))
        for stretch in stretches:
            found = self._stretches(stretch, public)
            yield from ((one, needle) for one, needle in found if tells(needle, len(one)))

    def _pieces(self, text: str, expected: Mapping[str, int], tells: Tells) -> Iterator[tuple[str, Needle]]:
        counts = Counter(match[0] for match in self.pattern.finditer(text))
        for piece, count in counts.items():
            needle = self.words.get(piece)
            if needle is None and count > expected.get(piece, 0):
                needle = self.names[piece]
            if needle is not None and tells(needle, len(piece)):
                yield piece, needle

    def _stretches(self, text: str, public: Collection[str] = ()) -> Iterator[tuple[str, Needle]]:
        """The passages in a text, as long as they go on."""
        if self.passages.keys().isdisjoint(runs(text)):
            return
        begun, last = -1, -1
        for at in range(len(text) - PASSAGE + 2):
            run = text[at : at + PASSAGE]
            held = run in self.passages and run not in public
            if held and begun < 0:
                begun = at
            if not held and begun >= 0:
                yield text[begun : last + PASSAGE], self.passages[text[begun : begun + PASSAGE]]
                begun = -1
            last = at if held else last

    def counted(self, text: str) -> Counter[str]:
        """How often each name stands in a normal text."""
        return Counter(match[0] for match in self.pattern.finditer(text) if match[0] in self.names)


def needles(guarded: Iterable[Cell], unprinted: Iterable[Cell], units: Iterable[str] = ()) -> Needles:
    """The needles of withheld cells.

    A passage that is little more than a date or the name of a unit is none: 「由综合服务中心承接」.
    """
    found = _Gathered(_pattern([name for unit in units if len(name := normal(unit)) > 1]))
    for cell in guarded:
        found.take(cell, guarded=True)
    for cell in unprinted:
        found.take(cell, guarded=False)
    pattern = _pattern([*found.names, *found.words])
    return Needles(found.names, found.words, found.passages, found.rare, pattern)


@dataclass
class _Gathered:
    """Needles while they are gathered."""

    called: re.Pattern[str]
    """Names of units."""
    names: dict[str, Needle] = field(default_factory=dict)
    words: dict[str, Needle] = field(default_factory=dict)
    passages: dict[str, Needle] = field(default_factory=dict)
    rare: dict[str, Needle] = field(default_factory=dict)

    def take(self, cell: Cell, *, guarded: bool) -> None:
        """The needles of one cell."""
        text = normal(cell.text)
        if cell.personal and _NAME.fullmatch(text):
            self.names.setdefault(text, Needle(Kind.NAME, cell.place, len(text), guarded))
        elif not cell.number and len(text) >= PASSAGE and _HAN.search(text):
            needle = Needle(Kind.PASSAGE, cell.place, len(text), guarded)
            for run in self._telling(text):
                self.passages.setdefault(run, needle)
            for rare in _rare(text) if guarded else ():
                self.rare.setdefault(rare, replace(needle, size=RARE))
        elif len(text) >= WORD and not _BARE.fullmatch(text):
            self.words.setdefault(text, Needle(Kind.WORD, cell.place, len(text), guarded))

    def _telling(self, text: str) -> Iterator[str]:
        """The runs of which at least half is neither date nor name of a unit."""
        covered = _DATE.sub(_blank, self.called.sub(_blank, text))
        for at in range(len(text) - PASSAGE + 1):
            if covered.count("\0", at, at + PASSAGE) <= PASSAGE // 2:
                yield text[at : at + PASSAGE]


def _rare(text: str) -> Iterator[str]:
    """Three characters in a row that may be a name told in an interview."""
    for at in range(len(text) - RARE + 1):
        if _NAME.fullmatch(piece := text[at : at + RARE]):
            yield piece


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def runs(text: str, length: int = PASSAGE) -> set[str]:
    """Every run of so many characters."""
    return {text[at : at + length] for at in range(len(text) - length + 1)}


def _pattern(texts: list[str]) -> re.Pattern[str]:
    """One expression for all, longer ones first; texts that begin alike are tried together only."""
    by_first: dict[str, list[str]] = {}
    for text in sorted(set(texts), key=lambda text: (-len(text), text)):
        by_first.setdefault(text[0], []).append(re.escape(text[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile("|".join(branches) or r"(?!)")
