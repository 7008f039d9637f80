"""Whose ballots may be told apart by class of voters: few would be given away (domain.md 3.7)."""

from __future__ import annotations

from collections import defaultdict

from generator.contract.fields import Audience
from generator.figures.ballots.targets import target_key
from generator.model.ballots import BallotCount
from generator.model.terms import Dimension
from generator.model.year import Year
from generator.review.small_cells import small_cell, too_few


def small_targets(year: Year, audience: Audience) -> frozenset[str]:
    """Keys of the boards and persons of whom no figure by class is shown: `units.u03.ballot`.

    One small class closes them all, or the others would give it away by subtraction. The assessment group,
    which counted the ballots, is told how few voted 较差, but not what fewer than five voted.
    """
    by_target: defaultdict[tuple[str, Dimension], list[BallotCount]] = defaultdict(list)
    for row in year.ballots:
        by_target[target_key(row.unit_id, row.person_id), row.dimension].append(row)
    small = too_few if audience is Audience.GROUP else small_cell
    return frozenset(target for (target, _), rows in by_target.items() if small(rows))


def target_of_class(key: str) -> str | None:
    """Whose figure by class it is; None of any other figure."""
    target, by_class, _ = key.partition(".classes.")
    return target if by_class else None
