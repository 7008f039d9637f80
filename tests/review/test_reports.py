"""述职报告 agrees with itself (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import FocusArea

from .builders import (
    AREAS,
    CASE,
    CAUSE,
    CLAIM,
    HIGHLIGHT,
    REPORT,
    REPORTS,
    SHORTCOMING,
    area,
    report,
    said,
    year,
    yml,
)

FAULTS = (
    pytest.param(
        year(reports=(replace(REPORTS, origin=yml("reports/u02", 1)),)),
        [
            (
                '[E101] data/2025/reports/u02.yml 「单位编号」: "u01" 与文件名“u02”不一致'
                " → 请核对单位编号，或更改文件名"
            )
        ],
        id="file of another unit",
    ),
    pytest.param(
        year(cases=(replace(CASE, id="AL-2"),)),
        [
            (
                '[E101] data/2025/cases/al-1.yml 「案例编号」: "AL-2" 与文件名“al-1”不一致'
                " → 文件名应是小写的案例编号，请核对"
            )
        ],
        id="case in another file",
    ),
    pytest.param(
        report(areas=(*AREAS[:5], replace(AREAS[5], area=FocusArea.SAFETY))),
        [
            (
                "[E101] data/2025/reports/u01.yml 第120行 「报告 › 第1项 › 重点领域 › 第6项 › "
                '重点领域」: "安全稳定护航" 与“报告 › 第1项 › 重点领域 › 第4项”重复'
                " → 六个重点领域每个只写一次"
            )
        ],
        id="area twice",
    ),
    pytest.param(
        area(
            shortcomings=(
                SHORTCOMING,
                replace(
                    SHORTCOMING,
                    text="另一条短板2项",
                    origin=yml("reports/u01", 31, "报告 › 第1项 › 重点领域 › 第1项 › 短板不足 › 第2项"),
                ),
            )
        ),
        [
            (
                "[E101] data/2025/reports/u01.yml 第31行 「报告 › 第1项 › 重点领域 › 第1项 › 短板不足 "
                '› 第2项 › 短板编号」: "S1" 编号与“报告 › 第1项 › 重点领域 › 第1项 › 短板不足 › '
                "第1项”重复"
                " → 请改用另一个编号"
            )
        ],
        id="shortcoming number twice",
    ),
    pytest.param(
        area(highlights=(replace(HIGHLIGHT, claims=(CLAIM, replace(CLAIM, metric="另一项"))),)),
        [
            (
                "[E101] data/2025/reports/u01.yml 第25行 「报告 › 第1项 › 重点领域 › 第1项 › 成效亮点 "
                '› 第1项 › 数据 › 第1项 › 事项编号」: "R1-1" 编号与“报告 › 第1项 › 重点领域 › 第1项 › '
                "成效亮点 › 第1项 › 数据 › 第1项”重复"
                " → 请改用另一个编号"
            )
        ],
        id="claim number twice",
    ),
    pytest.param(
        year(reports=(replace(REPORTS, reports=(REPORT, replace(REPORT, areas=()))),)),
        [
            (
                '[E101] data/2025/reports/u01.yml 第3行 「报告 › 第1项 › 报告编号」: "R-2025-U01" '
                "编号与 data/2025/reports/u01.yml 第3行 「报告 › 第1项」 重复"
                " → 请改用另一个编号"
            )
        ],
        id="report number twice",
    ),
    pytest.param(
        area(causes=(CAUSE, replace(CAUSE, shortcoming="S2"))),
        [
            (
                "[E101] data/2025/reports/u01.yml 第33行 「报告 › 第1项 › 重点领域 › 第1项 › 问题根源 "
                '› 第1项 › 短板编号」: "S2" 本报告中没有这个短板编号'
                " → 本报告的短板编号有：S1"
            )
        ],
        id="cause without shortcoming",
    ),
    pytest.param(
        area(shortcomings=(), causes=()),
        [
            (
                "[E101] data/2025/reports/u01.yml 第36行 「报告 › 第1项 › 重点领域 › 第1项 › 方向举措 "
                '› 第1项 › 短板编号」: "S1" 本报告中没有这个短板编号'
                " → 请先写明短板，或删除这一项"
            )
        ],
        id="measure without any shortcoming",
    ),
    pytest.param(
        report(person="外来人"),
        [
            (
                "[E101] data/2025/reports/u01.yml 第3行 「报告 › 第1项 › 报告人」: "
                "报告人不在该单位的班子成员中"
                " → 请核对姓名，或补上这名班子成员"
            )
        ],
        id="person not on the board, name hidden",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected
