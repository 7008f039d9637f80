"""空白测评票: what is voted on, by whom, and what a ballot never holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.contract.fields import Audience
from generator.editions.edition import EditionYear
from generator.model.scheme import Ballot
from generator.model.terms import BoardGrade, CycleStatus, PointsTable
from generator.pages.page import Book
from generator.pages.plan import plan_book
from generator.pages.sheets.ballot import ROWS, BallotView, plan_ballots
from tests.pages.builders import edition, edition_year
from tests.pages.reader import book, words
from tests.pages.sheets import read_sheet, sample_editions, sheet_at, sheet_paths

pytestmark = pytest.mark.xdist_group("ballots")

Books = Mapping[Audience, Book]


@pytest.fixture(scope="module")
def books() -> Books:
    """The book of 2025 for each audience."""
    return {one: plan_book(given, given.years[-1]) for one, given in sample_editions().items()}


def _with(**changes: object) -> EditionYear:
    year = edition_year()
    rules: Ballot = replace(year.scheme.ballot, **changes)  # type: ignore[arg-type]
    return replace(year, scheme=replace(year.scheme, ballot=rules))


def test_a_board_is_graded_by_dimension_and_a_person_as_a_whole(books: Books) -> None:
    """Two ballots with the words of each, and 不了解 beside them."""
    text = words(read_sheet(books[Audience.GROUP], "ballot/u01/"))
    board, person = text.split("2025年度领导班子成员民主测评票")
    assert (
        "测评维度 优秀 良好 一般 较差 不了解 政治素质 履职能力 工作实绩 作风形象 党风廉政建设 每行" in board
    )
    assert "姓名 职务 优秀 称职 基本称职 不称职 不了解 苏德志 党总支书记 夏建渊 队长" in person
    assert "不对本人投票" in person
    assert "不对本人投票" not in board


def test_a_voter_says_the_class_and_nothing_else(books: Books) -> None:
    """No number, no place for a name, and it says so (domain.md 3.7)."""
    text = words(read_sheet(books[Audience.GROUP], "ballot/"))
    assert "□ A 公司领导 □ B 本单位班子成员和机关部门负责人 □ C 党员和职工代表" in text
    assert text.count("本票无记名、不编号") == 2
    assert "票号" not in text
    assert "投票人姓名：" not in text


def test_members_are_named_only_where_the_edition_may_name_them(books: Books) -> None:
    """Staff print positions, the name is written by hand."""
    staff = words(read_sheet(books[Audience.STAFF], "ballot/u01/"))
    assert "苏德志" not in staff
    assert "不了解 党总支书记 队长" in staff


def test_one_ballot_serves_every_unit() -> None:
    """With blank lines, and a blank for the name of the unit."""
    sheet = sheet_at(book(edition()), "ballot/")
    assert sheet.view.unit == ""
    assert set(sheet.view.ballots[1].rows) == {("", "")}
    assert sheet.back == "scheme/"


def test_a_scheme_with_fewer_grades_has_fewer_columns() -> None:
    """Its own words, not the usual four."""
    points = {BoardGrade.EXCELLENT: Decimal(95), BoardGrade.GOOD: Decimal(80), BoardGrade.POOR: Decimal(50)}
    view = next(plan_ballots(edition(), _with(points=points))).view
    assert isinstance(view, BallotView)
    assert view.ballots[0].options == ("优秀", "良好", "较差", "不了解")
    assert view.ballots[1].options == ("优秀", "称职", "不称职", "不了解")


def test_where_points_are_given_they_are_written() -> None:
    """Nothing is ticked."""
    text = words(read_sheet(book(edition(), _with(points_table=PointsTable.DIRECT, points={})), "ballot/"))
    assert "评分（百分制）" in text
    assert "每行填写一个分数" in text
    assert "每行只选一格" not in text


def test_a_large_board_goes_on_on_another_page() -> None:
    """Nobody is left out."""
    year = edition_year()
    first, *others = year.units
    large = replace(first, posts=first.posts * ROWS)
    view = sheet_at(book(edition(), replace(year, units=(large, *others))), "ballot/u01/").view
    assert [len(one.rows) for one in view.ballots[1:]] == [ROWS, ROWS]


def test_a_past_year_has_no_ballots() -> None:
    """Its votes are counted."""
    year = replace(edition_year(), status=CycleStatus.ARCHIVED)
    assert not any(path.startswith("ballot/") for path in sheet_paths(book(edition(), year)))
