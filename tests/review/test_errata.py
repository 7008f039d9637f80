"""更正 (domain.md 10.4, E126)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model.tables import Tables
from generator.model.terms import CycleStatus

from .builders import CYCLE, ERRATA, ERRATUM, day, said, year, yml


def erratum(**changes: Any) -> Tables:
    """The data folder with a changed erratum."""
    return year(errata=replace(ERRATA, errata=(replace(ERRATUM, **changes),)))


FAULTS = (
    pytest.param(
        erratum(date=day("2026-02-09")),
        [
            (
                '[E126] data/2025/errata.yml 第2行 「更正 › 第1项 › 日期」: "2026-02-09" 早于审定日期 '
                "2026-02-10"
                " → 更正是公布以后的改动，请核对日期"
            )
        ],
        id="before the decision",
    ),
    pytest.param(
        erratum(date=day("2026-07-01")),
        [
            (
                '[E126] data/2025/errata.yml 第2行 「更正 › 第1项 › 日期」: "2026-07-01" 晚于数据截至 '
                "2026-06-30"
                " → 请核对日期，或更新数据截至"
            )
        ],
        id="in the future",
    ),
    pytest.param(
        erratum(new="38"),
        [
            (
                '[E126] data/2025/errata.yml 第2行 「更正 › 第1项 › 新内容」: "38" 与原内容相同'
                " → 请写明更正后的内容"
            )
        ],
        id="changes nothing",
    ),
    pytest.param(
        year(
            cycle=replace(CYCLE, decided_on=None, decision_doc=None, status=CycleStatus.DECIDING),
            decisions=(),
            commendations=(),
        ),
        [
            (
                '[E126] data/2025/errata.yml 第2行 「更正 › 第1项 › 日期」: "2026-03-20" '
                "考核结果还没有审定，不需要更正"
                " → 请直接改正数据，并删除这条更正"
            )
        ],
        id="nothing is decided",
    ),
    pytest.param(
        year(
            errata=replace(
                ERRATA,
                errata=(
                    ERRATUM,
                    replace(ERRATUM, date=day("2026-03-19"), origin=yml("errata", 9, "更正 › 第2项")),
                ),
            )
        ),
        [
            (
                '[E126] data/2025/errata.yml 第9行 「更正 › 第2项 › 日期」: "2026-03-19" '
                "早于上一条更正 2026-03-20"
                " → 更正只在末尾增加，请按日期先后排列"
            )
        ],
        id="out of order",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected
