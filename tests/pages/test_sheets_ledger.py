"""整改台账 on paper: what its rows and its sum say, for whom, and of how much."""

from __future__ import annotations

from dataclasses import replace

from generator.contract.fields import Audience
from generator.pages.plan import plan_book
from generator.pages.rectifications.parts import ROWS
from generator.pages.sheets.ledger import MEASURE, MEASURES, PROBLEM, PROGRESS
from generator.pages.sheets.limits import ELLIPSIS, fitted
from tests.pages.builders import edition, edition_year, problem
from tests.pages.large import large_edition
from tests.pages.reader import book, read, words
from tests.pages.records import Light
from tests.pages.sheets import read_sheet, sample_editions, sheet_at, sheet_paths


def test_every_problem_is_a_row_with_what_the_standard_form_asks() -> None:
    """The bold columns of domain.md 9.1, the light as shape and word, and the sum below."""
    text = words(read_sheet(book(edition()), "ledger/"))
    assert "1 2025-U01-001 党建考核 一号队 党支部书记 三季度支部党员大会没有会议记录 补齐会议记录" in text
    assert "抽查三次会议记录齐全 限期整改 2026-06-24 党建工作部" in text
    assert "2026-02-12 认领： 单位认领 整改中 ■ 逾期 6 天" in text
    assert "合计 共 3 项：已销号 1；其中逾期 1 项。销号率 33.33%（1/3）。" in text
    assert "填表人： 审核人： 日期：" in text


def test_a_light_that_says_the_status_says_it_once() -> None:
    """`● 已销号`, not `已销号 ● 已销号`."""
    view = sheet_at(book(edition()), "ledger/").view
    assert [(row.status, row.light.word) for row in view.rows] == [
        ("", "已销号"),
        ("整改中", "逾期 6 天"),
        ("整改中", "正常"),
    ]


def test_a_unit_has_its_own_list_to_sign() -> None:
    """Its own problems, numbered from 1, its own sum, and a blank for who answers for them."""
    given = book(edition())
    text = words(read_sheet(given, "ledger/u03/"))
    assert "1 2025-U03-001" in text
    assert "2025-U01" not in text
    assert "共 1 项；其中逾期 0 项。" in text
    assert "责任人（签字）：" in text
    assert sheet_at(given, "ledger/u03/").title == "联合队2025年度问题整改台账"


def test_a_moved_date_stands_below_the_first() -> None:
    """The first date is never lost (domain.md 9.1, 20 and 21)."""
    moved = problem("2025-U01-002", "u01", light=Light.GREEN, days_left=20)
    moved = replace(moved, due_on=moved.opened_on)
    year = replace(edition_year(), ledger=replace(edition_year().ledger, problems=(moved,)))
    assert "限期整改 2026-02-11 延至 2026-07-20" in words(read_sheet(book(edition(), year), "ledger/"))


def test_an_empty_ledger_says_so() -> None:
    """The form is still signed."""
    year = replace(edition_year(), ledger=replace(edition_year().ledger, problems=(), repeated=()))
    text = words(read_sheet(book(edition(), year), "ledger/"))
    assert "台账中没有问题。 合计 共 0 项；其中逾期 0 项。 填表人：" in text


def test_texts_are_cut_where_a_row_would_leave_its_page() -> None:
    """The longest problem the data may hold stands whole; measures and events end with an ellipsis."""
    long = problem("2025-U01-002", "u01", light=Light.GREEN, days_left=20)
    event = replace(long.happenings[0], text="字" * 400)
    long = replace(long, problem="长" * 400, measures=("措" * 200,) * 4, happenings=(event,))
    year = replace(edition_year(), ledger=replace(edition_year().ledger, problems=(long,)))
    row = sheet_at(book(edition(), year), "ledger/").view.rows[0]
    assert row.problem == "长" * PROBLEM
    assert len(row.measures) == 2
    assert len(row.measures[1]) == (MEASURES - 16) * MEASURE
    assert row.measures[-1].endswith(ELLIPSIS)
    assert len(row.progress) == PROGRESS


def test_texts_that_have_no_room_are_left_out() -> None:
    """Each begins on its own line: of three the second is cut and the third not begun."""
    assert fitted(("四个字", "也是五个字", "没有了"), 2, 4) == ("四个字", f"也是五{ELLIPSIS}")
    assert fitted(("占了一行又一字", "不要"), 2, 4) == ("占了一行又一字",)
    assert fitted((), 4, 4) == ()


def test_sensitive_problems_are_on_the_paper_of_leaders_alone() -> None:
    """Neither row nor number for staff, whose sum counts what their paper shows (domain.md 4.3)."""
    counts = {}
    for audience, given in sample_editions().items():
        planned = plan_book(given, next(one for one in given.years if one.year == 2024))
        text = words(read_sheet(planned, "ledger/"))
        counts[audience] = len(sheet_at(planned, "ledger/").view.rows)
        assert f"共 {counts[audience]} 项" in text
        assert ("2024-U08-003" in text) is (audience is not Audience.STAFF)
    assert counts[Audience.STAFF] + 4 == counts[Audience.LEADERS] == counts[Audience.GROUP]


def test_the_pages_of_the_ledger_lead_to_its_paper() -> None:
    """The whole ledger from its page, a unit's own from the page of the unit; nobody clicks on paper."""
    given = book(edition())
    link = '<p class="kh-screen-only">打印：<a href="../{}">整改台账</a></p>'
    assert link.format("print/ledger/") in read(given, "rectifications/")
    assert link.format("../print/ledger/u01/") in read(given, "units/u01/")


def test_a_long_ledger_is_printed_in_the_parts_it_has_on_the_screen() -> None:
    """200 rows each, numbered on, the sum of all on each; nothing above 300 KB."""
    given = book(large_edition(18, 2 * ROWS + 1))
    parts = [path for path in sheet_paths(given) if path.startswith("ledger/all/")]
    assert parts == ["ledger/all/1/", "ledger/all/2/", "ledger/all/3/"]
    assert "ledger/" not in sheet_paths(given)
    assert [row.number for path in parts for row in sheet_at(given, path).view.rows] == [
        str(number) for number in range(1, 2 * ROWS + 2)
    ]
    assert sheet_at(given, parts[1]).title == "2025年度问题整改台账（第 201—400 项）"
    assert len({sheet_at(given, path).code for path in parts}) == 3
    for path in parts:
        assert "全部合计 共 401 项" in words(read_sheet(given, path))
        assert len(read_sheet(given, path).encode()) < 300_000
        assert f'打印：<a href="../../../print/{path}">整改台账</a>' in read(
            given, path.replace("ledger", "rectifications")
        )
    links = "、".join(
        f'<a href="../print/{path}">第 {n}—{m} 项</a>'
        for path, n, m in zip(parts, (1, 201, 401), (200, 400, 401), strict=True)
    )
    assert f"打印：{links}" in read(given, "rectifications/")
