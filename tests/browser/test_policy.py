"""The site under its Content-Security-Policy: all works, and nothing that came in by the data runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.books.build import Workshop
from generator.books.policy import content_security_policy
from tests.browser.conftest import Served, Watched
from tests.browser.pages import PAGES
from tests.browser.test_search import ask, said
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def guarding() -> type[SimpleHTTPRequestHandler]:
    """Serves everything with the policy."""
    workshop = Workshop(PROJECT / "mkdocs.yml", PROJECT / "site_templates", PROJECT / "content")
    policy = content_security_policy(workshop)

    class Guarding(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Keep the test output clean."""

    return Guarding


@pytest.fixture(scope="module")
def guarded_address(sample_site: Path, guarding: type[SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Where the sample site is served under the policy."""
    served = Served(sample_site, guarding)
    yield served.address
    served.close()


@pytest.fixture
def guarded(browser: Browser, guarded_address: str) -> Iterator[Watched]:
    """A fresh profile there; the test fails if the browser complained, of the policy too."""
    context = browser.new_context()
    seen = Watched(context.new_page())
    seen.watch(guarded_address)
    yield seen
    context.close()
    assert seen.faults == []


@pytest.mark.parametrize("path", ["404.html", *PAGES.values()])
def test_every_kind_of_page(guarded: Watched, guarded_address: str, path: str) -> None:
    """Each depth has its own script of the theme; switching the colours needs another."""
    page = guarded.page
    page.goto(guarded_address + path, wait_until="networkidle")
    page.locator("label[for=__palette_1]").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_search_box(guarded: Watched, guarded_address: str) -> None:
    """The worker, other years, filters, and Enter where there is nothing to open."""
    page = guarded.page
    page.goto(f"{guarded_address}2025/units/u03/")
    expect(ask(page, "整改台账").first.locator("h1")).to_have_text("整改台账")
    page.get_by_role("button", name="只看 2023 年度").click()
    expect(page.locator(".md-search-result__item .md-tag").last).to_have_text("2023 年度")
    ask(page, "火星人")
    expect(said(page)).to_contain_text("没有找到")
    page.keyboard.press("Enter")
    ask(page, "zcyd").first.locator("a").click()
    page.wait_for_url("**/2025/units/u01/**")


def test_the_page_of_all_results(guarded: Watched, guarded_address: str) -> None:
    """Its form is handed to the script, so the policy may forbid forms."""
    page = guarded.page
    page.goto(f"{guarded_address}search/?q=整改")
    expect(page.locator(".kh-search ol > li").first).to_be_visible()
    page.get_by_label("查什么").fill("党支部书记")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=%E5%85%9A*")
    page.get_by_role("button", name="查找", exact=True).click()
    page.get_by_role("button", name="第 2 页").click()
    expect(page.get_by_role("button", name="第 2 页")).to_have_attribute("aria-current", "page")


def test_a_planted_script_does_not_run(
    browser: Browser, sample_site: Path, guarding: type[SimpleHTTPRequestHandler], tmp_path: Path
) -> None:
    """And the browser complains, which is what the tests above would fail by."""
    planted = "<script>window.planted = true</script><img src=x onerror='window.planted = true'>"
    shutil.copytree(sample_site / "2025", tmp_path / "2025")
    index = tmp_path / "2025/index.html"
    html = index.read_text(encoding="utf-8")
    index.write_text(html.replace("<article", f"{planted}<article", 1), encoding="utf-8")
    served = Served(tmp_path, guarding)
    context = browser.new_context()
    seen = Watched(context.new_page())
    seen.watch(served.address)
    seen.page.goto(f"{served.address}2025/", wait_until="networkidle")
    assert seen.page.locator("img[src=x]").count() == 1
    assert not seen.page.evaluate("Boolean(window.planted)")
    assert sum("Content Security Policy" in fault for fault in seen.faults) >= 2
    context.close()
    served.close()
