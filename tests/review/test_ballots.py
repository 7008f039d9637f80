"""民主测评 (domain.md 3.3, 14 E121)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import Dimension, PointsTable

from .builders import (
    BALLOTS,
    DECISIONS,
    LEADERS,
    PERSON_BALLOTS,
    ROUNDS,
    SCHEME,
    YEAR,
    changed,
    d,
    day,
    row,
    said,
    year,
)

DIRECT = replace(SCHEME, ballot=replace(SCHEME.ballot, points_table=PointsTable.DIRECT))
"""Voters type points."""


FAULTS = (
    pytest.param(
        year(ballot_rounds=changed(YEAR.ballot_rounds, 0, invalid=2)),
        [
            (
                '[E121] data/2025/ballot_rounds.csv 第2行 「有效」: "8" 有效 8 加无效 2 等于 10，'
                "与收回 9 不符"
                " → 请核对有效、无效和收回的票数"
            )
        ],
        id="valid and invalid",
    ),
    pytest.param(
        year(ballot_rounds=changed(YEAR.ballot_rounds, 0, issued=8)),
        ['[E121] data/2025/ballot_rounds.csv 第2行 「收回」: "9" 超过发出 8 → 请核对票数和人数'],
        id="more returned than issued",
    ),
    pytest.param(
        year(ballot_rounds=changed(YEAR.ballot_rounds, 0, expected=8)),
        ['[E121] data/2025/ballot_rounds.csv 第2行 「实到」: "9" 超过应到 8 → 请核对票数和人数'],
        id="more present than expected",
    ),
    pytest.param(
        year(ballot_rounds=changed(YEAR.ballot_rounds, 0, supervised_by="计票甲")),
        [
            (
                "[E121] data/2025/ballot_rounds.csv 第2行 「监票人」: 监票人与计票人是同一人"
                " → 请由两人分别计票和监票"
            )
        ],
        id="one person counts and supervises, name hidden",
    ),
    pytest.param(
        year(ballot_rounds=changed(YEAR.ballot_rounds, 0, expected=30)),
        [
            (
                '[E121] data/2025/ballot_rounds.csv 第2行 「实到」: "9" 各票种实到合计 18 人，应到 40 '
                "人，不足 2/3，测评无效"
                " → 请核对人数；确实不足的应重新组织测评"
            )
        ],
        id="no quorum",
    ),
    pytest.param(
        year(
            ballot_rounds=(
                *YEAR.ballot_rounds,
                replace(ROUNDS[3], ballot_class="D", valid=0, invalid=9, origin=row("ballot_rounds", 8)),
            )
        ),
        ['[E121] data/2025/ballot_rounds.csv 第8行 「票种」: "D" 方案中没有这个票种 → 可填：A、B'],
        id="class not in the scheme",
    ),
    pytest.param(
        year(
            ballots=(*YEAR.ballots, replace(BALLOTS[0], dimension=Dimension.DUTY, origin=row("ballots", 12)))
        ),
        [
            (
                '[E121] data/2025/ballots.csv 第12行 「维度」: "履职能力" 方案中没有这个维度'
                " → 可填：政治素质、工作实绩、总体评价"
            )
        ],
        id="dimension not in the scheme",
    ),
    pytest.param(
        year(ballots=changed(YEAR.ballots, 1, n_poor=2)),
        [
            (
                '[E121] data/2025/ballots.csv 第3行 「弃权票」: "0" 五项票数合计 10，与有效票 8 不符，'
                "多 2 票"
                " → 请核对各等次票数；未填的格计入弃权票"
            )
        ],
        id="count above the valid ballots",
    ),
    pytest.param(
        year(ballots=changed(YEAR.ballots, 1, n_excellent=5)),
        [
            (
                '[E121] data/2025/ballots.csv 第3行 「弃权票」: "0" 五项票数合计 7，与有效票 8 不符，'
                "少 1 票"
                " → 请核对各等次票数；未填的格计入弃权票"
            )
        ],
        id="count below the valid ballots",
    ),
    pytest.param(
        year(ballot_rounds=YEAR.ballot_rounds[1:]),
        [
            (
                '[E121] data/2025/ballots.csv 第2行 「票种」: "A" 测评场次中没有该单位班子测评表的票种A'
                " → 请补上测评场次，或核对票种"
            ),
            (
                '[E121] data/2025/ballots.csv 第3行 「票种」: "A" 测评场次中没有该单位班子测评表的票种A'
                " → 请补上测评场次，或核对票种"
            ),
        ],
        id="count without a round",
    ),
    pytest.param(
        year(ballots=changed(YEAR.ballots, 0, points_sum=d("700"))),
        [
            (
                '[E121] data/2025/ballots.csv 第2行 「打分合计」: "700" 方案按等次折分，不填打分合计'
                " → 请删除打分合计，或核对方案的折分办法"
            )
        ],
        id="points where grades count",
    ),
    pytest.param(
        year(ballots=YEAR.ballots[1:]),
        [
            (
                '[E121] data/2025/ballots.csv 第3行 「维度」: "工作实绩" 该对象票种A缺少维度：政治素质'
                " → 请补上各维度的票数；只测总体评价时每个票种只填一行"
            )
        ],
        id="dimension missing",
    ),
    pytest.param(
        year(ballots=(*BALLOTS[:2], *BALLOTS[4:], *PERSON_BALLOTS)),
        [
            (
                '[E121] data/2025/ballots.csv 第2行 「票种」: "A" 该对象缺少票种B的票数，'
                "测评场次中有这些票种的有效票"
                " → 请补上这些票种的测评票数"
            )
        ],
        id="class missing",
    ),
    pytest.param(
        year(
            ballots=(
                *YEAR.ballots,
                replace(BALLOTS[0], dimension=Dimension.OVERALL, origin=row("ballots", 12)),
            )
        ),
        [
            (
                '[E121] data/2025/ballots.csv 第12行 「维度」: "总体评价" 已填各维度，不再填总体评价'
                " → 请删除这一行"
            )
        ],
        id="overall beside dimensions",
    ),
    pytest.param(
        year(leaders=changed(LEADERS, 0, in_post_since=day("2025-07-02")), decisions=DECISIONS),
        [
            (
                '[E121] data/2025/ballots.csv 第10行 「人员编号」: "P01" 该人员任职时间是 2025-07-02，'
                "年末任职不满半年，不参加民主测评"
                " → 请删除该人员的2行测评票数，或核对任职时间"
            )
        ],
        id="newcomer tested",
    ),
    pytest.param(
        year(
            scheme=DIRECT,
            ballots=(
                *changed(
                    tuple(replace(one, points_sum=d("800")) for one in YEAR.ballots), 0, points_sum=d("800.5")
                ),
                replace(PERSON_BALLOTS[0], person_id="P02", unit_id="u02", origin=row("ballots", 12)),
            ),
        ),
        [
            (
                '[E121] data/2025/ballots.csv 第2行 「打分合计」: "800.5" 超过 8 张票的满分 800'
                " → 请核对打分合计、有效票和弃权票"
            ),
            (
                "[E121] data/2025/ballots.csv 第12行 「打分合计」: 方案直接打分，缺少打分合计"
                " → 请填写各票分数之和"
            ),
        ],
        id="direct points missing and too many",
    ),
)
FINE = (
    pytest.param(
        year(leaders=changed(LEADERS, 0, in_post_since=day("2025-07-01"))), id="half a year in post"
    ),
    pytest.param(
        year(
            ballot_rounds=changed(YEAR.ballot_rounds, 1, valid=0, invalid=9),
            ballots=(*BALLOTS[:2], *BALLOTS[4:], *PERSON_BALLOTS),
        ),
        id="a class without valid ballots",
    ),
    pytest.param(
        year(
            scheme=DIRECT,
            ballots=tuple(
                replace(one, n_excellent=0, n_good=0, n_abstain=1, points_sum=d("650"))
                for one in YEAR.ballots
            ),
        ),
        id="direct points",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


@pytest.mark.parametrize("tables", FINE)
def test_accepts(tables: Tables) -> None:
    """What looks like a fault and is none brings no problem."""
    assert said(tables) == []
