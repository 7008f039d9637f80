"""单位对比 as a reader uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.opening import open_page


def cells(page: Page, label: str) -> list[str]:
    """The row of that label, unit by unit."""
    row = page.locator(".kh-compared tbody tr", has=page.locator(f"th:text-is('{label}')"))
    return row.locator("td").all_inner_texts()


@pytest.mark.browser
def test_two_units_side_by_side(watched: Watched, address: str) -> None:
    """Choosing two units shows both, the latest year first, and the address can be sent on."""
    page = watched.page
    open_page(page, f"{address}compare/")
    page.get_by_label("单位 1").select_option(label="综掘一队")
    page.get_by_label("单位 2").select_option("u09")
    expect(page.locator(".kh-compared thead th")).to_have_text(["项目", "综掘一队", "安装回撤队"])
    assert cells(page, "等次") == ["★ 优秀", "▲ 一般"]
    assert cells(page, "党建得分率")[0] == "93.50%（93.5/100）"
    assert page.url.endswith("compare/?year=2025&units=u03,u09")


@pytest.mark.browser
def test_a_link_opens_what_was_chosen(watched: Watched, address: str) -> None:
    """Year and units come from the address; what it does not know it leaves out."""
    page = watched.page
    open_page(page, f"{address}compare/?year=2023&units=u03,nobody")
    expect(page.locator(".kh-compared caption")).to_have_text("2023年度，数据截至 2024-12-31")
    expect(page.locator(".kh-compared thead th")).to_have_text(["项目", "综掘一队"])
    assert cells(page, "党建得分率") == ["91.66%（91.66/100）"]


@pytest.mark.browser
def test_a_unit_not_assessed_that_year_shows_dashes(watched: Watched, address: str) -> None:
    """Nothing is carried over from another year."""
    page = watched.page
    open_page(page, f"{address}compare/?year=2023&units=u03,u14")
    assert cells(page, "党建得分率") == ["91.66%（91.66/100）", "—"]


@pytest.mark.browser
def test_without_script_the_units_are_listed(browser: Browser, address: str) -> None:
    """No empty form: links to every unit."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}compare/")
    expect(page.locator("form.kh-compare")).to_be_hidden()
    page.locator(".kh-choices a", has_text="综掘一队").click()
    page.wait_for_url("**/units/u03/")
    context.close()
