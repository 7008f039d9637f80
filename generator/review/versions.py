"""方案版本: a change has its day and reason, the system of indicators moves on (domain.md 1.2; E107)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.tables import Tables, YearTables
from generator.problems import Problem
from generator.review.findings import at
from generator.review.lookup import previous, scheme_of

CHANGE = ("changed_on", "reason")


def changes(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A first version was never changed; a later one says when and why."""
    scheme = scheme_of(year)
    for name in CHANGE:
        given = getattr(scheme, name) is not None
        if scheme.version == 1 and given:
            yield at(scheme, name).problem("E107", "第 1 版没有变更", "请删除这一项，或把版本加一")
        elif scheme.version > 1 and not given:
            message = f"第 {scheme.version} 版缺少变更日期或原因"
            yield at(scheme, name).problem("E107", message, "请补上这一项，首版请把版本填 1")


def majors(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """体系版次 is never below last year's: equal ones are compared, a lower one would be taken for new."""
    scheme, before = scheme_of(year), previous(year, tables)
    if before is not None and before.scheme is not None and scheme.major < before.scheme.major:
        message = f"小于上年的 {before.scheme.major}"
        yield at(scheme, "major").problem("E107", message, "指标体系不变的与上年相同，改变的加一")
