"""优秀名额: how many places a group has, and who gets them (domain.md 7.3, 7.4 steps 7 and 8)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from generator.model import scheme
from generator.model.terms import Component, Rounding


class PlaceReason(Enum):
    """Why a contender gets a place or none."""

    WITHIN = "within"
    TIE_WON = "tie_won"
    """Equal composite; another one got none."""
    FULL = "full"
    TIE_LOST = "tie_lost"
    """Equal composite; another one got the place."""
    TIE_OPEN = "tie_open"
    """Equal in everything: the 党委会 decides, never the alphabet."""


@dataclass(frozen=True)
class Contender:
    """A unit that may be 优秀."""

    unit_id: str
    composite: Decimal
    """2 decimals."""
    ties: tuple[Decimal, ...]
    """Scores in the tie order of the scheme, 2 decimals."""

    @property
    def standing(self) -> tuple[Decimal, ...]:
        """What places are given by, the highest first."""
        return (self.composite, *self.ties)


@dataclass(frozen=True)
class Place:
    """Whether a contender gets a place."""

    reason: PlaceReason
    decider: Component | None = None
    """What told it from its nearest rival after a tie."""

    @property
    def given(self) -> bool:
        """Whether it is 优秀."""
        return self.reason in (PlaceReason.WITHIN, PlaceReason.TIE_WON)


def quota_size(graded: int, rules: scheme.Quota) -> int:
    """How many of so many graded units may be 优秀."""
    exact = graded * rules.ratio
    match rules.rounding:
        case Rounding.FLOOR:
            size = math.floor(exact)
        case Rounding.ROUND:
            size = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
        case Rounding.CEIL:
            size = math.ceil(exact)
    return 1 if size == 0 and rules.min_one and graded else size


def fill_quota(
    contenders: Sequence[Contender], size: int, tie_order: Sequence[Component]
) -> Mapping[str, Place]:
    """The place of each contender by unit id; never more than `size` are given."""
    winners, undecided = _winners(contenders, size)
    return {one.unit_id: _place(one, contenders, winners, undecided, tie_order) for one in contenders}


def _winners(contenders: Iterable[Contender], size: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who gets a place, and who shares the last places with too many equals."""
    equals: dict[tuple[Decimal, ...], list[str]] = {}
    for one in contenders:
        equals.setdefault(one.standing, []).append(one.unit_id)
    winners: list[str] = []
    for standing in sorted(equals, reverse=True):
        left = size - len(winners)
        if len(equals[standing]) > left:
            return frozenset(winners), frozenset(equals[standing] if left else ())
        winners += equals[standing]
    return frozenset(winners), frozenset()


def _place(
    one: Contender,
    contenders: Iterable[Contender],
    winners: frozenset[str],
    undecided: frozenset[str],
    tie_order: Sequence[Component],
) -> Place:
    won = one.unit_id in winners
    if one.unit_id in undecided:
        return Place(PlaceReason.TIE_OPEN)
    rivals = [
        other
        for other in contenders
        if other.composite == one.composite
        and other.ties != one.ties
        and (other.unit_id in winners) is not won
    ]
    decider = _decider(one, rivals, tie_order)
    if decider is None or (not won and not any(other.unit_id in winners for other in rivals)):
        return Place(PlaceReason.WITHIN if won else PlaceReason.FULL)
    return Place(PlaceReason.TIE_WON if won else PlaceReason.TIE_LOST, decider)


def _decider(one: Contender, rivals: Iterable[Contender], tie_order: Sequence[Component]) -> Component | None:
    """The component that told it from the rival it was nearest to; None without a rival."""
    differing = [
        next(n for n, (own, other) in enumerate(zip(one.ties, rival.ties, strict=True)) if own != other)
        for rival in rivals
    ]
    return tie_order[max(differing)] if differing else None
