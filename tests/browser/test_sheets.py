"""Printable documents in the browser: printed one by one or many at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.press.poppler import facts_of, text_of


@pytest.fixture(scope="module")
def leaders(leaders_site: Path) -> str:
    """The address of the leaders' site."""
    return Served(leaders_site).address


@pytest.mark.browser
def test_a_sheet_has_a_button_to_print(browser: Browser, leaders: str) -> None:
    """It calls the browser's own printing; on paper there is no button."""
    page = browser.new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{leaders}2025/print/summary/u03/")
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="打印")).to_have_count(0)


@pytest.mark.browser
def test_all_units_of_a_group_print_in_one_job(browser: Browser, leaders: str, tmp_path: Path) -> None:
    """From the page 打印 to nine sheets of paper, each with its own number 1."""
    page = browser.new_page()
    page.goto(f"{leaders}2025/print/")
    batch = page.get_by_role("listitem").filter(has_text="单位考核画像：")
    batch.get_by_role("link", name="生产单位").click()
    expect(page.locator(".kp-status")).to_contain_text("共 9 份")
    assert _count(page, tmp_path) == 9
    text = text_of(tmp_path / "batch.pdf")
    assert text.count("— 1 —") + text.count("—1—") == 9


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kind=summary&unit=u03&unit=u05", "共 2 份"),
        ("kind=nothing", "没有这样的打印文件"),
        ("", "没有这样的打印文件"),
    ],
)
def test_the_address_says_what_to_print(browser: Browser, leaders: str, query: str, said: str) -> None:
    """Units one by one; an address that names nothing is told so."""
    page = browser.new_page()
    page.goto(f"{leaders}2025/print/batch/?{query}")
    expect(page.locator(".kp-status")).to_contain_text(said)


@pytest.mark.browser
def test_without_script_the_batch_page_says_what_to_do(browser: Browser, leaders: str) -> None:
    """And leads back to the documents."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{leaders}2025/print/batch/?kind=summary")
    expect(page.locator(".kp-status")).to_contain_text("请逐份打印")
    expect(page.get_by_role("link", name="全部打印文件")).to_be_visible()


def _count(page: Page, folder: Path) -> int:
    page.wait_for_load_state("networkidle")
    page.pdf(path=folder / "batch.pdf", prefer_css_page_size=True)
    return int(facts_of(folder / "batch.pdf")["Pages"])
