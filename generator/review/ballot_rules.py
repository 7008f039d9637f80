"""民主测评的设置: they do not contradict each other (domain.md 3.2, 3.4; code E107)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.tables import Tables, YearTables
from generator.model.terms import Abstain, BoardGrade, Dimension, PointsTable
from generator.problems import Problem
from generator.review.findings import at, entry_at
from generator.review.lookup import scheme_of
from generator.scoring.exact import plain


def overall(year: YearTables, _: Tables) -> Iterator[Problem]:
    """总体评价 is asked alone or not at all: beside dimensions it would count everything twice."""
    dimensions = scheme_of(year).ballot.dimensions
    for one in dimensions:
        if one.dimension is Dimension.OVERALL and len(dimensions) > 1:
            message = "总体评价不能与其他维度一起设置"
            yield at(one, "dimension").problem("E107", message, "请删除这一项，或只保留总体评价")


def ungraded_points(year: YearTables, _: Tables) -> Iterator[Problem]:
    """No ballot says 不定等次, so it has no points."""
    ballot = scheme_of(year).ballot
    grade = BoardGrade.UNGRADED
    if grade in ballot.points:
        spot = entry_at(ballot, "points", grade.label, plain(ballot.points[grade]))
        yield spot.problem("E107", "测评票没有“不定等次”", "请删除这一项")


def lowest_points(year: YearTables, _: Tables) -> Iterator[Problem]:
    """An abstention that counts as the lowest grade needs its points; typed points do not bring any."""
    ballot = scheme_of(year).ballot
    typed = ballot.points_table is PointsTable.DIRECT
    if typed and ballot.abstain is Abstain.MIN_GRADE and BoardGrade.POOR not in ballot.points:
        message = "弃权计最低档，但没有较差的分值"
        yield at(ballot, "abstain").problem("E107", message, "请在等次分值中补上较差，或改用其他弃权处理")
