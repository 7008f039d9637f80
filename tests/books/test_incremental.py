"""A build after a build: what changed is made again, and the folder is as if everything had been."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.books import book as one_book
from generator.books.build import BuiltSite, Workshop, write_site
from generator.books.state import state_file
from generator.pages.page import Book, BookFile, Heading, Page, Section
from generator.problems import DataError
from generator.rendering import LinkError
from tests.books.conftest import sample_book

UNIT = "2025/units/u03/index.html"


def shelf(*more: Page) -> Book:
    """A shelf of two pages, and more if given."""
    pages = (
        Page("", "考核信息", "plain.html.j2", "", ""),
        Page("archive/", "往年", "plain.html.j2", "", "archive/"),
    )
    tabs = (Section("首页", ""), Section("往年", "archive/"))
    return Book("", "考核信息", tabs, pages + more, "2026-06-30")


def changed(book: Book, path: str, **new: object) -> Book:
    """The book with one page of it another."""
    return replace(book, pages=tuple(replace(one, **new) if one.path == path else one for one in book.pages))


def files(folder: Path) -> dict[str, bytes]:
    """Everything below the folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


Write = Callable[..., BuiltSite]


@pytest.fixture
def write(workshop: Workshop, site: Path, tmp_path: Path) -> Write:
    """Builds into the same folder each time, and beside it clean: both must be the same."""

    def build(book: Book, of_shelf: Book | None = None, workshop: Workshop = workshop) -> BuiltSite:
        books, top = [sample_book(name="2024"), book], of_shelf or shelf()
        built = write_site(top, books, site, workshop)
        clean = tmp_path / f"clean-{len(list(tmp_path.iterdir()))}"
        write_site(top, books, clean, workshop)
        assert files(site) == files(clean)
        return built

    return build


def test_nothing_changed_nothing_is_written(write: Write, site: Path) -> None:
    """Not one file is touched."""
    write(sample_book())
    before = {path: (site / path).stat() for path in files(site)}
    assert write(sample_book()).changed == ()
    after = {path: (site / path).stat() for path in files(site)}
    assert {path: (one.st_ino, one.st_mtime_ns) for path, one in before.items()} == {
        path: (one.st_ino, one.st_mtime_ns) for path, one in after.items()
    }


def test_one_changed_page_is_one_changed_file(write: Write) -> None:
    """The rest stays."""
    write(sample_book())
    assert write(changed(sample_book(), "units/u03/", view="乙")).changed == (UNIT,)


def test_theme_is_not_asked_again(
    write: Write, monkeypatch: pytest.MonkeyPatch, workshop: Workshop, site: Path
) -> None:
    """Its part of a page is kept, so MkDocs does not run for another word in a table."""
    write(sample_book())

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(one_book, "_framed", refuse)
    books = [sample_book(name="2024"), changed(sample_book(), "", view="新")]
    assert write_site(shelf(), books, site, workshop).changed == ("2025/index.html",)


@pytest.mark.parametrize(
    "new",
    [
        {"title": "机电队"},
        {"description": "一句话。"},
        {"headings": (Heading("results", "结果"),)},
        {"headings": ()},
        {"section": None},
        {"template": "links.html.j2", "view": "units/"},
    ],
    ids=str,
)
def test_any_part_of_a_page_counts(write: Write, new: dict[str, object]) -> None:
    """Whatever is printed of it."""
    write(sample_book())
    assert UNIT in write(changed(sample_book(), "units/u03/", **new)).changed


@pytest.mark.parametrize("part", ["title", "as_of", "edition", "caution", "banner"])
def test_what_stands_on_every_page_changes_every_page(write: Write, part: str) -> None:
    """Of this book, and of no other."""
    write(sample_book())
    written = write(replace(sample_book(), **{part: "新"})).changed
    assert {path for path in written if path.endswith(".html")} == {
        f"2025/{page.path}index.html" for page in sample_book().pages
    }


def test_pages_come_and_go(write: Write, site: Path) -> None:
    """One more page, then again without it: no trace is left, not even its folder."""
    more = sample_book(Page("units/u09/", "新单位", "plain.html.j2", "丁", "units/"))
    write(sample_book())
    assert "2025/units/u09/index.html" in write(more).changed
    write(sample_book())
    assert not (site / "2025/units/u09").exists()


def test_page_that_stood_for_its_kind_goes(write: Write, site: Path) -> None:
    """MkDocs printed it; it goes like any other though the theme is not asked again."""
    headings = (Heading("results", "检查结果"),)
    first, second = (
        Page(f"units/{name}/", name, "plain.html.j2", "", "units/", headings) for name in ("u01", "u02")
    )
    write(_with_first(first, second))
    write(_with_first(second))
    assert not (site / "2025/units/u01").exists()


def _with_first(*first: Page) -> Book:
    book = sample_book()
    return replace(book, pages=(*first, *book.pages))


def test_vanished_target_stops_a_page_that_did_not_change(write: Write) -> None:
    """A link to nowhere is found even where nothing is made again."""
    linked = Page("units/u10/", "十队", "links.html.j2", "units/u03/", "units/")
    write(sample_book(linked))
    without = sample_book(linked)
    pages = tuple(page for page in without.pages if page.path not in ("units/u03/", "units/u04/"))
    with pytest.raises(LinkError, match="units/u03/"):
        write(replace(without, pages=pages))


def test_vanished_page_of_the_shelf_stops_the_books_that_link_to_it(write: Write) -> None:
    """Other books are looked at too."""
    write(sample_book())
    bare = replace(shelf(), pages=shelf().pages[:1], sections=shelf().sections[:1])
    with pytest.raises(LinkError, match="archive/"):
        write(sample_book(), bare)


