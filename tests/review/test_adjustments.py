"""构成得分、加减分与否决 (domain.md 6.3, 7.1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables, YearTables
from generator.model.terms import BoardGrade, Component

from .builders import (
    BONUS,
    COMPONENTS,
    DECISIONS,
    PENALTY,
    PERSON_DECISION,
    VETO,
    d,
    profile,
    row,
    said,
    with_past,
    year,
)

PAST = YearTables(2024)
FAIR_U02 = (DECISIONS[0], replace(DECISIONS[1], grade=BoardGrade.FAIR), PERSON_DECISION)


FAULTS = (
    pytest.param(
        year(
            components=(
                *COMPONENTS,
                replace(COMPONENTS[0], component=Component.PARTY, origin=row("components", 6)),
            )
        ),
        [
            (
                '[E129] data/2025/components.csv 第6行 「构成」: "党建考核" “党建考核”由系统计算，不录入'
                " → 请删除这一行"
            )
        ],
        id="computed component typed in",
    ),
    pytest.param(
        year(components=COMPONENTS[1:]),
        [
            (
                "[E129] data/2025/components.csv 「构成」: 综采一队（u01）缺少上级评价的得分"
                " → 请补上得分，或核对考核周期的状态"
            )
        ],
        id="component missing",
    ),
    pytest.param(
        year(adjustments=(replace(BONUS, points=d("3")),)),
        [
            (
                '[E129] data/2025/adjustments.csv 第2行 「分值」: "3" 与方案不符，“集团级荣誉”加 2 分'
                " → 请核对分值和方案项目"
            )
        ],
        id="bonus unlike the scheme",
    ),
    pytest.param(
        year(adjustments=(replace(BONUS, effect=BoardGrade.FAIR),)),
        [
            (
                '[E129] data/2025/adjustments.csv 第2行 「等次上限」: "一般" 加分不填等次上限'
                " → 请删除，或核对类别"
            )
        ],
        id="bonus with a ceiling",
    ),
    pytest.param(
        year(adjustments=(replace(PENALTY, points=d("1")),)),
        [
            (
                '[E129] data/2025/adjustments.csv 第2行 「分值」: "1" 超出方案的范围，“通报批评”扣 3 '
                "至 5 分"
                " → 请核对分值和方案项目"
            )
        ],
        id="penalty outside its range",
    ),
    pytest.param(
        year(adjustments=(replace(PENALTY, points=None),)),
        [
            (
                "[E129] data/2025/adjustments.csv 第2行 「分值」: 缺少分值，“通报批评”扣 3 至 5 分"
                " → 请填写认定的扣分"
            )
        ],
        id="penalty without points",
    ),
    pytest.param(
        year(adjustments=(replace(VETO, points=d("5")),), decisions=FAIR_U02),
        ['[E129] data/2025/adjustments.csv 第2行 「分值」: "5" 否决不填分值 → 请删除，或核对类别'],
        id="veto with points",
    ),
    pytest.param(
        year(adjustments=(replace(VETO, effect=BoardGrade.GOOD),)),
        [
            (
                '[E129] data/2025/adjustments.csv 第2行 「等次上限」: "良好" 高于方案规定的等次上限“一般”'
                " → 请核对等次上限和方案项目"
            )
        ],
        id="veto milder than the scheme",
    ),
    pytest.param(
        year(adjustments=(VETO, replace(VETO, id="J-4", origin=row("adjustments", 3))), decisions=FAIR_U02),
        [
            (
                '[E129] data/2025/adjustments.csv 第3行 「适用年度」: "2025" 同一事件已在 '
                "data/2025/adjustments.csv 第2行否决一次"
                " → 一件事只执行一次，请核对适用年度"
            )
        ],
        id="one event vetoes twice",
    ),
    pytest.param(
        with_past(PAST, adjustments=(replace(VETO, year_applied=2024),)),
        [
            (
                '[E129] data/2025/adjustments.csv 第2行 「适用年度」: "2024" '
                "2024年的加减分与否决中没有这件事，否决不会执行"
                " → 请把这件事也登记到适用年度的表中，或核对适用年度"
            )
        ],
        id="veto that is never applied",
    ),
)
FINE = (
    pytest.param(
        year(
            adjustments=(replace(VETO, effect=BoardGrade.POOR),),
            decisions=(DECISIONS[0], replace(DECISIONS[1], grade=BoardGrade.POOR), PERSON_DECISION),
        ),
        id="milder than nothing: the lowest grade",
    ),
    pytest.param(
        with_past(
            replace(PAST, profiles=(profile(2),), adjustments=(replace(VETO, year_applied=2025),)),
            adjustments=(VETO,),
            decisions=FAIR_U02,
        ),
        id="filed in one year, applied in the next",
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
