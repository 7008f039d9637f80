"""Hand-written pages among generated ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.books.build import Workshop
from generator.problems import DataError
from tests.books.conftest import Press, sample_book


def _write(workshop: Workshop, text: str, file: str = "scheme/lecture.md") -> None:
    path = workshop.content / "2025" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _problem(press: Press) -> str:
    with pytest.raises(DataError) as caught:
        press(sample_book())
    return "\n".join(map(str, caught.value.problems))


def test_lecture_lies_under_its_tab_and_links_to_units(press: Press, workshop: Workshop, site: Path) -> None:
    """A page in `scheme/` is under 方案, listed beside it, and may link to generated pages."""
    _write(
        workshop,
        "# 形势宣讲\n\n见[机电队](../units/u03/index.md#results)和[二](#二)。\n\n## 二\n\n"
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
    )
    press(sample_book())
    html = (site / "scheme/lecture/index.html").read_text(encoding="utf-8")
    assert '<a href="../../units/u03/#results">机电队</a>' in html
    assert '<h2 id="二">二</h2>' in html
    assert "<td>1</td>" in html
    assert '<li class="md-tabs__item md-tabs__item--active">\n<a href="../"' in html
    assert "形势宣讲" in (site / "scheme/index.html").read_text(encoding="utf-8")


def test_page_at_the_top_joins_the_first_tab(press: Press, workshop: Workshop, site: Path) -> None:
    """Notices outside of any tab's folder are found from the front page."""
    _write(workshop, "# 通知\n", "notice.md")
    press(sample_book())
    assert 'href="notice/"' in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("../units/u99/index.md", "链接的页面或文件不存在"),
        ("../units/u03/index.md#nowhere", "链接的页面里没有这个小标题"),
        ("/units/u03/", "链接以 / 开头"),
        ("../units/u03", "链接的页面或文件不存在 → 是否应为 ../units/u03/index.md"),
        ("#nowhere", "链接的页面里没有这个小标题"),
    ],
)
def test_broken_link_names_file_line_and_link(
    press: Press, workshop: Workshop, link: str, message: str
) -> None:
    """The author learns where the link is, what it says and what is wrong with it."""
    _write(workshop, f"# 形势宣讲\n\n正文\n\n见[此处]({link})。\n")
    text = _problem(press)
    assert f'[E131] content/2025/scheme/lecture.md 第5行: "{link}" {message}' in text


@pytest.mark.parametrize(
    ("markdown", "value"),
    [
        ("<script>alert(1)</script>", "<script"),
        ('<b onclick="x()">y</b>', "onclick"),
        ("[x](javascript:alert(1))", "javascript:"),
        ('<a href="java&#9;script:alert(1)">x</a>', "javascript:"),
        ("![x](https://evil.invalid/a.png)", "https://evil.invalid/a.png"),
        ('<img src="//evil.invalid/a.png">', "//evil.invalid/a.png"),
        ("<p style='color:red'>x</p>", "style"),
    ],
)
def test_scripts_and_foreign_pictures_are_refused(
    press: Press, workshop: Workshop, markdown: str, value: str
) -> None:
    """A hand-written page cannot run code or call another host."""
    _write(workshop, f"# 形势宣讲\n\n{markdown}\n")
    assert "content/2025/scheme/lecture.md" in (text := _problem(press))
    assert f'"{value}"' in text


def test_front_matter_cannot_choose_a_template(press: Press, workshop: Workshop) -> None:
    """Only title and description may be set."""
    _write(workshop, "---\ntitle: 讲\ntemplate: sitemap.xml\n---\n\n正文\n")
    assert '[E132] content/2025/scheme/lecture.md 第3行: "template"' in _problem(press)


def test_title_from_front_matter_is_text(press: Press, workshop: Workshop, site: Path) -> None:
    """Markup in a title is shown, not run."""
    _write(workshop, '---\ntitle: "<b>讲</b>"\n---\n\n正文\n')
    press(sample_book())
    html = (site / "scheme/lecture/index.html").read_text(encoding="utf-8")
    assert "<title>&lt;b&gt;讲&lt;/b&gt; - " in html
    assert "<b>讲" not in html


def test_links_devices_and_strange_files_are_refused(
    press: Press, workshop: Workshop, tmp_path: Path
) -> None:
    """Nothing reaches the site that is not a plain file of a known kind inside the folder."""
    secret = tmp_path / "secret.md"
    secret.write_text("秘密", encoding="utf-8")
    folder = workshop.content / "2025"
    (folder / "a.md").symlink_to(secret)
    (folder / "b.md").hardlink_to(secret)
    (folder / "c").symlink_to(tmp_path)
    os.mkfifo(folder / "d.md")
    for name in ("reserve.csv", ".env", "~$x.xlsx", "x.md.bak"):
        (folder / name).write_text("x", encoding="utf-8")
    text = _problem(press)
    for name in ("a.md", "b.md", "c", "d.md", "reserve.csv", ".env", "~$x.xlsx", "x.md.bak"):
        assert f"[E133] content/2025/{name}: " in text


def test_a_year_that_is_a_link_is_refused(press: Press, workshop: Workshop, tmp_path: Path) -> None:
    """The folder of a year cannot point out of the content."""
    folder = workshop.content / "2025"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert "这是一个链接" in _problem(press)


def test_snippets_and_template_syntax_are_plain_text(press: Press, workshop: Workshop, site: Path) -> None:
    """No other file can be pulled in, and nothing is computed."""
    _write(workshop, '# 讲\n\n--8<-- "index.md"\n\n{{ 7*7 }} {% raw %}\n')
    press(sample_book())
    html = (site / "scheme/lecture/index.html").read_text(encoding="utf-8")
    assert "--8&lt;--" in html
    assert "{{ 7*7 }} {% raw %}" in html
