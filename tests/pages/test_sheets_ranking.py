"""全公司一览 on paper: for whom it is, and what a line of it says."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.contract.fields import Audience
from generator.pages.plan import plan_book
from tests.pages.reader import read, words
from tests.pages.sheets import read_sheet, sample_editions, sheet_at, sheet_paths


def test_staff_have_no_ranking_on_paper_either() -> None:
    """Only editions that hold composites have it."""
    for audience, given in sample_editions().items():
        there = "ranking/" in sheet_paths(plan_book(given, given.years[-1]))
        assert there is (audience is not Audience.STAFF)


def test_a_line_has_the_four_scores_the_rank_the_grade_and_the_red_lights() -> None:
    """The worked example of domain.md 7.1, below those ahead of it."""
    given = sample_editions()[Audience.LEADERS]
    text = words(read_sheet(plan_book(given, given.years[-1]), "ranking/"))
    assert "并列第2 综掘一队 90.21 91.00 97.50 93.20 92.94 优秀 ★ 优秀 5 2 0" in text
    assert re.search("第1 综采一队.*第9 综掘二队 79.35 61.14 69.07 60.40 68.40 较差 ■ 较差 7 6 4", text)
    assert "全公司 被考核单位 18 个，综合得分中位数 89.67；台账问题 50 项，未销号 19 项，红灯 7 项。" in text
    assert "红灯 7 项。综合得分极差 25.70 分、标准差 6.28 分。" in text
    assert "综合得分中位数 90.20。综合得分极差 25.70 分、标准差 7.92 分。" in text


def test_units_stand_by_rank_not_by_number() -> None:
    """Those equal in the official order."""
    given = sample_editions()[Audience.LEADERS]
    first = sheet_at(plan_book(given, given.years[-1]), "ranking/").view.groups[0]
    assert [line.unit for line in first.lines[:4]] == ["综采一队", "综采二队", "综掘一队", "安装回撤队"]


def test_a_department_without_business_results_has_a_dash() -> None:
    """「—」, never 0."""
    given = sample_editions()[Audience.LEADERS]
    text = words(read_sheet(plan_book(given, given.years[-1]), "ranking/"))
    assert "第1 生产技术部 91.76 93.08 94.77 — 93.21" in text


def test_before_the_decision_it_is_preliminary() -> None:
    """In its title, and without any grade decided."""
    given = sample_editions()[Audience.LEADERS]
    early = replace(given.years[-1], decided_on=None)
    planned = plan_book(replace(given, years=(*given.years[:-1], early)), early)
    sheet = sheet_at(planned, "ranking/")
    assert sheet.title == "2025年度考核结果一览（初步）"
    assert all(line.decided is None for group in sheet.view.groups for line in group.lines)


def test_the_page_of_the_ranking_leads_to_its_paper() -> None:
    """One click from 结果一览."""
    given = sample_editions()[Audience.LEADERS]
    page = read(plan_book(given, given.years[-1]), "ranking/")
    assert '打印：<a href="../print/ranking/">考核结果一览</a>' in page
