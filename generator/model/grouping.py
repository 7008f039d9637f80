"""Rows by what they have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


def grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> Mapping[Key, tuple[Row, ...]]:
    """Rows by key, keeping their order."""
    lists: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        lists[key(row)].append(row)
    return {name: tuple(group) for name, group in lists.items()}
