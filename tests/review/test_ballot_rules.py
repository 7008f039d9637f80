"""民主测评的设置 (domain.md 14 E107)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.scheme import DimensionWeight, Scheme
from generator.model.tables import Tables
from generator.model.terms import Abstain, BoardGrade, Dimension, PointsTable

from .builders import SCHEME, YEAR, changed, d, said, scheme, year

FAULTS = (
    pytest.param(
        scheme(ballot=replace(SCHEME.ballot, points={**SCHEME.ballot.points, BoardGrade.UNGRADED: d("50")})),
        [
            (
                '[E107] data/2025/scheme.yml 第22行 「民主测评 › 等次分值 › 不定等次」: "50" '
                "测评票没有“不定等次”"
                " → 请删除这一项"
            )
        ],
        id="points of no grade",
    ),
    pytest.param(
        year(
            scheme=replace(
                SCHEME,
                ballot=replace(
                    SCHEME.ballot,
                    points_table=PointsTable.DIRECT,
                    abstain=Abstain.MIN_GRADE,
                    points={BoardGrade.EXCELLENT: d("95")},
                ),
            ),
            ballots=tuple(replace(row, points_sum=d("600")) for row in YEAR.ballots),
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第22行 「民主测评 › 弃权处理」: "计最低档" '
                "弃权计最低档，但没有较差的分值"
                " → 请在等次分值中补上较差，或改用其他弃权处理"
            )
        ],
        id="abstentions without points",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


def test_overall_stands_alone() -> None:
    """Beside dimensions it would count everything twice; alone it is a scheme like any other."""
    alone = (replace(SCHEME.ballot.dimensions[0], dimension=Dimension.OVERALL, weight=d("1")),)
    overall = tuple(
        replace(row, dimension=Dimension.OVERALL)
        for row in YEAR.ballots
        if row.dimension is not Dimension.PERFORMANCE
    )
    assert said(year(scheme=_voted(alone), ballots=overall)) == []
    both = changed(SCHEME.ballot.dimensions, 1, dimension=Dimension.OVERALL)
    rows = tuple(
        replace(row, dimension=Dimension.OVERALL) if row.dimension is Dimension.PERFORMANCE else row
        for row in YEAR.ballots
    )
    assert said(year(scheme=_voted(both), ballots=rows)) == [
        '[E107] data/2025/scheme.yml 第33行 「民主测评 › 维度 › 第2项 › 维度」: "总体评价" '
        "总体评价不能与其他维度一起设置 → 请删除这一项，或只保留总体评价"
    ]


def _voted(dimensions: tuple[DimensionWeight, ...]) -> Scheme:
    """The scheme with other dimensions."""
    return replace(SCHEME, ballot=replace(SCHEME.ballot, dimensions=dimensions))
