"""加减分与否决的设置 (domain.md 14 E107)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import CommendationLevel

from .builders import BONUS, SCHEME, changed, d, said, scheme, year, yml

FAULTS = (
    pytest.param(
        scheme(party_total_cap=d("95")),
        [
            (
                '[E107] data/2025/scheme.yml 「党建总分上限」: "95" 低于党建考核的满分 100'
                " → 请填不低于 100 的数，不设上限则删除这一项"
            )
        ],
        id="cap below full marks",
    ),
    pytest.param(
        scheme(bonus_cap=d("1.5")),
        [
            (
                '[E107] data/2025/scheme.yml 第67行 「加分项 › 第1项 › 分值」: "2" '
                "超过加分封顶 1.5，加不满"
                " → 请核对分值和加分封顶"
            )
        ],
        id="bonus above its cap",
    ),
    pytest.param(
        year(
            scheme=replace(SCHEME, bonuses=changed(SCHEME.bonuses, 0, points=d("0"))),
            adjustments=(replace(BONUS, points=None),),
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第67行 「加分项 › 第1项 › 分值」: "0" 加分为 0，不起作用'
                " → 请填大于 0 的数，或删除这一项"
            )
        ],
        id="bonus of nothing",
    ),
    pytest.param(
        scheme(penalties=changed(SCHEME.penalties, 0, least=d("0"), most=d("0"))),
        [
            (
                '[E107] data/2025/scheme.yml 第72行 「扣分项 › 第1项 › 最多扣分」: "0" 扣分为 0，不起作用'
                " → 请填大于 0 的数，或删除这一项"
            )
        ],
        id="penalty of nothing",
    ),
    pytest.param(
        scheme(
            penalties=(
                *SCHEME.penalties,
                replace(SCHEME.penalties[0], id="P2", origin=yml("scheme", 75, "扣分项 › 第2项")),
            )
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第75行 「扣分项 › 第2项 › 事项」: "通报批评" '
                "与编号“P1”的事项重复"
                " → 请只保留一处"
            )
        ],
        id="penalty under two numbers",
    ),
    pytest.param(
        scheme(
            bonuses=(
                *SCHEME.bonuses,
                replace(SCHEME.bonuses[0], id="B2", origin=yml("scheme", 70, "加分项 › 第2项")),
            )
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第70行 「加分项 › 第2项 › 事项」: "集团级荣誉" '
                "与编号“B1”的事项重复"
                " → 请只保留一处"
            )
        ],
        id="bonus twice on one level",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


def test_one_item_on_two_levels_is_no_repetition() -> None:
    """The same honour counts more from higher up."""
    higher = replace(SCHEME.bonuses[0], id="B2", level=CommendationLevel.PROVINCE, points=d("3"))
    assert said(scheme(bonuses=(*SCHEME.bonuses, higher))) == []


def test_no_cap_is_no_low_cap() -> None:
    """Leaving it out means there is none."""
    assert said(scheme(party_total_cap=None)) == []
