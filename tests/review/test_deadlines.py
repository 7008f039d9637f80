"""整改时限 (domain.md 9.3, 14 E125)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import RectificationEventType, RectificationStatus

from .builders import (
    ACCEPTED,
    CLOSED,
    SCHEME,
    SUBMITTED,
    WORKDAYS,
    day,
    entry,
    event,
    folder,
    said,
    year,
)

LATER = day("2026-05-31")


def extended(
    on: str = "2026-04-20",
    text: str = "供货商停产检修，设备要到5月中旬才能到货安装",
    new_due: dt.date = LATER,
) -> Tables:
    """The data folder with an extension applied for and approved."""
    return entry(
        ACCEPTED,
        event(2, on, RectificationEventType.EXTEND_APPLY, text=text, new_due=new_due),
        event(
            3, "2026-04-28", RectificationEventType.EXTEND_APPROVE, new_due=new_due, approver="党建工作部部长"
        ),
        replace(SUBMITTED, seq=4, date=day("2026-05-20"), done_on=day("2026-05-19")),
        replace(CLOSED, seq=5, date=day("2026-05-25")),
        status=None,
        closed_on=None,
    )


FAULTS = (
    pytest.param(
        entry(due_on=day("2026-02-01")),
        [
            (
                '[E125] data/2025/rectifications.csv 第2行 「整改时限」: "2026-02-01" 早于登记日期 '
                "2026-02-02"
                " → 请核对登记日期和整改时限"
            )
        ],
        id="due before registration",
    ),
    pytest.param(
        entry(ACCEPTED, replace(SUBMITTED, done_on=day("2026-02-01")), CLOSED),
        [
            (
                '[E125] data/2025/rectification_events.csv 第3行 「完成日期」: "2026-02-01" '
                "不在登记日期 2026-02-02 和事件日期 2026-04-10 之间"
                " → 请核对完成日期"
            )
        ],
        id="done before registration",
    ),
    pytest.param(
        entry(ACCEPTED, replace(SUBMITTED, done_on=day("2026-04-11")), CLOSED),
        [
            (
                '[E125] data/2025/rectification_events.csv 第3行 「完成日期」: "2026-04-11" '
                "不在登记日期 2026-02-02 和事件日期 2026-04-10 之间"
                " → 请核对完成日期"
            )
        ],
        id="done after it was submitted",
    ),
    pytest.param(
        entry(ACCEPTED, SUBMITTED, replace(CLOSED, verified_by=("党建工作部", "党建工作部"))),
        [
            (
                '[E125] data/2025/rectification_events.csv 第4行 「验收人」: "党建工作部；党建工作部" '
                "验收人不足两人"
                " → 请填写两个以上的验收人"
            )
        ],
        id="one verifier",
    ),
    pytest.param(
        entry(ACCEPTED, SUBMITTED, replace(CLOSED, verified_by=("党建工作部", "党总支书记"))),
        [
            (
                '[E125] data/2025/rectification_events.csv 第4行 「事件」: "销号" 2025-U01-001 '
                "「销号」的验收人是责任人"
                " → 请由责任人以外的人验收"
            )
        ],
        id="the owner verifies",
    ),
    pytest.param(
        extended(on="2026-04-27", text="工期紧"),
        [
            (
                '[E125] data/2025/rectification_events.csv 第3行 「内容」: "工期紧" 延期理由只有3个字，'
                "应不少于20个字"
                " → 请写明不能按期完成的原因"
            ),
            (
                '[E125] data/2025/rectification_events.csv 第3行 「日期」: "2026-04-27" 离现行时限 '
                "2026-04-30 只有3个工作日，应提前5个工作日申请"
                " → 请核对申请日期和工作日历"
            ),
        ],
        id="extension without reason, too late",
    ),
    pytest.param(
        year(
            scheme=replace(SCHEME, rectification=replace(SCHEME.rectification, extensions_most=0)),
            rectifications=extended().years[0].rectifications,
            rectification_events=extended().years[0].rectification_events,
        ),
        [
            (
                '[E125] data/2025/rectification_events.csv 第4行 「事件」: "批准延期" 2025-U01-001 '
                "「批准延期」超过最多延期次数"
                " → 请按方案核对延期次数"
            )
        ],
        id="extensions above the limit",
    ),
    pytest.param(
        folder(workdays=replace(WORKDAYS, years={2025: WORKDAYS.years[2025]}), years=extended().years),
        [
            (
                "[E123] data/workdays.yml 「年份」: 缺少2026年，无法计算工作日"
                " → 请补充2026年的放假日和调休上班日"
            )
        ],
        id="year missing in the calendar",
    ),
    pytest.param(
        folder(
            workdays=replace(WORKDAYS, years={2025: WORKDAYS.years[2025]}),
            years=tuple(
                replace(one, commendations=())
                for one in entry(
                    ACCEPTED, SUBMITTED, status=RectificationStatus.PENDING, closed_on=None
                ).years
            ),
        ),
        [
            (
                "[E123] data/workdays.yml 「年份」: 缺少2026年，无法计算工作日"
                " → 请补充2026年的放假日和调休上班日"
            )
        ],
        id="year missing while a problem waits for its verification",
    ),
)
FINE = (pytest.param(extended(), id="extension in time"),)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


@pytest.mark.parametrize("tables", FINE)
def test_accepts(tables: Tables) -> None:
    """What looks like a fault and is none brings no problem."""
    assert said(tables) == []
