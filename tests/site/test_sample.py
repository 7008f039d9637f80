"""The sample site as its readers get it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.pages.plan import PAGE_TYPES, SHELF_PAGE_TYPES
from tests.site.crawl import pages, parse, target_file

LARGEST = 300_000
"""Bytes of HTML a page may have (look.md)."""


LARGEST_UNIT = 61_440
"""Bytes of HTML the page of a unit may have for all staff: 60 KiB."""


def reachable(site: Path) -> dict[Path, set[str]]:
    """Every page found by following links from the front page, with the anchors it offers."""
    seen: dict[Path, set[str]] = {}
    waiting = [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        document = parse(page)
        seen[page] = document.ids
        for tag, link in document.links:
            file, _ = target_file(site, page, link)
            if tag == "a" and file.suffix == ".html" and file not in seen:
                assert file.exists(), f"{page}: {link}"
                waiting.append(file)
    return seen


def test_every_page_is_reached_by_clicking(sample_site: Path) -> None:
    """The front page leads to each page of each book; only the 404 page stands alone."""
    found = set(reachable(sample_site))
    assert set(pages(sample_site)) - found == {sample_site / "404.html"}


def test_every_link_and_anchor_leads_somewhere(sample_site: Path) -> None:
    """No dead link, no missing asset, no anchor that is not there."""
    anchors = reachable(sample_site)
    dead = []
    for page in anchors:
        for _, link in parse(page).links:
            file, anchor = target_file(sample_site, page, link)
            if not file.exists() or (anchor and file in anchors and anchor not in anchors[file]):
                dead.append((page.relative_to(sample_site).as_posix(), link))
    assert dead == []


def test_nothing_refers_to_another_host(sample_site: Path) -> None:
    """The intranet has no internet: no page loads, links or sends anything elsewhere."""
    for page in pages(sample_site):
        foreign = [link for _, link in parse(page).links if urlsplit(link).netloc]
        assert foreign == [], page


def test_no_address_of_another_host_is_in_any_file(sample_site: Path) -> None:
    """What remains in scripts and styles are names: the SVG namespace and two licence comments."""
    known = {"www.w3.org", "clipboardjs.com", "fontawesome.com"}
    for file in sorted(sample_site.rglob("*")):
        if file.suffix in {".html", ".css", ".js", ".json", ".xml", ".svg"}:
            text = file.read_text(encoding="utf-8")
            hosts = set(re.findall(r"""(?:https?:|["'(=])//([a-z0-9.-]+\.[a-z]{2,})""", text))
            assert hosts <= known, file


def test_pages_stay_small(sample_site: Path) -> None:
    """Nothing above about 300 KB of HTML."""
    large = [page for page in pages(sample_site) if page.stat().st_size > LARGEST]
    assert large == []
    units = sample_site.glob("*/units/*/index.html")
    assert max(page.stat().st_size for page in units) <= LARGEST_UNIT


def test_every_page_says_as_of_when_it_is(sample_site: Path) -> None:
    """数据截至 is on each page of a book."""
    for page in pages(sample_site / "2025"):
        assert "数据截至 2026-06-30 18:00" in parse(page).text, page


@pytest.mark.parametrize(
    "wanted", ["62.00%（31/50）", "72.00%（36/50）", "80.95%（34/42）", "65.00%（26/40）"]
)
def test_the_ledger_shows_the_statistics_of_the_sample(sample_site: Path, wanted: str) -> None:
    """The worked numbers of domain.md 9.5, each with numerator and denominator."""
    assert wanted in parse(sample_site / "2025/rectifications/index.html").text


def test_the_staff_edition_shows_no_ballots_scores_or_ranks(sample_site: Path) -> None:
    """What domain.md 4.3 keeps from staff is in no byte of the site."""
    withheld = ("90.21", "90.2070", "92.94", "94.10", "60.32%", "得票", "综合得分：")
    for file in sorted(sample_site.rglob("*.html")):
        text = parse(file).text
        assert [word for word in withheld if word in text and "help" not in file.parts] == [], file


def test_no_page_type_is_missing(sample_site: Path) -> None:
    """Each entry of the two catalogues has left pages in the sample site."""
    assert {entry.name for entry in PAGE_TYPES} >= {"overview", "unit", "leaf", "problem", "cases"}
    assert {entry.name for entry in SHELF_PAGE_TYPES} >= {"home", "archive", "help"}
    for path in (
        "2025/index.html",
        "2025/units/u03/index.html",
        "2025/checklist/b2-1/index.html",
        "2025/rectifications/index.html",
        "2025/scheme/indicators/index.html",
        "2025/scheme/method/index.html",
        "units/u03/index.html",
        "archive/index.html",
        "help/index.html",
    ):
        assert (sample_site / path).exists(), path


@pytest.mark.parametrize("site", ["leaders_site", "group_site"])
def test_every_page_of_an_internal_edition_says_so(site: str, request: pytest.FixtureRequest) -> None:
    """Printable documents and those that a script fills too, and the page of 404."""
    folder = request.getfixturevalue(site)
    silent = [page for page in pages(folder) if "内部资料 注意保存" not in page.read_text(encoding="utf-8")]
    assert silent == []
