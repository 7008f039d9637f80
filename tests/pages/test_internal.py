"""Pages of the editions for leaders and the assessment group, from the sample."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition
from generator.intake.read import read as read_data
from generator.pages.page import Book
from generator.pages.plan import plan_book, plan_shelf
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT
from tests.pages.reader import page_at, read, rows, words

Books = Mapping[Audience, Book]


@pytest.fixture(scope="module")
def editions() -> Mapping[Audience, Edition]:
    """The sample for each audience."""
    archive = assemble(read_data(PROJECT / "data", audience=Audience.GROUP)[0])
    assessments = assess_years(archive)
    return {audience: for_audience(archive, assessments, audience) for audience in Audience}


@pytest.fixture(scope="module")
def books(editions: Mapping[Audience, Edition]) -> Books:
    """The book of 2025 for each audience."""
    return {audience: plan_book(edition, edition.years[-1]) for audience, edition in editions.items()}


def test_staff_have_no_ranking_and_no_way_there(books: Books) -> None:
    """Neither page nor tab; leaders have both."""
    for audience, there in ((Audience.STAFF, False), (Audience.LEADERS, True), (Audience.GROUP, True)):
        book = books[audience]
        assert any(page.path == "ranking/" for page in book.pages) is there
        assert any(section.path == "ranking/" for section in book.sections) is there


def test_units_stand_by_rank_with_what_their_score_is_made_of(books: Books) -> None:
    """The worked example of domain.md 7.1 on its line: 92.94, second together with another."""
    table = rows(read(books[Audience.LEADERS], "ranking/"), "生产单位考核结果")
    assert [row[1] for row in table[1:4]] == ["第1", "并列第2", "并列第2"]
    own = next(row for row in table if row[0] == "综掘一队")
    assert own[2:8] == ["92.94", "+2.74", "90.21", "91.00", "97.50", "93.20"]
    assert own[8:11] == ["优秀", "★ 优秀", "一致"]


def test_a_decision_against_the_suggestion_gives_its_reason(books: Books) -> None:
    """On the list and on the page of the unit."""
    page = words(read(books[Audience.LEADERS], "ranking/"))
    reason = re.search(r"调整：(\S+)", page)
    assert reason is not None
    assert reason[1] in words(read(books[Audience.LEADERS], "units/u12/"))
    assert reason[1] not in words(read(books[Audience.STAFF], "units/u12/"))


def test_a_unit_shows_ballots_and_members_to_leaders_alone(books: Books) -> None:
    """Dimensions beside the group's median, members by name; classes of voters for the group."""
    staff, leaders, group = (read(books[one], "units/u03/") for one in Audience)
    assert "民主测评与综合得分" not in staff
    assert rows(leaders, "班子民主测评")[0] == ["维度", "得分", "同组中位数"]
    assert rows(group, "班子民主测评")[0] == ["维度", "得分", "同组中位数", "A票", "B票", "C票"]
    members = rows(leaders, "班子成员测评")
    assert members[0] == ["姓名", "职务", "得分", "优秀率", "称职以上率", "个人等次"]
    assert len(members) == 6
    headings = [one.title for one in page_at(books[Audience.LEADERS], "units/u03/").headings]
    assert "民主测评与综合得分" in headings


def test_internal_editions_say_so_on_every_page(editions: Mapping[Audience, Edition], books: Books) -> None:
    """Whose it is and of when, for screen and paper; staff pages say nothing."""
    assert books[Audience.STAFF].caution == plan_shelf(editions[Audience.STAFF]).caution == ""
    caution = "内部资料 注意保存 · 公司领导版 · 数据截至 2026-06-30 18:00"
    assert books[Audience.LEADERS].caution == plan_shelf(editions[Audience.LEADERS]).caution == caution
