"""Who reads results by name."""

from __future__ import annotations

from dataclasses import replace

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import EditionUnit
from generator.model.tables import Tables
from generator.model.terms import ItemAudience, PersonGrade, PublicationItem
from generator.scoring.assess import assess_years


def unit(tables: Tables, audience: Audience, unit_id: str = "u03") -> EditionUnit:
    """A unit of 2025 as the audience sees it."""
    archive = assemble(tables)
    found = for_audience(archive, assess_years(archive), audience).years[-1].unit(unit_id)
    assert found is not None
    return found


def undecided(tables: Tables, **publication: ItemAudience) -> Tables:
    """2025 before the decision, or with other settings."""
    *older, newest = tables.years
    assert newest.scheme is not None
    assert newest.cycle is not None
    settings = {PublicationItem(key): to for key, to in publication.items()}
    scheme = replace(newest.scheme, publication={**newest.scheme.publication, **settings})
    cycle = newest.cycle if publication else replace(newest.cycle, decided_on=None)
    return replace(tables, years=(*older, replace(newest, scheme=scheme, cycle=cycle)))


def test_staff_see_positions_and_no_names(tables: Tables) -> None:
    """Leaders see the same people by name, with their grades."""
    assert unit(tables, Audience.STAFF).members == ()
    members = unit(tables, Audience.LEADERS).members
    assert [one.position for one in members] == [one.position for one in unit(tables, Audience.STAFF).posts]
    assert all(one.name and one.grade for one in members)


def test_no_grade_before_the_decision(tables: Tables) -> None:
    """Names stand there, grades do not, and no reason for a decision that is not made."""
    early = undecided(tables)
    assert all(one.grade is None for one in unit(early, Audience.GROUP).members)
    assert unit(early, Audience.GROUP, "u12").override_reason is None


def test_a_grade_goes_by_its_own_row_of_the_matrix(tables: Tables) -> None:
    """称职 kept for the group leaves leaders the 优秀 ones."""
    kept = undecided(tables, person_competent=ItemAudience.GROUP)
    grades = {one.grade for one in unit(kept, Audience.LEADERS).members}
    assert grades <= {PersonGrade.EXCELLENT, None}
    assert PersonGrade.COMPETENT in {one.grade for one in unit(kept, Audience.GROUP).members}


def test_the_reason_for_deciding_otherwise_is_for_leaders(tables: Tables) -> None:
    """Staff see the grade, leaders why it is not the suggested one."""
    adjusted = next(
        one.unit_id for one in tables.years[-1].decisions if one.override_reason and one.person_id is None
    )
    assert unit(tables, Audience.STAFF, adjusted).override_reason is None
    assert unit(tables, Audience.LEADERS, adjusted).override_reason


def test_leaders_read_what_happened(tables: Tables) -> None:
    """The accident behind the veto of u09, and what u03 got points for; staff read neither."""
    assert [one.what for one in unit(tables, Audience.LEADERS, "u09").adjustments if "亡人事故" in one.what]
    assert len(unit(tables, Audience.LEADERS).adjustments) == 4
    assert unit(tables, Audience.STAFF).adjustments == unit(tables, Audience.STAFF, "u09").adjustments == ()
    kept = undecided(tables, veto=ItemAudience.GROUP)
    assert unit(kept, Audience.LEADERS, "u09").adjustments == ()
