"""Every kind of page for those who see little, or use no mouse: axe-core finds nothing (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.opening import open_page
from tests.browser.pages import ANNOUNCED, BATCH, INTERNAL, LEADERS_SHEETS, PAGES, SHEETS

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""axe's own names; contrast of at least 4.5:1 is among the second."""
COLOURS = """(tags) =>
  axe.getRules(tags).filter((one) => one.tags.includes("cat.color")).map((one) => one.ruleId)"""
VIOLATIONS = """(rules) =>
  axe.run({ runOnly: rules, resultTypes: ["violations"] }).then((found) => found.violations)"""
"""Neither looked for nor sent: what is right, and what axe cannot tell."""
WIDTHS = (1280, 390)


@dataclass(frozen=True)
class Screen:
    """A page to open things in, and what axe looks at there."""

    page: Page
    colours_only: bool = False
    """In the dark the elements are those of the light, where all rules are tried; colours are others."""

    def violations(self) -> list[str]:
        """What axe finds on the page as it is."""
        self.page.evaluate(Axe().axe_script)
        found = self.page.evaluate(VIOLATIONS, self._rules())
        return [_told(one) for one in found]

    def _rules(self) -> object:
        if self.colours_only:
            return {"type": "rule", "values": self.page.evaluate(COLOURS, TAGS)}
        return TAGS


@pytest.fixture(scope="module", params=["light", "dark"])
def screens(browser: Browser, request: pytest.FixtureRequest) -> Iterator[list[Screen]]:
    """A wide page and a phone in each colour scheme."""
    yield from _screens(browser, request.param, colours_only=request.param == "dark")


@pytest.fixture(scope="module")
def desks(browser: Browser) -> Iterator[list[Screen]]:
    """The same for paper, which is white in the dark too."""
    yield from _screens(browser, "dark")


@pytest.fixture(scope="module")
def nights(browser: Browser) -> Iterator[list[Screen]]:
    """All rules in the dark, where the switch of colours shows its other half."""
    yield from _screens(browser, "dark")


def _screens(
    browser: Browser, scheme: Literal["light", "dark"], colours_only: bool = False
) -> Iterator[list[Screen]]:
    contexts = [
        browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        for width in WIDTHS
    ]
    yield [Screen(context.new_page(), colours_only) for context in contexts]
    for context in contexts:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_axe_finds_nothing(screens: list[Screen], address: str, path: str) -> None:
    """No violation on any kind of page, wide and narrow, folds opened."""
    _look(screens, address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", INTERNAL.values(), ids=list(INTERNAL))
def test_axe_finds_nothing_in_the_groups_edition(
    screens: list[Screen], group_address: str, path: str
) -> None:
    """The same on what only the assessment group reads."""
    _look(screens, group_address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", [*SHEETS.values(), BATCH], ids=[*SHEETS, "batch"])
def test_axe_finds_nothing_on_a_sheet(desks: list[Screen], address: str, path: str) -> None:
    """Every kind of printable document, as paper on grey."""
    _look(desks, address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", LEADERS_SHEETS.values(), ids=list(LEADERS_SHEETS))
def test_axe_finds_nothing_on_a_sheet_for_leaders(
    desks: list[Screen], leaders_address: str, path: str
) -> None:
    """With the watermark on it."""
    _look(desks, leaders_address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", ANNOUNCED.values(), ids=list(ANNOUNCED))
def test_axe_finds_nothing_on_an_announcement(desks: list[Screen], announced_address: str, path: str) -> None:
    """公示."""
    _look(desks, announced_address + path)


@pytest.mark.browser
@pytest.mark.parametrize("path", [PAGES["home"], PAGES["unit"]], ids=["home", "unit"])
def test_axe_finds_nothing_at_night(nights: list[Screen], address: str, path: str) -> None:
    """All rules in the dark too, where the switch of the colours shows its other half."""
    _look(nights, address + path)


@pytest.mark.browser
@pytest.mark.parametrize("query", ["综掘一队", "综才一队 火星", "火星人"])
def test_axe_finds_nothing_in_the_opened_search_box(screens: list[Screen], address: str, query: str) -> None:
    """With results of several kinds and years and filters, with what was mended and left out, with none."""
    for screen in screens:
        page = screen.page
        open_page(page, f"{address}2024/")
        page.keyboard.press("/")
        expect(page.locator(".md-search__input")).to_be_focused()
        page.locator(".md-search__input").fill(query)
        expect(page.locator(".kh-found [role=status]")).not_to_be_empty()
        expect(page.locator(".md-search-result__item").first).to_be_visible(visible=query != "火星人")
        assert screen.violations() == []


@pytest.mark.browser
def test_axe_finds_nothing_among_all_results(screens: list[Screen], address: str) -> None:
    """The page of results with filters and a second page."""
    for screen in screens:
        open_page(screen.page, f"{address}search/?q=党支部书记")
        expect(screen.page.get_by_role("button", name="第 2 页")).to_be_visible()
        assert screen.violations() == []


@pytest.mark.browser
def test_axe_finds_a_colour_in_the_dark_and_a_name_in_the_light(screens: list[Screen], address: str) -> None:
    """What is too pale is found in both schemes, a field nobody named where all rules are tried."""
    for screen in screens:
        open_page(screen.page, address)
        screen.page.evaluate(PLANT)
        found = {one.split(" ")[0] for one in screen.violations()}
        assert found == ({"color-contrast"} if screen.colours_only else {"color-contrast", "label"})


PLANT = """() => document.querySelector("article h1").insertAdjacentHTML(
  "afterend", '<p style="color: #777; background: #888">看不清楚</p><form><input type="text"></form>')"""


def _look(screens: list[Screen], address: str) -> None:
    for screen in screens:
        open_page(screen.page, address)
        screen.page.evaluate(
            "document.querySelectorAll('article details').forEach((one) => (one.open = true))"
        )
        assert screen.violations() == []


def _told(violation: dict[str, object]) -> str:
    nodes = violation["nodes"]
    assert isinstance(nodes, list)
    places = "; ".join(str(node["target"]) for node in nodes[:3])
    return f"{violation['id']} ({violation['help']}): {places}"


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_the_keyboard_reaches_everything(desk: Page, address: str, path: str) -> None:
    """Tab goes through every link, button, field and fold that can be seen, and shows where it is."""
    open_page(desk, address + path)
    wanted = desk.evaluate(MARK_ALL)
    left = wanted * 2 + 50
    missing = wanted
    while missing and left > 0:
        for _ in range(min(missing, left)):
            desk.keyboard.press("Tab")
        left -= missing
        seen, plain = desk.evaluate(SEEN)
        assert plain == []
        missing = wanted - seen
    assert missing == 0


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """A page at a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


MARK_ALL = """() => {
  const all = [...document.querySelectorAll(":is(a[href], button, select, input, summary)")];
  const isSeen = (one) => one.closest("article") && one.checkVisibility({ visibilityProperty: true });
  const visible = all.filter(isSeen);
  const wanted = new Set(visible);
  window.seen = new Set();
  window.plain = new Set();
  document.addEventListener("focusin", ({ target }) => {
    if (!wanted.has(target)) return;
    const style = getComputedStyle(target);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    (outlined ? window.seen : window.plain).add(target);
  });
  return visible.length;
}"""
"""How many there are; from then on the page notes which had the focus, with an outline and without."""
SEEN = "() => [window.seen.size, [...window.plain].map((one) => one.outerHTML)]"
