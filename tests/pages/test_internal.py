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


def test_the_ranking_says_how_far_the_scores_lie_apart(books: Books) -> None:
    """离散程度 of each group and of the company, each number with its key, and how it was worked out."""
    page = read(books[Audience.LEADERS], "ranking/")
    text = words(page)
    assert "生产单位 9 个单位综合得分极差 25.70 分、标准差 7.92 分。" in text
    assert "全公司 18 个单位综合得分极差 25.70 分、标准差 6.28 分。" in text
    assert 'data-figure="2025:groups.生产单位.composite.deviation"' in page
    assert "平均86.9533，离差平方和564.4176÷9，开平方＝7.9192，四舍五入为7.92" in text


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


def test_results_of_persons_reach_leaders_in_numbered_copies(books: Books) -> None:
    """On their screen there is a notice instead of names and scores; the group reads them (domain.md 4.3)."""
    leaders, group = (read(books[one], "units/u03/") for one in (Audience.LEADERS, Audience.GROUP))
    screen, _, paper = leaders.partition('<div class="kh-paper-only">')
    assert "班子成员测评只供打印" in screen
    assert "邵垚" not in screen
    assert "第＿＿＿＿份" in paper
    assert rows(paper.partition("</div>\n</div>")[0], "班子成员测评")[1][0] == "邵垚"
    assert "kh-paper-only" not in group
    assert "班子成员测评只供打印" not in group
    assert "第＿＿＿＿份" in read(books[Audience.GROUP], "group/recommendations/")


def test_internal_editions_say_so_on_every_page(editions: Mapping[Audience, Edition], books: Books) -> None:
    """Whose it is and of when, for screen and paper; staff pages say nothing."""
    assert books[Audience.STAFF].caution == plan_shelf(editions[Audience.STAFF]).caution == ""
    caution = "内部资料 注意保存 · 公司领导版 · 数据截至 2026-06-30 18:00"
    assert books[Audience.LEADERS].caution == plan_shelf(editions[Audience.LEADERS]).caution == caution


def test_the_group_alone_has_its_own_section(books: Books) -> None:
    """Data quality, self-scores and recommendations; nobody else has page or tab."""
    for audience, there in ((Audience.STAFF, False), (Audience.LEADERS, False), (Audience.GROUP, True)):
        paths = {page.path for page in books[audience].pages}
        assert {"group/", "group/self-scores/", "group/recommendations/"}.issubset(paths) is there
        assert any(section.path == "group/" for section in books[audience].sections) is there


def test_what_is_missing_of_a_unit_can_be_seen(books: Books) -> None:
    """One of the four members of u07 has no result; every unit has its row."""
    table = rows(read(books[Audience.GROUP], "group/"), "各单位数据")
    assert len(table) == 1 + 18
    assert next(row for row in table if row[0] == "开拓准备队")[4] == "3/4 人"
    assert {row[0]: row[2] for row in table if row[0] in ("综采一队", "物资供应站")} == {
        "综采一队": "45/45 项",
        "物资供应站": "44/44 项",
    }


def test_own_scores_stand_beside_those_given(books: Books) -> None:
    """Only where they differ, with the difference."""
    table = rows(read(books[Audience.GROUP], "group/self-scores/"), "自评与认定")
    assert ["综采一队", "A1.2 年度理论学习计划与执行", "2", "1.6", "+0.4"] in table
    assert all(row[2] != row[3] for row in table[1:])


def test_recommendations_are_for_paper(books: Books) -> None:
    """On the screen there is a notice instead of the names; shares say what they are out of."""
    page = read(books[Audience.GROUP], "group/recommendations/")
    notice, _, paper = page.partition('<div class="kh-paper-only">')
    assert "本页只供打印" in notice
    assert "佘霁昀" not in notice
    assert rows(paper, "2025年度干部推荐会")[1][5:8] == ["54/52/50", "31", "62.00%"]


def test_verifications_and_interviews_stand_on_the_page_of_the_unit(books: Books) -> None:
    """For the group; leaders have neither section nor heading."""
    group, leaders = (read(books[one], "units/u04/") for one in (Audience.GROUP, Audience.LEADERS))
    assert rows(group, "核实记录")[0][:2] == ["日期", "方式"]
    assert rows(group, "个别谈话")[1][:3] == ["2026-01-21", "班子成员", "祝培生"]
    assert "核实与谈话" not in leaders


def test_a_portrait_names_its_sources_and_its_doubts(books: Books) -> None:
    """What one method found is 待核实 for the group and not there for leaders."""
    group, leaders = (words(read(books[one], "units/u04/")) for one in (Audience.GROUP, Audience.LEADERS))
    assert "奖金分配方案调整后未重新公示 （来源：个别谈话；待核实）" in group
    assert "奖金分配方案调整后未重新公示" not in leaders
    assert "（来源：个别谈话、民主测评）" in leaders
