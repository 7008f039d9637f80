"""The parts a long ledger falls into, on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

ROWS = 200
"""Rows of a part, about 150 KB of HTML."""

Row = TypeVar("Row")


@dataclass(frozen=True)
class LedgerPart:
    """Consecutive rows of a ledger, in the order of registration."""

    number: int
    """From 1, as its rows are."""
    first: int
    last: int

    @property
    def place(self) -> str:
        """Its folder below that of the ledger: `all/1`."""
        return f"all/{self.number}"

    @property
    def text(self) -> str:
        """`第 201—400 项`."""
        return f"第 {self.first}—{self.last} 项"

    def of(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Its own of all rows."""
        return rows[self.first - 1 : self.last]


def ledger_parts(count: int) -> tuple[LedgerPart, ...]:
    """The parts of a ledger of so many rows; none when one page holds them all."""
    if count <= ROWS:
        return ()
    starts = range(0, count, ROWS)
    return tuple(LedgerPart(n, start + 1, min(start + ROWS, count)) for n, start in enumerate(starts, 1))
