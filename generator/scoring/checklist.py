"""党建考核: points by leaf, area and unit, medians and the leaves that lose most (domain.md 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.checklist import Leaf
from generator.model.scheme import Area
from generator.model.year import Unit, Year
from generator.scoring.adjustments import UnitAdjustments, unit_adjustments
from generator.scoring.exact import HUNDRED, ZERO, Rate, median, rounded
from generator.scoring.leaves import LeafResult, leaf_results
from generator.store.again import again
from generator.store.traced import followed


@dataclass(frozen=True)
class AreaResult:
    """一级指标 of one unit."""

    area: Area
    rate: Rate
    """Points earned of points applicable and checked."""
    leaves: tuple[LeafResult, ...]


@dataclass(frozen=True)
class UnitChecklist:
    """党建考核 of one unit; points unrounded."""

    unit_id: str
    areas: tuple[AreaResult, ...]
    """In the order of the scheme."""
    leaves: tuple[LeafResult, ...]
    """In the order of the file."""
    total: Rate
    """Points earned of points applicable and checked."""
    unchecked: tuple[Leaf, ...]
    """Applicable leaves without a result; while there are any, `base` and `score` are None."""
    adjustments: UnitAdjustments
    base: Decimal | None
    """Points rescaled to 100."""
    score: Decimal | None
    """党建得分: base + bonus - penalty within the scheme's cap and not below 0."""

    @property
    def rounded(self) -> Decimal | None:
        """党建得分, 2 decimals."""
        return None if self.score is None else rounded(self.score)

    def leaf(self, code: str) -> LeafResult:
        """The result on one leaf; KeyError when the year has no such leaf."""
        for result in self.leaves:
            if result.leaf.code == code:
                return result
        raise KeyError(code)


@dataclass(frozen=True)
class ChecklistMedians:
    """中位得分率 (0–1) over units; a key is absent when no unit has a value."""

    areas: Mapping[str, Decimal]
    """By area code."""
    leaves: Mapping[str, Decimal]
    """By leaf code."""
    total: Decimal | None
    """Of all points together."""
    score: Decimal | None
    """Median 党建得分 in points."""


@dataclass(frozen=True)
class LeafLoss:
    """失分 of one leaf over all units: points lost of points applicable and checked."""

    leaf: Leaf
    lost: Rate
    units: int
    """How many units have a result."""
    losing: int
    """How many of them lost something."""


@followed("units", "groups")
@dataclass(frozen=True)
class ChecklistAssessment:
    """党建考核 of a year."""

    units: Mapping[str, UnitChecklist]
    """By unit id in official order; units without any result are absent."""
    groups: Mapping[str, ChecklistMedians]
    """By group name in the order of the scheme."""
    overall: ChecklistMedians
    losses: tuple[LeafLoss, ...]
    """Highest share of points lost first, equal ones in the order of the file; leaves without loss absent."""


def assess_checklist(year: Year, previous: Year | None) -> ChecklistAssessment:
    """The checklist of every unit; leaves computed from the ledger look into the previous year."""
    name = year.year
    checked = (
        again(("checklist", name, unit.id), _unit_checklist, year, previous, unit) for unit in year.units
    )
    units = {one.unit_id: one for one in checked if one is not None}
    members = {
        group.name: tuple(
            units[unit.id] for unit in year.units if unit.group == group.name and unit.id in units
        )
        for group in year.scheme.groups
    }
    return ChecklistAssessment(
        units=units,
        groups={
            group: again(("checklist medians", name, group), _medians, year, rows)
            for group, rows in members.items()
        },
        overall=again(("checklist medians", name), _medians, year, tuple(units.values())),
        losses=again(("checklist losses", name), _losses, year, tuple(units.values())),
    )


def party_score(base: Decimal, bonus: Decimal, penalty: Decimal, cap: Decimal | None) -> Decimal:
    """`base + bonus - penalty`, not above the cap of the scheme and not below 0 (domain.md 6.3)."""
    score = max(ZERO, base + bonus - penalty)
    return score if cap is None else min(cap, score)


def _unit_checklist(year: Year, previous: Year | None, unit: Unit) -> UnitChecklist | None:
    """None for a unit nobody checked."""
    leaves = leaf_results(year, previous, unit)
    if not any(result.check is not None for result in leaves):
        return None
    total = _rate(leaves)
    unchecked = tuple(result.leaf for result in leaves if result.applicable and result.earned is None)
    adjustments = unit_adjustments(year, unit.id)
    base = None if unchecked or not total.whole else total.part * HUNDRED / total.whole
    score = base
    if base is not None:
        score = party_score(base, adjustments.bonus, adjustments.penalty, year.scheme.party_total_cap)
    areas = tuple(_area(area, leaves) for area in year.scheme.areas)
    return UnitChecklist(unit.id, areas, leaves, total, unchecked, adjustments, base, score)


def _area(area: Area, leaves: Iterable[LeafResult]) -> AreaResult:
    own = tuple(result for result in leaves if result.leaf.code.startswith(area.code))
    return AreaResult(area, _rate(own), own)


def _rate(leaves: Iterable[LeafResult]) -> Rate:
    rates = [result.rate for result in leaves if result.rate is not None]
    return Rate(sum((rate.part for rate in rates), ZERO), sum((rate.whole for rate in rates), ZERO))


def _medians(year: Year, rows: tuple[UnitChecklist, ...]) -> ChecklistMedians:
    areas = {
        area.code: _median_rate(row.areas[n].rate for row in rows) for n, area in enumerate(year.scheme.areas)
    }
    leaves = {
        leaf.code: _median_rate(row.leaves[n].rate for row in rows) for n, leaf in enumerate(year.leaves)
    }
    return ChecklistMedians(
        areas=_present(areas),
        leaves=_present(leaves),
        total=_median_rate(row.total for row in rows),
        score=median(row.score for row in rows if row.score is not None),
    )


def _median_rate(rates: Iterable[Rate | None]) -> Decimal | None:
    values = (rate.value for rate in rates if rate is not None)
    return median(value for value in values if value is not None)


def _present(values: Mapping[str, Decimal | None]) -> Mapping[str, Decimal]:
    return {key: value for key, value in values.items() if value is not None}


def _losses(year: Year, rows: tuple[UnitChecklist, ...]) -> tuple[LeafLoss, ...]:
    losses = (_loss(leaf, [row.leaves[n] for row in rows]) for n, leaf in enumerate(year.leaves))
    losing = [(loss.lost.value, loss) for loss in losses if loss.losing]
    return tuple(loss for _, loss in sorted(losing, key=lambda pair: -(pair[0] or ZERO)))


def _loss(leaf: Leaf, results: Iterable[LeafResult]) -> LeafLoss:
    lost = [result.lost for result in results if result.lost is not None]
    return LeafLoss(
        leaf=leaf,
        lost=Rate(sum(lost, ZERO), leaf.points * len(lost)),
        units=len(lost),
        losing=sum(one > 0 for one in lost),
    )
