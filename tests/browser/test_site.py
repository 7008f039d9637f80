"""What a person sees and clicks on the sample site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched
from tests.browser.opening import open_page

PAGES = (
    "",
    "archive/",
    "units/",
    "units/u03/",
    "updates/",
    "help/",
    "2025/",
    "2025/units/",
    "2025/units/u03/",
    "2025/checklist/",
    "2025/checklist/b2-1/",
    "2025/commendations/",
    "2025/rectifications/",
    "2025/scheme/",
    "2025/scheme/indicators/",
    "2025/scheme/method/",
    "2023/units/u03/",
)


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_complaint(watched: Watched, address: str, path: str) -> None:
    """One heading, no console error, no failed or foreign request."""
    open_page(watched.page, address + path)
    expect(watched.page.locator("h1")).to_have_count(1)


@pytest.mark.browser
def test_from_the_front_page_to_a_problem_by_clicking(watched: Watched, address: str) -> None:
    """A worker finds the life of a problem in three clicks."""
    page = watched.page
    page.goto(address)
    page.locator("article a[href$='/2025/']").first.click()
    page.get_by_role("link", name="整改台账").first.click()
    page.locator("article tbody a[href*='2025-u']").first.click()
    expect(page.locator("h1")).to_contain_text("问题 2025-U")


@pytest.mark.browser
def test_the_year_switcher_stays_on_the_unit(watched: Watched, address: str) -> None:
    """From 2025 to 2024 the reader keeps looking at the same unit."""
    page = watched.page
    open_page(page, f"{address}2025/units/u03/")
    page.locator(".kh-years summary").click()
    page.locator(".kh-years a", has_text="2024").click()
    page.wait_for_url("**/2024/units/u03/")


@pytest.mark.browser
def test_the_way_home_is_in_the_year_menu(watched: Watched, address: str) -> None:
    """From any page of a book the reader gets back to the shelf."""
    page = watched.page
    open_page(page, f"{address}2025/units/u03/")
    page.locator(".kh-years summary").click()
    page.locator(".kh-years a", has_text="首页").click()
    page.wait_for_url(address)


@pytest.mark.browser
def test_the_site_can_be_read_from_a_folder(browser: Browser, sample_site: Path) -> None:
    """Without a server, by opening index.html from disk, links lead to pages and not to lists of files."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((sample_site / "index.html").as_uri())
    page.locator("article a[href$='/2025/']").first.click()
    page.wait_for_url("**/2025/index.html")
    page.get_by_role("link", name="整改台账").first.click()
    expect(page.locator("h1")).to_have_text("整改台账")
    context.close()


@pytest.mark.browser
def test_the_switcher_is_a_link_without_script(browser: Browser, address: str) -> None:
    """With JavaScript off the same place leads to the archive list, and the page is complete."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}2025/units/u03/")
    expect(page.locator("h1")).to_be_visible()
    page.locator(".kh-years a").first.click()
    page.wait_for_url("**/archive/")
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["2025/", "2025/units/u03/", "2025/checklist/", "2025/rectifications/"])
def test_nothing_is_wider_than_a_phone(browser: Browser, address: str, path: str) -> None:
    """At 360 px tables scroll inside themselves, the page does not."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    open_page(page, address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
