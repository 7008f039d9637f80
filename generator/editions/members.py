"""班子成员 by name: who had which result, for those who may read individual results (domain.md 4.3)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.figures.ballots.targets import target_key
from generator.model.terms import PersonGrade, PublicationItem
from generator.scoring.assess import UnitAssessment

_ITEMS = {
    PersonGrade.EXCELLENT: PublicationItem.PERSON_EXCELLENT,
    PersonGrade.COMPETENT: PublicationItem.PERSON_COMPETENT,
}
"""Every other grade is 个人等次基本称职及以下."""


@dataclass(frozen=True)
class Member:
    """One member of a board; figures of the person are found under the id."""

    person_id: str
    name: str
    position: str
    grade: PersonGrade | None
    """审定个人等次; None before the decision and where withheld."""
    few_voters: bool = False
    """Whether so few voted on the person that no result of the ballot is told."""


def members(unit: UnitAssessment, publication: Publication, few: frozenset[str]) -> tuple[Member, ...]:
    """In the order of the list of leaders; nobody where individual results are withheld.

    `few` are the keys of those whose ballots are too few to be told.
    """
    if not publication.allows(PublicationItem.PERSON_SCORES):
        return ()
    return tuple(
        Member(
            person_id=one.person_id,
            name=one.name,
            position=one.position,
            grade=_grade(unit, one.person_id, publication),
            few_voters=target_key(unit.unit.id, one.person_id) in few,
        )
        for one in unit.unit.leaders
    )


def _grade(unit: UnitAssessment, person_id: str, publication: Publication) -> PersonGrade | None:
    """By the row of the matrix the grade itself belongs to."""
    decision = unit.person_decisions.get(person_id)
    if decision is None or decision.person_grade is None:
        return None
    item = _ITEMS.get(decision.person_grade, PublicationItem.PERSON_LOWER)
    return decision.person_grade if publication.allows(item) else None
