"""The rules of one assessed year (domain.md 1.2, 3, 6.3, 7, 9.3, 9.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import (
    Abstain,
    BoardGrade,
    CommendationLevel,
    Component,
    Dimension,
    ItemAudience,
    Light,
    MissingClass,
    PointsTable,
    PublicationItem,
    RectificationKind,
    Rounding,
)
from generator.problems import Place


@dataclass(frozen=True)
class Area:
    """一级指标: a first-level indicator, named by one letter."""

    code: str
    name: str
    short_name: str
    origin: Place


@dataclass(frozen=True)
class GroupWeights:
    """组别: a group of comparable units with the weights of its composite."""

    name: str
    weights: Mapping[Component, Decimal]
    origin: Place


@dataclass(frozen=True)
class BallotClass:
    """票种: a class of voters with its weight."""

    code: str
    name: str
    weight: Decimal
    origin: Place


@dataclass(frozen=True)
class DimensionWeight:
    """测评维度 and its weight."""

    dimension: Dimension
    weight: Decimal
    origin: Place


@dataclass(frozen=True)
class Ballot:
    """民主测评: how counts become points."""

    classes: tuple[BallotClass, ...]
    dimensions: tuple[DimensionWeight, ...]
    points_table: PointsTable
    points: Mapping[BoardGrade, Decimal]
    abstain: Abstain
    missing_class: MissingClass
    quorum_present: int
    quorum_expected: int
    origin: Place


@dataclass(frozen=True)
class Grade:
    """等次线: the half-open range of composites a grade covers."""

    grade: BoardGrade
    least: Decimal
    below: Decimal | None
    origin: Place


@dataclass(frozen=True)
class Quota:
    """优秀名额: how many units of a group may be 优秀."""

    ratio: Decimal
    rounding: Rounding
    min_one: bool
    origin: Place


@dataclass(frozen=True)
class Bars:
    """评优限制: what keeps a unit from 优秀 inside the quota."""

    party_least: BoardGrade
    competent_rate: Decimal
    excellent_rate: Decimal
    last_in_group: bool
    origin: Place


@dataclass(frozen=True)
class Bonus:
    """加分项."""

    id: str
    item: str
    level: CommendationLevel
    points: Decimal
    basis: str
    origin: Place


@dataclass(frozen=True)
class Penalty:
    """扣分项."""

    id: str
    item: str
    least: Decimal
    most: Decimal
    basis: str
    origin: Place


@dataclass(frozen=True)
class Veto:
    """否决项."""

    id: str
    item: str
    ceiling: BoardGrade
    authority: str
    basis: str
    origin: Place


@dataclass(frozen=True)
class Rectification:
    """整改规则: deadlines, lights and extensions."""

    days: Mapping[RectificationKind, int]
    amber_days: int
    behind_amber: int
    behind_red: int
    rejections_red: int
    extensions_most: int
    extension_ahead: int
    backlog_days: int
    light_words: Mapping[Light, str]
    origin: Place


@dataclass(frozen=True)
class Usage:
    """结果运用: what follows from a result."""

    when: str
    target: str
    then: str
    example: str | None
    audience: ItemAudience
    origin: Place


@dataclass(frozen=True)
class Scheme:
    """考核实施方案: every setting of one year."""

    id: str
    version: int
    major: int
    changed_on: dt.date | None
    reason: str | None
    title: str
    doc_no: str
    guiding: str
    objects: tuple[str, ...]
    content: tuple[str, ...]
    methods: tuple[str, ...]
    areas: tuple[Area, ...]
    groups: tuple[GroupWeights, ...]
    ballot: Ballot
    grades: tuple[Grade, ...]
    quota: Quota
    tie_order: tuple[Component, ...]
    bars: Bars
    party_total_cap: Decimal | None
    bonus_cap: Decimal
    bonuses: tuple[Bonus, ...]
    penalties: tuple[Penalty, ...]
    vetoes: tuple[Veto, ...]
    notice_days: int
    rectification: Rectification
    result_usage: tuple[Usage, ...]
    discipline: tuple[str, ...]
    attachments: tuple[str, ...]
    publication: Mapping[PublicationItem, ItemAudience]
    origin: Place

    @property
    def components(self) -> tuple[Component, ...]:
        """The components some group gives weight."""
        return tuple(one for one in Component if any(group.weights.get(one) for group in self.groups))
