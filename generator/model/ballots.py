"""Ballot accounting and counts (domain.md 3.3); single ballots never enter the data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import Dimension, TargetKind
from generator.problems import Place
from generator.store.values import value


@dataclass(frozen=True)
class BallotRound:
    """测评场次: tickets issued, returned and valid of one class."""

    unit_id: str
    sheet: TargetKind
    ballot_class: str
    expected: int
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    counted_by: str
    supervised_by: str
    source_file: str | None
    sha256: str | None
    origin: Place


@value(frozen=True, slots=True)
class BallotCount:
    """测评票数: counts of one target, class and dimension."""

    unit_id: str
    target_kind: TargetKind
    person_id: str | None
    ballot_class: str
    dimension: Dimension
    n_excellent: int
    n_good: int
    n_fair: int
    n_poor: int
    n_abstain: int
    points_sum: Decimal | None
    origin: Place
