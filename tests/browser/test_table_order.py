"""In which order a reader finds the rows of a table after pressing its heads."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Show
from tests.browser.tables import Table

pytestmark = pytest.mark.browser

ASCENDING = {
    "names by pinyin": ["安全监察部", "财务部", "机电运输队", "通防工区", "综采一队"],
    "shares with their basis": ["9.50%（19/200）", "62.00%（31/50）", "100.00%（3/3）"],
    "scores": ["0.25/2", "1.25/2", "1.5/2", "2/2"],
    "equal shares by their basis": ["50.00%（9/18）", "50.00%（10/20）"],
    "counts with a unit": ["3 个", "12 个", "100 个"],
    "days inside words": ["临期 3 天", "临期 12 天", "逾期 1 天", "逾期 101 天"],
    "differences": ["−3.42 个百分点", "−0.50 个百分点", "+0.08 个百分点", "+12.00 个百分点"],
    "codes": ["B2.1", "B2.9", "B2.10", "C1.1"],
    "problem numbers": ["2025-U03-002", "2025-U03-010", "2025-U12-001"],
    "dates": ["2025-12-31", "2026-03-05", "2026-03-31", "2026-11-01"],
    "both widths": ["８ 人", "9 人", "１０ 人"],
    "numbers before words": ["75", "100", "未查"],
}


@pytest.mark.parametrize("expected", ASCENDING.values(), ids=ASCENDING)
def test_a_head_sorts_as_a_reader_counts(show: Show, expected: list[str]) -> None:
    """Pressed once upwards, pressed again downwards."""
    table = Table(show(expected[1::2] + expected[::2]), "值")
    table.press("值")
    assert table.column("值") == expected
    table.press("值")
    assert table.column("值") == expected[::-1]


def test_what_is_missing_stays_last_both_ways(show: Show) -> None:
    """「—」 and nothing are no values, neither the smallest nor the largest."""
    table = Table(show(["2", "—", "10", "", "1"]), "值")
    table.press("值")
    assert table.column("值") == ["1", "2", "10", "—", ""]
    table.press("值")
    assert table.column("值") == ["10", "2", "1", "—", ""]


def test_equal_rows_keep_their_order(show: Show) -> None:
    """Downwards too."""
    table = Table(show(["乙", "甲", "乙", "甲"]), "值")
    table.press("值")
    assert table.column("号") == ["2", "4", "1", "3"]
    table.press("值")
    assert table.column("号") == ["1", "3", "2", "4"]


def test_a_cell_may_say_what_it_is_sorted_by(show: Show) -> None:
    """逾期 comes before 临期 though their pinyin says otherwise."""
    words = {"已销号": 3, "临期 3 天": 2, "逾期 1 天": 1}
    rows = "".join(f"<tr><th>1</th><td data-sort='{rank}'>{word}</td></tr>" for word, rank in words.items())
    table = Table(show(rows), "值")
    table.press("值")
    assert table.column("值") == ["逾期 1 天", "临期 3 天", "已销号"]


def test_the_third_press_brings_the_original_order_back(show: Show) -> None:
    """The head says at each step how the table is sorted; another head begins anew."""
    table = Table(show(["乙", "丙", "甲"]), "值")
    head = table.head("值")
    for state, order in (
        ("ascending", ["丙", "甲", "乙"]),
        ("descending", ["乙", "甲", "丙"]),
        ("none", ["乙", "丙", "甲"]),
    ):
        table.press("值")
        expect(head).to_have_attribute("aria-sort", state)
        assert table.column("值") == order
    table.press("值")
    table.press("号")
    expect(head).to_have_attribute("aria-sort", "none")
    expect(table.head("号")).to_have_attribute("aria-sort", "ascending")


def test_heads_are_pressed_with_the_keyboard(show: Show) -> None:
    """Tab goes from head to head, Enter and Space sort, the focus stays."""
    page = show(["乙", "甲"])
    table = Table(page, "值")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(table.head("值").locator("button")).to_be_focused()
    page.keyboard.press("Enter")
    assert table.column("值") == ["甲", "乙"]
    page.keyboard.press("Space")
    expect(table.head("值")).to_have_attribute("aria-sort", "descending")
    expect(table.head("值").locator("button")).to_be_focused()


def test_groups_are_sorted_together_and_come_back(show: Show) -> None:
    """The line between groups means nothing once rows are sorted; the sum stays below."""
    page = show(["30", "10"], ["20", "5"], foot="<tfoot><tr><th>合计</th><td>65</td></tr></tfoot>")
    table = Table(page, "值")
    sizes = "bodies => bodies.map(body => body.rows.length)"
    table.press("值")
    assert table.column("值") == ["5", "10", "20", "30"]
    assert table.root.locator("tbody").evaluate_all(sizes) == [4, 0]
    assert table.root.locator("tr").last.inner_text().split() == ["合计", "65"]
    table.press("值")
    table.press("值")
    assert table.column("值") == ["30", "10", "20", "5"]
    assert table.root.locator("tbody").evaluate_all(sizes) == [2, 2]


def test_groups_come_back_though_the_order_stays(show: Show) -> None:
    """Sorted rows may stand as they came: the groups are gone all the same, and return."""
    page = show(["1", "2"], ["3", "4"], tools="filter")
    page.set_viewport_size({"width": 390, "height": 700})
    order = page.get_by_role("combobox", name="排序")
    sizes = "bodies => bodies.map(body => body.rows.length)"
    for label, expected in (("值 ↑", [4, 0]), ("默认次序", [2, 2])):
        order.select_option(label=label)
        assert page.locator("tbody").evaluate_all(sizes) == expected


def test_a_long_table_shows_the_rest_on_demand(show: Show) -> None:
    """The first hundred of five hundred rows, sorted among all; one press shows the others."""
    page = show([str(number) for number in range(500, 0, -1)])
    table = Table(page, "值")
    table.press("值")
    assert table.column("值") == [str(number) for number in range(1, 101)]
    page.get_by_role("button", name="显示其余 400 项").click()
    assert table.count() == 500
    expect(page.get_by_role("button", name="显示其余")).to_have_count(0)


def test_a_link_to_a_row_finds_it_in_a_long_table(show: Show) -> None:
    """A problem leads to the row of its unit on the page of a leaf, whichever place it has there."""
    page = show("".join(f"<tr id='unit-{n}'><th>{n}</th><td>{n}</td></tr>" for n in range(400)))
    address = page.url
    page.goto("about:blank")
    page.goto(f"{address}#unit-350")
    expect(page.locator("#unit-350")).to_be_in_viewport()


def test_three_hundred_rows_are_shown_at_once(show: Show) -> None:
    """As many as the ledger has on a page: the browser's own search finds them all."""
    assert Table(show([str(number) for number in range(300)]), "值").count() == 300
