"""自评与认定: where a unit judged itself otherwise than the group did (domain.md 6.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.contract.fields import Audience
from generator.editions.checklist import LeafRow
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.pages.links import Link, leaf_link, unit_path
from generator.pages.page import Page
from generator.pages.words import day, points
from generator.scoring.exact import rounded

SECTION = "group/"


@dataclass(frozen=True)
class DifferenceRow:
    """One leaf of one unit."""

    unit: Link
    leaf: Link
    own: str
    """自评得分."""
    given: str
    """认定得分."""
    difference: str
    """自评－认定: `+0.5`."""


@dataclass(frozen=True)
class SelfScoresView:
    """自评与认定 of a year."""

    sentence: str
    rows: tuple[DifferenceRow, ...]
    as_of: str


def plan_self_scores(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page with every leaf on which the two differ as printed; none for others than the group."""
    if edition.audience is not Audience.GROUP:
        return
    rows = tuple(row for unit in year.units for row in _rows(year, unit))
    units = len({row.unit for row in rows})
    sentence = f"{units} 个单位在 {len(rows)} 项上自评与认定不同。" if rows else "自评与认定没有不同。"
    view = SelfScoresView(sentence, rows, day(year.as_of))
    yield Page(
        f"{SECTION}self-scores/", "自评与认定", "self_scores.html.j2", view, SECTION, (), view.sentence
    )


def _rows(year: EditionYear, unit: EditionUnit) -> Iterator[DifferenceRow]:
    for row in unit.checklist.leaves if unit.checklist else ():
        if row.self_score is not None and row.earned is not None:
            own, given = rounded(row.self_score), rounded(row.earned)
            if own != given:
                yield _row(year, unit, row, own, given)


def _row(year: EditionYear, unit: EditionUnit, row: LeafRow, own: Decimal, given: Decimal) -> DifferenceRow:
    away = own - given
    return DifferenceRow(
        unit=Link(unit.short_name, unit_path(unit.id)),
        leaf=leaf_link(year, row.code),
        own=points(own),
        given=points(given),
        difference=f"{'+' if away > 0 else '−'}{points(abs(away))}",
    )
