"""Every kind of printable document, in the order of the page 打印."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.pages.sheets.ballot import plan_ballots
from generator.pages.sheets.bulletin.bulletin import plan_bulletins
from generator.pages.sheets.closing import plan_closings
from generator.pages.sheets.commendations import plan_commendation_sheets
from generator.pages.sheets.deductions import plan_deductions
from generator.pages.sheets.feedback import plan_feedback
from generator.pages.sheets.ledger import plan_ledgers
from generator.pages.sheets.notice import plan_notices
from generator.pages.sheets.ranking import plan_ranking_sheet
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.sheets.summary import plan_summaries
from generator.store.again import again


@dataclass(frozen=True)
class SheetType:
    """A kind of printable document in the book of a year."""

    kind: SheetKind
    plan: Callable[[Edition, EditionYear], Iterator[Sheet]]
    together: bool = True
    """Whether its documents are planned all again when one must be; else they are kept one by one."""


SHEET_TYPES: tuple[SheetType, ...] = (
    SheetType(SheetKind.BULLETIN, plan_bulletins),
    SheetType(SheetKind.COMMENDATIONS, plan_commendation_sheets),
    SheetType(SheetKind.NOTICE, plan_notices),
    SheetType(SheetKind.SUMMARY, plan_summaries, together=False),
    SheetType(SheetKind.RANKING, plan_ranking_sheet),
    SheetType(SheetKind.LEDGER, plan_ledgers),
    SheetType(SheetKind.DEDUCTIONS, plan_deductions, together=False),
    SheetType(SheetKind.FEEDBACK, plan_feedback, together=False),
    SheetType(SheetKind.CLOSING, plan_closings),
    SheetType(SheetKind.BALLOT, plan_ballots),
)


def plan_sheets(edition: Edition, year: EditionYear) -> tuple[Sheet, ...]:
    """The printable documents of a year, in the order of the catalogue."""
    return tuple(sheet for sheet_type in SHEET_TYPES for sheet in _sheets(sheet_type, edition, year))


def _sheets(one: SheetType, edition: Edition, year: EditionYear) -> Iterable[Sheet]:
    if not one.together:
        return one.plan(edition, year)
    return again(("sheets", year.year, one.kind), _all, one.plan, edition, year)


def _all(
    plan: Callable[[Edition, EditionYear], Iterator[Sheet]], edition: Edition, year: EditionYear
) -> tuple[Sheet, ...]:
    return tuple(plan(edition, year))
