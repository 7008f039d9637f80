"""The search box and the page of all results, as a reader uses them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.books.build import Workshop, write_site
from generator.books.source import Order, gather
from generator.cli import main
from tests.browser.conftest import Served, Watched
from tests.browser.opening import open_page
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser


def ask(page: Page, query: str) -> Locator:
    """Type into the box; the results."""
    box = page.locator(".md-search__input")
    box.focus()
    box.fill(query)
    return page.locator(".md-search-result__item")


def said(page: Page) -> Locator:
    """The line above the results."""
    return page.locator(".kh-found [role=status]")


def test_a_unit_is_found_by_any_of_its_names(watched: Watched, address: str) -> None:
    """Name, name with digits, alias, code, pinyin and initials all lead to the unit of the open year."""
    page = watched.page
    page.goto(f"{address}2025/")
    for query in ("综采一队", "综采1队", "采一队", "U01", "zongcaiyidui", "zcyd"):
        first = ask(page, query).first
        expect(first.locator("h1")).to_have_text("综采一队")
        expect(first.locator("a")).to_have_attribute("href", f"{address}2025/units/u01/")
        expect(first.locator(".md-tag").first).to_have_text("单位")


def test_enter_opens_the_first_result(watched: Watched, address: str) -> None:
    """The keyboard is that of the theme."""
    page = watched.page
    page.goto(f"{address}2025/units/u09/")
    page.keyboard.press("/")
    page.keyboard.type("2025-u03-001")
    expect(page.locator(".md-search-result__item").first).to_contain_text("2025-U03-001")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2025/rectifications/2025-u03-001/")


def test_all_words_must_match_and_are_marked(watched: Watched, address: str) -> None:
    """Two words narrow; both stand out in what is shown."""
    page = watched.page
    page.goto(f"{address}2025/")
    first = ask(page, "党支部书记 综掘一队").first
    expect(first.locator("h1 small")).to_have_text("综掘一队 · 党建、宣传、群团工作")
    assert first.locator("mark").all_inner_texts() == ["党支部书记", "综掘一队"]


def test_what_was_dropped_or_mended_is_said(watched: Watched, address: str) -> None:
    """A reader must not take a near result for the one asked for."""
    page = watched.page
    page.goto(f"{address}2025/")
    expect(ask(page, "综才一队").first.locator("h1")).to_have_text("综采一队")
    expect(said(page)).to_contain_text("没有“综才一队”，显示“综采一队”的结果")
    expect(ask(page, "综采一队 火星").first.locator("h1")).to_have_text("综采一队")
    expect(said(page)).to_contain_text("已略去“火星”")
    ask(page, "火星人")
    expect(said(page)).to_have_text("没有找到，请换个词，或少写几个字")
    expect(page.locator(".md-search-result__item")).to_have_count(0)


def test_filters_are_typed_or_chosen(watched: Watched, address: str) -> None:
    """A chip writes the filter into the box, and another takes it out again."""
    page = watched.page
    page.goto(f"{address}2025/")
    kinds = ask(page, "综掘一队").locator(".md-tag:first-child")
    page.locator(".kh-chip", has_text="整改台账").click()
    expect(page.locator(".md-search__input")).to_have_value("综掘一队 类型:整改台账 ")
    expect(kinds.first).to_have_text("整改台账")
    assert set(kinds.all_inner_texts()) == {"整改台账"}
    page.get_by_role("button", name="取消 类型:整改台账").click()
    expect(kinds.first).to_have_text("单位")
    only = ask(page, "单位:综掘一队 类型:职务")
    expect(only).to_have_count(5)


def test_another_year_is_loaded_when_asked_for(watched: Watched, address: str) -> None:
    """Not before; its results say which year they are of."""
    page = watched.page
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    page.goto(f"{address}2025/")
    expect(ask(page, "综采一队").first).to_be_visible()
    records = [url for url in loaded if url.endswith("records.json")]
    assert sorted(records) == ["2025/search/records.json", "search/records.json"]
    page.get_by_role("button", name="只看 2023 年度").click()
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".md-tag")).to_have_text(["单位", "2023 年度"])
    expect(first.locator("a")).to_have_attribute("href", f"{address}2023/units/u01/")


def test_nothing_is_loaded_for_those_who_do_not_search(watched: Watched, address: str) -> None:
    """A page costs its readers no index."""
    loaded: list[str] = []
    watched.page.on("request", lambda request: loaded.append(request.url))
    watched.page.goto(f"{address}2025/", wait_until="networkidle")
    assert not [url for url in loaded if url.endswith("records.json")]


def test_a_term_only_an_old_year_has_is_found_there(watched: Watched, address: str) -> None:
    """Other years are looked through before giving up."""
    page = watched.page
    page.goto(f"{address}2025/")
    first = ask(page, "2023-U01-001").first
    expect(first.locator("h1")).to_have_text("2023-U01-001")
    expect(first.locator(".md-tag")).to_have_text(["整改台账", "2023 年度"])


def test_chips_are_reached_by_tab(watched: Watched, address: str) -> None:
    """The theme closes the box on Tab; with something offered, Tab goes there, and Enter presses it."""
    page = watched.page
    page.goto(f"{address}2025/")
    expect(ask(page, "综掘一队").first).to_be_visible()
    chip = page.locator(".kh-chip").first
    for _ in range(4):
        page.keyboard.press("Tab")
        if chip.evaluate("chip => chip === document.activeElement"):
            break
    expect(chip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_have_value("综掘一队 类型:班子职务 ")


def test_markup_in_a_query_or_a_title_stays_text(watched: Watched, address: str) -> None:
    """Material shows titles as HTML; ours arrive escaped."""
    page = watched.page
    page.goto(f"{address}2025/")
    ask(page, "<img src=x onerror=alert(1)> 综采一队")
    expect(said(page)).to_contain_text("<img")
    assert page.locator(".md-search__output img, .kh-found img").count() == 0


def test_the_box_leads_to_all_results(watched: Watched, address: str) -> None:
    """What was typed goes along; the address can be sent on; the theme's box stays shut there."""
    page = watched.page
    page.goto(f"{address}2025/units/u03/")
    expect(ask(page, "整改").first).to_be_visible()
    page.get_by_role("link", name="全部结果").click()
    page.wait_for_url("**/search/?q=*")
    assert "q=%E6%95%B4%E6%94%B9" in page.url
    expect(page.locator(".kh-search [role=status]")).to_contain_text("第 1 页，共")
    expect(page.locator(".kh-search input")).to_have_value("整改")
    expect(page.locator(".md-search__output")).not_to_be_visible()


