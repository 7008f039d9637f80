"""The tables of the sample site as a reader filters, sends, copies and prints them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Show, Watched
from tests.browser.opening import open_page
from tests.browser.tables import Table, choices, choose, says, search

pytestmark = pytest.mark.browser

LEDGER = "2025/rectifications/"
UNITS = "2025/units/"


@pytest.fixture
def ledger(watched: Watched, address: str) -> Page:
    """The ledger of 50 problems."""
    open_page(watched.page, address + LEDGER)
    says(watched.page, "显示 50 项，共 50 项")
    return watched.page


def printed(page: Page, folder: Path) -> str:
    """The words of the page on paper."""
    page.pdf(path=folder / "page.pdf")
    run = subprocess.run(
        ["pdftotext", "-layout", str(folder / "page.pdf"), "-"], check=True, capture_output=True
    )
    return run.stdout.decode("utf-8")


# Text filter


def test_all_words_must_stand_somewhere_in_the_row(ledger: Page) -> None:
    """Whatever their width and case; blanks inside a cell do not matter."""
    search(ledger, "ｕ０３　党支部")
    rows = Table(ledger, "ledger").root.locator("tbody tr").all_inner_texts()
    assert rows
    assert all("2025-U03" in row and "党支部" in row for row in rows)
    search(ledger, "逾期32天")
    assert Table(ledger, "ledger").column("预警") == ["■ 逾期 32 天"]


def test_a_word_does_not_reach_from_cell_to_cell(ledger: Page) -> None:
    """`综采一队` ends its cell, `2026年1月` begins the next."""
    search(ledger, "综采一队2026年1月")
    assert Table(ledger, "ledger").count() == 0


def test_typing_pinyin_does_not_empty_the_table(ledger: Page) -> None:
    """The letters on the way to a word are no word; the word is."""
    box = ledger.get_by_role("searchbox", name="筛选本表")
    typed = "(box, done) => { box.value = done ? '党小组' : 'dangxiao';"
    box.evaluate(f"{typed} box.dispatchEvent(new InputEvent('input', {{isComposing: true}})) }}", False)
    ledger.wait_for_timeout(300)
    says(ledger, "显示 50 项，共 50 项")
    box.evaluate(f"{typed} box.dispatchEvent(new CompositionEvent('compositionend')) }}", True)
    ledger.wait_for_timeout(300)
    assert 0 < Table(ledger, "ledger").count() < 50


def test_a_slash_in_the_filter_is_a_slash(ledger: Page) -> None:
    """Elsewhere it leads to the search of the site."""
    box = ledger.get_by_role("searchbox", name="筛选本表")
    box.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("/")


def test_nothing_found_says_what_to_do(ledger: Page) -> None:
    """Not just an empty table; 清除 shows everything again and goes away."""
    empty = ledger.get_by_text("没有符合条件的项")
    expect(empty).to_be_hidden()
    search(ledger, "绝无此事")
    says(ledger, "显示 0 项，共 50 项")
    expect(empty).to_be_visible()
    ledger.get_by_role("button", name="清除").click()
    says(ledger, "显示 50 项，共 50 项")
    expect(empty).to_be_hidden()
    expect(ledger.get_by_role("button", name="清除")).to_be_hidden()
    expect(ledger.get_by_role("searchbox", name="筛选本表")).to_be_focused()


# Drop-downs


def test_a_drop_down_counts_what_it_would_leave(ledger: Page) -> None:
    """Beside the other filters, its own choice apart; what is not there cannot be chosen."""
    assert "整改中（11）" in choices(ledger, "状态")
    choose(ledger, "责任单位", "综掘二队")
    units = Table(ledger, "ledger").column("责任单位")
    assert set(units) == {"综掘二队"}
    says(ledger, f"显示 {len(units)} 项，共 50 项")
    states = Table(ledger, "ledger").column("状态")
    assert f"整改中（{states.count('整改中')}）" in choices(ledger, "状态")
    assert "综采一队（3）" in choices(ledger, "责任单位")
    expect(ledger.get_by_role("combobox", name="状态").locator("option[value=待认领]")).to_be_disabled()


def test_the_counts_follow_the_words(ledger: Page) -> None:
    """A drop-down promises no row that the text filter has taken away."""
    search(ledger, "党支部书记")
    states = Table(ledger, "ledger").column("状态")
    assert f"已销号（{states.count('已销号')}）" in choices(ledger, "状态")


def test_lights_are_chosen_by_their_word(ledger: Page) -> None:
    """The most urgent first, without the days, which differ from row to row."""
    offered = [re.sub(r"（\d+）", "", one) for one in choices(ledger, "预警")]
    assert offered == ["预警：全部", "逾期", "临期", "正常", "待验收", "已销号"]
    choose(ledger, "预警", "逾期")
    assert all(light.startswith("■ 逾期 ") for light in Table(ledger, "ledger").column("预警"))


def test_areas_are_chosen_though_they_have_no_column(ledger: Page) -> None:
    """分类 stands below the problem."""
    choose(ledger, "分类", "党管安全")
    told = Table(ledger, "ledger").column("问题描述")
    assert told
    assert all("党管安全 · " in text for text in told)


def test_units_are_chosen_by_group_and_grade(watched: Watched, address: str) -> None:
    """Grades best first; groups stay apart as long as nothing is sorted."""
    page = watched.page
    page.goto(address + UNITS)
    grades = [grade[2:] for grade in Table(page, "units").column("等次")]
    expected = [f"{grade}（{grades.count(grade)}）" for grade in ("优秀", "良好", "一般", "较差")]
    assert choices(page, "等次") == ["等次：全部", *expected]
    choose(page, "等次", "一般")
    choose(page, "组别", "生产单位")
    assert Table(page, "units").column("等次") == ["▲ 一般", "▲ 一般"]
    Table(page, "units").press("等次")
    page.get_by_role("button", name="清除").click()
    order = list(dict.fromkeys(grade[2:] for grade in Table(page, "units").column("等次")))
    assert order == ["优秀", "良好", "一般", "较差"]


# The address


def test_what_is_shown_can_be_sent_as_a_link(ledger: Page, watched: Watched, address: str) -> None:
    """Words, choices and order, in another window; the anchor of the section stays."""
    ledger.goto(f"{address}{LEDGER}#ledger")
    choose(ledger, "状态", "已销号")
    search(ledger, "党支部书记")
    Table(ledger, "ledger").press("现行时限")
    Table(ledger, "ledger").press("现行时限")
    sent = ledger.url
    assert sent.endswith("#ledger")
    shown = Table(ledger, "ledger").column("问题编号")
    other = watched.page.context.new_page()
    other.goto(sent)
    assert Table(other, "ledger").column("问题编号") == shown
    expect(Table(other, "ledger").head("现行时限")).to_have_attribute("aria-sort", "descending")
    expect(other.get_by_role("searchbox", name="筛选本表")).to_have_value("党支部书记")
    expect(other.get_by_role("combobox", name="状态")).to_have_value("已销号")
    other.get_by_role("button", name="清除").click()
    Table(other, "ledger").press("现行时限")
    assert other.url == f"{address}{LEDGER}#ledger"


def test_a_link_works_from_a_folder(browser: Browser, sample_site: Path) -> None:
    """The same from disk, where the site may be handed over on a stick."""
    page = browser.new_context().new_page()
    page.goto((sample_site / LEDGER / "index.html").as_uri())
    choose(page, "预警", "逾期")
    shown = Table(page, "ledger").column("问题编号")
    other = page.context.new_page()
    other.goto(page.url)
    assert Table(other, "ledger").column("问题编号") == shown
    page.context.close()


def test_a_link_from_last_year_does_no_harm(watched: Watched, address: str) -> None:
    """Choices and heads that do not exist are passed over, what others read stays in the address."""
    query = "?ledger.状态=不存在&ledger.sort=-没有&ledger.责任单位=综采一队&other=1"
    watched.page.goto(address + LEDGER + query)
    says(watched.page, "显示 3 项，共 50 项")
    chosen = watched.page.get_by_role("combobox", name="状态").locator("option:checked")
    expect(chosen).to_have_text("状态：全部")
    choose(watched.page, "责任单位", "")
    says(watched.page, "显示 50 项，共 50 项")
    assert watched.page.url == f"{address}{LEDGER}?other=1"


def test_going_back_brings_the_filter_back(ledger: Page) -> None:
    """To the page from a problem's sheet, and within the page from a heading."""
    choose(ledger, "状态", "待验收")
    ledger.get_by_role("link", name="屡改屡犯").last.click()
    ledger.wait_for_url("**#repeated")
    choose(ledger, "状态", "整改中")
    ledger.go_back()
    says(ledger, "显示 5 项，共 50 项")
    Table(ledger, "ledger").root.locator("tbody a").first.click()
    expect(ledger.locator("h1")).to_contain_text("问题")
    ledger.wait_for_load_state("networkidle")
    ledger.go_back()
    says(ledger, "显示 5 项，共 50 项")
    expect(ledger.get_by_role("combobox", name="状态")).to_have_value("待验收")


