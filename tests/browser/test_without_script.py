"""Every kind of page is complete with JavaScript off (look.md)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import PAGES


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page without script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_nothing_waits_for_a_script(page: Page, address: str, path: str) -> None:
    """All there is to read is shown, or in a fold; only the forms of 单位对比 and 查找 need script."""
    page.goto(address + path)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(UNSEEN) == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["2025/units/u03/", "2025/checklist/", "2025/"])
def test_folds_open_by_themselves(page: Page, address: str, path: str) -> None:
    """Each fold shows what is in it when asked, by the keyboard."""
    page.goto(address + path)
    for fold in page.locator("article details").all():
        if fold.get_attribute("open") is None:
            fold.locator("> summary").press("Enter")
        expect(fold.locator("> :not(summary)").first).to_be_visible()


@pytest.mark.browser
def test_the_ways_to_other_pages_are_links(page: Page, address: str) -> None:
    """Tabs, years and, on a phone, the menu behind its button."""
    page.goto(f"{address}2025/units/u03/")
    if page.viewport_size and page.viewport_size["width"] < 500:
        page.locator("label.md-header__button[for='__drawer']").click()
        page.locator(".md-nav--primary").get_by_role("link", name="整改台账").click()
    else:
        page.locator(".md-tabs").get_by_role("link", name="整改台账").click()
    expect(page.locator("h1")).to_have_text("整改台账")


UNSEEN = """() => [...document.querySelectorAll("article :is(h2, h3, p, li, dt, dd, tr, figure, summary)")]
  .filter((one) => !one.closest("details:not([open]) > :not(summary)"))
  .filter((one) => !one.closest("[data-kh-compare], [data-kh-compared], [data-kh-search]"))
  .filter((one) => !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 20)}`)"""
"""What the article holds and does not show."""
