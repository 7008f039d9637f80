"""A sheet of several slips shows and prints the one its address names."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched

SHEET = "2025/print/closing/u03/"


@pytest.mark.browser
def test_the_slip_in_the_address_stands_alone(watched: Watched, address: str) -> None:
    """From the page of its problem; another address shows another, none shows all."""
    page = watched.page
    page.goto(f"{address}2025/rectifications/2025-u03-002/")
    page.get_by_role("link", name="销号单").click()
    expect(page.locator("article:visible")).to_have_count(1)
    expect(page.locator("#\\32 025-u03-002")).to_be_visible()
    page.goto(f"{address}{SHEET}#2025-u03-001")
    expect(page.locator("#\\32 025-u03-001")).to_be_visible()
    expect(page.locator("article:visible")).to_have_count(1)
    page.goto(f"{address}{SHEET}#")
    expect(page.locator("article:visible")).to_have_count(3)


@pytest.mark.browser
def test_without_script_all_are_there(browser: Browser, address: str) -> None:
    """One page of paper each."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}{SHEET}#2025-u03-001")
    expect(page.locator("article:visible")).to_have_count(3)
