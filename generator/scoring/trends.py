"""历年趋势: a unit and the company over the years, never by raw totals (domain.md 10.2).

Years are given oldest first, up to the year the reader stands in: what came later is not known there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.model.scheme import Area
from generator.model.terms import Component
from generator.model.year import Year
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear
from generator.scoring.comparable import (
    Change,
    Comparison,
    YearComparison,
    compare,
    compare_years,
    pool_rates,
)
from generator.scoring.crosswalk import chains, families
from generator.scoring.exact import Rate
from generator.scoring.percentile import Standing

BREAK_TEXT = "方案调整，口径不完全可比"
"""What a chart says where `breaks` is set."""


@dataclass(frozen=True)
class UnitPoint:
    """One unit in one year of its trend."""

    year: int
    group: str
    breaks: bool
    """Whether the scheme's `major` differs from the point before: draw the break mark in front."""
    regrouped: bool
    """Whether the group differs from the point before: places are among other units."""
    total: Rate | None
    """得分率; None when nobody checked the unit."""
    areas: Mapping[str, Rate]
    """得分率 by area code in the order of the scheme."""
    area_differences: Mapping[str, Decimal]
    """与组中位差 by area code in 百分点, unrounded; areas without points are absent."""
    composite: Standing | None
    """综合得分 in the group; None for 不定等次 and while it is incomplete."""
    components: Mapping[Component, Standing]
    """Each component in the group; those without a score are absent."""
    comparison: Comparison | None
    """Comparable rate against the year just before; None unless the unit was checked in both."""


@dataclass(frozen=True)
class CompanyPoint:
    """All units in one year of the company's trend."""

    year: int
    breaks: bool
    total: Rate
    """得分率, points of all units pooled."""
    areas: Mapping[str, Rate]
    comparison: YearComparison | None
    """Against the year just before; None when there is none."""


@dataclass(frozen=True)
class ChainPoint:
    """One year of a line over leaves that stayed the same in all its years."""

    year: int
    breaks: bool
    rate: Rate
    coverage: Rate
    """That year's points of these leaves of all points applicable and checked that year."""


def unit_trend(years: Sequence[AssessedYear], unit_id: str) -> tuple[UnitPoint, ...]:
    """The years in which the unit was assessed, oldest first; other units' years never join in."""
    own = [one for one in years if one.unit(unit_id) is not None]
    return tuple(_unit_point(before, one, unit_id) for before, one in pairwise([None, *own]) if one)


def company_trend(years: Sequence[AssessedYear]) -> tuple[CompanyPoint, ...]:
    """All years, oldest first."""
    return tuple(_company_point(before, one) for before, one in pairwise([None, *years]) if one)


def unit_chain(years: Sequence[AssessedYear], unit_id: str) -> tuple[ChainPoint, ...]:
    """可比口径得分率 over several years, crosswalks chained, on leaves with a result in every one of them.

    The line ends with the last year given and begins where it is unbroken from; empty without two years.
    """
    run = _run(years, unit_id)
    results = [one.leaf_rates(unit_id) for one in run]
    lines = [
        line
        for line in chains([one.year for one in run])
        if all(code in rates for code, rates in zip(line, results, strict=True))
    ]
    pooled = [pool_rates(rates[line[n]] for line in lines) for n, rates in enumerate(results)]
    return tuple(
        ChainPoint(
            year=one.number,
            breaks=one.breaks_from(before),
            rate=rate,
            coverage=Rate(rate.whole, pool_rates(one.leaf_rates(unit_id).values()).whole),
        )
        for (before, one), rate in zip(pairwise([None, *run]), pooled, strict=True)
        if one and len(run) > 1
    )


def shared_areas(before: Year, after: Year) -> tuple[Area, ...]:
    """This year's areas that last year's scheme had too, in their order; one with another name is another."""
    known = {(area.code, area.name) for area in before.scheme.areas}
    return tuple(area for area in after.scheme.areas if (area.code, area.name) in known)


def area_changes(before: UnitPoint, after: UnitPoint) -> Mapping[str, Change]:
    """得分率 of two years by area code, for areas that have points in both."""
    return {
        code: Change(before.areas[code], rate)
        for code, rate in after.areas.items()
        if rate.whole and code in before.areas and before.areas[code].whole
    }


def _unit_point(before: AssessedYear | None, one: AssessedYear, unit_id: str) -> UnitPoint:
    own = one.assessment.units[unit_id]
    last = before.unit(unit_id) if before else None
    areas = {part.area.code: part.rate for part in own.checklist.areas} if own.checklist else {}
    return UnitPoint(
        year=one.number,
        group=own.unit.group,
        breaks=one.breaks_from(before),
        regrouped=last is not None and last.unit.group != own.unit.group,
        total=own.checklist.total if own.checklist else None,
        areas=areas,
        area_differences=_differences(areas, one.assessment, own.unit.group),
        composite=one.composites.get(unit_id),
        components={
            component: standing[unit_id]
            for component, standing in one.components.items()
            if unit_id in standing
        },
        comparison=_comparison(before, one, unit_id),
    )


def _company_point(before: AssessedYear | None, one: AssessedYear) -> CompanyPoint:
    checked = one.assessment.checklist.units.values()
    comparison = None
    if before is not None and one.follows(before):
        comparison = compare_years(
            before.year, one.year, before.assessment.checklist, one.assessment.checklist
        )
    return CompanyPoint(
        year=one.number,
        breaks=one.breaks_from(before),
        total=pool_rates(unit.total for unit in checked),
        areas={
            area.code: pool_rates(unit.areas[n].rate for unit in checked)
            for n, area in enumerate(one.year.scheme.areas)
        },
        comparison=comparison,
    )


def _comparison(before: AssessedYear | None, one: AssessedYear, unit_id: str) -> Comparison | None:
    """None unless the unit was checked in both years and the years are adjacent."""
    if before is None or not one.follows(before):
        return None
    old, new = (each.assessment.checklist.units.get(unit_id) for each in (before, one))
    if old is None or new is None:
        return None
    return compare(families(before.year, one.year), old, new)


def _run(years: Sequence[AssessedYear], unit_id: str) -> list[AssessedYear]:
    """The latest years without a gap in which the unit was checked, oldest first."""
    run: list[AssessedYear] = []
    for one in reversed(years):
        if unit_id not in one.assessment.checklist.units or (run and not run[0].follows(one)):
            break
        run.insert(0, one)
    return run


def _differences(areas: Mapping[str, Rate], assessment: Assessment, group: str) -> Mapping[str, Decimal]:
    """In 百分点 against the group's medians."""
    medians = assessment.checklist.groups[group].areas if group in assessment.checklist.groups else {}
    found = {code: rate.above(medians.get(code)) for code, rate in areas.items()}
    return {code: difference for code, difference in found.items() if difference is not None}
