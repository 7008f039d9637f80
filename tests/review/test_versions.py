"""方案版本 (domain.md 14 E107)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables

from .builders import SCHEME, YEAR, day, said, scheme, with_past

FAULTS = (
    pytest.param(
        scheme(version=2, changed_on=day("2026-01-08")),
        [
            (
                "[E107] data/2025/scheme.yml 「变更原因」: 第 2 版缺少变更日期或原因"
                " → 请补上这一项，首版请把版本填 1"
            )
        ],
        id="change without a reason",
    ),
    pytest.param(
        scheme(changed_on=day("2026-01-08")),
        [
            (
                '[E107] data/2025/scheme.yml 「变更日期」: "2026-01-08" 第 1 版没有变更'
                " → 请删除这一项，或把版本加一"
            )
        ],
        id="first version changed",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


def test_the_indicator_system_only_moves_on() -> None:
    """A lower number than last year's was typed over an old copy."""
    before = replace(YEAR, year=2024, scheme=replace(SCHEME, major=2))
    told = [one for one in said(with_past(before)) if "体系版次" in one]
    assert told == [
        '[E107] data/2025/scheme.yml 「体系版次」: "1" 小于上年的 2 → 指标体系不变的与上年相同，改变的加一'
    ]
    same = replace(YEAR, year=2024, scheme=SCHEME)
    assert not [one for one in said(with_past(same)) if "体系版次" in one]


def test_a_changed_scheme_with_day_and_reason_is_whole() -> None:
    """Nothing to say."""
    assert said(scheme(version=2, changed_on=day("2026-01-08"), reason="指标归属明确")) == []
