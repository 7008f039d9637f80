"""Figures of the year just before as operands: named by their keys, not made again.

Nobody who looks through this year's figures finds them there, so the basis that names one brings the rows of
the visibility matrix that stand behind it (`Basis.needs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.figures.figure import Operand, of_year
from generator.figures.leaves import leaf_needs
from generator.model.terms import PublicationItem
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear, year_before
from generator.scoring.leaves import LeafResult
from generator.scoring.trends import BREAK_TEXT

Items = frozenset[PublicationItem]

CHECKLIST = frozenset({PublicationItem.CHECKLIST})
COMPOSITE = frozenset(
    {
        PublicationItem.COMPOSITE,
        PublicationItem.BALLOT_TOTAL,
        PublicationItem.BALLOT_DIMENSIONS,
        PublicationItem.BALLOT_CLASSES,
    }
)
"""What may stand behind a composite besides the checklist."""


@dataclass(frozen=True)
class Earlier:
    """The year just before."""

    assessed: AssessedYear
    remark: str
    """What is said where its figures meet this year's; empty under the same indicator system."""

    @property
    def number(self) -> int:
        """考核年度."""
        return self.assessed.number

    @property
    def assessment(self) -> Assessment:
        """Its results."""
        return self.assessed.assessment

    def operand(self, label: str, text: str, key: str) -> Operand:
        """One of its figures."""
        return Operand(label, text, of_year(self.number, key))

    def checklist_needs(self, leaves: Iterable[LeafResult]) -> Items:
        """What stands behind points and rates of these leaves."""
        return CHECKLIST | leaf_needs(leaves)

    def composite_needs(self, unit_id: str) -> Items:
        """What stands behind the unit's 综合得分."""
        unit = self.assessment.checklist.units.get(unit_id)
        return COMPOSITE | (CHECKLIST if unit is None else self.checklist_needs(unit.leaves))

    def company_needs(self, area: str | None = None) -> Items:
        """What stands behind rates and medians of all units, of one area or of everything."""
        return CHECKLIST.union(*self._of_units(area))

    def _of_units(self, area: str | None) -> Iterator[Items]:
        for unit in self.assessment.checklist.units.values():
            leaves = (one for one in unit.leaves if area is None or one.leaf.code.startswith(area))
            yield self.checklist_needs(leaves)


def earlier(years: Sequence[AssessedYear]) -> Earlier | None:
    """The year just before the last of these; None when there is none."""
    before = year_before(years)
    if before is None:
        return None
    remark = BREAK_TEXT if years[-1].breaks_from(before) else ""
    return Earlier(before, remark)
