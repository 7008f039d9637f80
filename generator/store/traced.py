"""Objects that note what is read of them, for work that need not be done again while that is the same.

A class marked `followed` names fields that are looked through: of a mapping counts the entry asked for, of a
followed object the field asked for. Any other field counts as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, partial
from operator import getitem, is_
from typing import Any, TypeVar, cast

C = TypeVar("C", bound=type)

_Step = tuple[Callable[[Any, Any], object], object]
"""From an object to one it holds: by attribute, or by key or index."""
_Path = tuple[_Step, ...]
_Place = tuple[int, _Path, Any]
"""Which of the roots, the path from there, and what stands there."""
Compare = Callable[[object, object], bool]

_FOLLOWED: dict[type, frozenset[str]] = {}
_ABSENT, _KEYS, _LENGTH = object(), object(), object()
"""No such entry; and what was read of a mapping or tuple when it was no single entry."""


def followed(*through: str) -> Callable[[C], C]:
    """Marks a frozen dataclass: what is read of it counts by field, and of these fields by entry."""

    def mark(cls: C) -> C:
        _FOLLOWED[cls] = frozenset(through)
        return cls

    return mark


def is_followed(value: object) -> bool:
    """Whether of this counts what is read of it, not the whole: marked objects, mappings, tuples of such."""
    if isinstance(value, tuple):
        return bool(value) and _mark_of(value[0]) is not None  # all are of a kind
    return _mark_of(value) is not None or isinstance(value, Mapping)


@dataclass
class _Holder:
    """An object of which something was read."""

    at: int
    """Which of the roots it is held by."""
    path: _Path
    value: Any
    """The object itself."""
    entries: dict[Any, object] = field(default_factory=dict)
    """What was read of it."""
    special: bool = False
    """Whether something was read that is no entry: the keys, the length, that there is none."""

    def note(self, key: object, value: object) -> None:
        """That the value was read under the key."""
        self.entries[key] = value
        self.special = self.special or key is _KEYS or key is _LENGTH or value is _ABSENT

    def holds(self, roots: Sequence[object], compare: Compare) -> bool:
        """Whether the same would be read of the object that is in its place now."""
        now: Any = roots[self.at]
        try:
            for step, name in self.path:
                now = step(now, name)
        except (KeyError, IndexError, AttributeError):
            return False
        if now is not self.value:
            if not self._reads_same(now, compare):
                return False
            self.value = now
        return True

    def _reads_same(self, now: Any, compare: Compare) -> bool:
        get = now.get if isinstance(now, Mapping) else partial(getattr, now)
        entries = self.entries
        if not self.special:
            try:
                if all(map(is_, map(get, entries), entries.values())):
                    return True
            except AttributeError:
                return False
        for key, value in entries.items():
            found = _read(now, get, key)
            if found is not value:
                if not compare(value, found):
                    return False
                entries[key] = found  # the next time they need not be compared
        return True


def _read(holder: Any, get: Callable[[Any, object], object], key: object) -> object:
    if key is _KEYS:
        return tuple(holder)
    return len(holder) if key is _LENGTH else get(key, _ABSENT)


@dataclass(frozen=True)
class Reads:
    """What was read."""

    holders: Sequence[_Holder]

    def hold(self, roots: Sequence[object], compare: Compare) -> bool:
        """Whether all of it would be read of these roots; from now on these are what was read."""
        return all(holder.holds(roots, compare) for holder in self.holders)


@dataclass
class Trace:
    """Notes what is read until it is closed."""

    _found: dict[tuple[int, _Path], _Holder] = field(default_factory=dict)
    _open: bool = True

    def root(self, at: int, value: object) -> object:
        """The value, or what stands for it and notes what is read of it."""
        return self.through(value, at, ())

    def closed(self) -> Reads:
        """What was read; whatever is read later is a fault of ours."""
        self._open = False
        return Reads(tuple(self._found.values()))

    def note(self, place: _Place, key: object, value: object) -> None:
        """That of the object at that place the value was read under the key."""
        if not self._open:
            raise RuntimeError(f"{key} is read of what was traced for work that is done")
        holder = self._found.get(place[:2])
        if holder is None:
            holder = self._found[place[:2]] = _Holder(*place)
        holder.note(key, value)

    def through(self, value: Any, at: int, path: _Path) -> object:
        """What stands for a value that is looked through; the value itself when it cannot be."""
        place = (at, path, value)
        cls = _mark_of(value)
        if cls is not None:
            return _traced_class(cls)._of(self, place)
        if isinstance(value, Mapping):
            return _TracedMapping(self, place)
        if isinstance(value, tuple) and is_followed(value):
            self.note(place, _LENGTH, len(value))
            return tuple(self.through(one, at, (*path, (getitem, i))) for i, one in enumerate(value))
        return value


def real(value: Any) -> object:
    """What a value stands for; itself when it is no stand-in."""
    return value._traced[1][2] if getattr(type(value), "_stands_in", False) else value


def told_outside(reads: Reads, given: Sequence[Any]) -> None:
    """What work inside of other work read of stand-ins is read by that as well."""
    for holder in reads.holders:
        one = given[holder.at]
        if not getattr(type(one), "_stands_in", False):
            continue
        trace, (at, path, _) = one._traced
        place = (at, (*path, *holder.path), holder.value)
        for key, value in holder.entries.items():
            trace.note(place, key, value)


class _TracedMapping(Mapping[Any, Any]):
    __slots__ = ("_traced",)
    _stands_in = True

    def __init__(self, trace: Trace, place: _Place) -> None:
        self._traced = (trace, place)

    def __getitem__(self, key: object) -> Any:
        trace, (at, path, mapping) = self._traced
        value = mapping.get(key, _ABSENT)
        if value is not _ABSENT and is_followed(value):
            return trace.through(value, at, (*path, (getitem, key)))
        trace.note((at, path, mapping), key, value)
        if value is _ABSENT:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def __reduce__(self) -> str:
        raise TypeError("a traced mapping is part of a result")

    def _keys(self) -> tuple[Any, ...]:
        trace, place = self._traced
        keys = tuple(place[2])
        trace.note(place, _KEYS, keys)
        return keys


def _mark_of(value: object) -> Any:
    """The class that is marked of which the value is; None of other values."""
    return _marked(type(value))  # type: ignore[arg-type] # a class is hashable


@cache
def _marked(cls: Hashable) -> Any:
    """The class itself or the one above it that is marked."""
    return next((one for one in cast("type", cls).__mro__ if one in _FOLLOWED), None)


@cache
def _traced_class(cls: Any) -> Any:
    """A class of which objects stand for those of the class: its methods run, and read through them."""
    names, through = frozenset(one.name for one in fields(cls)), _FOLLOWED[cls]
    plain = object.__getattribute__

    def read(self: object, name: str) -> object:
        if name not in names and name not in through:
            if name == "__dict__":
                raise TypeError(f"vars() of a {cls.__name__} reads past the trace")
            return cls if name == "__class__" else plain(self, name)
        trace, (at, path, one) = plain(self, "_traced")
        value = getattr(one, name)
        if name in through:
            beyond = trace.through(value, at, (*path, (getattr, name)))
            if beyond is not value:
                return beyond
        trace.note((at, path, one), name, value)
        return value

    def of(trace: Trace, place: _Place) -> object:
        made: object = object.__new__(traced)
        object.__setattr__(made, "_traced", (trace, place))
        return made

    def reduce(_: object) -> str:
        raise TypeError(f"a traced {cls.__name__} is part of a result")

    body = {"__getattribute__": read, "_of": staticmethod(of), "__reduce__": reduce, "_stands_in": True}
    traced = type(f"Traced{cls.__name__}", (cls,), body)
    return traced
