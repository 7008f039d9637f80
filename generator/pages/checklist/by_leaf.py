"""What all units brought on each leaf, found once instead of searched for on every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.editions.checklist import LeafRow
from generator.editions.edition import EditionUnit, EditionYear
from generator.scoring.exact import ZERO, Rate
from generator.store.traced import followed
from generator.store.values import value


@followed("unit")
@value(frozen=True, slots=True)
class UnitResult:
    """检查结果 of one unit on one leaf."""

    unit: EditionUnit
    row: LeafRow


@followed("results")
@dataclass(frozen=True)
class LeafResults:
    """检查结果 of all units on one leaf, in official order."""

    results: tuple[UnitResult, ...]
    rate: Rate
    """Points earned of points applicable."""


NOTHING = LeafResults((), Rate(ZERO, ZERO))
"""Of a leaf nobody was checked on."""


def results_by_leaf(year: EditionYear) -> Mapping[str, LeafResults]:
    """The results by leaf code; every leaf of the year has its entry."""
    found: dict[str, list[UnitResult]] = defaultdict(list)
    for unit in year.units:
        for row in unit.checklist.leaves if unit.checklist else ():
            found[row.code].append(UnitResult(unit, row))
    return {leaf.code: _results(found[leaf.code]) if leaf.code in found else NOTHING for leaf in year.leaves}


def area_rates(year: EditionYear) -> Mapping[str, Rate]:
    """公司得分率 by area letter: what all units earned of what applied to them."""
    found: dict[str, list[Rate]] = defaultdict(list)
    for unit in year.units:
        for area in unit.checklist.areas if unit.checklist else ():
            found[area.code].append(area.rate)
    return {area.code: summed(found[area.code]) for area in year.scheme.areas}


def summed(rates: Iterable[Rate]) -> Rate:
    """The rate of all together: parts over wholes, never a mean of shares."""
    part = whole = ZERO
    for rate in rates:
        part, whole = part + rate.part, whole + rate.whole
    return Rate(part, whole)


def row_rate(row: LeafRow) -> Rate | None:
    """得分率 of one unit on one leaf; None when it does not apply."""
    return None if row.earned is None else Rate(row.earned, row.points)


def _results(results: list[UnitResult]) -> LeafResults:
    rates = (row_rate(result.row) for result in results)
    return LeafResults(tuple(results), summed(rate for rate in rates if rate is not None))
