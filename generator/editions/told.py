"""What the book of a later year and the shelf may read of a year: all but most of its figures.

A year has some hundred figures a unit, nearly all for its own pages; others show a dozen of them, and leave
the basis to the year's own book. So a closed year is kept small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.figures import Basis, Figure
from generator.store.again import again_each

TOLD = re.compile(
    r"(?:company|groups|ledger)\..*"
    r"|units\.[^.]+\.(?:checklist\.(?:rate|areas\.[A-Z]+\.rate)|commendations|grade\.decided"
    r"|composite(?:\.components\.\w+)?|ballot\.board\.score|ledger\.(?:total|open|overdue|closed_rate)"
    r"|trend\.comparable\.\w+)"
)
"""Keys of figures that stand on pages of other years."""
ELSEWHERE = "依据见该年度的页面"


@dataclass(frozen=True)
class ToldFigures(Mapping[str, Figure]):
    """The told figures of a year by key; asking for another is a fault of ours, never an absent figure."""

    figures: Mapping[str, Figure]

    def __getitem__(self, key: str) -> Figure:
        """The figure; KeyError when the year has none of that key."""
        if not is_told(key):
            raise ValueError(f"{key} is not told to other years: see generator.editions.told")
        return self.figures[key]

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self.figures)

    def __len__(self) -> int:
        """How many are told."""
        return len(self.figures)


def told(year: EditionYear) -> EditionYear:
    """The year as later books and the shelf read it: figures without basis, results without their causes."""
    brief = again_each(("told figures", year.year), _brief, None, _told(year))
    units = again_each(("told units", year.year), _outline, None, year.units)
    return replace(year, figures=ToldFigures({one.key: one for one in brief}), units=units)


def compared(year: EditionYear) -> EditionYear:
    """The year as the book of the next one reads it: its headlines compare, and open both sides."""
    return replace(year, figures=ToldFigures({one.key: one for one in _told(year)}))


def until(edition: Edition, year: EditionYear) -> Edition:
    """The edition as the book of that year sees it: earlier years as told, later ones not at all."""
    earlier = [one for one in edition.years if one.year < year.year]
    seen = (compared(one) if one.year == year.year - 1 else told(one) for one in earlier)
    return replace(edition, years=(*seen, year))


def all_told(edition: Edition) -> Edition:
    """The edition as the shelf sees it."""
    return replace(edition, years=tuple(map(told, edition.years)))


def _told(year: EditionYear) -> tuple[Figure, ...]:
    return tuple(one for key, one in year.figures.items() if is_told(key))


@lru_cache(maxsize=1 << 16)
def is_told(key: str) -> bool:
    """Whether a figure stands on pages of other years."""
    return TOLD.fullmatch(key) is not None


def _outline(_: None, unit: EditionUnit) -> EditionUnit:
    """The unit without what only its own page of the year shows; which leaves lost points is kept."""
    leaves = unit.checklist.leaves if unit.checklist else ()
    bare = tuple(replace(one, deductions=(), note=None, issue_id=None) for one in leaves)
    checklist = replace(unit.checklist, leaves=bare) if unit.checklist else None
    return replace(unit, posts=(), reports=(), members=(), adjustments=(), checklist=checklist)


def _brief(_: None, one: Figure) -> Figure:
    return replace(one, basis=Basis(one.basis.rule, ELSEWHERE))