def test_tables_of_a_page_do_not_mix(watched: Watched, address: str) -> None:
    """Two heat maps are sorted apart, and both come back with the page."""
    page = watched.page
    page.goto(f"{address}2025/checklist/")
    first, second = Table(page, "A 基层党组织政治建设：各单位得分率"), Table(page, "B 组织基础")
    first.press("合计")
    page.locator("#area-b").click()
    second.press("单位")
    page.reload()
    expect(first.head("合计")).to_have_attribute("aria-sort", "ascending")
    expect(second.head("单位")).to_have_attribute("aria-sort", "ascending")
    expect(second.head("合计")).to_have_attribute("aria-sort", "none")
    rates = [int(text) for text in first.column("合计")]
    assert rates == sorted(rates)


def test_a_heat_map_keeps_its_links_and_its_first_column(watched: Watched, address: str) -> None:
    """A leaf's head leads to the leaf, the button below it sorts; the units stay in sight."""
    page = watched.page
    open_page(page, f"{address}2025/checklist/")
    table = Table(page, "A 基层党组织政治建设：各单位得分率")
    table.head("A1.1").get_by_role("button", name="按“A1.1 第一议题学习及时”排序").click()
    rates = [int(text) for text in table.column("A1.1")]
    assert rates == sorted(rates)
    assert table.root.locator("tfoot th").inner_text() == "全部单位"
    sticky = table.root.locator("tbody th").first.evaluate("cell => getComputedStyle(cell).position")
    assert sticky == "sticky"
    table.head("A1.1").get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("A1.1")
    page.wait_for_load_state("networkidle")


