"""What the theme prints once for many pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.books import manuscript
from generator.books.build import Workshop
from generator.books.theme import plugin
from generator.books.theme.shells import Shell
from generator.pages.page import Heading, Page
from tests.books.conftest import Press, sample_book

HEADINGS = (Heading("results", "检查结果"),)
UNITS = (
    Page("units/u05/", "一号<b>队</b> & 二号队", "plain.html.j2", "乙", "units/", HEADINGS, '第一"句"。'),
    Page(
        "units/u06/", "<h1 gap=path>", "plain.html.j2", "<h1 gap=title>", "units/", HEADINGS, "<i>第二句</i>"
    ),
    Page("units/u07/", "三号队", "plain.html.j2", "丁", "units/", HEADINGS),
    Page("units/u08/", "四号队", "plain.html.j2", "戊", "units/", (), "没有小标题。"),
    Page("units/u08/more/", "四号队补充", "plain.html.j2", "己", "units/", HEADINGS, "深一层。"),
    Page("scheme/u09/", "五号队", "plain.html.j2", "庚", "scheme/", HEADINGS, "另一栏目。"),
    Page("scheme/u10/", "六号队", "plain.html.j2", "壬", "scheme/", HEADINGS, "栏目有手写页面。"),
    Page("cases/u11/", "七号队", "plain.html.j2", "癸", "units/", HEADINGS, "同一栏目，另一文件夹。"),
    Page("terms/", "名词", "plain.html.j2", "子", "units/"),  # as deep as the front page of the tab
    Page("alone/", "栏目之外", "plain.html.j2", "辛", None, HEADINGS, "没有栏目。"),
)


def test_pages_in_shells_are_what_the_theme_prints(
    press: Press, site: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever two pages have in common or not, each is byte for byte as if it had been printed by itself."""
    below = workshop.content / "2025/scheme/u09"  # listed beside the pages of its tab, below one of them
    below.mkdir()
    (below / "note.md").write_text("# 说明\n", encoding="utf-8")
    book = sample_book(*UNITS)
    press(book)
    in_shells = _pages(site)
    monkeypatch.setattr(manuscript, "kind_of", lambda _, page: page.path)
    monkeypatch.setattr(plugin, "kind_of", lambda _, page: page.path)
    press(book)
    assert in_shells == _pages(site)
    assert "<title>三号队 - " in in_shells["units/u07/index.html"]


def test_words_in_a_gap_are_not_looked_at_again() -> None:
    """A title that reads like a mark stays a title."""
    shell = Shell.cut("<p><h1 gap=title> 和 <h1 gap=content></p>")
    page = shell.filled({"title": b"<h1 gap=content>", "content": b"x"})
    assert page.decode() == "<p><h1 gap=content> 和 x</p>"


def _pages(site: Path) -> Mapping[str, str]:
    return {str(file.relative_to(site)): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
