"""通报表彰 (domain.md 8.2, 14 E123)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model.tables import Tables
from generator.model.terms import (
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    CycleStatus,
    ObjectionResult,
    RecipientKind,
)

from .builders import (
    COMMENDATION,
    CYCLE,
    OBJECTION,
    WORKDAYS,
    YEAR,
    day,
    folder,
    row,
    said,
    year,
)

HOLIDAY = replace(WORKDAYS, years={2026: replace(WORKDAYS.years[2026], holidays=(day("2026-03-03"),))})
"""3 March 2026 is a holiday."""


def award(**changes: Any) -> Tables:
    """The data folder with a changed commendation."""
    return year(commendations=(replace(COMMENDATION, **changes),))


FAULTS = (
    pytest.param(
        year(
            cycle=replace(CYCLE, decided_on=None, decision_doc=None, status=CycleStatus.DECIDING),
            decisions=(),
            errata=None,
        ),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「状态」: "已表彰" 考核结果还没有审定，不得表彰'
                " → 请在考核周期中填写审定日期，或核对状态"
            )
        ],
        id="commended before the decision",
    ),
    pytest.param(
        award(notice_from=None, notice_to=None, doc_no=None, date=None),
        [
            (
                "[E123] data/2025/commendations.csv 第2行 「公示开始」: 状态是“已表彰”，缺少公示开始"
                " → 请填写公示开始，或核对状态"
            ),
            (
                "[E123] data/2025/commendations.csv 第2行 「公示结束」: 状态是“已表彰”，缺少公示结束"
                " → 请填写公示结束，或核对状态"
            ),
            (
                "[E123] data/2025/commendations.csv 第2行 「表彰文号」: 状态是“已表彰”，缺少表彰文号"
                " → 请填写表彰文号，或核对状态"
            ),
            (
                "[E123] data/2025/commendations.csv 第2行 「表彰日期」: 状态是“已表彰”，缺少表彰日期"
                " → 请填写表彰日期，或核对状态"
            ),
        ],
        id="commended without notice, document and date",
    ),
    pytest.param(
        award(status=CommendationStatus.IN_NOTICE, contact_dept=None, phone=None, date=None),
        [
            (
                "[E123] data/2025/commendations.csv 第2行 「受理电话」: 状态是“公示中”，缺少受理电话"
                " → 请填写受理电话，或核对状态"
            ),
            (
                "[E123] data/2025/commendations.csv 第2行 「受理部门」: 状态是“公示中”，缺少受理部门"
                " → 请填写受理部门，或核对状态"
            ),
        ],
        id="notice without anybody to turn to",
    ),
    pytest.param(
        award(status=CommendationStatus.REVOKED, revoked_on=day("2026-04-01")),
        [
            (
                "[E123] data/2025/commendations.csv 第2行 「撤销原因」: 状态是“撤销”，缺少撤销原因"
                " → 请填写撤销原因，或核对状态"
            )
        ],
        id="revoked without a reason",
    ),
    pytest.param(
        award(revoked_on=day("2026-04-01")),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「撤销日期」: "2026-04-01" 已有撤销日期，'
                "状态是“已表彰”"
                " → 请把状态改为“撤销”，或删除撤销日期"
            )
        ],
        id="revocation date without revocation",
    ),
    pytest.param(
        award(status=CommendationStatus.REVOKED, revoked_on=day("2026-03-01"), revoke_reason="弄虚作假"),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「撤销日期」: "2026-03-01" 早于表彰日期 '
                "2026-03-09"
                " → 请核对撤销日期"
            )
        ],
        id="revoked before it was given",
    ),
    pytest.param(
        award(recipient_kind=RecipientKind.CASE, type=CommendationType.INNOVATION_CASE),
        [
            (
                "[E123] data/2025/commendations.csv 第2行 「案例编号」: 表彰对象是案例，缺少案例编号"
                " → 请填写典型案例的编号"
            )
        ],
        id="case without a number",
    ),
    pytest.param(
        award(notice_to=day("2026-03-01")),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「公示结束」: "2026-03-01" 早于公示开始 '
                "2026-03-02"
                " → 请核对公示起止日期"
            )
        ],
        id="notice ends before it begins",
    ),
    pytest.param(
        award(notice_to=day("2026-03-05")),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「公示结束」: "2026-03-05" '
                "公示不足5个工作日，自 2026-03-02 起应到 2026-03-06"
                " → 请核对公示起止日期和工作日历"
            )
        ],
        id="notice of four working days",
    ),
    pytest.param(
        award(date=day("2026-03-06")),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「表彰日期」: "2026-03-06" 公示到 2026-03-06 '
                "才结束，不得提前表彰"
                " → 请核对表彰日期和公示结束日期"
            )
        ],
        id="commended on the last day of the notice",
    ),
    pytest.param(
        award(
            status=CommendationStatus.NOTICE_ENDED,
            notice_from=day("2026-06-24"),
            notice_to=day("2026-06-30"),
            date=None,
        ),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「公示结束」: "2026-06-30" 数据截至 '
                "2026-06-30，公示还没有结束"
                " → 请把状态改为“公示中”，或更新数据截至"
            )
        ],
        id="ended though it still runs",
    ),
    pytest.param(
        award(date=day("2026-07-01")),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「表彰日期」: "2026-07-01" 晚于数据截至 '
                "2026-06-30"
                " → 请核对表彰日期，或更新数据截至"
            )
        ],
        id="commended in the future",
    ),
    pytest.param(
        folder(
            workdays=None,
            years=(
                replace(
                    YEAR,
                    commendations=(
                        COMMENDATION,
                        replace(COMMENDATION, id="C-2025-002", order=2, origin=row("commendations", 3)),
                    ),
                ),
            ),
        ),
        [
            (
                "[E123] data/workdays.yml 「年份」: 缺少2026年，无法计算工作日"
                " → 请补充2026年的放假日和调休上班日"
            )
        ],
        id="year missing in the calendar, once",
    ),
    pytest.param(
        year(objections=(OBJECTION,)),
        [
            (
                "[E123] data/2025/restricted/objections.csv 第2行 「结论」: "
                "所指的表彰已公示结束或已表彰，异议却没有查否"
                " → 请把表彰状态改为“有异议待查”或“撤销”，或核对异议结论"
            )
        ],
        id="objection open, value shown nowhere",
    ),
    pytest.param(
        year(
            commendations=(
                COMMENDATION,
                replace(COMMENDATION, id="C-2025-002", origin=row("commendations", 3)),
            )
        ),
        [
            (
                '[E123] data/2025/commendations.csv 第3行 「排序」: "1" 与第2行的排序重复'
                " → 同一批次同一类别的排序不能重复，请核对"
            )
        ],
        id="order twice",
    ),
)
FINE = (
    pytest.param(
        folder(workdays=HOLIDAY, years=award(notice_to=day("2026-03-09"), date=day("2026-03-10")).years),
        id="five working days over a holiday",
    ),
    pytest.param(
        award(level=CommendationLevel.CORPORATION, notice_from=None, notice_to=None),
        id="an award of the corporation needs no notice of ours",
    ),
    pytest.param(
        year(objections=(replace(OBJECTION, result=ObjectionResult.FALSE),)), id="an objection found false"
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
