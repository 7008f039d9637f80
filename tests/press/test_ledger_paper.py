"""整改台账 as it leaves the printer (domain.md 11.4)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.editions.ledger import Problem
from generator.model.terms import Light
from generator.pages.page import Book
from tests.pages.builders import edition, edition_year, problem
from tests.pages.large import large_edition, large_ledger
from tests.pages.reader import book
from tests.press.held import Paper, printed

WIDTH, TOP, SIDE, BOTTOM = 297, 20, 15, 210 - 15
MANY = 45


def _with(*problems: Problem) -> Book:
    year = edition_year()
    return book(edition(), replace(year, ledger=replace(year.ledger, problems=problems, repeated=())))


@pytest.fixture(scope="module")
def long_ledger(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """45 problems of three units with names as long as they come."""
    large = large_edition(3, MANY)
    units = tuple(replace(one, short_name="某某矿井综合机械化掘进准备队") for one in large.years[0].units)
    problems = tuple(replace(one, problem=f"事实{n:02}始{'长' * 90}事实{n:02}终") for n, one in _numbered())
    year = replace(large.years[0], units=units, ledger=replace(large.years[0].ledger, problems=problems))
    return printed(book(replace(large, years=(year,))), "ledger/", tmp_path_factory.mktemp("long"))


def _numbered() -> list[tuple[int, Problem]]:
    return list(enumerate(large_ledger(MANY, 3).problems, 1))


def test_the_head_stands_on_every_page(long_ledger: Paper) -> None:
    """And the pages are counted."""
    pages = long_ledger.pages
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert "问题描述" in page
        assert "督办部门" in page
        assert f"第{number}页共{len(pages)}页" in page


def test_no_row_is_on_two_pages(long_ledger: Paper) -> None:
    """The end of each problem stands where its beginning does; every problem is there once."""
    for number in range(1, MANY + 1):
        begun = [page for page in long_ledger.pages if f"事实{number:02}始" in page]
        assert len(begun) == 1
        assert f"事实{number:02}终" in begun[0]


def test_sum_and_signatures_stand_at_the_end_together(long_ledger: Paper) -> None:
    """With a row above them: a page of paper with nothing but a signature proves nothing."""
    assert ["审核人：" in page for page in long_ledger.pages] == [False] * (len(long_ledger.pages) - 1) + [
        True
    ]
    assert f"共{MANY}项" in long_ledger.pages[-1]
    assert "事实" in long_ledger.pages[-1]


def test_the_table_fills_a_sheet_of_a4_across(long_ledger: Paper) -> None:
    """Margins of 20, 15, 15 and 15 mm, within a millimetre; only the foot stands below."""
    assert long_ledger.size == (WIDTH, 210)
    assert long_ledger.overflows == ()
    boxes = [box for box in long_ledger.boxes(2) if box[3] < BOTTOM]
    assert SIDE <= min(box[0] for box in boxes) < SIDE + 3
    assert WIDTH - SIDE - 8 < max(box[2] for box in boxes) <= WIDTH - SIDE
    assert TOP <= min(box[1] for box in boxes) < TOP + 2


@pytest.mark.parametrize("measures", [("乙" * 200,) * 6, ("乙" * 5,) * 60])
def test_the_longest_row_has_room_on_one_page(measures: tuple[str, ...], tmp_path: Path) -> None:
    """Every text as long as the contract lets it be."""
    one = problem("2025-U01-001", "u01", light=Light.RED, days_left=-120)
    event = replace(one.happenings[0], text="丁" * 400)
    row = replace(
        one,
        problem="甲" * 400,
        measures=measures,
        acceptance="丙" * 300,
        owner="戊" * 40,
        supervisor_dept="己" * 30,
        coordinator="庚" * 40,
        due_on=one.opened_on,
        happenings=(event,),
        light_words="进度严重滞后 逾期 120 天（逾期提交）",
    )
    paper = printed(_with(one, row), "ledger/", tmp_path)
    assert paper.overflows == ()
    assert sum(page.count("甲") for page in paper.pages) == 400
    for letter in "甲乙丙丁戊己庚":
        assert sum(letter in page for page in paper.pages) == 1, letter


@pytest.mark.parametrize("count", range(4, 8))
def test_the_sum_takes_a_row_with_it(count: int, tmp_path: Path) -> None:
    """Of five rows, that fill the first page, the fifth goes with the sum to the second."""
    one = problem("2025-U01-001", "u01", light=Light.RED, days_left=-120)
    rows = (replace(one, id=f"2025-U01-{n:03}", problem="长" * 60) for n in range(count))
    assert "U01-" in printed(_with(*rows), "ledger/", tmp_path).pages[-1]


def test_an_empty_ledger_is_one_page(tmp_path: Path) -> None:
    """With its head, its sum and the blanks to sign on."""
    paper = printed(_with(), "ledger/", tmp_path)
    assert len(paper.pages) == 1
    assert "台账中没有问题。" in paper.pages[0]
    assert "填表人：" in paper.pages[0]
