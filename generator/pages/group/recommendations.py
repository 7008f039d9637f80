"""干部推荐: one page for paper, for the assessment group alone (domain.md 4.1, 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.editions.edition import Edition, EditionYear
from generator.model.restricted import Recommendation
from generator.pages.links import known_unit_link
from generator.pages.page import Page
from generator.pages.words import NONE, day, share
from generator.scoring.exact import Rate

SECTION = "group/"


@dataclass(frozen=True)
class RecommendedRow:
    """Who was recommended, and by how many."""

    kind: str
    level: str
    unit: str
    name: str
    position: str
    counts: str
    """应到/实到/有效."""
    votes: str
    share: str
    """得票率 of the valid ballots."""
    opinion: str


@dataclass(frozen=True)
class SessionTable:
    """One session."""

    title: str
    rows: tuple[RecommendedRow, ...]


@dataclass(frozen=True)
class RecommendationsView:
    """干部推荐 of a year."""

    sessions: tuple[SessionTable, ...]
    as_of: str


def plan_recommendations(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """None where the edition holds no recommendation."""
    sessions = tuple(
        SessionTable(title, tuple(_row(edition, year, one) for one in rows))
        for title, rows in groupby(year.recommendations, key=lambda one: one.session)
    )
    if sessions:
        view = RecommendationsView(sessions, day(year.as_of))
        path = f"{SECTION}recommendations/"
        yield Page(path, "干部推荐", "recommendations.html.j2", view, SECTION, (), "只供打印。")


def _row(edition: Edition, year: EditionYear, one: Recommendation) -> RecommendedRow:
    return RecommendedRow(
        kind=one.kind.label,
        level=one.level.label,
        unit=known_unit_link(edition, year, one.unit_id).text,
        name=one.name,
        position=one.position,
        counts=f"{one.expected}/{one.present}/{one.valid}",
        votes=str(one.votes),
        share=share(Rate.of(one.votes, one.valid).value),
        opinion=one.opinion or NONE,
    )
