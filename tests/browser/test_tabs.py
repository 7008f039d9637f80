"""Areas as tabs: the heat map as a reader goes through it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.opening import open_page

PATH = "2025/checklist/"
HEADS = ".kh-tabs > details > summary"


def _open(page: Page) -> list[str | None]:
    return [one.get_attribute("id") for one in page.locator(".kh-tabs > details[open] > summary").all()]


@pytest.mark.browser
def test_one_area_at_a_time(watched: Watched, address: str) -> None:
    """A click or the keyboard opens another; the open one stays when asked again."""
    page = watched.page
    open_page(page, address + PATH)
    heads = page.locator(HEADS)
    assert _open(page) == ["area-a"]
    heads.nth(2).click()
    assert _open(page) == ["area-c"]
    expect(page.locator("table.kh-heat:visible")).to_have_count(1)
    heads.nth(1).press("Enter")
    assert _open(page) == ["area-b"]
    heads.nth(1).click()
    assert _open(page) == ["area-b"]


@pytest.mark.browser
def test_the_heads_stand_in_a_row_above_the_map(watched: Watched, address: str) -> None:
    """Whichever is open, no head moves."""
    page = watched.page
    open_page(page, address + PATH)
    before = page.locator(HEADS).evaluate_all(TOPS)
    assert len(set(before)) == 1
    page.locator(HEADS).nth(4).click()
    assert page.locator(HEADS).evaluate_all(TOPS) == before


@pytest.mark.browser
@pytest.mark.parametrize("way", ["address", "list of areas"])
def test_a_link_to_an_area_opens_it(watched: Watched, address: str, way: str) -> None:
    """From another page as from the table above."""
    page = watched.page
    open_page(page, address + PATH + ("#area-d" if way == "address" else ""))
    if way != "address":
        page.locator("article a[href$='#area-d']").first.click()
    expect(page.locator("#area-d + * table")).to_be_in_viewport()
    assert _open(page) == ["area-d"]


@pytest.mark.browser
def test_without_script_every_area_opens_by_itself(browser: Browser, address: str) -> None:
    """Folds need no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATH)
    page.locator(HEADS).nth(3).click()
    expect(page.locator("#area-d + * table")).to_be_visible()
    expect(page.locator("#area-a + * table")).to_be_visible()
    context.close()


TOPS = "(heads) => heads.map((one) => Math.round(one.getBoundingClientRect().top + scrollY))"
