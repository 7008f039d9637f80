"""Figures that are made together, and not again while all they were made from is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.figures.figure import Figure
from generator.store.again import again_all

Name = tuple[str, ...]
"""`("checklist", "u03")`."""
Batches = Mapping[Name, tuple[Figure, ...]]
"""Figures made together, by the name of the batch."""


@dataclass(frozen=True)
class Batch:
    """Some figures to be made: the smaller, the less is made again for one that changed."""

    name: Name
    """Unique in its year."""
    work: Callable[..., Iterable[Figure]]
    given: tuple[Any, ...]

    def made(self, year: int) -> tuple[Figure, ...]:
        """The figures, or those of the build before."""
        return again_all(("figures", year, *self.name), self.work, *self.given)


def by_key(batches: Batches) -> dict[str, Figure]:
    """All figures of these batches."""
    return {one.key: one for batch in batches.values() for one in batch}
