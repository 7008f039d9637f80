"""A printed book as its readers find it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.books.build import Workshop, write_site, years_json
from generator.books.changes import bring, staged
from generator.books.printing import write_outputs
from generator.books.state import BookState, SiteState
from generator.books.theme.frame import Frame
from generator.pages.page import Book, Page, Section
from generator.problems import ConfigError
from generator.rendering import LinkError
from tests.books.conftest import PROJECT, Press, sample_book

ALLOWED_ADDRESSES = re.compile(
    r"http://www\.w3\.org/(2000/svg|1999/xlink|1999/xhtml|1998/Math/MathML)"  # names of vocabularies
    r"|https://clipboardjs\.com|https://fontawesome\.com"  # in licence comments
)


def _all_bytes(folder: Path) -> dict[str, bytes]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _shelf() -> Book:
    pages = (
        Page("", "党建考核", "plain.html.j2", "", ""),
        Page("archive/", "往年", "plain.html.j2", "", "archive/"),
    )
    return Book("", "党建考核", (Section("首页", ""), Section("往年", "archive/")), pages, "2026-06-30")


def test_planned_pages_appear_with_theme_and_imprint(press: Press, site: Path) -> None:
    """Each page has its body, its title, the tabs, and says as of when and for whom it is."""
    assert sum(path.endswith("index.html") for path in press(sample_book()).files) == 5
    html = (site / "units/u03/index.html").read_text(encoding="utf-8")
    assert "<title>机电队党支部 - 2025 年度党建考核</title>" in html
    assert '<h2 id="results">检查结果</h2>' in html
    assert "数据截至 2026-06-30 18:00" in html
    assert "全体职工版" in html
    assert "页面校验码 " in html


def test_a_unit_page_marks_its_tab_and_lists_no_other_units(press: Press, site: Path) -> None:
    """The reader sees which tab a unit lies under, and the page does not grow with the number of units."""
    press(sample_book())
    html = (site / "units/u03/index.html").read_text(encoding="utf-8")
    active = re.search(r'md-tabs__item--active">\s*<a href="([^"]+)"', html)
    assert active and active[1] == "../"
    assert "通风队" not in html


def test_links_between_books_work_below_any_prefix(press: Press, site: Path) -> None:
    """No link, script or style sheet starts at the server's root."""
    press(sample_book())
    html = (site / "units/u04/index.html").read_text(encoding="utf-8")
    assert 'class="t" href="../../units/u03/#results"' in html
    assert 'class="shelf" href="../../../archive/"' in html
    assert not re.findall(r'(?:href|src)="/', html)


def test_titles_with_markup_stay_text_everywhere(press: Press, site: Path) -> None:
    """A title may hold any characters; in head, header and tabs they are shown, never run."""
    evil = '<script>alert(1)</script>&amp;"'
    page = Page("evil/", evil, "plain.html.j2", "", "evil/", description=evil)
    book = sample_book(page, title=evil)
    press(Book(book.name, book.title, (*book.sections, Section(evil, "evil/")), book.pages, book.as_of))
    for html in _all_bytes(site).items():
        assert b"<script>alert" not in html[1], html[0]
    assert b"<title>&lt;script&gt;" in (site / "index.html").read_bytes()


def test_nothing_is_fetched_from_elsewhere(press: Press, site: Path) -> None:
    """No file names another host, save the names of vocabularies and licences in comments."""
    press(sample_book())
    for name, content in _all_bytes(site).items():
        addresses = re.findall(r"https?://[^\s\"'`)<]*", content.decode("utf-8", "ignore"))
        strange = [address for address in addresses if not ALLOWED_ADDRESSES.match(address)]
        assert not strange, name
        assert b"sourceMappingURL" not in content, name
    assert not list(site.rglob("*.map"))


def test_dead_link_in_a_template_stops_the_build(press: Press) -> None:
    """A generated page never links to nothing."""
    with pytest.raises(LinkError, match="units/u99/"):
        press(sample_book(Page("x/", "题", "links.html.j2", "units/u99/")))


