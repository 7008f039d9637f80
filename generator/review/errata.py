"""更正: corrections follow the publication and change something (domain.md 10.4; E126)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.model.tables import Tables, YearTables
from generator.problems import Problem
from generator.review.findings import at
from generator.review.lookup import as_of, cycle_of


def dates(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A correction comes after the decision, not in the future, in the order of the dates."""
    rows = year.errata.errata if year.errata else ()
    decided_on, today = cycle_of(year).decided_on, as_of(year)
    for row in rows:
        if decided_on is None:
            yield at(row, "date").problem(
                "E126", "考核结果还没有审定，不需要更正", "请直接改正数据，并删除这条更正"
            )
        elif row.date < decided_on:
            message = f"早于审定日期 {decided_on.isoformat()}"
            yield at(row, "date").problem("E126", message, "更正是公布以后的改动，请核对日期")
        if row.date > today:
            message = f"晚于数据截至 {today.isoformat()}"
            yield at(row, "date").problem("E126", message, "请核对日期，或更新数据截至")
        if row.old == row.new:
            yield at(row, "new").problem("E126", "与原内容相同", "请写明更正后的内容")
    for before, row in pairwise(rows):
        if row.date < before.date:
            message = f"早于上一条更正 {before.date.isoformat()}"
            yield at(row, "date").problem("E126", message, "更正只在末尾增加，请按日期先后排列")
