"""A small made-up book that needs no data: what is built twice must be the same twice."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.page import Book, Heading, Page, Section

ROWS = 48


@dataclass(frozen=True)
class Row:
    """One checked leaf."""

    code: str
    title: str
    points: str
    earned: str
    state: str
    reason: str


@dataclass(frozen=True)
class UnitView:
    """What the unit template names."""

    name: str
    group: str
    rows: tuple[Row, ...]


_STATES = ("完成", "基本完成", "未完成")
_REASONS = ("—", "会议记录不完整，缺少签到表", "学习笔记抽查 2 本未更新，已限期补齐")


def unit_view(number: int) -> UnitView:
    """The made-up results of one unit; the same number gives the same results."""
    rows = tuple(
        Row(
            code=f"B{row // 12 + 1}.{row % 12 + 1}",
            title=f"第{row + 1}项：支部党员大会、支委会、党小组会和党课按期召开",
            points="2.00",
            earned=f"{2 - (number * 7 + row * 3) % 5 / 10:.2f}",
            state=_STATES[(number + row) % 3],
            reason=_REASONS[(number + row) % 3],
        )
        for row in range(ROWS)
    )
    return UnitView(f"综采{number}队党支部", ("生产", "辅助", "机关")[number % 3], rows)


def year_of_units(count: int) -> Book:
    """A book of `count` unit pages under a front page and a list of units."""
    headings = (Heading("summary", "述职摘要"), Heading("results", "检查结果"))
    views = {f"units/u{number:03}/": unit_view(number) for number in range(1, count + 1)}
    units = tuple(
        Page(path, view.name, "unit.html.j2", view, "units/", headings) for path, view in views.items()
    )
    front = (
        Page("", "总览", "front.html.j2", None, ""),
        Page("units/", "单位", "units.html.j2", units[:20], "units/"),
    )
    tabs = (Section("总览", ""), Section("单位", "units/"))
    return Book("2025", "2025 年度党建考核", tabs, front + units, "2026-06-30 18:00")
