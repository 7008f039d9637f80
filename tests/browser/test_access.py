"""Every kind of page for those who see little, or use no mouse: axe-core finds nothing (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import ANNOUNCED, BATCH, INTERNAL, LEADERS_SHEETS, PAGES, SHEETS

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
"""axe's own names; contrast of at least 4.5:1 is among the second."""
WIDTHS = (1280, 390)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Both colour schemes."""
    return str(request.param)


@pytest.fixture
def screens(browser: Browser, scheme: str) -> Iterator[list[Page]]:
    """A wide page and a phone in that scheme."""
    yield from _screens(browser, "dark" if scheme == "dark" else "light")


@pytest.fixture
def desks(browser: Browser) -> Iterator[list[Page]]:
    """The same for paper, which is white in the dark too."""
    yield from _screens(browser, "dark")


def _screens(browser: Browser, scheme: Literal["light", "dark"]) -> Iterator[list[Page]]:
    contexts = [
        browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        for width in WIDTHS
    ]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_axe_finds_nothing(screens: list[Page], address: str, path: str) -> None:
    """No violation on any kind of page, wide and narrow, folds opened."""
    _look(screens, address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", INTERNAL.values(), ids=list(INTERNAL))
def test_axe_finds_nothing_in_the_groups_edition(screens: list[Page], group_address: str, path: str) -> None:
    """The same on what only the assessment group reads."""
    _look(screens, group_address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", [*SHEETS.values(), BATCH], ids=[*SHEETS, "batch"])
def test_axe_finds_nothing_on_a_sheet(desks: list[Page], address: str, path: str) -> None:
    """Every kind of printable document, as paper on grey."""
    _look(desks, address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", LEADERS_SHEETS.values(), ids=list(LEADERS_SHEETS))
def test_axe_finds_nothing_on_a_sheet_for_leaders(desks: list[Page], leaders_address: str, path: str) -> None:
    """With the watermark on it."""
    _look(desks, leaders_address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", ANNOUNCED.values(), ids=list(ANNOUNCED))
def test_axe_finds_nothing_on_an_announcement(desks: list[Page], announced_address: str, path: str) -> None:
    """公示."""
    _look(desks, announced_address + path)


@pytest.mark.browser
@pytest.mark.parametrize("query", ["综掘一队", "综才一队 火星", "火星人"])
def test_axe_finds_nothing_in_the_opened_search_box(screens: list[Page], address: str, query: str) -> None:
    """With results of several kinds and years and filters, with what was mended and left out, with none."""
    for page in screens:
        page.goto(f"{address}2024/", wait_until="networkidle")
        page.keyboard.press("/")
        expect(page.locator(".md-search__input")).to_be_focused()
        page.locator(".md-search__input").fill(query)
        expect(page.locator(".kh-found [role=status]")).not_to_be_empty()
        expect(page.locator(".md-search-result__item").first).to_be_visible(visible=query != "火星人")
        assert _violations(page) == []


@pytest.mark.browser
def test_axe_finds_nothing_among_all_results(screens: list[Page], address: str) -> None:
    """The page of results with filters and a second page."""
    for page in screens:
        page.goto(f"{address}search/?q=党支部书记", wait_until="networkidle")
        expect(page.get_by_role("button", name="第 2 页")).to_be_visible()
        assert _violations(page) == []


def _look(screens: list[Page], address: str) -> None:
    for page in screens:
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('article details').forEach((one) => (one.open = true))")
        assert _violations(page) == []


def _violations(page: Page) -> list[str]:
    return [_told(one) for one in Axe().run(page, options=RULES).response["violations"]]


def _told(violation: dict[str, object]) -> str:
    nodes = violation["nodes"]
    assert isinstance(nodes, list)
    places = "; ".join(str(node["target"]) for node in nodes[:3])
    return f"{violation['id']} ({violation['help']}): {places}"


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_the_keyboard_reaches_everything(browser: Browser, address: str, path: str) -> None:
    """Tab goes through every link, button, field and fold that can be seen, and shows where it is."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    wanted = page.evaluate(MARK_ALL)
    seen: set[str] = set()
    for _ in range(wanted * 2 + 50):
        page.keyboard.press("Tab")
        name, outlined = page.evaluate(FOCUSED)
        if name:
            assert outlined, name
            seen.add(name)
        if len(seen) == wanted:
            break
    assert len(seen) == wanted
    context.close()


MARK_ALL = """() => {
  const all = [...document.querySelectorAll(":is(a[href], button, select, input, summary)")];
  const isSeen = (one) => one.closest("article") && one.checkVisibility({ visibilityProperty: true });
  const visible = all.filter(isSeen);
  visible.forEach((one, at) => one.setAttribute("data-tested", at + 1));
  return visible.length;
}"""
FOCUSED = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return [one.getAttribute("data-tested") || "", outlined];
}"""