# Copy


def test_copy_gives_the_rows_shown_with_their_heads(ledger: Page) -> None:
    """Ready to be pasted into a spreadsheet: a line a row, tabs between, marks as words."""
    ledger.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(ledger, "责任单位", "综采一队")
    ledger.get_by_role("button", name="复制").click()
    says(ledger, "已复制 3 项")
    copied = ledger.evaluate("navigator.clipboard.readText()").split("\n")
    assert len(copied) == 4
    assert copied[0].split("\t")[:2] == ["问题编号", "责任单位"]
    assert copied[1].split("\t")[::7] == ["2025-U01-001", "已销号"]


def test_copy_works_over_plain_http(ledger: Page) -> None:
    """Without the clipboard of secure pages; the focus stays on the button."""
    ledger.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ledger.reload()
    choose(ledger, "责任单位", "综采一队")
    button = ledger.get_by_role("button", name="复制")
    button.click()
    says(ledger, "已复制 3 项")
    expect(button).to_be_focused()
    ledger.evaluate("document.querySelector('article').append(document.createElement('textarea'))")
    pasted = ledger.locator("article textarea")
    pasted.press("Control+V")
    assert pasted.input_value().startswith("问题编号\t责任单位")


def test_nothing_copied_becomes_a_formula(show: Show) -> None:
    """Text that a spreadsheet would calculate is marked as text; numbers stay numbers, a row stays a row."""
    page = show(["=1+1", "@x", "＝1+1", "+3.42 个百分点", "-6", "甲\n乙\t丙"], tools="filter")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制").click()
    says(page, "已复制 6 项")
    copied = page.evaluate("navigator.clipboard.readText()").split("\n")
    values = [line.split("\t")[1] for line in copied[1:]]
    assert values == ["'=1+1", "'@x", "'＝1+1", "'+3.42 个百分点", "-6", "甲 乙 丙"]


