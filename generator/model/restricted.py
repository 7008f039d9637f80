"""Records only the assessment group may open (domain.md 4.1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import ObjectionResult, RecommendationKind, RecommendationLevel, WhoClass
from generator.problems import Place


@dataclass(frozen=True)
class Recommendation:
    """干部推荐."""

    session: str
    kind: RecommendationKind
    level: RecommendationLevel
    unit_id: str
    name: str
    position: str
    expected: int
    present: int
    valid: int
    votes: int
    share: Decimal | None
    opinion: str | None
    origin: Place


@dataclass(frozen=True)
class Interview:
    """个别谈话."""

    id: str
    unit_id: str
    date: dt.date
    who_class: WhoClass
    about: str | None
    notes: str
    origin: Place


@dataclass(frozen=True)
class Objection:
    """异议."""

    commendation_id: str
    received_on: dt.date
    channel: str
    named: bool
    summary: str
    checked_by: str | None
    result: ObjectionResult
    handling: str | None
    origin: Place
