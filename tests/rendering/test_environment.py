"""What templates may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator.pages.page import Book, Page
from generator.rendering import LinkError, Renderer, forget_templates

PAGES = ("", "units/", "units/u03/", "checklist/b2-1/")


def _render(
    folder: Path,
    template: str,
    view: object = None,
    at: str = "checklist/b2-1/",
) -> str:
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages/page.html.j2").write_text(template, encoding="utf-8")
    forget_templates()
    pages = tuple(Page(path, "题", "page.html.j2", view) for path in PAGES)
    book = Book("2025", "2025 年度", (), pages, "")
    renderer = Renderer(book, folder, ["scheme/lecture/"])
    return renderer.render(pages[PAGES.index(at)])


@pytest.mark.parametrize(
    ("at", "target", "url"),
    [
        ("", "units/u03/", "./units/u03/"),
        ("units/", "units/u03/", "../units/u03/"),
        ("checklist/b2-1/", "units/u03/#results", "../../units/u03/#results"),
        ("checklist/b2-1/", "", "../../"),
        ("units/u03/", "scheme/lecture/", "../../scheme/lecture/"),
    ],
)
def test_links_are_relative_from_any_depth(tmp_path: Path, at: str, target: str, url: str) -> None:
    """A link leads from each depth to the right page without naming the site's root."""
    assert _render(tmp_path, "{{ link(view) }}", target, at) == url


def test_link_to_a_page_nobody_planned_fails_with_both_ends(tmp_path: Path) -> None:
    """A dead link stops the build and says where it is and where it wanted to go."""
    with pytest.raises(LinkError, match="units/u03/ 链接到不存在的页面 units/u99/") as caught:
        _render(tmp_path, "{{ link('units/u99/') }}", at="units/u03/")
    assert (caught.value.page, caught.value.target) == ("units/u03/", "units/u99/")


def test_links_to_the_shelf_and_other_years_leave_the_book(tmp_path: Path) -> None:
    """One step further up than the book's root."""
    assert _render(tmp_path, "{{ shelf('units/u03/') }}") == "../../../units/u03/"
    assert _render(tmp_path, "{{ book_link(2024, 'units/') }}") == "../../../2024/units/"
    assert _render(tmp_path, "{{ shelf() }}", at="") == "../"


def test_macros_imported_without_context_can_link(tmp_path: Path) -> None:
    """Partials need not be told which page they are on."""
    (tmp_path / "partials").mkdir()
    macro = "{% macro unit() %}{{ link('units/') }}{% endmacro %}"
    (tmp_path / "partials/unit.html.j2").write_text(macro, encoding="utf-8")
    template = "{% from 'partials/unit.html.j2' import unit %}{{ unit() }}"
    assert _render(tmp_path, template, at="units/u03/") == "../../units/"


def test_data_is_text_in_elements_and_attributes(tmp_path: Path) -> None:
    """Markup and template syntax in a value come out as the characters that were entered."""
    view = '<img src=x onerror="alert(1)">{{ 7*7 }}'
    html = _render(tmp_path, '<p title="{{ view }}">{{ view }}</p>', view)
    escaped = "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;{{ 7*7 }}"
    assert html == f'<p title="{escaped}">{escaped}</p>'


def test_a_name_the_view_does_not_have_is_an_error(tmp_path: Path) -> None:
    """A misspelt name never prints an empty cell."""
    with pytest.raises(UndefinedError):
        _render(tmp_path, "{{ view.nmae }}", "x")
