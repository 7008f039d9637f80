"""提醒 (domain.md 2.3, 14 W201, W202)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.checklist import Check
from generator.model.tables import Tables, YearTables
from generator.model.terms import CheckStatus
from generator.review.hints import deviations

from .builders import (
    ACCEPTED,
    CHECKS,
    ENTRY,
    MEASURE,
    SHORTCOMING,
    TABLES,
    YEAR,
    area,
    changed,
    check,
    d,
    day,
    entry,
    levels,
    profile,
    said,
    with_past,
)

PAST = YearTables(2024)


FAULTS = (
    pytest.param(
        entry(problem="第一议题学习不够"),
        [
            (
                '[W201] data/2025/rectifications.csv 第2行 「问题描述」: "第一议题学习不够" '
                "问题描述只有8个字，应不少于15个字"
                " → 请写明何处、何时、什么情况"
            )
        ],
        id="problem of few words",
    ),
    pytest.param(
        entry(ACCEPTED, cause=None, acceptance=None, status=None, closed_on=None, due_on=day("2026-12-31")),
        [
            "[W201] data/2025/rectifications.csv 第2行 「原因分析」: 缺少原因分析 → 请写明问题的原因",
            (
                "[W201] data/2025/rectifications.csv 第2行 「验收标准」: 缺少验收标准"
                " → 请写明做到什么程度算完成"
            ),
        ],
        id="problem without cause and acceptance",
    ),
    pytest.param(
        entry(measures=("进一步加强学习管理", "补学1次")),
        [
            (
                '[W201] data/2025/rectifications.csv 第2行 「整改措施」: "进一步加强学习管理；补学1次" '
                "整改措施用了“进一步加强”，没有数字"
                " → 请用数据写明程度、数量或时间"
            )
        ],
        id="vague measure",
    ),
    pytest.param(
        area(shortcomings=(replace(SHORTCOMING, text="理论学习不够深入"),)),
        [
            (
                "[W201] data/2025/reports/u01.yml 第30行 「报告 › 第1项 › 重点领域 › 第1项 › 短板不足 "
                '› 第1项 › 表述」: "理论学习不够深入" 表述用了“不够深入”，没有数字'
                " → 请用数据写明程度、数量或时间"
            )
        ],
        id="vague shortcoming",
    ),
    pytest.param(
        area(causes=(), measures=()),
        [
            (
                "[W201] data/2025/reports/u01.yml 第30行 「报告 › 第1项 › 重点领域 › 第1项 › 短板不足 "
                '› 第1项 › 短板编号」: "S1" 这条短板没有写举措'
                " → 请在方向举措中写明措施、责任人和时间"
            ),
            (
                "[W201] data/2025/reports/u01.yml 第30行 「报告 › 第1项 › 重点领域 › 第1项 › 短板不足 "
                '› 第1项 › 短板编号」: "S1" 这条短板没有写根源'
                " → 请在问题根源中写明原因"
            ),
        ],
        id="shortcoming without cause and measure",
    ),
    pytest.param(
        area(measures=(replace(MEASURE, due_on=None),)),
        [
            (
                "[W201] data/2025/reports/u01.yml 第36行 「报告 › 第1项 › 重点领域 › 第1项 › 方向举措 "
                "› 第1项 › 完成时间」: 举措没有完成时间"
                " → 请写明什么时候完成"
            )
        ],
        id="measure without a date",
    ),
    pytest.param(
        check(4, earned=d("28"), status=CheckStatus.PARTLY, self_score=d("40")),
        [
            (
                '[W202] data/2025/checks.csv 第6行 「单位编号」: "u02" 掘进二队（u02）自评合计 85 分，'
                "考核组认定 73 分，相差 12 分"
                " → 请核对自评和认定的依据"
            ),
            (
                '[E120] data/2025/checks.csv 第6行 「得分」: "28" 扣了 12 分，没有扣分明细'
                " → 请在扣分明细中写明每项扣分（A1.1 第一议题学习，40分）"
            ),
        ],
        id="own score far from the group's",
    ),
)
FINE = (
    pytest.param(entry(measures=("进一步加强学习，每月补学两次",)), id="a number beside the vague word"),
    pytest.param(
        with_past(
            replace(
                PAST,
                profiles=(profile(1),),
                rectifications=(replace(ENTRY, id="2024-U01-001", source_ref=None, problem="太短"),),
            )
        ),
        id="older years are left alone",
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


def test_tells_when_all_units_are_alike() -> None:
    """Three units within one point are worth a look; two are no pattern, and 1.01 points are a difference."""
    more = tuple(replace(one, unit_id="u03") for one in CHECKS[4:])
    rows = tuple(replace(one, self_score=None) for one in (*CHECKS, *more))
    alike = changed(changed(rows, 6, earned=d("20")), 10, earned=d("20"))
    alike = changed(changed(changed(alike, 1, earned=d("18")), 7, earned=d("15.5")), 11, earned=d("16"))

    def found(checks: tuple[Check, ...]) -> list[str]:
        return [str(one) for one in deviations(replace(YEAR, checks=checks), TABLES)]

    assert found(alike) == [
        "[W202] data/2025/checks.csv 「得分」: 全部3个单位的得分合计相差不超过 1 分（95 至 96）"
        " → 请核对是否逐项检查、拉开差距"
    ]
    assert found(alike[:8]) == []
    assert found(changed(alike, 1, earned=d("17.99"))) == []


def test_hints_stop_nothing() -> None:
    """A hint is a warning: the site is built."""
    assert levels(entry(problem="第一议题学习不够")) == {"W201": "warning"}
