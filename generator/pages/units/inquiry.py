"""核实与谈话 on a unit's page, in the edition of the assessment group (domain.md 5.1)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.edition import EditionUnit, EditionYear
from generator.editions.inquiry import Interview, Verification
from generator.pages.links import Link, problem_link
from generator.pages.words import NONE, day


@dataclass(frozen=True)
class VerificationRow:
    """核实记录."""

    date: str
    method: str
    place: str
    about: str
    """Who was talked to, or what was looked at."""
    finding: str
    notes: str
    problem: Link | None


@dataclass(frozen=True)
class InterviewRow:
    """个别谈话."""

    date: str
    who: str
    about: str
    notes: str


@dataclass(frozen=True)
class InquiryView:
    """Both tables; either may be empty."""

    verifications: tuple[VerificationRow, ...]
    interviews: tuple[InterviewRow, ...]


def unit_inquiry(year: EditionYear, unit: EditionUnit) -> InquiryView | None:
    """None in an edition that holds none of it."""
    if unit.inquiry is None:
        return None
    return InquiryView(
        verifications=tuple(_verification(year, one) for one in unit.inquiry.verifications),
        interviews=tuple(map(_interview, unit.inquiry.interviews)),
    )


def _verification(year: EditionYear, one: Verification) -> VerificationRow:
    who = f"{one.who_class.label} {one.n} 人" if one.who_class and one.n else ""
    return VerificationRow(
        date=day(one.date),
        method=one.method.label,
        place=one.place,
        about=one.sample or who or NONE,
        finding=one.finding.label,
        notes=one.notes or "",
        problem=problem_link(year, one.issue_id) if one.issue_id else None,
    )


def _interview(one: Interview) -> InterviewRow:
    return InterviewRow(day(one.date), one.who_class.label, one.about or NONE, one.notes)
