"""指标得分: what one unit earned on one leaf (domain.md 6.1, 6.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.model.checklist import Check, Deduction, Leaf
from generator.model.terms import CheckStatus, Condition, Scoring
from generator.model.year import Unit, Year
from generator.scoring.exact import ZERO, Rate
from generator.scoring.ledger import ledger_rate
from generator.scoring.rectification import Life, lives
from generator.store.values import value


@value(frozen=True)
class LeafResult:
    """指标得分 of one unit; unrounded."""

    leaf: Leaf
    check: Check | None
    deductions: tuple[Deduction, ...]
    applicable: bool
    earned: Decimal | None
    """Points; None when not applicable or not checked yet."""
    ledger: Rate | None = None
    """The rate the points come from, for a leaf computed from last year's ledger."""

    @property
    def lost(self) -> Decimal | None:
        """Points lost; None when nothing was earned or lost yet."""
        return None if self.earned is None else self.leaf.points - self.earned

    @cached_property
    def rate(self) -> Rate | None:
        """得分率: earned of the leaf's points; None without a score."""
        return None if self.earned is None else Rate(self.earned, self.leaf.points)


def leaf_results(year: Year, previous: Year | None, unit: Unit) -> tuple[LeafResult, ...]:
    """The unit's result on every leaf of the year, in the order of the file."""
    ledger = previous_ledger(year, previous, unit.id)
    return tuple(_leaf_result(year, unit, leaf, ledger) for leaf in year.leaves)


@dataclass(frozen=True)
class PreviousLedger:
    """Last year's problems of one unit as of a day."""

    lives: tuple[Life, ...]
    day: dt.date


def previous_ledger(year: Year, previous: Year | None, unit_id: str) -> PreviousLedger | None:
    """Last year's problems of the unit as of `ledger_day`; None without a last year."""
    if previous is None:
        return None
    day = ledger_day(year, previous)
    rows = previous.problems_of.get(unit_id, ())
    return PreviousLedger(lives(rows, day, previous.scheme.rectification), day)


def ledger_day(year: Year, previous: Year) -> dt.date:
    """The day last year's ledger counts for this year: its own 数据截至, as its book prints it.

    Never later than the end of this assessment (`held_to`): what is closed afterwards moves no score.
    """
    return min(previous.cycle.as_of.date(), year.cycle.held_to, year.cycle.as_of.date())


def _leaf_result(year: Year, unit: Unit, leaf: Leaf, ledger: PreviousLedger | None) -> LeafResult:
    key = (unit.id, leaf.code)
    check = year.checks.get(key)
    deductions = year.deductions.get(key, ())
    if not _applies(leaf, check, unit):
        return LeafResult(leaf, check, deductions, applicable=False, earned=None)
    if leaf.ledger_rate is not None and ledger is not None:
        rate = ledger_rate(ledger.lives, leaf.ledger_rate, ledger.day)
        earned = leaf.points if not rate.whole else leaf.points * rate.part / rate.whole
        return LeafResult(leaf, check, deductions, applicable=True, earned=earned, ledger=rate)
    return LeafResult(leaf, check, deductions, applicable=True, earned=_earned(leaf, check, deductions))


def _applies(leaf: Leaf, check: Check | None, unit: Unit) -> bool:
    """As the checkers found; without a check, as the unit's profile says."""
    if check is not None:
        return check.status is not CheckStatus.NOT_APPLICABLE
    holds = {
        Condition.ALWAYS: True,
        Condition.HAS_COMMITTEE: unit.profile.has_committee,
        Condition.HAS_PARTY_GROUPS: unit.profile.has_party_groups,
    }
    return holds[leaf.applies_if]


def _earned(leaf: Leaf, check: Check | None, deductions: Iterable[Deduction]) -> Decimal | None:
    """Points from 0 to the leaf's; None without a check or without what its way of scoring needs."""
    if check is None:
        return None
    left = leaf.points - sum((row.minus for row in deductions), ZERO)
    match leaf.scoring:
        case Scoring.DEDUCT:
            earned: Decimal | None = left
        case Scoring.PASS:
            earned = ZERO if check.status is CheckStatus.UNMET else left
        case Scoring.RATIO:
            earned = check.earned if check.ratio is None else leaf.points * check.ratio
        case Scoring.BAND:
            earned = check.earned
    return None if earned is None else min(leaf.points, max(ZERO, earned))
