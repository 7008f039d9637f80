"""Lists of those commended as official documents have them: by type, in the order given, never sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionYear
from generator.figures.commendations import COUNTED
from generator.model.terms import CommendationStatus, CommendationType, RecipientKind
from generator.pages.figures import Phrase, Shown, counted
from generator.pages.links import known_unit_link
from generator.pages.scheme.schedule import numeral
from generator.pages.sheets.prose import on_paper
from generator.pages.words import long_day

ISSUED = (CommendationStatus.COMMENDED, CommendationStatus.REVOKED)
"""What an issued document has in its list: a revoked commendation keeps its place, marked."""
SHORT_NAME = 2
"""Characters of a name that is spaced, so that it is as wide as one of three."""


@dataclass(frozen=True)
class HonourLine:
    """One of those commended."""

    name: str
    short: bool
    whose: str
    """`综掘一队党支部书记`; empty for a collective, whose name says it."""
    revoked: str
    """`已撤销（2025年9月12日）`, else empty."""


@dataclass(frozen=True)
class HonourList:
    """All of one type."""

    title: str
    """`一、先进集体`."""
    count: Phrase
    """`（4个）`."""
    lines: tuple[HonourLine, ...]


def honour_lists(edition: Edition, year: EditionYear, rows: Iterable[Commendation]) -> tuple[HonourList, ...]:
    """By type in official order, those there are."""
    found = list(rows)
    types = (one for one in CommendationType if any(row.type is one for row in found))
    return tuple(
        HonourList(
            title=f"{numeral(number)}、{kind.label}",
            count=on_paper("（", type_count(year, kind, found), "）"),
            lines=tuple(_line(edition, year, row) for row in found if row.type is kind),
        )
        for number, kind in enumerate(types, 1)
    )


def type_count(year: EditionYear, kind: CommendationType, rows: Iterable[Commendation]) -> Shown:
    """`4 个` without those revoked, as the figure where the list has all of the year."""
    own = [row for row in rows if row.type is kind]
    standing = [row for row in own if row.status is not CommendationStatus.REVOKED]
    return _count(year, f"types.{kind.value}", len(standing), COUNTED[own[0].recipient_kind])


def kind_counts(year: EditionYear, rows: Iterable[Commendation]) -> Iterator[tuple[Shown, str]]:
    """`13 个`, `集体`, then persons and cases, those there are; nobody revoked counts."""
    standing = [row for row in rows if row.status is not CommendationStatus.REVOKED]
    for kind in RecipientKind:
        own = sum(row.recipient_kind is kind for row in standing)
        if own:
            yield _count(year, f"kinds.{kind.value}", own, COUNTED[kind]), kind.label


def _count(year: EditionYear, end: str, number: int, unit: str) -> Shown:
    """The figure of the year, or the count where a document has only some of them."""
    key = f"company.commendations.{end}"
    one = year.figure(key)
    return counted(year, key) if one and one.value == number else Shown(f"{number} {unit}")


def _line(edition: Edition, year: EditionYear, row: Commendation) -> HonourLine:
    revoked = row.status is CommendationStatus.REVOKED
    unit = known_unit_link(edition, year, row.unit_id).text
    on = f"（{long_day(row.revoked_on)}）" if row.revoked_on else ""
    return HonourLine(
        name=row.recipient,
        short=row.recipient_kind is RecipientKind.PERSON and len(row.recipient) == SHORT_NAME,
        whose=_whose(row.recipient_kind, unit, row.position or ""),
        revoked=f"已撤销{on}" if revoked else "",
    )


def _whose(kind: RecipientKind, unit: str, position: str) -> str:
    """`生产技术部部长`, `综掘一队`; nothing for a collective."""
    match kind:
        case RecipientKind.PERSON:
            return f"{unit}{position}"
        case RecipientKind.CASE:
            return unit
        case RecipientKind.COLLECTIVE:
            return ""
