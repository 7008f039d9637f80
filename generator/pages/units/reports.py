"""述职摘要 on a unit's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import EditionUnit, EditionYear
from generator.editions.reports import FocusSummary
from generator.model.people import Measure, Shortcoming
from generator.pages.links import Link, problem_link
from generator.pages.units.claims import ClaimRow, claim_row
from generator.pages.words import day


@dataclass(frozen=True)
class HighlightRow:
    """成效亮点 with its figures."""

    text: str
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True)
class ShortcomingRow:
    """短板 with what follows from it."""

    text: str
    problem: Link | None
    """The ledger problem it became."""
    causes: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class FocusRow:
    """What a report says on one focus area."""

    name: str
    highlights: tuple[HighlightRow, ...]
    shortcomings: tuple[ShortcomingRow, ...]


@dataclass(frozen=True)
class ReportRow:
    """One report of the unit."""

    title: str
    given: str
    """`党支部书记，2026-01-14`, with the name where it is read."""
    areas: tuple[FocusRow, ...]
    integrity: tuple[str, ...]
    """廉洁声明; empty where only the summary is read."""


def report_rows(year: EditionYear, unit: EditionUnit) -> Iterator[ReportRow]:
    """The unit's reports without the focus areas they say nothing on."""
    for report in unit.reports:
        areas = tuple(_focus(year, area) for area in report.areas if area.highlights or area.shortcomings)
        who = f"{report.position} {report.person}" if report.person else report.position
        yield ReportRow(report.kind, f"{who}，{day(report.given_on)}", areas, report.integrity)


def _focus(year: EditionYear, area: FocusSummary) -> FocusRow:
    return FocusRow(
        name=area.area.label,
        highlights=tuple(
            HighlightRow(highlight.text, tuple(map(claim_row, highlight.claims)))
            for highlight in area.highlights
        ),
        shortcomings=tuple(_shortcoming(year, area, shortcoming) for shortcoming in area.shortcomings),
    )


def _shortcoming(year: EditionYear, area: FocusSummary, shortcoming: Shortcoming) -> ShortcomingRow:
    return ShortcomingRow(
        text=shortcoming.text,
        problem=problem_link(year, shortcoming.issue_id) if shortcoming.issue_id else None,
        causes=tuple(cause.text for cause in area.causes if cause.shortcoming == shortcoming.id),
        measures=tuple(_measure(one) for one in area.measures if one.shortcoming == shortcoming.id),
    )


def _measure(measure: Measure) -> str:
    """`逐台明确检修责任人（队长，2026-03-31 前完成）`."""
    due = f"，{day(measure.due_on)} 前完成" if measure.due_on else ""
    return f"{measure.text}（{measure.owner}{due}）"
