"""A year with its results, and where each unit stands in its group."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from generator.model.terms import Component
from generator.model.year import Archive, Year
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.exact import Rate
from generator.scoring.percentile import Standing, standings
from generator.store.traced import followed


@followed("year", "assessment", "composites", "components")
@dataclass(frozen=True)
class AssessedYear:
    """A year with its results."""

    year: Year
    assessment: Assessment

    @property
    def number(self) -> int:
        """考核年度."""
        return self.year.year

    @cached_property
    def composites(self) -> Mapping[str, Standing]:
        """综合得分 in the group by unit id, of the units that have a 位次: 不定等次 is left out.

        The median is the group's, as printed: of every unit with a score.
        """
        found = self._standings(_graded_score)
        medians = {name: one.composite for name, one in self.assessment.group_medians.items()}
        groups = {unit_id: self.assessment.units[unit_id].unit.group for unit_id in found}
        return {
            unit_id: replace(one, median=middle)
            for unit_id, one in found.items()
            if (middle := medians[groups[unit_id]]) is not None
        }

    @cached_property
    def components(self) -> Mapping[Component, Mapping[str, Standing]]:
        """Each component in the group by unit id; units without a score are absent."""
        return {component: self._standings(_score_of(component)) for component in Component}

    def unit(self, unit_id: str) -> UnitAssessment | None:
        """The unit's results; None when it was not assessed."""
        return self.assessment.units.get(unit_id)

    def leaf_rates(self, unit_id: str) -> Mapping[str, Rate]:
        """得分率 of the unit by leaf code; leaves not applicable or not checked are absent."""
        checklist = self.assessment.checklist.units.get(unit_id)
        leaves = checklist.leaves if checklist else ()
        return {one.leaf.code: one.rate for one in leaves if one.rate is not None}

    def breaks_from(self, before: AssessedYear | None) -> bool:
        """Whether the scheme's `major` differs from an earlier year's."""
        return before is not None and before.year.scheme.major != self.year.scheme.major

    def follows(self, before: AssessedYear | None) -> bool:
        """Whether the other is the year just before, the one the crosswalk leads to."""
        return before is not None and before.number + 1 == self.number

    def _standings(self, score: Callable[[UnitAssessment], Decimal | None]) -> Mapping[str, Standing]:
        groups: dict[str, dict[str, Decimal]] = {}
        for unit_id, one in self.assessment.units.items():
            value = score(one)
            if value is not None:
                groups.setdefault(one.unit.group, {})[unit_id] = value
        return {unit_id: one for scores in groups.values() for unit_id, one in standings(scores).items()}


def assessed_years(archive: Archive, assessments: Mapping[int, Assessment]) -> tuple[AssessedYear, ...]:
    """Every year of the archive with its results, oldest first."""
    return tuple(AssessedYear(year, assessments[year.year]) for year in archive.years)


def year_before(years: Sequence[AssessedYear]) -> AssessedYear | None:
    """The year just before the last of these; None when that one is missing."""
    *_, before, last = (None, None, *years)
    return before if last is not None and last.follows(before) else None


def _graded_score(one: UnitAssessment) -> Decimal | None:
    graded = one.suggestion is not None and one.suggestion.rank is not None
    return one.composite.score if one.composite and graded else None


def _score_of(component: Component) -> Callable[[UnitAssessment], Decimal | None]:
    return lambda one: one.composite.part(component) if one.composite else None