# Paper, phone, no script


def test_paper_has_the_rows_filtered_and_says_so(ledger: Page, tmp_path: Path) -> None:
    """A line tells by what; no button, no drop-down, no arrow is printed."""
    assert "筛选：" not in printed(ledger, tmp_path)
    choose(ledger, "状态", "整改中")
    search(ledger, "党支部")
    shown = Table(ledger, "ledger").column("问题编号")
    expect(ledger.get_by_text("筛选：含")).to_be_hidden()
    text = printed(ledger, tmp_path)
    assert f"筛选：含“党支部”，状态 整改中；共 {len(shown)} 项" in text
    listed = text[text.index("筛选：") : text.index("屡改屡犯", text.index("筛选："))]
    assert re.findall(r"2025-U\d\d-\d\d\d", listed) == shown
    assert [word for word in ("复制", "清除", "默认次序", "↕", "项，共 ") if word in text] == []


def test_paper_has_all_rows_of_a_long_table(show: Show, tmp_path: Path) -> None:
    """Also those the screen shows on demand only, to which it returns."""
    page = show([f"第{number}行" for number in range(1, 402)], tools="filter")
    search(page, "行")
    assert Table(page, "made").count() == 100
    text = printed(page, tmp_path)
    assert re.findall(r"第(\d+)行", text) == [str(number) for number in range(1, 402)]
    assert "共 401 项" in text
    assert Table(page, "made").count() == 100


def test_a_phone_sorts_by_a_drop_down(browser: Browser, address: str) -> None:
    """Where rows are blocks without heads; on a wide screen the heads do."""
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + LEDGER)
    order = page.locator(".kh-tools").get_by_role("combobox", name="排序")
    order.select_option(label="现行时限 ↓")
    dates = [text.removeprefix("时限 ") for text in Table(page, "ledger").column("现行时限")]
    assert dates == sorted(dates, reverse=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(order).to_be_hidden()
    page.context.close()


def test_a_phones_keyboard_sees_the_heads_it_comes_to(browser: Browser, address: str) -> None:
    """A page enlarged to 400 % is as narrow as a phone; a focus nobody sees is lost."""
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + LEDGER)
    head = Table(page, "ledger").head("现行时限")
    assert head.locator("xpath=ancestor::thead").evaluate("head => head.offsetHeight") == 1
    head.locator("button").focus()
    assert head.locator("xpath=ancestor::thead").evaluate("head => head.offsetHeight") > 20
    page.context.close()


def test_without_script_the_ledger_is_complete(browser: Browser, address: str) -> None:
    """All rows, and nothing that does not work."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}{LEDGER}?ledger.状态=整改中")
    assert Table(page, "ledger").count() == 50
    assert page.locator("article button, article select, article input").count() == 0
    page.context.close()


def test_a_page_shown_again_is_not_furnished_twice(ledger: Page) -> None:
    """Material tells of each page it shows, also of one it has already shown."""
    choose(ledger, "状态", "整改中")
    ledger.evaluate("document$.next(document)")
    assert ledger.locator(".kh-tools").count() == 1
    assert Table(ledger, "ledger").head("状态").locator("button").count() == 1
    says(ledger, "显示 11 项，共 50 项")


def test_no_style_is_written_into_the_page(ledger: Page) -> None:
    """A policy without inline styles holds with filters set."""
    choose(ledger, "状态", "整改中")
    Table(ledger, "ledger").press("状态")
    assert ledger.locator("article [style]").count() == 0
