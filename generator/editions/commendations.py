"""Commendations and cases an audience may see: nothing before its public notice (domain.md 8)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.figures.commendations import PUBLIC
from generator.model import commendations as model
from generator.model.commendations import Case
from generator.model.terms import (
    CaseStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    PublicationItem,
    RecipientKind,
)
from generator.model.year import Year


@dataclass(frozen=True)
class Commendation:
    """通报表彰: name, unit and position, nothing else about a person (domain.md 8.2)."""

    id: str
    batch: str
    type: CommendationType
    level: CommendationLevel
    recipient_kind: RecipientKind
    recipient: str
    unit_id: str
    position: str | None
    citation: str
    status: CommendationStatus
    notice_from: dt.date | None
    notice_to: dt.date | None
    contact_dept: str | None
    phone: str | None
    doc_no: str | None
    date: dt.date | None
    case_id: str | None
    revoked_on: dt.date | None
    revoke_reason: str | None


def commendations(year: Year, publication: Publication) -> tuple[Commendation, ...]:
    """The commendations in official order; none before the party committee's decision."""
    if not publication.allows(PublicationItem.COMMENDATIONS) or year.cycle.decided_on is None:
        return ()
    return tuple(_commendation(one) for one in year.commendations if one.status in PUBLIC)


def cases(year: Year, publication: Publication) -> tuple[Case, ...]:
    """The cases that were selected; those still applying are internal."""
    if not publication.allows(PublicationItem.COMMENDATIONS):
        return ()
    return tuple(case for case in year.cases if case.status is not CaseStatus.SUBMITTED)


def _commendation(one: model.Commendation) -> Commendation:
    return Commendation(
        id=one.id,
        batch=one.batch,
        type=one.type,
        level=one.level,
        recipient_kind=one.recipient_kind,
        recipient=one.recipient,
        unit_id=one.unit_id,
        position=one.position,
        citation=one.citation,
        status=one.status,
        notice_from=one.notice_from,
        notice_to=one.notice_to,
        contact_dept=one.contact_dept,
        phone=one.phone,
        doc_no=one.doc_no,
        date=one.date,
        case_id=one.case_id,
        revoked_on=one.revoked_on,
        revoke_reason=one.revoke_reason,
    )
