"""What an edition says, year by year, and whether a text is in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from generator.editions.edition import EditionYear
from generator.store.again import again_each


@dataclass(frozen=True)
class Sayings:
    """The texts of one year of an edition."""

    texts: frozenset[str]
    _asked: dict[str, bool] = field(default_factory=dict)

    def says(self, text: str) -> bool:
        """Whether one of them is the text, or holds it."""
        if text not in self._asked:
            self._asked[text] = text in self.texts or text in self._joined
        return self._asked[text]

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self.texts)

    def after(self, before: Sayings) -> None:
        """Take over what the same year answered before, as far as what changed does not change it."""
        new = "\n".join(self.texts - before.texts)
        gone = "\n".join(before.texts - self.texts)
        for text, said in before._asked.items():
            if text in new:
                self._asked[text] = True
            elif not said or text not in gone:
                self._asked[text] = said

    def differs(self, before: Sayings) -> str:
        """All texts only one of the two has: of what is in none of these both say the same."""
        return "" if self is before else "\n".join(self.texts ^ before.texts)


@dataclass(frozen=True)
class Printed:
    """What the years of an edition say together."""

    years: tuple[Sayings, ...]

    def says_as(self, before: Printed, texts: Collection[str]) -> bool:
        """Whether it says of all these texts what another said."""
        if len(self.years) != len(before.years):
            return False
        changed = "\n".join(map(Sayings.differs, self.years, before.years))
        return not any(text in changed for text in texts)

    def says(self, text: str) -> bool:
        """Whether one of them says the text, alone or inside a longer one."""
        return any(one.says(text) for one in self.years)

    def says_alone(self, text: str) -> bool:
        """Whether it is the whole of one of their texts."""
        return any(text in one.texts for one in self.years)


def said_in(year: EditionYear) -> frozenset[str]:
    """Every text of the year; of what was there before it is not gathered again."""
    found: set[str] = set()
    for item in dataclasses.fields(year):
        value = getattr(year, item.name)
        if isinstance(value, Mapping):
            found.update(texts_of(tuple(value)))
            value = tuple(value.values())
        parts = value if isinstance(value, tuple) else (value,)
        found.update(*again_each(("texts", year.year, item.name), _gathered, parts))
    return frozenset(found)


def _gathered(value: object) -> frozenset[str]:
    return frozenset(texts_of(value))


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value of dataclasses, tuples and mappings; words of closed lists are none."""
    waiting, seen = [value], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, tuple | list | frozenset):
            waiting += one
        elif dataclasses.is_dataclass(one) and not isinstance(one, type | Enum) and id(one) not in seen:
            seen.add(id(one))
            waiting += [getattr(one, field.name) for field in dataclasses.fields(one)]
