"""组内位次百分位 and 与组中位差: where a score stands among others of any number (domain.md 10.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.scoring.exact import Rate, median, ranks, rounded


@dataclass(frozen=True)
class Standing:
    """A score among those of its group in one year."""

    score: Decimal
    """Unrounded."""
    rank: int
    """1, 2, 2, 4 on 2 decimals, as the group is ranked."""
    of: int
    """How many are ranked."""
    median: Decimal
    """Of its group, unrounded."""

    @property
    def percentile(self) -> Rate:
        """位次百分位: the first has 100 %, the last 0 %; nothing of a group of one."""
        return percentile(self.rank, self.of)

    @property
    def difference(self) -> Decimal:
        """与组中位差: score - median, unrounded."""
        return self.score - self.median


def percentile(rank: int, of: int) -> Rate:
    """`(n - rank) / (n - 1)`; nothing is said of one alone."""
    return Rate.of(of - rank, of - 1)


def standings(scores: Mapping[str, Decimal]) -> Mapping[str, Standing]:
    """The standing of each key among all of them; scores of 100, so that 2 decimals tell them apart."""
    placed = ranks({key: rounded(score) for key, score in scores.items()})
    middle = median(scores.values())
    if middle is None:
        return {}
    return {key: Standing(score, placed[key], len(scores), middle) for key, score in scores.items()}
