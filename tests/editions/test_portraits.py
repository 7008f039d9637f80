"""画像 in words: who reads it, and what is not confirmed."""

from __future__ import annotations

from dataclasses import replace

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.portraits import Portrait
from generator.model.tables import Tables
from generator.model.terms import OperationGrade, OperationItem
from generator.scoring.assess import assess_years


def portrait(tables: Tables, audience: Audience, unit_id: str = "u04") -> Portrait | None:
    """Of a unit in 2025."""
    archive = assemble(tables)
    unit = for_audience(archive, assess_years(archive), audience).years[-1].unit(unit_id)
    assert unit is not None
    return unit.portrait


def test_staff_have_none(tables: Tables) -> None:
    """Leaders do."""
    assert portrait(tables, Audience.STAFF) is None
    found = portrait(tables, Audience.LEADERS)
    assert found is not None
    assert found.operation[OperationItem.UNITY] is OperationGrade.POOR


def test_what_one_method_found_is_told_to_the_group_alone(tables: Tables) -> None:
    """两源印证: the third weakness of u04 comes from interviews only."""
    leaders, group = (portrait(tables, one) for one in (Audience.LEADERS, Audience.GROUP))
    assert leaders is not None
    assert group is not None
    assert [one.confirmed for one in group.weaknesses] == [True, True, False]
    assert leaders.weaknesses == group.weaknesses[:2]


def test_one_method_twice_is_still_one(tables: Tables) -> None:
    """The same source named again confirms nothing."""
    *older, newest = tables.years
    first = newest.portraits[0]
    trait = replace(first.weaknesses[0], sources=first.weaknesses[0].sources[:1] * 2)
    changed = replace(newest, portraits=(replace(first, weaknesses=(trait,)), *newest.portraits[1:]))
    found = portrait(replace(tables, years=(*older, changed)), Audience.LEADERS, first.unit_id)
    assert found is not None
    assert found.weaknesses == ()


def test_the_line_of_the_profile_serves_where_nothing_else_is_written(tables: Tables) -> None:
    """一句话画像 alone is a portrait too; the unit is told in softer words where there are some."""
    bare = portrait(tables, Audience.LEADERS, "u01")
    assert bare is not None
    assert bare.one_line
    assert (bare.strengths, bare.advice) == ((), ())
    found = portrait(tables, Audience.LEADERS)
    assert found is not None
    assert found.weaknesses[0].feedback != found.weaknesses[0].text
    assert found.strengths[0].feedback == found.strengths[0].text
