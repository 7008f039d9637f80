"""提示 (domain.md 9.4, 11.5, 14 W204, W205)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import ObjectionResult

from .builders import ACCEPTED, LEADERS, OBJECTION, day, entry, said, year

FAULTS = (
    pytest.param(
        entry(ACCEPTED, status=None, closed_on=None, due_on=day("2026-07-07")),
        [
            (
                '[W204] data/2025/rectifications.csv 第2行 「问题编号」: "2025-U01-001" 综采一队（'
                "u01）的问题还有 7 天到期，时限 2026-07-07"
                " → 请提醒责任单位"
            )
        ],
        id="due in a week",
    ),
    pytest.param(
        entry(ACCEPTED, status=None, closed_on=None, due_on=day("2026-06-30")),
        [
            (
                '[W204] data/2025/rectifications.csv 第2行 「问题编号」: "2025-U01-001" 综采一队（'
                "u01）的问题今天到期，时限 2026-06-30"
                " → 请提醒责任单位"
            )
        ],
        id="due today",
    ),
    pytest.param(
        entry(ACCEPTED, status=None, closed_on=None),
        [
            (
                '[W204] data/2025/rectifications.csv 第2行 「问题编号」: "2025-U01-001" 综采一队（'
                "u01）的问题亮红灯：逾期 61 天"
                " → 请督促整改"
            )
        ],
        id="overdue",
    ),
    pytest.param(
        year(
            leaders=(replace(LEADERS[0], name="申䶮木", portfolio="㛃䶮"), LEADERS[1]),
            reports=(),
            verifications=(),
        ),
        [
            (
                "[W205] data/2025/leaders.csv: 有2个字符不在 GBK 字库内：㛃、䶮"
                " → 网页会用后备字体显示，请核对字形；打印前请确认字体"
            )
        ],
        id="rare characters, once for each file",
    ),
)
FINE = (
    pytest.param(entry(ACCEPTED, status=None, closed_on=None, due_on=day("2026-07-08")), id="due later"),
    pytest.param(
        year(objections=(replace(OBJECTION, summary="䶮", result=ObjectionResult.FALSE),)),
        id="rare characters behind the door",
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
