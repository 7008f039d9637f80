"""新增, 已改, 反弹 of a unit's leaves."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.editions.edition import Edition, EditionYear
from generator.model.checklist import LeafLink
from generator.model.terms import LinkRelation
from generator.pages.headlines.transitions import EarlierLeaves, transitions
from tests.pages.builders import ORIGIN, edition, edition_year, leaf_row
from tests.pages.figures import figured

START = "对照上年的可比指标，"


def year(number: int, lost: dict[str, str | None], **changes: object) -> EditionYear:
    """A year in which u01 lost these points of each leaf; None where it did not apply."""
    base = edition_year()
    unit = base.units[0]
    assert unit.checklist is not None
    points = {leaf.code: leaf.points for leaf in base.leaves}
    rows = []
    for code, minus in lost.items():
        row = leaf_row(code, str(points[code]), str(points[code] - Decimal(minus or 0)))
        rows.append(row if minus is not None else replace(row, earned=None))
    checked = replace(unit, checklist=replace(unit.checklist, leaves=tuple(rows)))
    return replace(base, year=number, links=(), units=(checked, *base.units[1:]), **changes)


def told(*years: EditionYear, unit_id: str = "u01") -> list[str]:
    """What is said in the last of the years."""
    one: Edition = figured(replace(edition(), years=years))
    return [str(found.text) for found in transitions(EarlierLeaves.of(one, one.years[-1]), unit_id)]


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (("0", "0", "2"), "新增：B2.1 支部党员大会。"),
        (("2", "0", "2"), "反弹：B2.1 支部党员大会。"),
        (("0", "2", "0"), "已改：B2.1 支部党员大会。"),
        (("2", "2", "0"), "已改：B2.1 支部党员大会。"),
        ((None, "0", "2"), "新增：B2.1 支部党员大会。"),
        (("0", "2", "2"), ""),
        (("2", "0", "0"), ""),
        (("0", "0", "0"), ""),
        (("0", None, "2"), ""),
        (("0", "2", None), ""),
    ],
)
def test_what_became_of_a_leaf(lost: tuple[str | None, ...], said: str) -> None:
    """Three years, oldest first; a leaf that did not apply compares with nothing."""
    years = (year(2023 + n, {"B2.1": minus}) for n, minus in enumerate(lost))
    assert told(*years) == ([f"{START}{said}"] if said else [])


def test_all_three_in_one_sentence() -> None:
    """Back first, then new, then mended, each by the points at stake."""
    years = (
        year(2023, {"A1.1": "1", "A1.2": "0", "B2.1": "0", "B3.1": "0"}),
        year(2024, {"A1.1": "0", "A1.2": "0", "B2.1": "0", "B3.1": "3"}),
        year(2025, {"A1.1": "1", "A1.2": "1", "B2.1": "2", "B3.1": "0"}),
    )
    assert told(*years) == [
        f"{START}反弹：A1.1 第一议题学习及时；新增：B2.1 支部党员大会、A1.2 年度理论学习计划与执行；"
        "已改：B3.1 活动阵地创新。"
    ]


def test_a_third_leaf_is_deng_and_not_behind_it() -> None:
    """Two are named; the sentence rests on the points of these two in both years."""
    before = year(2024, {"A1.1": "0", "A1.2": "0", "B2.1": "0"})
    now = year(2025, {"A1.1": "1", "A1.2": "2", "B2.1": "3"})
    one = figured(replace(edition(), years=(before, now)))
    (found,) = transitions(EarlierLeaves.of(one, one.years[-1]), "u01")
    assert found.text == f"{START}新增：B2.1 支部党员大会、A1.2 年度理论学习计划与执行等。"
    key = "units.u01.checklist.leaves.{}.earned"
    assert found.figures == tuple(
        f"{number}:{key.format(code)}" for code in ("B2.1", "A1.2") for number in (2025, 2024)
    )


def test_without_last_year_nothing_is_compared() -> None:
    """The first year, a gap of a year, a unit merged since, a unit nobody checked."""
    now = year(2025, {"B2.1": "2"})
    assert told(now) == []
    assert told(year(2023, {"B2.1": "0"}), now) == []
    assert told(replace(year(2024, {"B2.1": "0"}), units=()), now) == []
    unchecked = replace(now, units=(replace(now.units[0], checklist=None),))
    assert told(year(2024, {"B2.1": "0"}), unchecked) == []


def test_a_leaf_is_followed_through_its_new_code() -> None:
    """A1.2 became B2.1 by 更名; what B2.1 meant before is another leaf."""
    renamed = (LeafLink("A1.2", "B2.1", LinkRelation.RENAMED, None, ORIGIN),)
    before = year(2024, {"A1.2": "0", "B2.1": "2"})
    now = replace(year(2025, {"B2.1": "2"}), links=renamed)
    assert told(before, now) == [f"{START}新增：B2.1 支部党员大会。"]


@pytest.mark.parametrize("relation", [LinkRelation.REWORDED, LinkRelation.MOVED])
def test_a_leaf_that_changed_is_not_compared(relation: LinkRelation) -> None:
    """改写 and 移动 begin anew."""
    now = replace(year(2025, {"B2.1": "2"}), links=(LeafLink("B2.1", "B2.1", relation, None, ORIGIN),))
    assert told(year(2024, {"B2.1": "0"}), now) == []
