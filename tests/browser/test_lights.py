"""预警灯 on the screen follow the calendar, on paper they stay as built (domain.md 9.4)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.opening import open_page

LEDGER = "2025/rectifications/"


def open_on(watched: Watched, address: str, day: str, path: str = LEDGER) -> Page:
    """The page as it opens on that day."""
    watched.page.clock.set_fixed_time(f"{day}T08:00:00")
    open_page(watched.page, address + path)
    return watched.page


def light(page: Page, problem: str) -> str:
    """The light a reader sees in the first row of a problem."""
    row = page.locator("tr", has=page.locator(f"a:text-is('{problem}')")).first
    return row.locator(".kh-mark:visible").last.inner_text()


@pytest.mark.browser
def test_days_go_on_after_the_data(watched: Watched, address: str) -> None:
    """Six days after 数据截至 a problem five days from its due date is one day late."""
    page = open_on(watched, address, "2026-07-06")
    assert light(page, "2025-U03-004") == "■ 逾期 1 天"
    assert light(page, "2025-U04-004") == "■ 逾期 38 天"
    assert light(page, "2025-U03-001") == "● 已销号"
    expect(page.locator(".kh-as-of")).to_contain_text("预警灯按今天计算，统计数按数据截至日")


@pytest.mark.browser
def test_the_day_of_the_data_changes_nothing(watched: Watched, address: str) -> None:
    """On 数据截至 itself the page is as built."""
    page = open_on(watched, address, "2026-06-30")
    assert light(page, "2025-U03-004") == "▲ 临期 5 天"
    expect(page.locator(".kh-today")).to_have_count(0)


@pytest.mark.browser
def test_old_data_is_not_told_anew(watched: Watched, address: str) -> None:
    """Months later nobody knows what was closed since: the page says so instead of guessing."""
    page = open_on(watched, address, "2026-11-25")
    assert light(page, "2025-U03-004") == "▲ 临期 5 天"
    expect(page.locator(".kh-as-of")).to_contain_text("数据已 148 天没有更新，预警灯按数据截至日显示")


@pytest.mark.browser
def test_paper_keeps_what_was_built(watched: Watched, address: str) -> None:
    """A print of a later day shows the lights of 数据截至, which it prints too."""
    page = open_on(watched, address, "2026-07-06")
    page.emulate_media(media="print")
    assert light(page, "2025-U03-004") == "▲ 临期 5 天"
    expect(page.locator(".kh-as-of .kh-today")).to_be_hidden()


@pytest.mark.browser
def test_an_archived_year_stands_still(watched: Watched, address: str) -> None:
    """What was not closed in a year that is archived is told as it was."""
    page = open_on(watched, address, "2025-01-05", "2023/rectifications/")
    expect(page.locator(".kh-today")).to_have_count(0)
