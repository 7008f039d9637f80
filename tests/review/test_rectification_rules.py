"""整改的设置 (domain.md 14 E107)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import Light, RectificationKind

from .builders import SCHEME, said, scheme

RULES = SCHEME.rectification
FAULTS = (
    pytest.param(
        scheme(rectification=replace(RULES, days={RectificationKind.STAGED: 90})),
        [
            (
                "[E107] data/2025/scheme.yml 第84行 「整改规则 › 默认天数」: "
                "缺少立行立改、限期整改的默认天数"
                " → 请补上这些整改类型的天数"
            )
        ],
        id="days missing",
    ),
    pytest.param(
        scheme(
            rectification=replace(
                RULES, days={RectificationKind.IMMEDIATE: 60, RectificationKind.DEADLINE: 7}
            )
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第84行 「整改规则 › 默认天数 › 立行立改」: "60" '
                "长于限期整改的 7 天"
                " → 请核对两个天数是否填反"
            )
        ],
        id="days the wrong way round",
    ),
    pytest.param(
        scheme(rectification=replace(RULES, light_words={Light.AMBER: "预警", Light.RED: "预警"})),
        [
            (
                '[E107] data/2025/scheme.yml 第84行 「整改规则 › 灯的叫法 › 逾期」: "预警" '
                "与“临期”灯的叫法相同"
                " → 请换一个叫法，使各灯能够区分"
            )
        ],
        id="two lights by one word",
    ),
    pytest.param(
        scheme(rectification=replace(RULES, light_words={Light.GREEN: "待验收"})),
        [
            (
                '[E107] data/2025/scheme.yml 第84行 「整改规则 › 灯的叫法 › 正常」: "待验收" '
                "与“待验收”灯的叫法相同"
                " → 请换一个叫法，使各灯能够区分"
            )
        ],
        id="the usual word of another light",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


def test_lights_may_trade_their_words() -> None:
    """What a company calls 临期 is its own affair as long as no other light is called so."""
    words = {Light.AMBER: "逾期", Light.RED: "临期"}
    assert said(scheme(rectification=replace(RULES, light_words=words))) == []