def test_same_data_gives_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    """Folder, time zone, locale and hash seed leave no trace in the site."""
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]);"
        "from unit_pages import year_of_units; from generator.books.manuscript import manuscript;"
        "from generator.books.book import Place, print_book; root = Path(sys.argv[2]).parents[1];"
        "templates = Path(sys.argv[2], 'templates');"
        "given = manuscript(year_of_units(3), content=root / 'none', templates=templates);"
        "print_book(given, Place(Path(sys.argv[1]), root / 'mkdocs.yml'))"
    )
    built = []
    for number, (zone, locale, seed, date) in enumerate(
        [("Asia/Shanghai", "C", "1", "0"), ("America/New_York", "zh_CN.UTF-8", "2", "1900000000")]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        settings = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": date}
        command = [sys.executable, "-c", script, str(folder / "site"), str(PROJECT / "tests/bench")]
        subprocess.run(command, cwd=folder, env=os.environ | settings, check=True)
        built.append(_all_bytes(folder / "site"))
    assert built[0] == built[1]
    assert "sitemap.xml" not in built[0]


def test_shelf_and_books_stand_side_by_side(workshop: Workshop, site: Path) -> None:
    """The shelf is the root, each year a folder, and the year switcher knows them all."""
    books = [sample_book(name="2024", title="2024 年度"), sample_book()]
    write_site(_shelf(), books, site, workshop)
    assert {
        "index.html",
        "archive/index.html",
        "2024/index.html",
        "2025/units/u03/index.html",
        "404.html",
    } <= set(_all_bytes(site))
    years = json.loads((site / "years.json").read_text(encoding="utf-8"))["years"]
    assert [year["year"] for year in years] == [2025, 2024]
    assert years[0]["pages"] == ["units/", "units/u03/", "units/u04/"]


def test_failure_leaves_the_old_site_as_it_was(workshop: Workshop, site: Path) -> None:
    """Readers keep the last good site when the newest year cannot be built."""
    write_site(_shelf(), [sample_book()], site, workshop)
    before = _all_bytes(site)
    broken = sample_book(Page("x/", "题", "links.html.j2", "units/u99/"))
    with pytest.raises(LinkError):
        write_site(_shelf(), [broken], site, workshop)
    assert _all_bytes(site) == before
    assert [path.name for path in site.parent.iterdir() if path.name.startswith(".")] == [".site.state"]


def test_a_page_of_the_shelf_cannot_take_the_place_of_a_year(workshop: Workshop, site: Path) -> None:
    """`2025/` belongs to the book."""
    shelf = _shelf()
    page = Page("2025/units/", "单位", "plain.html.j2", "")
    with pytest.raises(ConfigError, match="2025/units/"):
        write_site(
            Book("", "架", shelf.sections, (*shelf.pages, page), ""),
            [sample_book()],
            site,
            workshop,
        )
    assert not site.exists()


def test_old_site_returns_if_the_swap_fails(tmp_path: Path) -> None:
    """Even a stage that vanished does not cost the site."""
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(FileNotFoundError), staged(out) as stage:
        stage.rmdir()
        bring(stage, out, (), SiteState())
    assert (out / "index.html").read_text(encoding="utf-8") == "old"


def test_site_returns_after_a_kill_between_the_two_renames(tmp_path: Path) -> None:
    """The next build finds the old site set aside and does not take it for a leftover."""
    out = tmp_path / "site"
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old/index.html").write_text("old", encoding="utf-8")
    with pytest.raises(KeyError), staged(out):
        raise KeyError
    assert (out / "index.html").read_text(encoding="utf-8") == "old"


def test_years_json_is_small(tmp_path: Path) -> None:
    """It is loaded by every page, so it names unit pages only and holds no spaces."""
    files = {f"{page.path}index.html": "" for page in sample_book().pages}
    state = BookState("", Frame({}, ()), (), files, frozenset(), {}, 7, 5)
    write_outputs(years_json({"2025": state}), tmp_path)
    text = (tmp_path / "years.json").read_text(encoding="utf-8")
    assert text == (
        '{"years":[{"year":2025,"path":"2025/","sealed":false,"records":7,'
        '"pages":["units/","units/u03/","units/u04/"]}]}\n'
    )
