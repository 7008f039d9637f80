"""引用: what a row names exists (domain.md 14 E101)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables, YearTables
from generator.model.terms import RectificationSource

from .builders import (
    ACCEPTED,
    BALLOTS,
    BONUS,
    CHECKS,
    COMPONENTS,
    CYCLE,
    DECISIONS,
    DEDUCTION,
    ENTRY,
    EVENTS,
    GROUP,
    LEADERS,
    LEAVES,
    LINK,
    OBJECTION,
    PERSON_BALLOTS,
    PERSON_DECISION,
    PERSON_ROUNDS,
    ROUNDS,
    RULES,
    SCHEME,
    VERIFICATION,
    changed,
    check,
    d,
    entry,
    profile,
    row,
    said,
    with_past,
    year,
)

PAST = YearTables(2024, indicators=(replace(LEAVES[0], points=d("100")),))
"""A year before, with one leaf."""


FAULTS = (
    pytest.param(
        check(3, code="A1.5"),
        [
            (
                "[E120] data/2025/checks.csv 「指标代码」: 综采一队（u01）缺少1个指标的检查结果：A1.4"
                " → 请逐项补上；不适用的指标也要有一行，结论填“不适用”并说明原因"
            ),
            (
                '[E101] data/2025/checks.csv 第5行 「指标代码」: "A1.5" 2025年指标体系中没有这个代码'
                " → 是否应为“A1.4”？"
            ),
        ],
        id="unknown leaf in a check",
    ),
    pytest.param(
        year(deductions=(DEDUCTION, replace(DEDUCTION, code="A9.9", origin=row("deductions", 3)))),
        [
            (
                '[E101] data/2025/deductions.csv 第3行 「指标代码」: "A9.9" 2025年指标体系中没有这个代码'
                " → 请核对指标代码"
            )
        ],
        id="unknown leaf in a deduction",
    ),
    pytest.param(
        year(
            indicator_rules=(*RULES, replace(RULES[0], code="B7.7", origin=row("indicator_rules", 5))),
            crosswalk=(replace(LINK, code_to="B7.7"),),
        ),
        [
            (
                '[E101] data/2025/crosswalk.csv 第2行 「本年代码」: "B7.7" 2025年指标体系中没有这个代码'
                " → 请核对本年代码"
            ),
            (
                '[E101] data/2025/indicator_rules.csv 第5行 「指标代码」: "B7.7" '
                "2025年指标体系中没有这个代码"
                " → 请核对指标代码"
            ),
        ],
        id="unknown leaf in the rules and the crosswalk",
    ),
    pytest.param(
        with_past(PAST, crosswalk=(replace(LINK, code_from="A1.9"),)),
        [
            (
                '[E101] data/2025/crosswalk.csv 第2行 「上年代码」: "A1.9" 2024年指标体系中没有这个代码'
                " → 是否应为“A1.1”？"
            )
        ],
        id="unknown leaf of last year",
    ),
    pytest.param(
        year(
            indicators=changed(LEAVES, 3, code="K1.4"),
            checks=CHECKS[:3]
            + CHECKS[4:7]
            + tuple(replace(one, code="K1.4") for one in (CHECKS[3], CHECKS[7])),
            indicator_rules=changed(RULES, 2, code="K1.4"),
        ),
        [
            (
                '[E101] data/2025/indicators.csv 第5行 「指标代码」: "K1.4" 方案的一级指标中没有“K”'
                " → 一级指标的代码是A，请核对"
            )
        ],
        id="area not in the scheme",
    ),
    pytest.param(
        year(deductions=(replace(DEDUCTION, rule=3),)),
        [
            (
                '[E101] data/2025/deductions.csv 第2行 「规则序号」: "3" A1.1 '
                "第一议题学习没有这条扣分规则"
                " → 已有的规则序号是1，请核对"
            )
        ],
        id="rule not in the table",
    ),
    pytest.param(
        year(ballots=(*BALLOTS, *changed(changed(PERSON_BALLOTS, 0, person_id=None), 1, person_id=None))),
        [
            (
                "[E101] data/2025/ballots.csv 第10行 「人员编号」: 对象是个人，缺少人员编号"
                " → 请填写班子成员表中的人员编号"
            ),
            (
                "[E101] data/2025/ballots.csv 第11行 「人员编号」: 对象是个人，缺少人员编号"
                " → 请填写班子成员表中的人员编号"
            ),
        ],
        id="person missing",
    ),
    pytest.param(
        year(decisions=(*DECISIONS, replace(PERSON_DECISION, person_id="P77"))),
        [
            (
                '[E101] data/2025/decisions.csv 第4行 「人员编号」: "P77" 2025年班子成员中没有这个编号'
                " → 请核对人员编号"
            )
        ],
        id="person unknown",
    ),
    pytest.param(
        year(decisions=(*DECISIONS, replace(PERSON_DECISION, unit_id="u02"))),
        [
            (
                '[E101] data/2025/decisions.csv 第4行 「人员编号」: "P01" 该人员在单位u01，'
                "与本行单位u02不一致"
                " → 请核对人员编号和单位编号"
            )
        ],
        id="person of another unit",
    ),
    pytest.param(
        year(decisions=(replace(DECISIONS[0], person_id="P01"), *DECISIONS[1:])),
        [
            (
                '[E101] data/2025/decisions.csv 第2行 「人员编号」: "P01" 对象是班子时不填人员编号'
                " → 请删除，或把对象类别改为个人"
            )
        ],
        id="person beside a board",
    ),
    pytest.param(
        year(verifications=(replace(VERIFICATION, unit_id="u02"),)),
        [
            (
                '[E101] data/2025/verifications.csv 第2行 「印证事项」: "R1-1" '
                "该单位的述职报告中没有事项R1-1"
                " → 请核对述职报告的事项编号"
            )
        ],
        id="claim of another unit",
    ),
    pytest.param(
        check(0, issue_id="2025-U01-002"),
        [
            (
                '[E101] data/2025/checks.csv 第2行 「转入问题」: "2025-U01-002" 整改台账中没有这个编号'
                " → 是否应为“2025-U01-001”？如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除"
            )
        ],
        id="ledger number unknown",
    ),
    pytest.param(
        check(4, issue_id="2025-U01-001"),
        [
            (
                '[E101] data/2025/checks.csv 第6行 「转入问题」: "2025-U01-001" 该问题的责任单位是u01，'
                "与这里的单位u02不一致"
                " → 请核对问题编号"
            )
        ],
        id="ledger number of another unit",
    ),
    pytest.param(
        year(
            rectification_events=(
                *EVENTS,
                replace(ACCEPTED, id="2025-U01-009", origin=row("rectification_events", 5)),
            )
        ),
        [
            (
                '[E101] data/2025/rectification_events.csv 第5行 「问题编号」: "2025-U01-009" '
                "2025年整改台账中没有这个编号"
                " → 是否应为“2025-U01-001”？如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除"
            )
        ],
        id="event without a problem",
    ),
    pytest.param(
        entry(source_ref="A1.7"),
        [
            (
                '[E101] data/2025/rectifications.csv 第2行 「来源编号」: "A1.7" '
                "2025年指标体系中没有这个编号"
                " → 是否应为“A1.4”？"
            )
        ],
        id="source of a checklist problem",
    ),
    pytest.param(
        entry(source=RectificationSource.SELF_REPORT, source_ref="S9"),
        [
            (
                '[E101] data/2025/rectifications.csv 第2行 「来源编号」: "S9" '
                "2025年述职报告中没有这个编号"
                " → 请核对来源编号"
            )
        ],
        id="source of a self-report problem",
    ),
    pytest.param(
        year(adjustments=(replace(BONUS, case_id="AL-2"),)),
        [
            (
                '[E101] data/2025/adjustments.csv 第2行 「案例编号」: "AL-2" 典型案例中没有这个编号'
                " → 是否应为“AL-1”？"
            )
        ],
        id="case unknown",
    ),
    pytest.param(
        year(decisions=(*DECISIONS, replace(PERSON_DECISION, award_ids=("C-2025-002",)))),
        [
            (
                '[E101] data/2025/decisions.csv 第4行 「表彰编号」: "C-2025-002" '
                "通报表彰中没有编号C-2025-002"
                " → 是否应为“C-2025-001”？"
            )
        ],
        id="award unknown",
    ),
    pytest.param(
        year(decisions=(DECISIONS[0], replace(DECISIONS[1], award_ids=("C-2025-001",)), PERSON_DECISION)),
        [
            (
                '[E101] data/2025/decisions.csv 第3行 「表彰编号」: "C-2025-001" '
                "表彰C-2025-001属于单位u01，与本行单位u02不一致"
                " → 请核对表彰编号"
            )
        ],
        id="award of another unit",
    ),
    pytest.param(
        year(objections=(replace(OBJECTION, commendation_id="C-2025-00X"),)),
        [
            (
                "[E101] data/2025/restricted/objections.csv 第2行 「表彰编号」: 通报表彰中没有这个编号"
                " → 请核对表彰编号"
            )
        ],
        id="objection to nothing, value hidden",
    ),
    pytest.param(
        year(adjustments=(replace(BONUS, item="B9"),)),
        [
            (
                '[E101] data/2025/adjustments.csv 第2行 「方案项目」: "B9" 方案的加分项中没有这个编号'
                " → 请核对方案项目"
            )
        ],
        id="item not in the scheme",
    ),
    pytest.param(
        year(
            profiles=(profile(1),),
            decisions=(DECISIONS[0], PERSON_DECISION),
            leaders=LEADERS[:1],
            ballots=(*BALLOTS[:4], *PERSON_BALLOTS),
            ballot_rounds=(*ROUNDS[:2], *PERSON_ROUNDS),
            components=COMPONENTS[:2],
            cycle=replace(CYCLE, group=replace(GROUP, teams=(replace(GROUP.teams[0], units=("u01",)),))),
            scheme=replace(SCHEME, quota=replace(SCHEME.quota, ratio=d("1"))),
        ),
        [
            (
                '[E101] data/2025/checks.csv 第6行 「单位编号」: "u02" 该单位不在2025年单位概况中，'
                "不参加本年度考核（本表共4行）"
                " → 请核对单位编号，或在单位概况中补上该单位"
            )
        ],
        id="unit not assessed, once for each table",
    ),
    pytest.param(
        entry(*[replace(one, id="2025-U03-001") for one in EVENTS], id="2025-U03-001", unit_id="u03"),
        [
            (
                '[E101] data/2025/rectifications.csv 第2行 「责任单位」: "u03" '
                "该单位不在2025年单位概况中，不参加本年度考核"
                " → 请核对单位编号，或在单位概况中补上该单位"
            )
        ],
        id="problem of a unit not assessed",
    ),
)
FINE = (
    pytest.param(
        entry(source=RectificationSource.AUDIT, source_ref="审计报告〔2026〕3号"),
        id="source of an audit problem is free",
    ),
    pytest.param(
        with_past(
            replace(
                PAST,
                profiles=(profile(1),),
                rectifications=(
                    replace(
                        ENTRY, id="2024-U01-001", source_ref=None, problem="上年发现的一个完全不一样的情况"
                    ),
                ),
            ),
            checks=changed(CHECKS, 0, issue_id="2024-U01-001"),
        ),
        id="a number of another year's ledger",
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