def test_link_to_another_year_must_lead_somewhere(write: Write) -> None:
    """A page of that year's book, which need not be made again for it."""
    write(sample_book())
    write(sample_book(Page("x/", "题", "other.html.j2", "units/u03/")))
    with pytest.raises(LinkError) as caught:
        write(sample_book(Page("x/", "题", "other.html.j2", "units/u99/")))
    assert (caught.value.page, caught.value.target) == ("x/", "2024/units/u99/")


def test_handwritten_pages_come_change_and_go(write: Write, workshop: Workshop, site: Path) -> None:
    """They stand in the navigation of the book, and are found by the search."""
    write(sample_book())
    page = workshop.content / "2025/scheme/lecture.md"
    page.write_text("# 形势宣讲\n\n[机电队](../units/u03/index.md#results)\n", encoding="utf-8")
    assert "2025/scheme/lecture/index.html" in write(sample_book()).changed
    page.write_text("# 宣讲\n", encoding="utf-8")
    assert "2025/scheme/lecture/index.html" in write(sample_book()).changed
    assert "宣讲" in json.loads((site / "2025/search/records.json").read_text())["columns"]["title"]
    page.unlink()
    write(sample_book())
    assert not (site / "2025/scheme/lecture").exists()


def _linking(workshop: Workshop, link: str) -> None:
    text = f"# 形势宣讲\n\n[机电队]({link})\n"
    (workshop.content / "2025/scheme/lecture.md").write_text(text, encoding="utf-8")


def test_page_a_handwritten_one_links_to_vanishes(write: Write, workshop: Workshop, site: Path) -> None:
    """The link is found dead though MkDocs need not be asked for anything else."""
    _linking(workshop, "../units/u03/index.md")
    write(sample_book())
    kept = tuple(page for page in sample_book().pages if page.path not in ("units/u03/", "units/u04/"))
    with pytest.raises(DataError, match="1 problem"):
        write_site(shelf(), [sample_book(name="2024"), replace(sample_book(), pages=kept)], site, workshop)


def test_anchor_a_handwritten_page_links_to_vanishes(write: Write, workshop: Workshop, site: Path) -> None:
    """The page is there still, but what was linked to on it is not."""
    _linking(workshop, "../units/u03/index.md#results")
    write(sample_book())
    book = changed(sample_book(), "units/u03/", template="links.html.j2", view="units/")
    with pytest.raises(DataError, match="1 problem"):
        write_site(shelf(), [sample_book(name="2024"), book], site, workshop)


def test_handwritten_link_that_holds_asks_nobody(
    write: Write, workshop: Workshop, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page may change as long as what is linked to on it stays; MkDocs does not run."""
    _linking(workshop, "../units/u03/index.md#results")
    write(sample_book())
    monkeypatch.setattr(one_book, "_framed", None)
    books = [sample_book(name="2024"), changed(sample_book(), "units/u03/", view="乙")]
    assert write_site(shelf(), books, site, workshop).changed == (UNIT,)


def test_data_files_of_a_book(write: Write) -> None:
    """A file for scripts is written when its text changes."""
    book = replace(sample_book(), files=(BookFile("compare/u03.json", "{}"),))
    write(book)
    assert write(book).changed == ()
    book = replace(book, files=(BookFile("compare/u03.json", "[]"),))
    assert write(book).changed == ("2025/compare/u03.json",)


def test_changed_template_or_style_makes_everything_again(write: Write, workshop: Workshop) -> None:
    """Code and templates are inputs like the data."""
    write(sample_book())
    template = workshop.templates / "pages/plain.html.j2"
    template.write_text(
        template.read_text(encoding="utf-8").replace("<p>", '<p class="new">'), encoding="utf-8"
    )
    assert UNIT in write(sample_book()).changed


def test_lost_and_foreign_files_are_put_right(write: Write, site: Path) -> None:
    """A file somebody removed comes back; one nobody planned goes, and a link with it."""
    write(sample_book())
    (site / UNIT).unlink()
    (site / "2025/assets/kaohe.css").unlink()
    (site / "2025/units/x.bak").write_text("x", encoding="utf-8")
    (site / "2025/link").symlink_to("/etc/hostname")
    (site / "2025/folder").symlink_to("/etc")
    write(sample_book())
    assert not (site / "2025/folder").is_symlink()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"version":1}', '{"version":1,"code":"x","books":{}}', "\x00", '{"version":99}'],
)
def test_damaged_or_foreign_state_means_a_clean_build(write: Write, site: Path, text: str) -> None:
    """Never an error."""
    write(sample_book())
    (site / UNIT).write_text("old", encoding="utf-8")
    state_file(site).write_text(text, encoding="utf-8")
    write(sample_book())


def test_state_with_a_broken_book_means_a_clean_build(write: Write, site: Path) -> None:
    """Of the right version and code, but not what was written."""
    write(sample_book())
    state = json.loads(state_file(site).read_text(encoding="utf-8"))
    for name, value in (("shells", []), ("files", None), ("articles", [{}]), ("outer", 3)):
        broken = {**state, "books": {**state["books"], "2025": {**state["books"]["2025"], name: value}}}
        state_file(site).write_text(json.dumps(broken), encoding="utf-8")
        write(sample_book())


def test_killed_while_files_are_moved(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build does not trust what it finds."""
    write(sample_book())
    book = changed(changed(sample_book(), "units/u03/", view="乙"), "units/", view="新")
    moved = []

    def killed(self: Path, target: Path) -> Path:
        if ".site.new" in str(self) and moved:
            raise KeyboardInterrupt
        moved.append(target)
        self.rename(target)
        return target

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            write(book)
    assert len(moved) == 1
    write(sample_book())