def test_all_results_by_page_and_filter(watched: Watched, address: str) -> None:
    """Twenty a page; a filter starts from the first; back goes back."""
    page = watched.page
    page.goto(f"{address}search/?q=党支部书记")
    results = page.locator(".kh-search ol > li")
    expect(results).to_have_count(20)
    first = results.first.inner_text()
    page.get_by_role("button", name="第 2 页").click()
    expect(page.get_by_role("button", name="第 2 页")).to_have_attribute("aria-current", "page")
    assert results.first.inner_text() != first
    assert page.url.endswith("&page=2")
    page.locator(".kh-facets .kh-chip", has_text="班子职务").click()
    expect(page.locator(".kh-search input")).to_have_value("党支部书记 类型:班子职务")
    expect(page.locator(".kh-facets [aria-pressed=true]")).to_have_text("班子职务（15）")
    page.go_back()
    expect(page.locator(".kh-search input")).to_have_value("党支部书记")


def test_a_year_from_the_facets(watched: Watched, address: str) -> None:
    """Years not looked through yet are offered without a count."""
    page = watched.page
    page.goto(f"{address}search/?q=综采一队")
    page.locator(".kh-facets .kh-chip", has_text="2024").click()
    expect(page.locator(".kh-search ol > li").first).to_contain_text("单位 · 2024 年度")
    page.locator(".kh-search ol a").first.click()
    page.wait_for_url("**/2024/units/u01/")


