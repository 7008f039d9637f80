"""What was read of an object and of those it holds, and whether of another the same would be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, partial
from operator import is_
from typing import Any

Step = tuple[Callable[[Any, Any], object], object]
"""From an object to one it holds: by attribute, or by key or index."""
Compare = Callable[[object, object], bool]

ABSENT, KEYS, LENGTH = object(), object(), object()
"""No such entry; and what was read of a mapping or tuple when it was no single entry."""


@dataclass(slots=True)
class Node:
    """An object that was looked through, and what was read of it."""

    value: Any
    """The object itself."""
    entries: dict[Any, object] = field(default_factory=dict)
    """What was read of it."""
    parts: dict[Any, int] = field(default_factory=dict)
    """By key of an entry that counts by field: a bit for each field that was read."""
    beyond: dict[Step, Node] = field(default_factory=dict)
    """What was looked through from here."""
    special: bool = False
    """Whether something was read that is no entry: the keys, the length, that there is none."""

    def note(self, key: object, value: object) -> None:
        """That the value was read under the key."""
        self.entries[key] = value
        self.special = self.special or key is KEYS or key is LENGTH or value is ABSENT

    def step(self, step: Step, value: object) -> Node:
        """The node of an object that this one holds."""
        found = self.beyond.get(step)
        if found is None:
            found = self.beyond[step] = Node(value)
        return found

    def holds(self, now: Any, compare: Compare) -> bool:
        """Whether the same would be read of another object in its place; then that counts from now on.

        What is looked through does not change: of the very same object everything would be read again.
        """
        if now is self.value:
            return True
        if self.entries and not self._reads_same(now, compare):
            return False
        try:
            if not all(node.holds(take(now, name), compare) for (take, name), node in self.beyond.items()):
                return False
        except (KeyError, IndexError, AttributeError):
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
                if not self._same_entry(key, value, found, compare):
                    return False
                entries[key] = found  # the next time they need not be compared
        return True

    def _same_entry(self, key: object, value: object, found: object, compare: Compare) -> bool:
        read = self.parts.get(key)
        if read is None or type(found) is not type(value):
            return compare(value, found)
        names = _names_read(type(value), read)  # type: ignore[arg-type] # a class is hashable
        return all(compare(getattr(value, name), getattr(found, name)) for name in names)

    def absorb(self, other: Node) -> None:
        """That all was read here too that was read there."""
        for key, value in other.entries.items():
            if key in other.parts:
                if key not in self.entries or key in self.parts:
                    self.parts[key] = self.parts.get(key, 0) | other.parts[key]
            else:
                self.parts.pop(key, None)
            self.note(key, value)
        for step, node in other.beyond.items():
            self.step(step, node.value).absorb(node)


def _read(holder: Any, get: Callable[[Any, object], object], key: object) -> object:
    if key is KEYS:
        return tuple(holder)
    return len(holder) if key is LENGTH else get(key, ABSENT)


@dataclass(frozen=True)
class Reads:
    """What was read, by the number of the root."""

    roots: Mapping[int, Node]

    def hold(self, roots: Sequence[object], compare: Compare) -> bool:
        """Whether all of it would be read of these roots; from now on these are what was read."""
        return all(node.holds(roots[at], compare) for at, node in self.roots.items())


@cache
def _names_read(kind: Any, read: int) -> tuple[str, ...]:
    """The fields of these bits."""
    return tuple(one.name for place, one in enumerate(fields(kind)) if read >> place & 1)
