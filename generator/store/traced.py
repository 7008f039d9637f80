"""Objects that note what is read of them, for work that need not be done again while that is the same.

A class marked `followed` names fields that are looked through: of a mapping counts the entry asked for, of a
followed object the field asked for. Any other field counts as a whole. An entry of a class marked `by_field`
counts by the fields read of it: a number, not how it came about.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from operator import getitem
from typing import Any, TypeVar, cast

from generator.store.reads import ABSENT, KEYS, LENGTH, Node, Reads, Step

C = TypeVar("C", bound=type)

_FOLLOWED: dict[type, frozenset[str]] = {}
_BY_FIELD: set[type] = set()


def followed(*through: str) -> Callable[[C], C]:
    """Marks a frozen dataclass: what is read of it counts by field, and of these fields by entry."""

    def mark(cls: C) -> C:
        _FOLLOWED[cls] = frozenset(through)
        return cls

    return mark


def by_field(cls: C) -> C:
    """Marks a frozen dataclass: of an entry of a mapping counts what is read of it, else the whole."""
    _BY_FIELD.add(cls)
    return cls


def is_followed(value: object) -> bool:
    """Whether of this counts what is read of it, not the whole: marked objects, mappings, tuples of such."""
    if isinstance(value, tuple):
        return bool(value) and _mark_of(value[0]) is not None  # all are of a kind
    return _mark_of(value) is not None or isinstance(value, Mapping)


@dataclass
class Trace:
    """Notes what is read until it is closed."""

    _roots: dict[int, Node] = field(default_factory=dict)
    is_open: bool = True

    def root(self, at: int, value: object) -> object:
        """The value, or what stands for it and notes what is read of it."""
        if not is_followed(value):
            return value
        node = self._roots[at] = Node(value)
        return self._standing_for(node)

    def closed(self) -> Reads:
        """What was read; whatever is read later is a fault of ours."""
        self.is_open = False
        return Reads(self._roots)

    def note(self, node: Node, key: object, value: object) -> None:
        """That of the object of the node the value was read under the key."""
        self.look(key)
        node.note(key, value)
        node.parts.pop(key, None)

    def note_part(self, node: Node, key: object, value: object, bit: int = 0) -> None:
        """That of that value a field was read, or only whether it is there."""
        self.look(key)
        read = node.parts.get(key)
        if read is not None:
            node.parts[key] = read | bit
        elif key not in node.entries:
            node.entries[key], node.parts[key] = value, bit

    def look(self, key: object) -> None:
        """RuntimeError when it is closed."""
        if not self.is_open:
            raise RuntimeError(f"{key} is read of what was traced for work that is done")

    def through(self, node: Node, step: Step, value: object) -> object:
        """What stands for a value that the object of the node holds; the value itself when nothing can."""
        if not is_followed(value):
            return value
        self.look(step[1])
        return self._standing_for(node.step(step, value))

    def _standing_for(self, node: Node) -> object:
        value = node.value
        cls = _mark_of(value)
        if cls is not None:
            return _traced_class(cls)._of(self, node)
        if isinstance(value, Mapping):
            return _TracedMapping(self, node)
        node.note(LENGTH, len(value))
        return tuple(self.through(node, (getitem, place), one) for place, one in enumerate(value))


def real(value: Any) -> object:
    """What a value stands for; the value itself when it is no stand-in."""
    if isinstance(value, tuple):
        return tuple(map(real, value)) if value and _stands_in(value[0]) else value
    return type(value)._behind(value) if _stands_in(value) else value


def told_outside(reads: Reads, given: Sequence[Any]) -> None:
    """What work inside of other work read of stand-ins is read by that as well."""
    for at, node in reads.roots.items():
        one = given[at]
        if isinstance(one, tuple):
            for (_, place), inner in node.beyond.items():
                _tell(inner, one[cast("int", place)])
        else:
            _tell(node, one)


def _tell(node: Node, one: Any) -> None:
    if _stands_in(one):
        trace, outer = one._traced
        trace.look("what was read inside")
        outer.absorb(node)


def _stands_in(value: object) -> bool:
    return getattr(type(value), "_behind", None) is not None


class _TracedMapping(Mapping[Any, Any]):
    __slots__ = ("_traced",)

    def __init__(self, trace: Trace, node: Node) -> None:
        self._traced = (trace, node)

    def __getitem__(self, key: object) -> Any:
        value = self.get(key, ABSENT)
        if value is ABSENT:
            raise KeyError(key)
        return value

    def get(self, key: object, default: object = None) -> Any:
        trace, node = self._traced
        value = node.value.get(key, ABSENT)
        if value is ABSENT:
            trace.note(node, key, value)
            return default
        if type(value) in _BY_FIELD:
            trace.note_part(node, key, value)
            return _part_class(type(value))._of(trace, node, key, value)  # type: ignore[arg-type] # a class is hashable
        beyond = trace.through(node, (getitem, key), value)
        if beyond is value:
            trace.note(node, key, value)
        return beyond

    def __contains__(self, key: object) -> bool:
        return self.get(key, ABSENT) is not ABSENT

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def __reduce__(self) -> str:
        raise TypeError("a traced mapping is part of a result")

    def _behind(self) -> object:
        return self._traced[1].value

    def _keys(self) -> tuple[Any, ...]:
        trace, node = self._traced
        keys = tuple(node.value)
        trace.note(node, KEYS, keys)
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
            return _beside(cls, self, name)
        trace, node = plain(self, "_traced")
        value = getattr(node.value, name)
        if name in through:
            beyond = trace.through(node, (getattr, name), value)
            if beyond is not value:
                return beyond
        trace.note(node, name, value)
        return value

    def of(trace: Trace, node: Node) -> object:
        return _made(traced, (trace, node))

    def behind(self: object) -> object:
        return plain(self, "_traced")[1].value

    body = {"__getattribute__": read, "_of": staticmethod(of), "_behind": behind, "__reduce__": _refused(cls)}
    traced = type(f"Traced{cls.__name__}", (cls,), body)
    return traced


@cache
def _part_class(cls: Any) -> Any:
    """The same for an entry that counts by the fields read of it."""
    bits = {one.name: 1 << place for place, one in enumerate(fields(cls))}
    plain = object.__getattribute__

    def read(self: object, name: str) -> object:
        bit = bits.get(name)
        if bit is None:
            return _beside(cls, self, name)
        trace, node, key, one = plain(self, "_traced")
        trace.note_part(node, key, one, bit)
        return getattr(one, name)

    def of(trace: Trace, node: Node, key: object, one: object) -> object:
        return _made(traced, (trace, node, key, one))

    def behind(self: object) -> object:
        """Whoever is given it may read the whole."""
        trace, node, key, one = plain(self, "_traced")
        trace.note(node, key, one)
        return one

    body = {"__getattribute__": read, "_of": staticmethod(of), "_behind": behind, "__reduce__": _refused(cls)}
    traced = type(f"PartOf{cls.__name__}", (cls,), body)
    return traced


def _made(cls: type, traced: tuple[object, ...]) -> object:
    one: object = object.__new__(cls)
    object.__setattr__(one, "_traced", traced)
    return one


def _beside(cls: type, one: object, name: str) -> object:
    """What is asked of a stand-in and is no field."""
    if name == "__dict__":
        raise TypeError(f"vars() of a {cls.__name__} reads past the trace")
    return cls if name == "__class__" else object.__getattribute__(one, name)


def _refused(cls: type) -> Callable[[object], str]:
    def reduce(_: object) -> str:
        raise TypeError(f"a traced {cls.__name__} is part of a result")

    return reduce
