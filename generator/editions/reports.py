"""述职摘要: only what was reviewed, approved and meant for the audience (domain.md 2.1, 4.2, 4.3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.editions.matrix import Publication
from generator.model import people
from generator.model.people import Cause, Measure, Shortcoming
from generator.model.terms import FocusArea, ItemAudience, PublicationItem, ReportVisibility
from generator.model.year import Unit


@dataclass(frozen=True)
class Claim:
    """述职数据 without the group's verification."""

    metric: str
    value: Decimal
    unit: str
    target: Decimal | None
    last_year: Decimal | None
    evidence: tuple[str, ...] = ()
    """Empty but in the full text."""


@dataclass(frozen=True)
class Highlight:
    """成效亮点 with its data."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class FocusSummary:
    """One focus area of a report; shortcomings, causes and measures are empty unless approved."""

    area: FocusArea
    highlights: tuple[Highlight, ...]
    shortcomings: tuple[Shortcoming, ...]
    causes: tuple[Cause, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class ReportSummary:
    """述职摘要, by position; by name in the full text alone."""

    kind: str
    position: str
    given_on: dt.date
    areas: tuple[FocusSummary, ...]
    person: str | None = None
    """报告人, in the full text for those who read names."""
    integrity: tuple[str, ...] = ()
    """廉洁声明, in the full text."""


_REACH = {
    ReportVisibility.STAFF: ItemAudience.STAFF,
    ReportVisibility.UNIT: ItemAudience.LEADERS,
    ReportVisibility.LEADERS: ItemAudience.LEADERS,
    ReportVisibility.GROUP: ItemAudience.GROUP,
}
"""本单位 is served on paper, found in the leaders' edition (domain.md 4.3)."""


def summaries(unit: Unit, publication: Publication, shown: frozenset[str]) -> tuple[ReportSummary, ...]:
    """The reports of a unit that this audience may read; `shown` are the problem numbers it may know."""
    if not publication.allows(PublicationItem.REPORT_SUMMARY):
        return ()
    readable = (report for report in unit.reports if _open(report, publication))
    return tuple(_summary(report, publication, shown) for report in readable)


def _open(report: people.Report, publication: Publication) -> bool:
    """Approved for publication, or for an audience that may read the full text anyway."""
    approved = report.approved_by is not None or publication.allows(PublicationItem.REPORT_FULL)
    return approved and publication.reaches(_REACH[report.visibility])


def _summary(report: people.Report, publication: Publication, shown: frozenset[str]) -> ReportSummary:
    full = publication.allows(PublicationItem.REPORT_FULL)
    frank = bool(report.shortcomings_approved) or full
    return ReportSummary(
        kind=report.kind.label,
        position=report.position,
        given_on=report.given_on,
        areas=tuple(_focus(area, shown, frank=frank, full=full) for area in report.areas),
        person=report.person if full and publication.reaches(ItemAudience.LEADERS) else None,
        integrity=report.integrity if full else (),
    )


def _focus(area: people.ReportArea, shown: frozenset[str], *, frank: bool, full: bool) -> FocusSummary:
    return FocusSummary(
        area=area.area,
        highlights=tuple(
            Highlight(highlight.text, tuple(_claim(claim, full=full) for claim in highlight.claims))
            for highlight in area.highlights
        ),
        shortcomings=tuple(_shortcoming(one, shown) for one in area.shortcomings) if frank else (),
        causes=area.causes if frank else (),
        measures=area.measures if frank else (),
    )


def _shortcoming(shortcoming: people.Shortcoming, shown: frozenset[str]) -> people.Shortcoming:
    """Without the number of a problem this audience may not know of."""
    return shortcoming if shortcoming.issue_id in shown else replace(shortcoming, issue_id=None)


def _claim(claim: people.Claim, *, full: bool) -> Claim:
    evidence = claim.evidence if full else ()
    return Claim(claim.metric, claim.value, claim.unit, claim.target, claim.last_year, evidence)
