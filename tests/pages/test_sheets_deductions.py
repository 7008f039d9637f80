"""指标扣分明细: which leaves it lists, and what it says of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.contract.fields import Audience
from generator.editions.checklist import Checklist, DeductionRow
from generator.pages.page import Book
from generator.pages.plan import plan_book
from tests.pages.builders import checklist, edition, edition_year, leaf_not_applicable
from tests.pages.reader import book, words
from tests.pages.sheets import read_sheet, sample_editions, sheet_paths


def _with(found: Checklist | None) -> Book:
    year = edition_year()
    first, *others = year.units
    return book(edition(), replace(year, units=(replace(first, checklist=found), *others)))


def test_a_leaf_that_lost_points_has_rule_times_and_reason() -> None:
    """The sum of its area below, that of all at the end, each share with its two numbers."""
    text = words(read_sheet(book(edition()), "deductions/u01/"))
    assert "20 16 缺 1 次 1 4 三季度会议记录缺失 会议记录本 —" in text
    assert "设小计：得分率 92.00%（46/50）" in text
    assert (
        text.index("B2.1") < text.index("B 组织基础夯实小计：得分率 96.00%（48/50）") < text.index("合计：")
    )
    assert "合计：得分率 94.00%（94/100）" in text


def test_leaves_with_full_marks_and_those_that_do_not_apply_are_left_out() -> None:
    """The paper is about what was lost."""
    found = checklist(Decimal(46), Decimal(48))
    text = words(
        read_sheet(
            _with(replace(found, leaves=(*found.leaves, leaf_not_applicable("B3.2", "2")))), "deductions/u01/"
        )
    )
    assert [code in text for code in ("A1.1", "A1.2", "B2.1", "B3.1", "B3.2")] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_each_rule_has_a_line_of_its_own() -> None:
    """The leaf stands once beside them."""
    found = checklist(Decimal(46), Decimal(50))
    two = (
        DeductionRow("缺 1 次", 2, Decimal(3), "一季度、二季度没有开会", "会议记录本"),
        DeductionRow("迟报", 1, Decimal(1), "三季度迟报", "报送登记"),
    )
    leaves = tuple(replace(one, deductions=two) if one.code == "A1.2" else one for one in found.leaves)
    html = read_sheet(_with(replace(found, leaves=leaves)), "deductions/u01/")
    assert html.count('rowspan="2"') == 4
    assert "缺 1 次 2 3 一季度、二季度没有开会 会议记录本 — 迟报 1 1 三季度迟报" in words(html)


def test_a_leaf_judged_by_its_share_says_the_share() -> None:
    """And what the checkers noted."""
    found = checklist(Decimal(46), Decimal(50))
    leaves = tuple(
        replace(one, deductions=(), ratio=Decimal("0.8"), note="应办 5 项，办结 4 项")
        if one.code == "A1.2"
        else one
        for one in found.leaves
    )
    text = words(read_sheet(_with(replace(found, leaves=leaves)), "deductions/u01/"))
    assert "20 16 完成率 80.00% — — 应办 5 项，办结 4 项 — —" in text


def test_a_unit_that_lost_nothing_has_a_paper_that_says_so() -> None:
    """And one without results has none."""
    full = checklist(Decimal(50), Decimal(50))
    assert "没有失分的指标。 合计：得分率 100.00%（100/100）" in words(
        read_sheet(_with(full), "deductions/u01/")
    )
    assert "deductions/u01/" not in sheet_paths(_with(None))


@pytest.mark.parametrize("known", [True, False])
def test_the_number_of_a_problem_stands_only_where_the_edition_holds_it(known: bool) -> None:
    """A 敏感 problem has no number on the paper of staff."""
    found = checklist(Decimal(46), Decimal(50))
    number = "2025-U01-002" if known else "2025-U01-099"
    leaves = tuple(replace(one, issue_id=number) if one.code == "A1.2" else one for one in found.leaves)
    text = words(read_sheet(_with(replace(found, leaves=leaves)), "deductions/u01/"))
    assert (number in text) is known


def test_every_unit_of_the_sample_has_one_in_every_edition() -> None:
    """Where the matrix opens the results to staff."""
    for audience in Audience:
        given = sample_editions()[audience]
        paths = sheet_paths(plan_book(given, given.years[-1]))
        assert sum(path.startswith("deductions/") for path in paths) == 18
