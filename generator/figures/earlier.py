"""Figures of the year just before as operands: named by their keys, not made again.

Nobody who looks through this year's figures finds them there, so the basis that names one brings the row of
the visibility matrix it belongs to (`Basis.needs`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.figure import Operand, of_year
from generator.model.terms import PublicationItem
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear, year_before
from generator.scoring.trends import BREAK_TEXT
from generator.store.traced import followed

Items = frozenset[PublicationItem]

CHECKLIST = frozenset({PublicationItem.CHECKLIST})
"""What a basis needs that names rates or points of the checklist."""
COMPOSITE = frozenset({PublicationItem.COMPOSITE})
"""What a basis needs that names 综合得分."""


@followed("assessed")
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


def earlier(years: Sequence[AssessedYear]) -> Earlier | None:
    """The year just before the last of these; None when there is none."""
    before = year_before(years)
    if before is None:
        return None
    remark = BREAK_TEXT if years[-1].breaks_from(before) else ""
    return Earlier(before, remark)
