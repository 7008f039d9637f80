"""The plugin under plain MkDocs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.books.build import Workshop
from generator.books.theme import plugin
from generator.pages.page import Book, Section
from generator.problems import ConfigError, DataError, Place, Problem
from tests.books.conftest import Press, sample_book

_FINGERPRINT = re.compile("页面校验码 ([0-9a-f]{16})<")


def test_plain_mkdocs_prints_the_newest_year(
    workshop: Workshop, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`mkdocs build` needs no other command to give a book."""
    monkeypatch.setattr(plugin, "newest_book", lambda data: sample_book(title=f"{data.name} 2025"))
    build(load_config(str(workshop.config_file), site_dir=str(site)))
    assert "data 2025" in (site / "units/u03/index.html").read_text(encoding="utf-8")


def test_plain_mkdocs_explains_faults_in_the_data(
    workshop: Workshop, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Problems are printed one a line, without a traceback, and nothing is written."""

    def fail(data: Path) -> None:
        raise DataError([Problem("E104", Place(f"{data.name}/a.csv", 3), "不是数字", "请填数字", "x")])

    monkeypatch.setattr(plugin, "newest_book", fail)
    with pytest.raises(Abort, match=r"data/a\.csv 第3行"):
        build(load_config(str(workshop.config_file), site_dir=str(site)))
    assert not site.exists()


def test_collision_is_found_before_anything_is_written(press: Press, workshop: Workshop, site: Path) -> None:
    """A hand-written page in the place of a unit stops the build."""
    (workshop.content / "2025/units").mkdir()
    (workshop.content / "2025/units/u03.md").write_text("# 机电队\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"手写文件 units/u03\.md"):
        press(sample_book())
    assert not site.exists()


def test_tab_without_a_front_page_is_refused(press: Press) -> None:
    """A tab always opens something."""
    book = sample_book()
    broken = type(book)(book.name, book.title, (*book.sections, Section("台账", "ledger/")), book.pages, "")
    with pytest.raises(ConfigError, match="栏目「台账」没有首页"):
        press(broken)


def test_missing_page_is_explained_in_chinese_on_the_shelf(press: Press, site: Path) -> None:
    """The server's page for a wrong address is part of the site; books need none of their own."""
    press(sample_book(name=""))
    assert "没有这个页面" in (site / "404.html").read_text(encoding="utf-8")
    press(sample_book())
    assert not (site / "404.html").exists()


def test_fingerprint_changes_with_what_a_page_says(press: Press, site: Path) -> None:
    """The 页面校验码 at the foot is that page's own: it changes with the page, and with no other."""

    def printed(book: Book) -> dict[str, str]:
        press(book)
        files = {str(file.relative_to(site)): file for file in site.rglob("*.html")}
        texts = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
        return {name: found[0] for name, text in texts.items() if (found := _FINGERPRINT.findall(text))}

    book = sample_book()
    before = printed(book)
    assert len(set(before.values())) == len(book.pages)
    assert printed(book) == before
    *others, last = book.pages
    after = printed(replace(book, pages=(*others, replace(last, view="改动"))))
    assert {name for name in before if before[name] != after[name]} == {f"{last.path}index.html"}


def test_unusable_settings_name_the_file(press: Press, workshop: Workshop) -> None:
    """A broken mkdocs.yml is the operator's to mend."""
    workshop.config_file.write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    (workshop.config_file.parent / "docs").mkdir()
    with pytest.raises(ConfigError, match=r"mkdocs.yml 的 plugins 中缺少 kaohe"):
        press(sample_book())
