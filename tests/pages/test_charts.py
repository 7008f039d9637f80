"""What charts say in words."""

from __future__ import annotations

from decimal import Decimal

from generator.pages.charts import Measure, Part, Point, Portrait, Stack, Trend
from generator.pages.marks import Mark


def test_a_portrait_tells_every_value_and_its_reference() -> None:
    """What is missing is said in words: a voice reads 「—」 as a dash."""
    rows = (
        Measure("政治建设", Decimal("92.5"), "92.50%", Decimal(91), "91.00%"),
        Measure("组织基础", None, "—", None, "—"),
    )
    assert Portrait("画像", "二号队", "同组中位数", rows).description == (
        "二号队：政治建设 92.50%，同组中位数 91.00%；组织基础 无数据，同组中位数 无数据。"
    )


def test_a_trend_tells_what_does_not_compare() -> None:
    """The break is said at the year it makes another."""
    points = (
        Point("2023", Decimal("87.53"), "87.53%"),
        Point("2024", None, "—"),
        Point("2025", Decimal("90.95"), "90.95%", breaks=True),
    )
    assert Trend("得分率", "口径不完全可比", points).description == (
        "2023年 87.53%；2024年 无数据；2025年 90.95%（口径不完全可比）。"
    )


def test_a_stack_tells_parts_and_total() -> None:
    """Empty parts too: nothing overdue is news."""
    parts = (Part(Mark("●", "已销号", "closed"), 31), Part(Mark("■", "逾期", "late"), 0))
    assert Stack("台账", "项", parts).description == "已销号 31 项；逾期 0 项；共 31 项。"
