"""年年改年年犯 (domain.md 14 W203)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables, YearTables
from generator.problems import Place

from .builders import AREAS, ENTRY, REPORT, REPORTS, SHORTCOMING, profile, said, with_past

PAST = YearTables(2024)


def past_problem(problem: str, unit_id: str = "u01") -> YearTables:
    """A year before with one ledger problem."""
    one = replace(
        ENTRY,
        id=f"2024-{unit_id.upper()}-001",
        unit_id=unit_id,
        source_ref=None,
        problem=problem,
        origin=Place("data/2024/rectifications.csv", 9),
    )
    return replace(PAST, profiles=(profile(1),), rectifications=(one,))


FAULTS = (
    pytest.param(
        with_past(past_problem("1月检查发现第一议题学习缺第二次记录")),
        [
            (
                "[W203] data/2025/rectifications.csv 第2行 「问题描述」: "
                '"1月检查发现第一议题学习缺第三次记录" 与上年相同94%（data/2024/rectifications.csv '
                "第9行）"
                " → 请写本年的新情况；确属未改好的老问题，请写明为何反复"
            )
        ],
        id="problem",
    ),
    pytest.param(
        with_past(
            replace(
                PAST,
                profiles=(profile(1),),
                reports=(
                    replace(
                        REPORTS,
                        origin=Place("data/2024/reports/u01.yml", 1),
                        reports=(
                            replace(
                                REPORT,
                                areas=(
                                    replace(
                                        AREAS[0],
                                        shortcomings=(
                                            replace(
                                                SHORTCOMING,
                                                text="党员大会全年缺2次",
                                                origin=Place("data/2024/reports/u01.yml", 30, "报告"),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            )
        ),
        [
            (
                "[W203] data/2025/reports/u01.yml 第30行 「报告 › 第1项 › 重点领域 › 第1项 › 短板不足 "
                '› 第1项 › 表述」: "党员大会全年缺1次" 与上年相同89%（data/2024/reports/u01.yml 第30行）'
                " → 请写本年的新情况；确属未改好的老问题，请写明为何反复"
            )
        ],
        id="shortcoming",
    ),
)
FINE = (
    pytest.param(with_past(past_problem("去年7月抽查主题党日台账，漏记两个月的活动")), id="another fact"),
    pytest.param(
        with_past(replace(past_problem(ENTRY.problem, unit_id="u02"), profiles=(profile(2),))),
        id="the same text of another unit",
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
