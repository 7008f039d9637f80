"""加分、扣分与否决: one achievement at its highest level, one event once (domain.md 6.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.results import Adjustment
from generator.model.scheme import Scheme
from generator.model.terms import AdjustmentKind, BoardGrade, CommendationLevel
from generator.model.year import Year
from generator.scoring.exact import ZERO

LEVELS = tuple(CommendationLevel)
"""Lowest first."""
GRADES = (BoardGrade.EXCELLENT, BoardGrade.GOOD, BoardGrade.FAIR, BoardGrade.POOR)
"""Best first; 不定等次 is outside the order."""


@dataclass(frozen=True)
class Counted:
    """An adjustment and the points it stands for; `counts` is False when another of its event counts."""

    adjustment: Adjustment
    points: Decimal
    counts: bool


@dataclass(frozen=True)
class UnitAdjustments:
    """加分、扣分与否决 of a unit in this year."""

    bonuses: tuple[Counted, ...]
    """By number."""
    penalties: tuple[Counted, ...]
    """By number."""
    vetoes: tuple[Adjustment, ...]
    """By number."""
    bonus_uncapped: Decimal
    bonus: Decimal
    """Not above 加分封顶."""
    penalty: Decimal
    ceiling: BoardGrade | None
    """等次上限, the lowest of all vetoes; None without a veto."""


def unit_adjustments(year: Year, unit_id: str) -> UnitAdjustments:
    """The adjustments applied to the unit in this year (`year_applied`)."""
    rows = sorted(
        (one for one in year.adjustments if one.unit_id == unit_id and one.year_applied == year.year),
        key=lambda one: one.id,
    )
    scheme = year.scheme
    bonuses = _counted(_of(rows, AdjustmentKind.BONUS), lambda one: _bonus_weight(scheme, one))
    penalties = _counted(_of(rows, AdjustmentKind.PENALTY), lambda one: (0, _penalty_points(scheme, one)))
    vetoes = _of(rows, AdjustmentKind.VETO)
    uncapped = _sum(bonuses)
    return UnitAdjustments(
        bonuses=bonuses,
        penalties=penalties,
        vetoes=vetoes,
        bonus_uncapped=uncapped,
        bonus=min(uncapped, scheme.bonus_cap),
        penalty=_sum(penalties),
        ceiling=_ceiling(scheme, vetoes),
    )


def lower(one: BoardGrade, other: BoardGrade) -> BoardGrade:
    """The worse of two grades of the order."""
    return max(one, other, key=GRADES.index)


def _of(rows: Iterable[Adjustment], kind: AdjustmentKind) -> tuple[Adjustment, ...]:
    return tuple(one for one in rows if one.kind is kind)


def _counted(
    rows: tuple[Adjustment, ...], weight: Callable[[Adjustment], tuple[int, Decimal]]
) -> tuple[Counted, ...]:
    """Each row with its points; of one event only the weightiest counts, of equal ones the first."""
    best: dict[str, Adjustment] = {}
    for row in rows:
        held = best.get(row.event)
        if held is None or weight(row) > weight(held):
            best[row.event] = row
    return tuple(Counted(row, weight(row)[1], best[row.event] is row) for row in rows)


def _sum(rows: Iterable[Counted]) -> Decimal:
    return sum((row.points for row in rows if row.counts), ZERO)


def _bonus_weight(scheme: Scheme, one: Adjustment) -> tuple[int, Decimal]:
    """Level, then points: as recorded, else as the scheme sets for the item."""
    item = next((bonus for bonus in scheme.bonuses if bonus.id == one.item), None)
    level = LEVELS.index(item.level) if item else -1
    return (level, one.points if one.points is not None else item.points if item else ZERO)


def _penalty_points(scheme: Scheme, one: Adjustment) -> Decimal:
    """As recorded, else the least the scheme sets for the item."""
    least = next((penalty.least for penalty in scheme.penalties if penalty.id == one.item), ZERO)
    return one.points if one.points is not None else least


def _ceiling(scheme: Scheme, vetoes: Iterable[Adjustment]) -> BoardGrade | None:
    """The lowest of the vetoes' effects: as determined, else as the scheme sets for the item."""
    items = {veto.id: veto.ceiling for veto in scheme.vetoes}
    effects = [one.effect or items.get(one.item) for one in vetoes]
    known = [effect for effect in effects if effect in GRADES]
    return max(known, key=GRADES.index) if known else None