@pytest.fixture(scope="module")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample built to be read from a folder."""
    out = tmp_path_factory.mktemp("offline")
    arguments = ["--data", str(PROJECT / "data"), "--content", str(PROJECT / "content"), "--year", "2025"]
    assert main(["build", *arguments, "--year", "2024", "--out", str(out), "--offline"]) == 0
    return out / "staff"


@pytest.fixture
def from_folder(browser: Browser, offline_site: Path) -> Iterator[Watched]:
    """A page opened from that folder."""
    context = browser.new_context()
    seen = Watched(context.new_page())
    seen.watch(offline_site.as_uri())
    yield seen
    context.close()
    assert seen.faults == []


def test_from_a_folder(from_folder: Watched, offline_site: Path) -> None:
    """Opened without a server, the box finds the same, in other years too, and leads there."""
    page = from_folder.page
    page.goto((offline_site / "2025/units/u03/index.html").as_uri())
    expect(ask(page, "zcyd").first.locator("h1")).to_have_text("综采一队")
    expect(ask(page, "年度:2024 综采一队").first.locator(".md-tag")).to_have_text(["单位", "2024 年度"])
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/2024/units/u01/index.html")


def test_all_results_from_a_folder(from_folder: Watched, offline_site: Path) -> None:
    """The page of results too."""
    page = from_folder.page
    page.goto((offline_site / "search/index.html").as_uri() + "?q=综采一队")
    expect(page.locator(".kh-search ol > li").first).to_contain_text("综采一队 单位 · 2025 年度")


def test_from_a_folder_without_being_built_for_it(browser: Browser, sample_site: Path) -> None:
    """No box that finds nothing; the page of results says where else to look."""
    context = browser.new_context()
    seen = Watched(context.new_page())
    seen.watch(sample_site.as_uri())
    seen.page.goto((sample_site / "2025/index.html").as_uri())
    expect(seen.page.locator(".md-search")).to_be_hidden()
    seen.page.goto((sample_site / "search/index.html").as_uri())
    expect(seen.page.locator("[data-kh-elsewhere] a").first).to_be_visible()
    context.close()
    assert seen.faults == []


def test_without_script(browser: Browser, sample_site: Path) -> None:
    """The page of results says where else to look."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "search/index.html").as_uri())
    expect(page.locator("[data-kh-elsewhere] a").first).to_be_visible()
    expect(page.locator(".kh-search")).to_be_hidden()
    context.close()


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The year 2025 with the theme's instant navigation switched on."""
    project = tmp_path_factory.mktemp("instant")
    for folder in ("site_templates", "content"):
        shutil.copytree(PROJECT / folder, project / folder)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    instant = settings.replace("  features:\n", "  features:\n    - navigation.instant\n")
    assert instant != settings
    (project / "mkdocs.yml").write_text(f"site_url: http://127.0.0.1/\n{instant}", encoding="utf-8")
    harvest = gather(Order(PROJECT / "data", years=(2025,)))
    workshop = Workshop(project / "mkdocs.yml", project / "site_templates", project / "content")
    write_site(harvest.shelf, harvest.books, project / "site", workshop)
    return project / "site"


def test_with_instant_navigation(browser: Browser, instant_site: Path) -> None:
    """Parts of the page are exchanged, scripts run on: the box works before and after."""
    served = Served(instant_site)
    places = [
        f"{served.address}2025/",
        f"{served.address}2025/units/u03/",
        f"{served.address}2025/units/u01/",
    ]
    listed = "".join(f"<url><loc>{place}</loc></url>" for place in places)
    (instant_site / "2025/sitemap.xml").write_text(f"<urlset>{listed}</urlset>", encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    open_page(page, f"{served.address}2025/")
    page.evaluate("window.sameDocument = true")
    ask(page, "综掘一队").first.click()
    expect(page.locator(".md-content h1")).to_have_text("青岚能源工程有限公司综掘一队")
    assert page.evaluate("window.sameDocument")
    expect(ask(page, "zcyd").first.locator("a")).to_have_attribute("href", f"{served.address}2025/units/u01/")
    page.get_by_role("link", name="全部结果").click()
    page.wait_for_url("**/search/?q=zcyd")
    expect(page.locator(".kh-search ol > li").first).to_contain_text("综采一队")
    context.close()
    served.close()
