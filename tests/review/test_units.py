"""单位 (domain.md 10.3, E101, E127)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import BoardGrade, UnitEventType
from generator.model.units import UnitName
from generator.problems import Place

from .builders import (
    DECISIONS,
    PERSON_DECISION,
    UNIT_ALIAS,
    UNIT_EVENT,
    UNIT_NAMES,
    UNITS,
    changed,
    day,
    folder,
    profile,
    said,
    year,
)


def renamed(given_up: dt.date | None) -> tuple[UnitName, ...]:
    """u02 took its present name on 1 January 2020 and gave up the old one on a day."""
    old = replace(UNIT_NAMES[1], name="开拓二队", short_name="开拓二队", valid_to=given_up)
    new = replace(UNIT_NAMES[1], valid_from=day("2020-01-01"), origin=Place("data/unit_names.csv", 4))
    return (UNIT_NAMES[0], old, new)


FAULTS = (
    pytest.param(
        folder(
            unit_names=(
                *UNIT_NAMES,
                replace(
                    UNIT_NAMES[0],
                    unit_id="u11",
                    name="新队",
                    short_name="新队",
                    origin=Place("data/unit_names.csv", 4),
                ),
            )
        ),
        [('[E101] data/unit_names.csv 第4行 「单位编号」: "u11" 单位表中没有编号 u11 → 是否应为“u01”？')],
        id="name of an unknown unit",
    ),
    pytest.param(
        folder(unit_events=(replace(UNIT_EVENT, type=UnitEventType.NEW, from_ids=(), to_ids=("x9",)),)),
        [
            (
                '[E101] data/unit_events.csv 第2行 「现单位」: "x9" 单位表中没有编号 x9'
                " → 请核对编号，或在单位表中补上该单位"
            )
        ],
        id="change of an unknown unit",
    ),
    pytest.param(
        folder(unit_aliases=(replace(UNIT_ALIAS, unit_id="k9"),)),
        [
            (
                '[E101] data/unit_aliases.csv 第2行 「单位编号」: "k9" 单位表中没有编号 k9'
                " → 请核对编号，或在单位表中补上该单位"
            )
        ],
        id="alias of an unknown unit",
    ),
    pytest.param(
        folder(unit_aliases=(replace(UNIT_ALIAS, alias="掘进二队"),)),
        [
            (
                '[E101] data/unit_aliases.csv 第2行 「别名」: "掘进二队" 是另一单位掘进二队（'
                "u02）的名称，指向不明"
                " → 请删除这个别名"
            )
        ],
        id="alias is the name of another unit",
    ),
    pytest.param(
        folder(unit_aliases=(replace(UNIT_ALIAS, alias="综采一队"),)),
        [
            (
                '[E101] data/unit_aliases.csv 第2行 「别名」: "综采一队" 就是该单位的名称，不必另列别名'
                " → 可以删除这一行"
            )
        ],
        id="alias is its own name",
    ),
    pytest.param(
        folder(unit_names=changed(UNIT_NAMES, 1, name="综采一队")),
        [
            (
                '[E127] data/unit_names.csv 第3行 「全称」: "综采一队" 与综采一队（u01）同时使用同一名称'
                " → 两个单位的名称应能区分，请核对"
            )
        ],
        id="two units of one name",
    ),
    pytest.param(
        folder(units=changed(UNITS, 1, opened_on=day("2016-01-01"), closed_on=day("2015-12-31")), years=()),
        [
            (
                '[E127] data/units.csv 第3行 「撤销日期」: "2015-12-31" 早于设立日期 2016-01-01'
                " → 请核对设立日期和撤销日期"
            )
        ],
        id="closed before opened",
    ),
    pytest.param(
        folder(unit_names=changed(UNIT_NAMES, 1, valid_to=day("2014-12-31"))),
        [
            (
                '[E127] data/unit_names.csv 第3行 「停用日期」: "2014-12-31" 早于启用日期 2015-01-01'
                " → 请核对启用日期和停用日期"
            )
        ],
        id="name ends before it begins",
    ),
    pytest.param(
        folder(unit_names=UNIT_NAMES[:1]),
        [
            (
                '[E127] data/units.csv 第3行 「单位编号」: "u02" 单位名称中没有该单位'
                " → 请在单位名称表中补上它的名称"
            )
        ],
        id="unit without a name",
    ),
    pytest.param(
        folder(unit_names=changed(UNIT_NAMES, 1, valid_from=day("2016-01-01"))),
        [
            (
                '[E127] data/unit_names.csv 第3行 「启用日期」: "2016-01-01" 晚于单位设立日期 '
                "2015-01-01，其间没有名称"
                " → 请核对启用日期，或补上更早的名称"
            )
        ],
        id="name later than the unit",
    ),
    pytest.param(
        folder(unit_names=renamed(None)),
        [
            (
                "[E127] data/unit_names.csv 第3行 「停用日期」: 与下一名称“掘进二队”的启用日期 "
                "2020-01-01 重叠"
                " → 请填 2019-12-31"
            )
        ],
        id="names overlap",
    ),
    pytest.param(
        folder(unit_names=renamed(day("2019-12-30"))),
        [
            (
                '[E127] data/unit_names.csv 第3行 「停用日期」: "2019-12-30" 下一名称“掘进二队”自 '
                "2020-01-01 启用，其间没有名称"
                " → 请填 2019-12-31，或补上其间的名称"
            )
        ],
        id="names leave a gap",
    ),
    pytest.param(
        folder(unit_names=changed(UNIT_NAMES, 1, valid_to=day("2025-12-31"))),
        [
            (
                '[E127] data/unit_names.csv 第3行 「停用日期」: "2025-12-31" 单位没有撤销，'
                "最后的名称却已停用"
                " → 请删除停用日期，或补上新名称、单位的撤销日期"
            )
        ],
        id="last name given up",
    ),
    pytest.param(
        folder(
            units=changed(UNITS, 1, closed_on=day("2026-01-31")),
            unit_names=changed(UNIT_NAMES, 1, valid_to=day("2025-12-31")),
            unit_events=(UNIT_EVENT,),
        ),
        [
            (
                '[E127] data/unit_names.csv 第3行 「停用日期」: "2025-12-31" 单位到 2026-01-31 才撤销，'
                "其间没有名称"
                " → 请核对停用日期和单位的撤销日期"
            )
        ],
        id="last name given up before the unit",
    ),
    pytest.param(
        folder(unit_events=(UNIT_EVENT,)),
        [
            (
                '[E127] data/unit_events.csv 第2行 「原单位」: "u02" 掘进二队（u02）已撤销，'
                "单位表中没有撤销日期"
                " → 请在单位表中填写撤销日期 2026-01-31"
            )
        ],
        id="dissolved but open",
    ),
    pytest.param(
        folder(units=changed(UNITS, 1, closed_on=day("2026-03-31")), unit_events=(UNIT_EVENT,)),
        [
            (
                '[E127] data/unit_events.csv 第2行 「日期」: "2026-01-31" 掘进二队（u02）的撤销日期 '
                "2026-03-31 晚于这件事"
                " → 请核对日期和单位的撤销日期"
            )
        ],
        id="closed after the change",
    ),
    pytest.param(
        folder(
            unit_events=(
                replace(
                    UNIT_EVENT, date=day("2014-01-01"), type=UnitEventType.NEW, from_ids=(), to_ids=("u02",)
                ),
            )
        ),
        [
            (
                '[E127] data/unit_events.csv 第2行 「日期」: "2014-01-01" 掘进二队（u02）的设立日期 '
                "2015-01-01 晚于这件事"
                " → 请核对日期和单位的设立日期"
            )
        ],
        id="opened after the change",
    ),
    pytest.param(
        folder(
            unit_events=(replace(UNIT_EVENT, type=UnitEventType.RENAME, from_ids=("u01",), to_ids=("u02",)),)
        ),
        [
            (
                '[E127] data/unit_events.csv 第2行 「事项」: "更名" 更名前后是同一个单位'
                " → 请核对原单位和现单位；编号不变的单位两边都填"
            )
        ],
        id="rename of two units",
    ),
    pytest.param(
        folder(
            units=changed(UNITS, 1, closed_on=day("2026-01-31")),
            unit_events=(replace(UNIT_EVENT, type=UnitEventType.RENAME, from_ids=("u01",), to_ids=("u01",)),),
        ),
        [
            (
                '[E127] data/units.csv 第3行 「撤销日期」: "2026-01-31" 单位已撤销，'
                "单位沿革中没有合并、拆分或撤销"
                " → 请在单位沿革中补上这件事"
            )
        ],
        id="closed without a change",
    ),
    pytest.param(
        folder(units=changed(UNITS, 1, opened_on=day("2026-01-01"))),
        [
            (
                '[E127] data/2025/profiles.csv 第3行 「单位编号」: "u02" 该单位存续期是 2026-01-01 '
                "至今，不在2025年"
                " → 请核对单位编号，或单位的设立、撤销日期"
            )
        ],
        id="assessed before it was opened",
    ),
    pytest.param(
        year(
            profiles=(replace(profile(1), group="辅助单位"), profile(2)),
            decisions=(replace(DECISIONS[0], grade=BoardGrade.GOOD), *DECISIONS[1:], PERSON_DECISION),
        ),
        [
            (
                '[E101] data/2025/profiles.csv 第2行 「本年组别」: "辅助单位" 方案中没有这个组别'
                " → 2025年方案的组别：生产单位"
            )
        ],
        id="group not in the scheme",
    ),
    pytest.param(
        folder(
            units=changed(UNITS, 1, group="机关部门"),
            years=year(
                decisions=(replace(DECISIONS[0], grade=BoardGrade.GOOD), *DECISIONS[1:], PERSON_DECISION)
            ).years,
        ),
        [
            (
                "[E101] data/2025/profiles.csv 第3行 「本年组别」: "
                "单位表的组别“机关部门”不在2025年方案中，本年组别不能为空"
                " → 2025年方案的组别：生产单位"
            )
        ],
        id="group of the unit table not in the scheme",
    ),
)
FINE = (
    pytest.param(
        folder(
            unit_names=renamed(day("2019-12-31")),
            unit_events=(
                replace(
                    UNIT_EVENT,
                    date=day("2020-01-01"),
                    type=UnitEventType.RENAME,
                    from_ids=("u02",),
                    to_ids=("u02",),
                ),
            ),
        ),
        id="renamed",
    ),
    pytest.param(
        folder(units=changed(UNITS, 1, closed_on=day("2026-01-31")), unit_events=(UNIT_EVENT,)),
        id="dissolved on the day",
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
