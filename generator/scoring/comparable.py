"""可比口径得分率: two adjacent years on the leaves they share, with its coverage (domain.md 10.2).

Points of different schemes are never compared raw: only rates on leaves that are one and the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.year import Year
from generator.scoring.checklist import ChecklistAssessment, UnitChecklist
from generator.scoring.crosswalk import SUMS, Family, Reason, families
from generator.scoring.exact import ZERO, Rate, rounded
from generator.store.again import again
from generator.store.values import value

NOTHING = Rate(ZERO, ZERO)


@dataclass(frozen=True)
class Change:
    """A rate of one year and of a later one."""

    before: Rate
    after: Rate

    @property
    def points(self) -> Decimal | None:
        """Change in 百分点, unrounded; None when one of the rates has no value."""
        return self.after.above(self.before.value)

    @property
    def rounded(self) -> Decimal | None:
        """Change in 百分点, 2 decimals."""
        return None if self.points is None else rounded(self.points)


@value(frozen=True, slots=True)
class Part:
    """A family of leaves with what was earned on it in both years."""

    family: Family
    change: Change
    reason: Reason | None
    """Why it does not make up the comparable rate; None when it does."""


@dataclass(frozen=True)
class Comparison:
    """Two adjacent years of one unit."""

    change: Change
    """Points earned of points on the leaves of `pairs`, both years."""
    coverage: Rate
    """This year's points of `pairs` of all points applicable and checked this year."""
    pairs: tuple[Part, ...]
    """Leaves that are one and the same; order of this year's file, here and below."""
    sums: tuple[Part, ...]
    """拆分 and 合并, all parts present: comparable as a sum beside the rate, never inside it."""
    left_out: tuple[Part, ...]
    """The rest, each with its reason; leaves without points in either year are absent."""


@dataclass(frozen=True)
class YearComparison:
    """Two adjacent years of the company."""

    change: Change
    """Pooled over `units`."""
    coverage: Rate
    """Of this year's points of all units, those in `left_out` too."""
    units: Mapping[str, Comparison]
    """By unit id in official order; those checked in both years."""
    left_out: tuple[str, ...]
    """Unit ids checked in this year only."""


def compare(shared: Iterable[Family], before: UnitChecklist, after: UnitChecklist) -> Comparison:
    """One unit on the families of leaves the two years share."""
    old, new = _rates(before), _rates(after)
    parts = [_part(family, old, new) for family in shared]
    parts = [part for part in parts if part.change.before.whole or part.change.after.whole]
    pairs = tuple(part for part in parts if part.reason is None)
    change = _pool(part.change for part in pairs)
    return Comparison(
        change=change,
        coverage=Rate(change.after.whole, after.total.whole),
        pairs=pairs,
        sums=tuple(part for part in parts if part.reason in SUMS),
        left_out=tuple(part for part in parts if part.reason is not None and part.reason not in SUMS),
    )


def compare_years(
    before: Year, after: Year, old: ChecklistAssessment, new: ChecklistAssessment
) -> YearComparison:
    """Every unit checked in both years, and all of them together."""
    shared = again(("families", after.year), families, before, after)
    units = {
        unit_id: again(("compared", after.year, unit_id), compare, shared, old.units[unit_id], checklist)
        for unit_id, checklist in new.units.items()
        if unit_id in old.units
    }
    change = _pool(one.change for one in units.values())
    return YearComparison(
        change=change,
        coverage=Rate(change.after.whole, sum((one.total.whole for one in new.units.values()), ZERO)),
        units=units,
        left_out=tuple(unit_id for unit_id in new.units if unit_id not in old.units),
    )


def pool_rates(rates: Iterable[Rate]) -> Rate:
    """The rates as one: parts of wholes."""
    rows = tuple(rates)
    return Rate(sum((one.part for one in rows), ZERO), sum((one.whole for one in rows), ZERO))


def _pool(changes: Iterable[Change]) -> Change:
    rows = tuple(changes)
    return Change(pool_rates(one.before for one in rows), pool_rates(one.after for one in rows))


def _rates(checklist: UnitChecklist) -> Mapping[str, Rate]:
    """得分率 by leaf code; leaves not applicable or not checked are absent."""
    return {one.leaf.code: one.rate for one in checklist.leaves if one.rate is not None}


def _part(family: Family, old: Mapping[str, Rate], new: Mapping[str, Rate]) -> Part:
    change = Change(_sum(family.before, old), _sum(family.after, new))
    carries_on = family.reason is None or family.reason in SUMS
    present = all(code in old for code in family.before) and all(code in new for code in family.after)
    return Part(family, change, family.reason if present or not carries_on else Reason.UNPAIRED)


def _sum(codes: Sequence[str], rates: Mapping[str, Rate]) -> Rate:
    return pool_rates(rates.get(code, NOTHING) for code in codes)
