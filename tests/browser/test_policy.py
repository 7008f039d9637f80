"""The site behind nginx: all works under its policy, nothing that came in by the data runs (P54), and every
request goes to the site itself (P53)."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import CHROMIUM, FLAGS, Watched
from tests.browser.opening import open_page
from tests.browser.pages import PAGES
from tests.browser.payloads import PAYLOADS
from tests.browser.test_search import ask, said
from tests.browser.wants import alike
from tests.deploy.conftest import close, made, publish_folder
from tests.deploy.web import Web

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("policy")]
LINKED = tuple(
    f'<a href="{one}">点此</a>' for one in PAYLOADS if re.match(r"[\w&#;]+script:", one, re.IGNORECASE)
)
"""What a payload that is an address becomes where data makes a link."""
PLANTED = {f"planted-{number:02}": payload for number, payload in enumerate((*PAYLOADS, *LINKED))}
"""Folder → what stands in its page."""
RUNNING = 23
"""At least so many of them run where there is no policy."""


@pytest.fixture(scope="module")
def sample(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, and beside its pages one for each payload, as it stands in none."""
    site = tmp_path_factory.mktemp("planted") / "site"
    subprocess.run(["cp", "-r", str(sample_site), str(site)], check=True)
    page = (sample_site / "archive/index.html").read_text(encoding="utf-8")
    for folder, payload in PLANTED.items():
        (site / folder).mkdir()
        (site / folder / "index.html").write_text(
            page.replace("<article", f"{payload}<article", 1).replace("<h1", f"<p>{payload}</p><h1", 1),
            encoding="utf-8",
        )
    return site


@pytest.fixture(scope="module")
def server(sample: Path) -> Iterator[Web]:
    """The staff host."""
    web = made()
    publish_folder(sample, web.srv / "staff")
    web.start("kaohe-staff")
    yield web
    close(web)


@pytest.fixture(scope="module")
def unguarded(sample: Path) -> Iterator[Web]:
    """The same without any headers of ours."""
    web = made()
    publish_folder(sample, web.srv / "staff")
    (web.folder / "etc/kaohe").mkdir(parents=True)
    (web.folder / "etc/kaohe/headers.conf").touch()
    web.start("kaohe-staff")
    yield web
    close(web)


@pytest.fixture(scope="module")
def trusting(browser: Browser, server: Web, unguarded: Web) -> Iterator[Browser]:
    """Chromium that finds every host here and trusts the certificates of these two."""
    keys = ",".join(_key(one) for one in (server, unguarded))
    flags = ["--host-resolver-rules=MAP * 127.0.0.1", f"--ignore-certificate-errors-spki-list={keys}"]
    found = browser.browser_type.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
    yield found
    found.close()


def _key(web: Web) -> str:
    """The digest of a host's public key, as Chromium is told it."""
    pem = web.folder / "etc/kaohe/tls/staff.pem"
    public = subprocess.run(
        ["openssl", "x509", "-in", pem, "-pubkey", "-noout"], capture_output=True, check=True
    )
    der = ["openssl", "pkey", "-pubin", "-outform", "der"]
    key = subprocess.run(der, input=public.stdout, capture_output=True, check=True).stdout
    return base64.b64encode(hashlib.sha256(key).digest()).decode("ascii")


@pytest.fixture(scope="module")
def guarded_address(server: Web) -> str:
    """Where the sample site is served under the policy."""
    return server.address


@pytest.fixture
def guarded(trusting: Browser, guarded_address: str) -> Iterator[Watched]:
    """A fresh profile there; the test fails if the browser complained, of the policy too."""
    context = trusting.new_context()
    seen = Watched(context.new_page())
    seen.watch(guarded_address)
    yield seen
    context.close()
    assert seen.faults == []


@pytest.mark.parametrize("path", ["404.html", *PAGES.values()])
def test_every_kind_of_page(guarded: Watched, guarded_address: str, path: str) -> None:
    """Each depth has its own script of the theme; switching the colours needs another."""
    page = guarded.page
    open_page(page, guarded_address + path)
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


def test_every_page_loads_all_it_wants_and_nothing_from_elsewhere(
    guarded: Watched, guarded_address: str, sample_site: Path
) -> None:
    """Pages, documents to print and the page of 404: no complaint, no other host asked for anything.

    Of those that want the same of the browser the first and the last are opened.
    """
    asked: list[str] = []
    guarded.page.on("request", lambda request: asked.append(request.url))
    sets = alike(sample_site)
    opened = [page for same in sets.values() for page in sorted({same[0], same[-1]})]
    for page in opened:
        path = page.relative_to(sample_site).as_posix().removesuffix("index.html")
        guarded.page.goto(guarded_address + path, wait_until="load")
    assert sum(map(len, sets.values())) > 600
    assert len(asked) > 5 * len(opened)
    assert [url for url in asked if not url.startswith((guarded_address, "data:", "about:"))] == []


def test_what_is_missing_looks_like_the_site(guarded: Watched, guarded_address: str, server: Web) -> None:
    """At any depth the page of 404 has its style, and its links lead to pages that are there."""
    page = guarded.page
    for path in ("nothing/", "2025/units/nothing/at/all/"):
        open_page(page, guarded_address + path)
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href.split('#')[0])")
        known = {link.removeprefix(guarded_address) for link in {*links} - {page.url}}
        assert len(known) > 5
        assert [link for link in known if server.ask(f"/{link}").status != 200] == []
    guarded.faults[:] = [fault for fault in guarded.faults if "status of 404" not in fault]


def test_a_page_read_again_is_asked_for_and_not_sent(guarded: Watched, guarded_address: str) -> None:
    """The browser keeps what it got, as what it is, and the release tells it that it may."""
    page = guarded.page
    for path in ("2025/", "2025/units/", "2025/"):
        told: list[int] = []
        page.on("response", lambda response, told=told: told.append(response.status))
        open_page(page, guarded_address + path)
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
    sizes = "performance.getEntriesByType('resource').map(one => one.transferSize)"
    assert told.count(304) > 5
    assert max(page.evaluate(sizes)) < 1000


def test_nothing_planted_runs(trusting: Browser, server: Web, unguarded: Web) -> None:
    """None of the payloads in a page runs, and none asks another host; without the policy many do."""
    assert len(_ran(trusting, unguarded)) >= RUNNING
    assert _ran(trusting, server) == set()


def _ran(browser: Browser, web: Web) -> set[str]:
    """The folders whose payload ran, or had another host answer it, when the page was opened and touched."""
    context = browser.new_context()
    page = context.new_page()
    ran: set[str] = set()
    open_now = ""

    def note(url: str) -> None:
        if not url.startswith((web.address, "data:")):
            ran.add(open_now)

    page.on("dialog", lambda dialog: (ran.add(open_now), dialog.dismiss()))
    page.on("requestfinished", lambda request: note(request.url))
    for folder in PLANTED:
        open_now = folder
        page.goto(f"{web.address}{folder}/", wait_until="load")
        page.keyboard.press("Tab")
        page.mouse.move(640, 300)
        page.evaluate("document.querySelectorAll('p a, form button').forEach(one => one.click())")
        page.wait_for_load_state()
        if page.evaluate("window.pwned !== undefined"):
            ran.add(folder)
    context.close()
    return ran
