"""A small project in a folder: templates, hand-written pages and the real theme."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.books.book import Place, print_book
from generator.books.build import Workshop
from generator.books.manuscript import Manuscript, manuscript
from generator.books.state import BookState
from generator.pages.page import Book, Heading, Page, Section

PROJECT = Path(__file__).parents[2]

_TEMPLATES = {
    "pages/plain.html.j2": '<h1>{{ page.title }}</h1>\n<h2 id="results">检查结果</h2>\n<p>{{ view }}</p>\n',
    "pages/links.html.j2": '<h1>{{ page.title }}</h1>\n<p><a class="t" href="{{ link(view) }}">去</a>'
    '<a class="shelf" href="{{ shelf("archive/") }}">历年</a></p>\n',
}


def sample_book(*more: Page, name: str = "2025", title: str = "2025 年度党建考核") -> Book:
    """A book of three tabs and two units, with further pages if given."""
    headings = (Heading("results", "检查结果"),)
    pages = (
        Page("", "总览", "plain.html.j2", "", ""),
        Page("units/", "单位", "plain.html.j2", "", "units/"),
        Page("units/u03/", "机电队党支部", "plain.html.j2", "甲", "units/", headings),
        Page("units/u04/", "通风队党支部", "links.html.j2", "units/u03/#results", "units/"),
        Page("scheme/", "方案", "plain.html.j2", "", "scheme/"),
    )
    tabs = (Section("总览", ""), Section("单位", "units/"), Section("方案", "scheme/"))
    return Book(name, title, tabs, pages + more, "2026-06-30 18:00", "全体职工版")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project folder of its own with the real theme and templates for tests."""
    project = tmp_path / "project"
    shutil.copytree(PROJECT / "site_templates/theme", project / "site_templates/theme")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    for name, text in _TEMPLATES.items():
        file = project / "site_templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (project / "content/2025/scheme").mkdir(parents=True)
    return Workshop(project / "mkdocs.yml", project / "site_templates", project / "content")


Press = Callable[[Book], BookState]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where `press` puts the book."""
    return tmp_path / "site"


@pytest.fixture
def press(workshop: Workshop, site: Path) -> Press:
    """Prints a book into `site`."""

    def write(book: Book) -> BookState:
        given = manuscript(book, content=workshop.content, templates=workshop.templates)
        return write_book(given, site, workshop.config_file)

    return write


def write_book(given: Manuscript, site: Path, config_file: Path) -> BookState:
    """Print one book into `site`, replacing what is there."""
    shutil.rmtree(site, ignore_errors=True)
    return print_book(given, Place(site, config_file))
