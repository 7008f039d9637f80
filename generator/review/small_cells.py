"""小样本: when counts of ballot classes may be told apart (domain.md 3.7, 14 E124).

No check of the data uses this: editions withhold what it finds.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.ballots import BallotCount

VALID_LEAST = 5
"""Valid ballots of a class below which its counts are not shown."""

TELLING = range(1, 3)
"""Numbers of 较差 or 不称职 that point at one or two voters."""


def too_few(counts: Iterable[BallotCount]) -> bool:
    """Whether a class of one target and dimension has too few valid ballots."""
    return any(_valid(row) < VALID_LEAST for row in counts)


def small_cell(counts: Iterable[BallotCount]) -> bool:
    """Whether the counts of one target and dimension, a row for each class, must not be shown by class."""
    return any(_valid(row) < VALID_LEAST or row.n_poor in TELLING for row in counts)


def _valid(row: BallotCount) -> int:
    """Ballots that gave a grade."""
    return row.n_excellent + row.n_good + row.n_fair + row.n_poor
