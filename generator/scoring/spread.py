"""离散程度: how far the scores of a group lie apart, 极差 and 标准差 (domain.md 12).

domain.md names both and gives no formula; `docs/adr/0013-spread.md` says why these.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.scoring.exact import ZERO

FEWEST = 2
"""Scores below which nothing lies apart."""


@dataclass(frozen=True)
class Spread:
    """Scores beside each other."""

    count: int
    lowest: Decimal
    highest: Decimal
    total: Decimal
    """Sum of the scores."""
    squares: Decimal
    """Sum of their squares."""

    @property
    def range(self) -> Decimal:
        """极差, exact."""
        return self.highest - self.lowest

    @property
    def mean(self) -> Decimal:
        """平均数, unrounded."""
        return self.total / self.count

    @property
    def squared_deviations(self) -> Decimal:
        """离差平方和: of the distances from the mean, unrounded."""
        return self._scaled / self.count

    @property
    def deviation(self) -> Decimal:
        """标准差 of all these and no others, divisor n, unrounded; without a quotient under the root."""
        return self._scaled.sqrt() / self.count

    @property
    def _scaled(self) -> Decimal:
        """`n² × variance`, exact."""
        return self.count * self.squares - self.total * self.total


def spread(scores: Iterable[Decimal]) -> Spread | None:
    """The spread of the scores, of 100 with 2 decimals as they are ranked; None of fewer than two."""
    found = tuple(scores)
    if len(found) < FEWEST:
        return None
    squares = sum((one * one for one in found), ZERO)
    return Spread(len(found), min(found), max(found), sum(found, ZERO), squares)
