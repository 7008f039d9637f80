"""班子成员 by name: who had which result, for those who may read individual results (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.matrix import Publication
from generator.model.terms import PersonGrade, PublicationItem, TargetKind
from generator.model.year import Unit, Year

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


def members(year: Year, unit: Unit, publication: Publication) -> tuple[Member, ...]:
    """In the order of the list of leaders; nobody where individual results are withheld."""
    if not publication.allows(PublicationItem.PERSON_SCORES):
        return ()
    grades = dict(_grades(year, unit, publication))
    return tuple(
        Member(one.person_id, one.name, one.position, grades.get(one.person_id)) for one in unit.leaders
    )


def _grades(year: Year, unit: Unit, publication: Publication) -> Iterator[tuple[str, PersonGrade]]:
    if year.cycle.decided_on is None:
        return
    for one in year.decisions:
        own = one.target_kind is TargetKind.PERSON and one.unit_id == unit.id
        if own and one.person_id is not None and one.person_grade is not None:
            item = _ITEMS.get(one.person_grade, PublicationItem.PERSON_LOWER)
            if publication.allows(item):
                yield one.person_id, one.person_grade
