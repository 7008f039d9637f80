"""Every kind of printable document from the browser's printer, held beside its PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served
from tests.browser.opening import open_page
from tests.browser.pages import ANNOUNCED, LEADERS_SHEETS, SHEETS
from tests.press.paper import pressed
from tests.press.poppler import written_text

pytestmark = pytest.mark.xdist_group("prints")

LETTERING = re.compile(r"<text.*?</text>", re.DOTALL)
"""Of charts: the same words in both, written when each engine pleases."""
NUMBERS = re.compile(r"(?<!\S)\d{1,2}\.(?=\D|\d{4}年|\d{1,2}月)")
"""Before the items of a list: one engine writes them first, the other last."""
FURNITURE = re.compile(
    r"—\d+—|第\d+页共\d+页|(?:内部资料注意保存)?打印自考核信息网，以正式文件为准[^—]*?核对码[0-9A-Z]{4}-[0-9A-Z]{4}"
)
"""Number and foot of a page, written before its text or after it."""

CASES = {
    f"{site}-{name}": (site, path)
    for site, sheets in (("staff", SHEETS), ("leaders", LEADERS_SHEETS), ("announced", ANNOUNCED))
    for name, path in sheets.items()
}
"""Site and path of a document of every kind."""


@pytest.fixture(scope="module")
def sites(
    sample_site: Path, leaders_site: Path, announced_site: Path
) -> Iterator[dict[str, tuple[Path, str]]]:
    """Folder and address of the sites."""
    folders = {"staff": sample_site, "leaders": leaders_site, "announced": announced_site}
    served = {name: Served(folder) for name, folder in folders.items()}
    yield {name: (folders[name], served[name].address) for name in folders}
    for one in served.values():
        one.close()


@pytest.mark.browser
@pytest.mark.parametrize(("site", "path"), CASES.values(), ids=CASES)
def test_the_browser_prints_what_the_pdf_holds(
    browser: Browser, sites: dict[str, tuple[Path, str]], site: str, path: str, tmp_path: Path
) -> None:
    """As many pages, on each the same words in the same order, and around them the same foot and number."""
    folder, address = sites[site]
    page = browser.new_page()
    open_page(page, address + path)
    remove(page, ".kp-watermark")
    lettered = page.locator("svg text").count() > 0
    theirs, ours = both(page, folder, path, tmp_path)
    assert list(map(sorted, theirs)) == list(map(sorted, ours))
    assert all(FURNITURE.search(one) for one in ours)
    if lettered:
        remove(page, "svg text")
        theirs, ours = both(page, folder, path, tmp_path, LETTERING)
    assert [FURNITURE.sub("", one) for one in theirs] == [FURNITURE.sub("", one) for one in ours]
    page.close()


def both(
    page: Page, site: Path, path: str, folder: Path, without: re.Pattern[str] | None = None
) -> tuple[list[str], list[str]]:
    """The pages the browser prints, and those of the PDF."""
    year, rest = path.split("/", 1)
    page.pdf(path=folder / "browser.pdf", prefer_css_page_size=True)
    return pages(folder / "browser.pdf"), pages(pressed(site / year, rest, folder, without))


def pages(pdf: Path) -> list[str]:
    """The text of each page as it was written, without list numbers and white space."""
    return ["".join(NUMBERS.sub("", page).split()) for page in written_text(pdf).split("\f")[:-1]]


def remove(page: Page, selector: str) -> None:
    """Take everything like this off the page."""
    page.evaluate("(like) => document.querySelectorAll(like).forEach((one) => one.remove())", selector)
