"""等次、评优限制与同分次序 (domain.md 14 E107)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import BoardGrade, Component

from .builders import SCHEME, changed, d, said, scheme

FAULTS = (
    pytest.param(
        scheme(bars=replace(SCHEME.bars, party_least=BoardGrade.UNGRADED)),
        [
            (
                '[E107] data/2025/scheme.yml 第60行 「评优限制 › 党建下限」: "不定等次" '
                "方案的等次中没有这一等"
                " → 可填：优秀、良好、一般、较差"
            )
        ],
        id="bar by no grade",
    ),
    pytest.param(
        scheme(
            grades=(*SCHEME.grades[:2], replace(SCHEME.grades[3], below=d("80"))),
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第77行 「否决项 › 第1项 › 等次上限」: "一般" '
                "方案的等次中没有这一等"
                " → 可填：优秀、良好、较差"
            )
        ],
        id="veto to a grade nobody gets",
    ),
    pytest.param(
        scheme(
            grades=(SCHEME.grades[0], replace(SCHEME.grades[2], below=d("90")), SCHEME.grades[3]),
            bars=replace(SCHEME.bars, party_least=BoardGrade.FAIR),
        ),
        [
            (
                "[E107] data/2025/scheme.yml 「等次」: 缺少良好等次"
                " → 优秀名额已满的评为良好，两个等次都要有，请补上分数线"
            )
        ],
        id="no grade for a full quota",
    ),
    pytest.param(
        scheme(bars=replace(SCHEME.bars, competent_rate=d("0.6"), excellent_rate=d("0.9"))),
        [
            (
                '[E107] data/2025/scheme.yml 第60行 「评优限制 › 优秀率下限」: "90%" '
                "高于称职以上率下限 60%，称职以上率的限制不起作用"
                " → 优秀率不会高于称职以上率，请核对两个数是否填反"
            )
        ],
        id="bars the wrong way round",
    ),
    pytest.param(
        scheme(tie_order=(Component.PARTY, Component.BALLOT, Component.PARTY)),
        ['[E107] data/2025/scheme.yml 「同分次序 › 第3项」: "党建考核" 与第1项重复 → 请只保留一处'],
        id="compared twice",
    ),
    pytest.param(
        scheme(
            groups=changed(
                SCHEME.groups,
                0,
                weights={
                    Component.BALLOT: d("0.5"),
                    Component.SUPERIOR: d("0.25"),
                    Component.KPI: d("0.25"),
                },
            )
        ),
        [
            (
                '[E107] data/2025/scheme.yml 「同分次序 › 第1项」: "党建考核" '
                "各组别的权重中都没有这一项，比不出先后"
                " → 请删除，或核对各组别的权重"
            )
        ],
        id="compared by what nobody weighs",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected
