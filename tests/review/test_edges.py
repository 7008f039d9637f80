"""The last value that is still right, and faults of which other tests see only a sister."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model import scheme as rules
from generator.model.rectifications import RectificationEvent
from generator.model.tables import Tables, YearTables
from generator.model.terms import BoardGrade, RectificationEventType, UnitEventType
from generator.problems import Place

from .builders import (
    ACCEPTED,
    CHECKS,
    CLOSED,
    COMMENDATION,
    CYCLE,
    DECISIONS,
    DEDUCTION,
    ENTRY,
    ERRATA,
    ERRATUM,
    GROUP,
    HIGHLIGHT,
    MEASURE,
    PENALTY,
    PERSON_DECISION,
    PERSON_ROUNDS,
    ROUNDS,
    RULES,
    SCHEME,
    STEP,
    SUBMITTED,
    UNIT_EVENT,
    UNIT_NAMES,
    UNITS,
    VETO,
    WORKDAYS,
    YEAR,
    area,
    changed,
    check,
    cycle,
    d,
    day,
    entry,
    event,
    folder,
    group,
    profile,
    row,
    said,
    scheme,
    with_past,
    year,
    yml,
)

BALLOT = SCHEME.ballot
FAIR_U02 = (DECISIONS[0], replace(DECISIONS[1], grade=BoardGrade.FAIR), PERSON_DECISION)
TWENTY = "供货商停产检修设备要到五月中旬才能到货安装"[:20]
"""A reason of exactly twenty characters."""


def award(**changes: Any) -> Tables:
    """The data folder with a changed commendation."""
    return year(commendations=(replace(COMMENDATION, **changes),))


def extension(seq: int, applied: str, approved: str, due: str) -> tuple[RectificationEvent, ...]:
    """An extension applied for and approved."""
    return (
        event(seq, applied, RectificationEventType.EXTEND_APPLY, text=TWENTY, new_due=day(due)),
        event(
            seq + 1,
            approved,
            RectificationEventType.EXTEND_APPROVE,
            new_due=day(due),
            approver="党建工作部部长",
        ),
    )


def extended(*extensions: RectificationEvent) -> Tables:
    """The data folder with extensions of the ledger problem, which is open until the year is out."""
    later = event(9, "2026-06-01", RectificationEventType.PROGRESS)
    events = (ACCEPTED, *extensions, replace(later, seq=len(extensions) + 2))
    return entry(*events, status=None, closed_on=None)


def unit_change(kind: UnitEventType, before: tuple[str, ...], after: tuple[str, ...]) -> Tables:
    """The data folder with one change of units."""
    return folder(unit_events=(replace(UNIT_EVENT, type=kind, from_ids=before, to_ids=after),))


def closed_u02(on: str, **changes: Any) -> Tables:
    """The data folder with u02 dissolved on a day."""
    dissolved = replace(UNIT_EVENT, date=day(on))
    return folder(units=changed(UNITS, 1, closed_on=day(on)), unit_events=(dissolved,), **changes)


ALLOWED = {
    "penalty at its least": year(adjustments=(replace(PENALTY, points=d("3")),)),
    "penalty at its most": year(adjustments=(replace(PENALTY, points=d("5")),)),
    "penalty of a fixed size needs no points": year(
        adjustments=(replace(PENALTY, points=None),),
        scheme=replace(SCHEME, penalties=changed(SCHEME.penalties, 0, least=d("5"))),
    ),
    "veto as the scheme says": year(adjustments=(replace(VETO, effect=BoardGrade.FAIR),), decisions=FAIR_U02),
    "quorum met exactly": year(
        ballot_rounds=(
            replace(ROUNDS[0], expected=14),
            replace(ROUNDS[1], expected=13),
            *ROUNDS[2:],
            *PERSON_ROUNDS,
        )
    ),
    "quorum of all": year(
        scheme=replace(SCHEME, ballot=replace(BALLOT, quorum_present=1, quorum_expected=1)),
        ballot_rounds=tuple(replace(one, expected=9) for one in YEAR.ballot_rounds),
    ),
    "ratio half a cent off": check(2, ratio=d("0.33325"), earned=d("6.67"), self_score=d("6.67")),
    "band with its deduction": year(
        deductions=(DEDUCTION, replace(DEDUCTION, unit_id="u02", code="A1.4", minus=d("5")))
    ),
    "notice of one day": year(
        scheme=replace(SCHEME, notice_days=1),
        commendations=award(notice_to=day("2026-03-02")).years[0].commendations,
    ),
    "commended today": award(date=day("2026-06-30")),
    "begun and done in a day": cycle(steps=(replace(STEP, actual_to=STEP.actual_from),)),
    "due and done at once": entry(
        replace(ACCEPTED, date=ENTRY.opened_on),
        replace(SUBMITTED, date=ENTRY.opened_on, done_on=ENTRY.opened_on),
        replace(CLOSED, date=ENTRY.opened_on),
        due_on=ENTRY.opened_on,
        closed_on=ENTRY.opened_on,
    ),
    "closed today": entry(
        ACCEPTED, SUBMITTED, replace(CLOSED, date=day("2026-06-30")), closed_on=day("2026-06-30")
    ),
    "decided today": year(cycle=replace(CYCLE, decided_on=day("2026-06-30")), errata=None),
    "corrected on the day of the decision": year(
        errata=replace(ERRATA, errata=(replace(ERRATUM, date=day("2026-02-10")),))
    ),
    "corrected twice today": year(
        errata=replace(ERRATA, errata=(replace(ERRATUM, date=day("2026-06-30")),) * 2)
    ),
    "problem of fifteen characters": entry(problem="一月检查第一议题学习缺第三次记"),
    "ten points apart": check(6, self_score=d("20")),
    "four fifths alike": with_past(
        YearTables(
            2024,
            profiles=(profile(1),),
            rectifications=(
                replace(ENTRY, id="2024-U01-001", source_ref=None, problem="一二三四五六七八九十甲乙丙丁戊"),
            ),
        ),
        rectifications=(replace(ENTRY, problem="一二三四五六七八九十甲乙子丑寅"),),
    ),
    "amber with red": scheme(rectification=replace(SCHEME.rectification, behind_amber=30)),
    "name given up the day before": closed_u02(
        "2026-01-31", unit_names=changed(UNIT_NAMES, 1, valid_to=day("2026-01-30"))
    ),
    "opened on the last day": folder(units=changed(UNITS, 1, opened_on=day("2025-12-31"))),
    "closed on the first day": folder(
        units=changed(UNITS, 1, closed_on=day("2025-01-01")),
        unit_events=(replace(UNIT_EVENT, date=day("2025-01-01")),),
    ),
    "opened and closed in a day": replace(
        closed_u02("2015-01-01"), years=(), unit_names=changed(UNIT_NAMES, 1, valid_to=day("2015-01-01"))
    ),
    "one name after another": folder(
        unit_names=(
            replace(UNIT_NAMES[0], valid_to=day("2019-12-31")),
            replace(UNIT_NAMES[1], valid_to=day("2019-12-31"), name="开拓二队", short_name="开拓二队"),
            replace(UNIT_NAMES[0], name="综采队", short_name="综采队", valid_from=day("2020-01-01")),
            replace(UNIT_NAMES[1], name="综采一队", short_name="综采一队", valid_from=day("2020-01-01")),
        ),
        unit_aliases=(),
    ),
    "a merger into an old unit": replace(
        closed_u02("2026-01-31"),
        unit_events=(replace(UNIT_EVENT, type=UnitEventType.MERGE, from_ids=("u02",), to_ids=("u01",)),),
    ),
    "a split that keeps the unit": unit_change(UnitEventType.SPLIT, ("u01",), ("u01", "u02")),
    "a transfer": unit_change(UnitEventType.TRANSFER, ("u01",), ()),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_the_last_value_is_allowed(name: str) -> None:
    """A limit includes itself; only what is open may still be announced."""
    assert [line for line in said(ALLOWED[name]) if "[W204]" not in line] == []


@pytest.mark.parametrize(
    "events",
    [
        pytest.param(extension(2, "2026-04-23", "2026-04-24", "2026-05-29"), id="five working days ahead"),
        pytest.param(
            (
                *extension(2, "2026-04-23", "2026-04-24", "2026-05-29"),
                *extension(4, "2026-05-22", "2026-05-25", "2026-08-31"),
            ),
            id="counted from the extended date",
        ),
    ],
)
def test_an_extension_in_time(events: tuple[RectificationEvent, ...]) -> None:
    """Applied for five working days before the date then in force, for a reason of twenty characters."""
    assert [line for line in said(extended(*events)) if "[W204]" not in line] == []


def test_an_extension_a_day_late() -> None:
    """Four working days before the date then in force are too few."""
    events = (
        *extension(2, "2026-04-23", "2026-04-24", "2026-05-29"),
        *extension(4, "2026-05-25", "2026-05-26", "2026-08-31"),
    )
    assert said(extended(*events)) == [
        '[E125] data/2025/rectification_events.csv 第5行 「日期」: "2026-05-25" '
        "离现行时限 2026-05-29 只有4个工作日，应提前5个工作日申请 → 请核对申请日期和工作日历"
    ]


def test_working_days_need_the_calendar() -> None:
    """An extension alone asks for the year, too."""
    tables = extended(*extension(2, "2026-04-23", "2026-04-24", "2026-07-31"))
    bare = replace(tables.years[0], commendations=())
    assert said(replace(tables, years=(bare,), workdays=replace(WORKDAYS, years={}))) == [
        "[E123] data/workdays.yml 「年份」: 缺少2026年，无法计算工作日 → 请补充2026年的放假日和调休上班日"
    ]


def twice(name: str, at: Place) -> rules.Scheme:
    """The scheme with the last entry of one of its lists entered twice."""
    entries: tuple[Any, ...] = getattr(SCHEME, name)
    return replace(SCHEME, **{name: (*entries, replace(entries[-1], origin=at))})


@pytest.mark.parametrize(
    ("name", "label", "value"),
    [
        ("areas", "一级指标", '「一级指标 › 第9项 › 代码」: "A"'),
        ("groups", "组别", '「组别 › 第9项 › 组别」: "生产单位"'),
        ("bonuses", "加分项", '「加分项 › 第9项 › 编号」: "B1"'),
        ("penalties", "扣分项", '「扣分项 › 第9项 › 编号」: "P1"'),
        ("vetoes", "否决项", '「否决项 › 第9项 › 编号」: "V1"'),
    ],
)
def test_an_entry_of_the_scheme_twice(name: str, label: str, value: str) -> None:
    """Every list of the scheme is looked at."""
    tables = year(scheme=twice(name, yml("scheme", 99, f"{label} › 第9项")))
    expected = f"[E107] data/2025/scheme.yml 第99行 {value} 与“{label} › 第1项”重复 → 请只保留一处"
    assert said(tables) == [expected]


def test_a_dimension_and_a_grade_twice() -> None:
    """The dimension counts nothing, so only its name is at fault; a grade twice is out of order as well."""
    dimensions = (*BALLOT.dimensions, replace(BALLOT.dimensions[1], weight=d("0")))
    assert len(said(scheme(ballot=replace(BALLOT, dimensions=dimensions)))) == 1
    grades = (*SCHEME.grades, replace(SCHEME.grades[3], below=d("0"), least=d("0")))
    assert [line.split(": ", 1)[1] for line in said(scheme(grades=grades))] == [
        '"0" 下限不低于上限 0 → 请核对下限和上限',
        '"较差" 与“等次 › 第4项”重复 → 请只保留一处',
    ]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (
            group(teams=(replace(GROUP.teams[0], date_to=day("2026-01-11")),)),
            "[E128] data/2025/cycle.yml 第17行 「考核组 › 分组 › 第1项 › 结束日期」: "
            '"2026-01-11" 早于开始日期 2026-01-12 → 请核对起止日期',
        ),
        (
            cycle(steps=(replace(STEP, planned_to=day("2026-01-11")),)),
            "[E128] data/2025/cycle.yml 第30行 「实施步骤 › 第1项 › 计划结束」: "
            '"2026-01-11" 早于开始日期 2026-01-12 → 请核对起止日期',
        ),
        (
            entry(problem="第一议题学习不够深入，个别支部学习流于形式"),
            "[W201] data/2025/rectifications.csv 第2行 「问题描述」: "
            '"第一议题学习不够深入，个别支部学习流于形式" '
            "问题描述用了“不够深入”，没有数字 → 请用数据写明程度、数量或时间",
        ),
        (
            area(measures=(replace(MEASURE, text="进一步加强学习"),)),
            "[W201] data/2025/reports/u01.yml 第36行 「报告 › 第1项 › 重点领域 "
            "› 第1项 › 方向举措 › 第1项 › 表述」: "
            '"进一步加强学习" 表述用了“进一步加强”，没有数字 → 请用数据写明程度、数量或时间',
        ),
        (
            area(highlights=(replace(HIGHLIGHT, text="学习质量显著提高"),)),
            "[W201] data/2025/reports/u01.yml 第23行 「报告 › 第1项 › 重点领域 "
            "› 第1项 › 成效亮点 › 第1项 › 表述」: "
            '"学习质量显著提高" 表述用了“显著提高”，没有数字 → 请用数据写明程度、数量或时间',
        ),
        (
            year(deductions=(DEDUCTION, replace(DEDUCTION, unit_id="u01", code="A1.4", minus=d("5")))),
            '[E120] data/2025/checks.csv 第5行 「得分」: "20" 与扣分明细不符：满分 20，扣分合计 5，应得 15'
            " → 请核对得分和扣分明细（A1.4 攻关项目，20分）",
        ),
        (
            year(
                checks=changed(CHECKS, 0, earned=d("1"), self_score=d("1")),
                indicator_rules=changed(RULES, 0, cap=None),
                deductions=(replace(DEDUCTION, times=20, minus=d("40")),),
            ),
            '[E120] data/2025/checks.csv 第2行 「得分」: "1" 与扣分明细不符：满分 40，扣分合计 40，应得 0'
            " → 请核对得分和扣分明细（A1.1 第一议题学习，40分）",
        ),
        (
            unit_change(UnitEventType.MERGE, ("u01", "u02"), ()),
            '[E127] data/unit_events.csv 第2行 「事项」: "合并" 合并要有并入的原单位和一个现单位'
            " → 请核对原单位和现单位；编号不变的单位两边都填",
        ),
        (
            unit_change(UnitEventType.MERGE, (), ("u01",)),
            '[E127] data/unit_events.csv 第2行 「事项」: "合并" 合并要有并入的原单位和一个现单位'
            " → 请核对原单位和现单位；编号不变的单位两边都填",
        ),
        (
            unit_change(UnitEventType.SPLIT, ("u01",), ("u01",)),
            '[E127] data/unit_events.csv 第2行 「事项」: "拆分" 拆分要有一个原单位和拆出的现单位'
            " → 请核对原单位和现单位；编号不变的单位两边都填",
        ),
        (
            unit_change(UnitEventType.NEW, ("u01",), ("u02",)),
            '[E127] data/unit_events.csv 第2行 「事项」: "新设" 新设没有原单位，有现单位'
            " → 请核对原单位和现单位；编号不变的单位两边都填",
        ),
        (
            unit_change(UnitEventType.NEW, (), ()),
            '[E127] data/unit_events.csv 第2行 「事项」: "新设" 新设没有原单位，有现单位'
            " → 请核对原单位和现单位；编号不变的单位两边都填",
        ),
        (
            unit_change(UnitEventType.TRANSFER, (), ()),
            '[E127] data/unit_events.csv 第2行 「事项」: "划转" 缺少单位'
            " → 请核对原单位和现单位；编号不变的单位两边都填",
        ),
    ],
    ids=lambda value: "" if isinstance(value, Tables) else value[:40],
)
def test_sisters_of_other_faults(tables: Tables, expected: str) -> None:
    """The same rule at another field or another kind."""
    assert expected in said(tables)


def test_two_names_of_one_day() -> None:
    """Names overlap when one day has both, whichever of them is older."""
    old = replace(UNIT_NAMES[1], name="综采一队", short_name="老二队", valid_to=day("2015-01-01"))
    new = replace(UNIT_NAMES[1], valid_from=day("2015-01-02"), origin=row("unit_names", 4))
    for names in ((UNIT_NAMES[0], old, new), (old, new, UNIT_NAMES[0])):
        assert len([line for line in said(folder(unit_names=names)) if "同时使用同一名称" in line]) == 1
