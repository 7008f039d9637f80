"""综合得分: the weighted components of a unit, full precision kept to the end (domain.md 7.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import Component
from generator.model.year import Unit, Year
from generator.scoring.ballots import BallotResult
from generator.scoring.checklist import UnitChecklist
from generator.scoring.exact import ZERO, rounded


@dataclass(frozen=True)
class ComponentPart:
    """One component of a composite."""

    component: Component
    weight: Decimal
    score: Decimal | None
    """Of 100, unrounded; None while it is missing."""

    @property
    def points(self) -> Decimal | None:
        """Weight × score, unrounded."""
        return None if self.score is None else self.weight * self.score


@dataclass(frozen=True)
class Composite:
    """综合得分 of a unit."""

    components: tuple[ComponentPart, ...]
    """In the order of `Component`; those the group gives weight."""
    score: Decimal | None
    """Unrounded; None while a component is missing."""

    @property
    def rounded(self) -> Decimal | None:
        """综合得分, 2 decimals: what ranks and grades look at."""
        return None if self.score is None else rounded(self.score)

    def part(self, component: Component) -> Decimal | None:
        """The score of one component; None when missing or without weight."""
        return next((one.score for one in self.components if one.component is component), None)


def composite(weights: Mapping[Component, Decimal], scores: Mapping[Component, Decimal | None]) -> Composite:
    """`Σ weight × score` over the components with weight."""
    parts = tuple(
        ComponentPart(component, weights[component], scores.get(component))
        for component in Component
        if weights.get(component, ZERO)
    )
    points = [part.points for part in parts]
    whole = bool(points) and all(one is not None for one in points)
    return Composite(parts, sum((one for one in points if one is not None), ZERO) if whole else None)


def unit_composite(
    year: Year, unit: Unit, checklist: UnitChecklist | None, ballots: BallotResult | None
) -> Composite | None:
    """The composite by the group's weights; None when the scheme has no such group or nothing is known.

    民主测评 and 党建考核 are computed; a typed score stands in only where they could not be.
    """
    group = next((one for one in year.scheme.groups if one.name == unit.group), None)
    scores: dict[Component, Decimal | None] = {
        row.component: row.score for row in year.components if row.unit_id == unit.id
    }
    if checklist is not None and checklist.score is not None:
        scores[Component.PARTY] = checklist.score
    if ballots is not None and ballots.score is not None:
        scores[Component.BALLOT] = ballots.score
    return composite(group.weights, scores) if group is not None and scores else None
