"""What a file of a site is: its kind in a reader's words, its template, and what it was written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.books.byhand.content import page_path, read_content
from generator.explaining.address import INDEX
from generator.pages.page import Book, Page
from generator.pages.sheets.sheet import BATCH, Sheet

KINDS = {
    "archive.html.j2": "往年",
    "area.html.j2": "一级指标",
    "case.html.j2": "典型案例",
    "checklist.html.j2": "检查结果",
    "codes.html.j2": "核对码",
    "commendations.html.j2": "通报表彰",
    "compare.html.j2": "单位对比",
    "glossary.html.j2": "名词解释",
    "guide.html.j2": "填报帮助",
    "guide_entry.html.j2": "填报帮助的一个文件",
    "histories.html.j2": "单位历年",
    "history.html.j2": "一个单位的历年",
    "home.html.j2": "首页",
    "indicators.html.j2": "指标",
    "leaf.html.j2": "一项指标",
    "ledger.html.j2": "整改台账",
    "ledger_part.html.j2": "整改台账的一部分",
    "method.html.j2": "算法说明",
    "overview.html.j2": "总览",
    "print.html.j2": "打印目录",
    "problem.html.j2": "一个整改问题",
    "quality.html.j2": "数据质量",
    "ranking.html.j2": "结果一览",
    "recommendations.html.j2": "推荐情况",
    "scheme.html.j2": "考核方案",
    "search.html.j2": "查找",
    "self_scores.html.j2": "自评与检查对照",
    "unit.html.j2": "单位档案",
    "units.html.j2": "单位名录",
    "updates.html.j2": "更正与更新",
}
"""By template of a page."""
_THEME = ("assets/", "404.html")


@dataclass(frozen=True)
class Kind:
    """What a file is."""

    name: str
    title: str = ""
    template: str = ""
    """As the templates' folder has it; empty for what no template of ours prints."""
    written: str = ""
    """The hand-written file it was made from, below the book's folder."""


def kind_of(path: str, book: Book) -> Kind | None:
    """The kind of a file below the book's root; None when nobody plans it now."""
    if (page := _page(path, book)) is not None:
        return Kind(KINDS.get(page.template, page.template), page.title, page.template)
    if (sheet := _sheet(path, book)) is not None:
        template = "print/foot.css.j2" if path.endswith("/foot.css") else sheet.template
        name = f"打印文件 {sheet.kind.label}{'的 PDF' if path == sheet.pdf else ''}"
        return Kind(name, sheet.title, template)
    return next((Kind(name) for known, name in _others(book) if path == known), None)


def framed_kind(path: str, docs: Path) -> Kind | None:
    """The kind of a file MkDocs wrote; None when the hand-written one it was made from is gone."""
    theme = Kind("网站主题的文件") if path.startswith(_THEME) else None
    return _written(path, docs) or theme


def _page(path: str, book: Book) -> Page | None:
    return next((one for one in book.pages if f"{one.path}{INDEX}" == path), None)


def _sheet(path: str, book: Book) -> Sheet | None:
    files = ((one, (f"{one.path}{INDEX}", f"{one.path}foot.css", one.pdf)) for one in book.sheets)
    return next((one for one, names in files if path in names), None)


def _written(path: str, docs: Path) -> Kind | None:
    for file in read_content(docs):
        page = file.suffix == ".md"
        if path == (f"{page_path(file)}{INDEX}" if page else file.as_posix()):
            return Kind("手写页面" if page else "手写页面的附件", written=file.as_posix())
    return None


def _others(book: Book) -> Iterator[tuple[str, str]]:
    """What lies beside the pages."""
    yield f"{BATCH}{INDEX}", "成批打印"
    yield from ((one.path, "供脚本读取的数据") for one in book.files)
    yield from ((one.path, f"合订本 {one.title}") for one in book.booklets)
    for suffix in ("json", "js"):
        yield f"search/records.{suffix}", "查找用的记录，由全书各页汇成"
        yield f"search/search_index.{suffix}", "查找的设置"
        yield f"years.{suffix}", "各年度的目录，由各书汇成"
