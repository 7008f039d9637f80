"""What goes onto paper when a reader prints a page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.opening import open_page
from tests.browser.pages import PAGES

FOOT = ".kh-imprint > span"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Page:
    """A page with and without script; its context ends with the browser."""
    return browser.new_context(java_script_enabled=request.param).new_page()


@pytest.mark.browser
def test_areas_are_open_on_paper_and_what_they_rest_on_is_not(page: Page, address: str) -> None:
    """A printed unit has every leaf and no page of formulas nobody asked for."""
    page.goto(f"{address}2025/units/u03/")
    page.emulate_media(media="print")
    for table in page.locator("details.kh-area table").all():
        expect(table).to_be_visible()
    expect(page.locator("details.kh-area")).not_to_have_count(0)
    for basis in page.locator("details.kh-basis-list").all():
        expect(basis).to_be_hidden()


@pytest.mark.browser
def test_a_basis_the_reader_opened_is_printed(page: Page, address: str) -> None:
    """Opened before printing it goes along, closed again it does not."""
    page.goto(f"{address}2025/")
    first, second = page.locator("details.kh-basis-list").all()[:2]
    first.locator("summary").click()
    second.locator("summary").click()
    second.locator("summary").click()
    page.emulate_media(media="print")
    expect(first).to_be_visible()
    expect(second).to_be_hidden()


@pytest.mark.browser
def test_every_area_of_the_heat_map_is_printed(page: Page, address: str) -> None:
    """On the screen one area is open, on paper all are, one below the other."""
    page.goto(f"{address}2025/checklist/")
    page.emulate_media(media="print")
    tops = []
    for table in page.locator("table.kh-heat").all():
        expect(table).to_be_visible()
        box = table.bounding_box()
        assert box is not None
        tops.append(box["y"])
    assert len(tops) == 6
    assert tops == sorted(set(tops))


@pytest.mark.browser
def test_the_foot_of_a_sheet_says_what_it_is_and_has_no_links(watched: Watched, address: str) -> None:
    """Year, 数据截至, edition and 校验码; nobody clicks on paper."""
    page = watched.page
    open_page(page, f"{address}2025/units/u03/")
    page.emulate_media(media="print")
    seen = page.locator(f"{FOOT}:visible").all_inner_texts()
    assert seen[:3] == ["2025年度考核", "数据截至 2026-06-30 18:00", "全体职工版"]
    assert seen[3].startswith("页面校验码 ")
    expect(page.locator(f"{FOOT} a").first).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(("path", "sheets"), [("2025/ranking/", 2), ("2025/group/recommendations/", 1)])
def test_a_page_set_across_is_so_from_its_heading_to_its_foot(
    browser: Browser, group_address: str, path: str, sheets: int
) -> None:
    """A4 landscape throughout: no sheet with a heading or a foot alone."""
    context = browser.new_context()
    page = context.new_page()
    open_page(page, group_address + path)
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert len(boxes) == sheets
    assert all(float(width) > float(height) for width, height in boxes)
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_nothing_is_wider_than_a_sheet(watched: Watched, address: str, path: str) -> None:
    """A4 upright with the margins of the style sheet, except what is set across."""
    page = watched.page
    page.set_viewport_size({"width": 688, "height": 1000})
    open_page(page, address + path)
    page.emulate_media(media="print")
    assert page.evaluate(BEYOND) == []


BEYOND = """() => [...document.querySelectorAll("article *")]
  .filter((one) => !one.closest(".kh-landscape, svg") && one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => getComputedStyle(one).clipPath === "none")
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 20)}`)"""
"""Seen elements that reach beyond the right edge."""
