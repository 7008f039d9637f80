"""单位问题反馈单: in which words it speaks to the unit, and to whom it is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.contract.fields import Audience
from generator.pages.page import Book
from generator.pages.plan import plan_book
from tests.pages.reader import read, rows, words
from tests.pages.sheets import read_sheet, sample_editions, sheet_at, sheet_paths

Books = Mapping[Audience, Book]


@pytest.fixture(scope="module")
def books() -> Books:
    """The book of 2025 for each audience."""
    return {one: plan_book(given, given.years[-1]) for one, given in sample_editions().items()}


def test_it_is_handed_over_not_put_up(books: Books) -> None:
    """Staff have none; leaders and group one for each unit."""
    found = {
        one: sum(path.startswith("feedback/") for path in sheet_paths(book)) for one, book in books.items()
    }
    assert found == {Audience.STAFF: 0, Audience.LEADERS: 18, Audience.GROUP: 18}


def test_it_speaks_to_the_unit(books: Books) -> None:
    """Softer words, nothing unconfirmed even in the group's edition, and every problem with its date."""
    text = words(read_sheet(books[Audience.GROUP], "feedback/u04/"))
    assert "班子成员之间的沟通和重要事项会前酝酿需要加强" in text
    assert "队长与书记沟通不畅" not in text
    assert "奖金分配" not in text
    assert "1 2025-U04-001 " in text
    assert "7 2025-U04-007 " in text
    assert "综合得分 68.40，组内位次第9" in text
    assert "考核组： 单位负责人： 日期：" in text


def test_areas_and_dimensions_stand_beside_the_median(books: Books) -> None:
    """The areas by their short names, so that both tables have room."""
    html = read_sheet(books[Audience.LEADERS], "feedback/u04/")
    assert rows(html, "党建考核")[1] == ["政治建设", "65.70%（13.14/20）", "92.50%", "−26.80 个百分点"]
    assert [row[0] for row in rows(html, "班子民主测评")[1:3]] == ["政治素质", "履职能力"]


def test_headings_are_counted_by_what_there_is(books: Books) -> None:
    """A unit without a portrait has its problems in the second part."""
    with_portrait = words(read_sheet(books[Audience.LEADERS], "feedback/u04/"))
    for heading in ("一、考核结果", "二、优点", "三、不足", "四、改进建议", "五、整改问题"):
        assert heading in with_portrait
    assert "二、整改问题" in words(read_sheet(books[Audience.LEADERS], "feedback/u01/"))


def test_before_the_decision_it_is_preliminary() -> None:
    """What is handed over on the spot is marked 初步, in its title and in its first sentence."""
    given = sample_editions()[Audience.LEADERS]
    early = replace(given.years[-1], decided_on=None)
    book = plan_book(replace(given, years=(*given.years[:-1], early)), early)
    assert "<h1>综掘二队2025年度考核反馈单（初步）</h1>" in read_sheet(book, "feedback/u04/")
    assert "以下为初步意见" in read_sheet(book, "feedback/u04/")
    assert "初步" not in read_sheet(plan_book(given, given.years[-1]), "feedback/u04/")


def test_a_unit_without_problems_is_told_so() -> None:
    """Instead of an empty table."""
    given = sample_editions()[Audience.LEADERS]
    year = given.years[-1]
    year = replace(year, ledger=replace(year.ledger, problems=()))
    book = plan_book(replace(given, years=(*given.years[:-1], year)), year)
    assert "没有列入台账的问题。" in read_sheet(book, "feedback/u04/")


def test_the_page_of_the_unit_leads_to_it(books: Books) -> None:
    """Below the scores, for those who have them."""
    link = "../../print/feedback/u04/"
    assert link in read(books[Audience.LEADERS], "units/u04/")
    assert link not in read(books[Audience.STAFF], "units/u04/")
    assert sheet_at(books[Audience.LEADERS], "feedback/u04/").back == "units/u04/"
