"""方案: the rules of the year as published, every figure taken from the scheme (domain.md 1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.model.scheme import Scheme
from generator.pages.facts import Fact
from generator.pages.links import Link, method_link
from generator.pages.page import Page
from generator.pages.scheme.adjustment_rules import adjustments
from generator.pages.scheme.chapters import Chapter, Column, Grid, chapter_headings, chapter_records, words
from generator.pages.scheme.grading_rules import ballot, bars, grades, weights
from generator.pages.scheme.indicators import PATH as INDICATORS
from generator.pages.scheme.rectification_rules import rectification_deadlines
from generator.pages.scheme.schedule import assessment_group, schedule
from generator.pages.search_records import RecordKind, SearchRecord
from generator.pages.words import day, text

SECTION = "scheme/"


@dataclass(frozen=True)
class SchemeView:
    """方案 of a year."""

    title: str
    facts: tuple[Fact, ...]
    indicators: Link
    method: Link
    chapters: tuple[Chapter, ...]
    as_of: str


def plan_scheme(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page with all chapters that have something to say."""
    chapters = tuple(chapter for chapter in _chapters(year) if not chapter.is_empty)
    view = SchemeView(
        title=year.scheme.title,
        facts=tuple(_facts(year.scheme)),
        indicators=Link("考核评价指标体系", INDICATORS),
        method=method_link(None, "算法说明（每项数据怎样算出）"),
        chapters=chapters,
        as_of=day(year.as_of),
    )
    headings = chapter_headings(chapters)
    description = f"{view.title}全文与评定办法。"
    names = ("方案", year.scheme.doc_no, year.scheme.id)
    whole = SearchRecord(RecordKind.PAGE, view.title, description, names)
    records = (whole, *chapter_records(chapters))
    yield Page(SECTION, "方案", "scheme.html.j2", view, SECTION, headings, description, records)


def _chapters(year: EditionYear) -> Iterator[Chapter]:
    """The scheme in the order of an official document."""
    scheme = year.scheme
    yield Chapter("guiding", "指导思想", tuple(line for line in scheme.guiding.splitlines() if line.strip()))
    yield Chapter("objects", "考核对象", items=scheme.objects)
    yield Chapter("content", "考核内容", items=scheme.content)
    yield Chapter("methods", "方法步骤", items=scheme.methods, ordered=True)
    yield schedule(year)
    yield assessment_group(year)
    yield weights(scheme)
    yield ballot(scheme)
    yield grades(scheme)
    yield bars(scheme)
    yield adjustments(scheme)
    notice = f"考核结果和表彰对象公示不少于 {scheme.notice_days} 个工作日。"
    yield Chapter("notice", "公示", (notice,))
    yield rectification_deadlines(scheme)
    yield _result_usage(scheme)
    yield Chapter("discipline", "纪律要求", items=scheme.discipline)
    yield Chapter("attachments", "附件", items=scheme.attachments)
    yield _version(scheme)


def _facts(scheme: Scheme) -> Iterator[Fact]:
    yield Fact("文号", scheme.doc_no)
    yield Fact("方案编号", scheme.id)
    changed = f"，{day(scheme.changed_on)} 变更" if scheme.changed_on else ""
    yield Fact("版本", f"第 {scheme.version} 版{changed}")


def _result_usage(scheme: Scheme) -> Chapter:
    """结果运用细则 as far as this edition has it; examples only where there are some."""
    if not scheme.result_usage:
        return Chapter("usage", "结果运用")
    examples = any(one.example for one in scheme.result_usage)
    rows = tuple(
        (one.when, one.target, one.then, *((text(one.example),) if examples else ()))
        for one in scheme.result_usage
    )
    columns = (*words("情形", "对象"), Column("运用", "kh-wide"), *(words("示例") if examples else ()))
    return Chapter("usage", "结果运用", grids=(Grid("结果运用", columns, rows),))


def _version(scheme: Scheme) -> Chapter:
    """方案版本: what changed and why, so that nobody compares two versions unawares."""
    if scheme.changed_on is None:
        return Chapter("version", "方案版本", (f"第 {scheme.version} 版，印发后没有变更。",))
    reason = f"变更原因：{scheme.reason}" if scheme.reason else "没有登记变更原因"
    changed = f"第 {scheme.version} 版，{day(scheme.changed_on)} 变更。"
    return Chapter("version", "方案版本", (changed, f"{reason.rstrip('。')}。"))
