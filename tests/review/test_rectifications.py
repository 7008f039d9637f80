"""整改台账 (domain.md 9, 14 E109)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables, YearTables
from generator.model.terms import RectificationEventType, RectificationStatus, UnitEventType
from generator.problems import Place

from .builders import (
    ACCEPTED,
    CLOSED,
    ENTRY,
    EVENTS,
    SUBMITTED,
    UNIT_EVENT,
    UNITS,
    changed,
    day,
    entry,
    event,
    folder,
    profile,
    said,
    with_past,
)

PAST = YearTables(2024)


FAULTS = (
    pytest.param(
        entry(*[replace(one, id="2024-U01-001") for one in EVENTS], id="2024-U01-001"),
        [
            (
                '[E109] data/2025/rectifications.csv 第2行 「问题编号」: "2024-U01-001" '
                "编号的年度与文件夹的年度 2025 不一致"
                " → 请核对问题编号；往年的问题留在往年的台账中"
            )
        ],
        id="number of another year",
    ),
    pytest.param(
        entry(*[replace(one, id="2025-U02-001") for one in EVENTS], id="2025-U02-001"),
        [
            (
                '[E109] data/2025/rectifications.csv 第2行 「问题编号」: "2025-U02-001" '
                "编号中的单位与责任单位 u01 不一致"
                " → 请核对；因合并转来的问题编号不变，在“原责任单位”中填原来的单位"
            )
        ],
        id="number of another unit",
    ),
    pytest.param(
        with_past(
            replace(
                PAST,
                profiles=(profile(1),),
                rectifications=(
                    replace(
                        ENTRY,
                        problem="上年发现的一个完全不一样的情况",
                        source_ref=None,
                        origin=Place("data/2024/rectifications.csv", 7),
                    ),
                ),
            )
        ),
        [
            (
                '[E109] data/2024/rectifications.csv 第7行 「问题编号」: "2025-U01-001" '
                "编号的年度与文件夹的年度 2024 不一致"
                " → 请核对问题编号；往年的问题留在往年的台账中"
            ),
            (
                '[E109] data/2025/rectifications.csv 第2行 「问题编号」: "2025-U01-001" 与 '
                "data/2024/rectifications.csv 第7行的编号重复"
                " → 问题编号永久不重复使用，请改用新编号"
            ),
        ],
        id="number of two years",
    ),
    pytest.param(
        entry(ACCEPTED, replace(SUBMITTED, seq=3), replace(CLOSED, seq=4)),
        [
            (
                '[E109] data/2025/rectification_events.csv 第3行 「事件序号」: "3" 事件序号不连续，'
                "2025-U01-001 的这件事应为第 2 件"
                " → 事件从 1 起逐件编号，只增加不删除，请补上缺少的事件"
            )
        ],
        id="event missing",
    ),
    pytest.param(
        entry(
            ACCEPTED,
            event(2, "2026-03-10", RectificationEventType.PROGRESS),
            event(3, "2026-03-01", RectificationEventType.NOTICE),
            replace(SUBMITTED, seq=4),
            replace(CLOSED, seq=5),
        ),
        [
            (
                '[E109] data/2025/rectification_events.csv 第4行 「日期」: "2026-03-01" 早于上一事件（'
                "序号 2）的日期 2026-03-10"
                " → 请核对事件的日期和次序"
            )
        ],
        id="events out of time",
    ),
    pytest.param(
        entry(
            ACCEPTED,
            SUBMITTED,
            replace(CLOSED, date=day("2026-07-02")),
            status=RectificationStatus.PENDING,
            closed_on=None,
        ),
        [
            (
                '[E109] data/2025/rectification_events.csv 第4行 「日期」: "2026-07-02" 晚于数据截至 '
                "2026-06-30，状态和统计不含这件事"
                " → 请核对日期，或更新考核周期的数据截至"
            )
        ],
        id="event in the future",
    ),
    pytest.param(
        entry(replace(ACCEPTED, date=day("2026-02-01")), SUBMITTED, CLOSED, status=None, closed_on=None),
        [
            (
                '[E109] data/2025/rectification_events.csv 第2行 「事件」: "认领" 2025-U01-001 '
                "事件日期早于登记日期"
                " → 请核对事件日期和登记日期"
            )
        ],
        id="one fault, then what follows from it",
    ),
    pytest.param(
        entry(
            ACCEPTED,
            replace(SUBMITTED, evidence=()),
            status=RectificationStatus.RECTIFYING,
            closed_on=None,
            due_on=day("2026-12-31"),
        ),
        [
            (
                '[E109] data/2025/rectification_events.csv 第3行 「事件」: "提交验收" 2025-U01-001 '
                "「提交验收」缺少佐证材料"
                " → 请至少填写一件佐证材料"
            )
        ],
        id="submitted without evidence",
    ),
    pytest.param(
        entry(ACCEPTED, SUBMITTED, replace(CLOSED, approver=None)),
        [
            (
                '[E109] data/2025/rectification_events.csv 第4行 「事件」: "销号" 2025-U01-001 '
                "「销号」缺少审批"
                " → 请填写批准的部门或职务"
            )
        ],
        id="closed without approval",
    ),
    pytest.param(
        entry(ACCEPTED, SUBMITTED, closed_on=None),
        [
            (
                '[E109] data/2025/rectifications.csv 第2行 「销号状态」: "已销号" '
                "按台账事件应为“待验收”，与填写的状态不一致"
                " → 请补记台账事件，或更正状态"
            )
        ],
        id="status unlike the events",
    ),
    pytest.param(
        entry(closed_on=day("2026-04-21")),
        [
            (
                '[E109] data/2025/rectifications.csv 第2行 「销号日期」: "2026-04-21" 按台账事件是 '
                "2026-04-20，与填写的日期不一致"
                " → 请补记台账事件，或更正销号日期"
            )
        ],
        id="closed on unlike the events",
    ),
    pytest.param(
        entry(closed_on=None),
        [
            (
                "[E109] data/2025/rectifications.csv 第2行 「销号日期」: 状态是“已销号”，缺少销号日期"
                " → 请填写 2026-04-20"
            )
        ],
        id="closed without its day",
    ),
    pytest.param(
        entry(ACCEPTED, SUBMITTED, status=None),
        [
            (
                '[E109] data/2025/rectifications.csv 第2行 「销号日期」: "2026-04-20" '
                "按台账事件还没有销号，与填写的日期不一致"
                " → 请补记台账事件，或更正销号日期"
            )
        ],
        id="closed on, though open",
    ),
    pytest.param(
        folder(
            units=changed(UNITS, 0, closed_on=day("2026-05-31")),
            unit_events=(
                replace(
                    UNIT_EVENT,
                    type=UnitEventType.MERGE,
                    from_ids=("u01",),
                    to_ids=("u02",),
                    date=day("2026-06-01"),
                ),
            ),
            years=entry(ACCEPTED, SUBMITTED, status=None, closed_on=None).years,
        ),
        [
            (
                '[E101] data/2025/rectifications.csv 第2行 「责任单位」: "u01" 综采一队（u01）已于 '
                "2026-05-31 撤并，问题还是“待验收”"
                " → 请把责任单位改为掘进二队（u02），原责任单位填 u01"
            )
        ],
        id="open problem of a dissolved unit",
    ),
    pytest.param(
        entry(
            ACCEPTED,
            event(2, "2026-03-01", RectificationEventType.MERGE, merged_into="2025-U01-044"),
            status=None,
            closed_on=None,
        ),
        [
            (
                '[E101] data/2025/rectification_events.csv 第3行 「并入问题」: "2025-U01-044" '
                "整改台账中没有这个编号"
                " → 是否应为“2025-U01-001”？如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除"
            )
        ],
        id="merged into nothing",
    ),
)
FINE = (
    pytest.param(entry(status=None, closed_on=None), id="nothing typed"),
    pytest.param(
        entry(*[replace(one, id="2025-U02-001") for one in EVENTS], id="2025-U02-001", unit_from="u02"),
        id="taken over from a merged unit",
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
