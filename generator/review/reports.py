"""述职报告: one file a unit, six areas, causes and measures that answer a shortcoming (domain.md 2; E101)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.model.grouping import grouped
from generator.model.people import Cause, Claim, Measure, Report, Shortcoming
from generator.model.tables import Tables, YearTables
from generator.problems import Problem
from generator.review.findings import at
from generator.review.lookup import repeated, reports
from generator.review.wording import listing


def file_names(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A file of reports is named after its unit, a case after its number."""
    for document in year.reports:
        if _stem(document.origin.file) != document.unit_id:
            message = f"与文件名“{_stem(document.origin.file)}”不一致"
            yield at(document, "unit_id").problem("E101", message, "请核对单位编号，或更改文件名")
    for case in year.cases:
        if _stem(case.origin.file) != case.id.lower():
            message = f"与文件名“{_stem(case.origin.file)}”不一致"
            yield at(case, "id").problem("E101", message, "文件名应是小写的案例编号，请核对")


def numbers(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Reports are numbered once in a year, claims and shortcomings once in a unit."""
    rows = list(reports(year))
    for (_unit, report), (_other, first) in repeated(rows, lambda row: row[1].id):
        message = f"编号与 {first.origin} 重复"
        yield at(report, "id").problem("E101", message, "请改用另一个编号")
    for own in grouped(rows, lambda row: row[0]).values():
        areas = [area for _unit, report in own for area in report.areas]
        shortcomings = [row for area in areas for row in area.shortcomings]
        claims = [claim for area in areas for row in area.highlights for claim in row.claims]
        yield from _numbered_twice(shortcomings)
        yield from _numbered_twice(claims)


def areas(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Each of the six areas comes once."""
    for _unit, report in reports(year):
        for area, first in repeated(report.areas, lambda area: area.area):
            yield at(area, "area").problem(
                "E101", f"与“{first.origin.column}”重复", "六个重点领域每个只写一次"
            )


def answers(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Causes and measures point to a shortcoming of the same report (domain.md 2.2)."""
    for _unit, report in reports(year):
        known = _shortcomings(report)
        rows: list[Cause | Measure] = []
        for area in report.areas:
            rows += (*area.causes, *area.measures)
        for row in rows:
            if row.shortcoming not in known:
                hint = f"本报告的短板编号有：{listing(known)}" if known else "请先写明短板，或删除这一项"
                yield at(row, "shortcoming").problem("E101", "本报告中没有这个短板编号", hint)


def persons(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Who reports is on the board of the unit (domain.md 2.1)."""
    boards = grouped(year.leaders, lambda leader: leader.unit_id)
    for unit_id, report in reports(year):
        board = boards.get(unit_id, ())
        if board and all(leader.name != report.person for leader in board):
            message = "报告人不在该单位的班子成员中"
            yield at(report, "person").problem("E101", message, "请核对姓名，或补上这名班子成员")


def _numbered_twice(rows: Sequence[Claim | Shortcoming]) -> Iterator[Problem]:
    """The problems of numbers that come again."""
    for row, first in repeated(rows, lambda row: row.id):
        message = f"编号与“{first.origin.column}”重复"
        yield at(row, "id").problem("E101", message, "请改用另一个编号")


def _shortcomings(report: Report) -> list[str]:
    """The numbers of the shortcomings of a report."""
    return [row.id for area in report.areas for row in area.shortcomings]


def _stem(file: str) -> str:
    """The file name without folder and suffix, in lower case."""
    return PurePosixPath(file).stem.lower()
