"""Whether two values are the same to whoever prints them: of equal type and text, in equal order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

_PLAIN = frozenset({str, int, bool, float, bytes, type(None), dt.date, dt.datetime})


def same(one: Any, other: Any) -> bool:
    """Whether nobody could tell them apart; what it knows nothing of is the same only as itself."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN:
        return bool(one == other)
    alike = _ALIKE.get(kind, _same_fields if is_dataclass(kind) else None)
    return alike is not None and alike(one, other)


def _same_parts(some: Sequence[Any], others: Sequence[Any]) -> bool:
    if len(some) != len(others):
        return False
    for one, other in zip(some, others, strict=True):
        if one is not other and not same(one, other):
            return False
    return True


def _same_fields(one: object, other: object) -> bool:
    parts = _parts(type(one))  # type: ignore[arg-type] # a class is hashable
    return _same_parts(parts(one), parts(other))


def _same_entries(one: dict[Any, Any], other: dict[Any, Any]) -> bool:
    """In the same order too: it is how they are gone through."""
    return _same_parts(tuple(one), tuple(other)) and _same_parts(tuple(one.values()), tuple(other.values()))


def _same_digits(one: Decimal, other: Decimal) -> bool:
    """2.5 equals 2.50, but they do not print alike."""
    return one.as_tuple() == other.as_tuple()


def _same_members(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return one == other and all(type(item) in _PLAIN or isinstance(item, Enum) for item in one)


_ALIKE: Mapping[type, Callable[[Any, Any], bool]] = {
    tuple: _same_parts,
    dict: _same_entries,
    Decimal: _same_digits,
    frozenset: _same_members,
}


@dataclass
class Comparisons:
    """What was compared in one build: large values stand in many places."""

    _known: dict[tuple[int, int], tuple[object, object, bool]] = field(default_factory=dict)

    def same(self, one: object, other: object) -> bool:
        """Whether nobody could tell them apart."""
        if one is other:
            return True
        pair = (id(one), id(other))
        if pair not in self._known:
            self._known[pair] = (one, other, same(one, other))
        return self._known[pair][2]


@cache
def _parts(kind: Any) -> Callable[[object], tuple[object, ...]]:
    """What takes an object of a dataclass apart."""
    names = [item.name for item in fields(kind)]
    return attrgetter(*names, "__class__")  # with a second name it gives a tuple for one field too
