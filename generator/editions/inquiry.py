"""核实与谈话 and what else only the assessment group may read (domain.md 4.1, 5.1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.model import checklist
from generator.model.restricted import Recommendation
from generator.model.terms import (
    Finding,
    ItemAudience,
    ObjectionResult,
    PublicationItem,
    VerifyMethod,
    WhoClass,
)
from generator.model.year import Unit, Year


@dataclass(frozen=True)
class Verification:
    """核实记录 of one unit; who was talked to is a class of people, never a name."""

    method: VerifyMethod
    date: dt.date
    place: str
    who_class: WhoClass | None
    n: int | None
    sample: str | None
    finding: Finding
    notes: str | None
    issue_id: str | None


@dataclass(frozen=True)
class Interview:
    """个别谈话 about one unit."""

    date: dt.date
    who_class: WhoClass
    about: str | None
    notes: str


@dataclass(frozen=True)
class Objection:
    """异议 against a commendation."""

    commendation_id: str
    received_on: dt.date
    channel: str
    summary: str
    result: ObjectionResult
    handling: str | None


@dataclass(frozen=True)
class Inquiry:
    """Everything found out about one unit by asking and looking."""

    verifications: tuple[Verification, ...]
    interviews: tuple[Interview, ...]


def inquiry(year: Year, unit: Unit, publication: Publication, shown: frozenset[str]) -> Inquiry | None:
    """None for others than the group; `shown` are the problem numbers it may know."""
    if not publication.reaches(ItemAudience.GROUP):
        return None
    rows = [one for one in year.verifications if one.unit_id == unit.id]
    talks = [one for one in year.interviews if one.unit_id == unit.id]
    return Inquiry(
        verifications=tuple(_verification(one, shown) for one in sorted(rows, key=lambda one: one.date)),
        interviews=tuple(Interview(one.date, one.who_class, one.about, one.notes) for one in talks)
        if publication.allows(PublicationItem.INTERVIEWS)
        else (),
    )


def recommendations(year: Year, publication: Publication) -> tuple[Recommendation, ...]:
    """In the order of the file; nothing for others than the group."""
    if not publication.allows(PublicationItem.RECOMMENDATIONS):
        return ()
    return year.recommendations


def objections(year: Year, publication: Publication) -> tuple[Objection, ...]:
    """In the order of the file; nothing for others than the group."""
    if not publication.reaches(ItemAudience.GROUP):
        return ()
    return tuple(
        Objection(one.commendation_id, one.received_on, one.channel, one.summary, one.result, one.handling)
        for one in year.objections
    )


def _verification(one: checklist.Verification, shown: frozenset[str]) -> Verification:
    return Verification(
        method=one.method,
        date=one.date,
        place=one.place,
        who_class=one.who_class,
        n=one.n,
        sample=one.sample,
        finding=one.finding,
        notes=one.notes,
        issue_id=one.issue_id if one.issue_id in shown else None,
    )
