"""检查结果 (domain.md 6.1, 14 E120)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import CheckStatus, Condition, CycleStatus, LedgerRate

from .builders import (
    CHECKS,
    CYCLE,
    DEDUCTION,
    LEAVES,
    RULES,
    changed,
    check,
    d,
    profile,
    row,
    said,
    year,
)

FAULTS = (
    pytest.param(
        check(1, earned=d("20.5")),
        [
            (
                '[E120] data/2025/checks.csv 第3行 「得分」: "20.5" 超过满分 20'
                " → 请核对该指标分值（A1.2 宣传阵地审核，20分）"
            )
        ],
        id="above full marks",
    ),
    pytest.param(
        check(1, self_score=d("21")),
        [
            (
                '[E120] data/2025/checks.csv 第3行 「自评得分」: "21" 超过满分 20'
                " → 请核对该指标分值（A1.2 宣传阵地审核，20分）"
            )
        ],
        id="own score above full marks",
    ),
    pytest.param(
        check(4, earned=d("39.5")),
        [
            (
                '[E120] data/2025/checks.csv 第6行 「得分」: "39.5" 扣了 0.5 分，没有扣分明细'
                " → 请在扣分明细中写明每项扣分（A1.1 第一议题学习，40分）"
            )
        ],
        id="lost without a deduction",
    ),
    pytest.param(
        check(0, earned=d("37")),
        [
            (
                '[E120] data/2025/checks.csv 第2行 「得分」: "37" 与扣分明细不符：满分 40，扣分合计 2，'
                "应得 38"
                " → 请核对得分和扣分明细（A1.1 第一议题学习，40分）"
            )
        ],
        id="unlike the deductions",
    ),
    pytest.param(
        year(
            checks=changed(CHECKS, 0, earned=d("1")),
            indicator_rules=changed(RULES, 0, cap=None),
            deductions=(replace(DEDUCTION, times=30, minus=d("60")),),
        ),
        [
            (
                '[W202] data/2025/checks.csv 第2行 「单位编号」: "u01" 综采一队（u01）自评合计 97 分，'
                "考核组认定 60 分，相差 37 分"
                " → 请核对自评和认定的依据"
            ),
            (
                '[E120] data/2025/checks.csv 第2行 「得分」: "1" 与扣分明细不符：满分 40，扣分合计 60，'
                "扣完为止，应得 0"
                " → 请核对得分和扣分明细（A1.1 第一议题学习，40分）"
            ),
        ],
        id="not ended at zero",
    ),
    pytest.param(
        check(1, status=CheckStatus.UNMET, note="没有审核记录"),
        [
            (
                '[E120] data/2025/checks.csv 第3行 「得分」: "20" 达标制指标结论是“不符合”，应得 0 分'
                " → 请核对结论和得分"
            )
        ],
        id="pass failed but scored",
    ),
    pytest.param(
        check(1, status=CheckStatus.UNMET, earned=d("0")),
        [
            (
                '[W202] data/2025/checks.csv 第2行 「单位编号」: "u01" 综采一队（u01）自评合计 97 分，'
                "考核组认定 77 分，相差 20 分"
                " → 请核对自评和认定的依据"
            ),
            (
                "[E120] data/2025/checks.csv 第3行 「说明」: 结论是“不符合”，没有扣分明细，也没有说明"
                " → 请写明不符合的情形"
            ),
        ],
        id="pass failed without a word",
    ),
    pytest.param(
        year(
            deductions=(DEDUCTION, replace(DEDUCTION, code="A1.2", minus=d("5"), origin=row("deductions", 3)))
        ),
        [
            (
                '[E120] data/2025/checks.csv 第3行 「得分」: "20" 与扣分明细不符：满分 20，扣分合计 5，'
                "应得 15"
                " → 请核对得分和扣分明细（A1.2 宣传阵地审核，20分）"
            )
        ],
        id="pass unlike its deductions",
    ),
    pytest.param(
        check(2, ratio=None),
        [("[E120] data/2025/checks.csv 第4行 「完成率」: 比例制指标缺少完成率 → 请填写完成率，例如 95%")],
        id="ratio missing",
    ),
    pytest.param(
        check(0, ratio=d("0.9")),
        [
            (
                '[E120] data/2025/checks.csv 第2行 「完成率」: "90%" 该指标是扣分制，不填完成率'
                " → 请删除完成率，或核对指标的计分方式"
            )
        ],
        id="ratio where none belongs",
    ),
    pytest.param(
        check(2, ratio=d("0.9")),
        [
            (
                '[E120] data/2025/checks.csv 第4行 「得分」: "19" 与完成率不符：20×90%＝18'
                " → 请核对得分和完成率（A1.3 任务按期完成，20分）"
            )
        ],
        id="ratio unlike the score",
    ),
    pytest.param(
        year(
            indicator_rules=(*RULES, replace(RULES[0], code="A1.3", origin=row("indicator_rules", 5))),
            deductions=(DEDUCTION, replace(DEDUCTION, code="A1.3", origin=row("deductions", 3))),
        ),
        [
            (
                '[E120] data/2025/checks.csv 第4行 「指标代码」: "A1.3" 比例制指标按完成率计分，'
                "却有1条扣分"
                " → 请删除扣分明细，或核对指标的计分方式"
            )
        ],
        id="ratio with deductions",
    ),
    pytest.param(
        check(7, earned=d("12")),
        [
            (
                '[E120] data/2025/checks.csv 第9行 「得分」: "12" 不是该指标的档次（A1.4 攻关项目，20分）'
                " → 可填：20、15"
            )
        ],
        id="not a band",
    ),
    pytest.param(
        check(7, earned=None),
        ["[E120] data/2025/checks.csv 第9行 「得分」: 分档制指标缺少得分 → 可填：20、15"],
        id="band without a score",
    ),
    pytest.param(
        check(6, status=CheckStatus.NOT_APPLICABLE),
        [
            (
                '[E120] data/2025/checks.csv 第8行 「完成率」: "50%" 结论是“不适用”，不填完成率'
                " → 请删除完成率，或核对结论"
            ),
            (
                '[E120] data/2025/checks.csv 第8行 「得分」: "10" 结论是“不适用”，不填得分'
                " → 请删除得分，或核对结论"
            ),
            "[E120] data/2025/checks.csv 第8行 「说明」: 结论是“不适用”，缺少原因 → 请填写不适用的原因",
        ],
        id="not applicable without a reason, with a score",
    ),
    pytest.param(
        check(0, status=CheckStatus.NOT_APPLICABLE, earned=None, note="不设该项"),
        [
            (
                '[E120] data/2025/checks.csv 第2行 「结论」: "不适用" 结论是“不适用”，却有1条扣分'
                " → 请核对结论，或删除扣分明细"
            )
        ],
        id="not applicable with deductions",
    ),
    pytest.param(
        year(
            indicators=changed(LEAVES, 0, applies_if=Condition.HAS_COMMITTEE),
            checks=changed(CHECKS, 4, status=CheckStatus.NOT_APPLICABLE, earned=None, note="未设"),
        ),
        [
            (
                '[E120] data/2025/checks.csv 第6行 「结论」: "不适用" 单位概况写明设支委会，'
                "该指标适用（A1.1 第一议题学习，40分）"
                " → 请核对结论，或单位概况的“设支委会”"
            )
        ],
        id="applicable but skipped",
    ),
    pytest.param(
        year(
            indicators=changed(LEAVES, 1, applies_if=Condition.HAS_PARTY_GROUPS),
            profiles=(profile(1), replace(profile(2), has_party_groups=False)),
        ),
        [
            (
                '[E120] data/2025/checks.csv 第7行 「结论」: "符合" 单位概况写明不设党小组，'
                "该指标不适用（A1.2 宣传阵地审核，20分）"
                " → 请核对结论，或单位概况的“设党小组”"
            )
        ],
        id="checked though not applicable",
    ),
    pytest.param(
        year(checks=changed(CHECKS, 0, earned=d("37")), deductions=(replace(DEDUCTION, minus=d("3")),)),
        [
            (
                '[E120] data/2025/deductions.csv 第2行 「扣分」: "3" 与规则不符：1次×2＝2，上限 6'
                " → 请核对次数和扣分（A1.1 规则1：缺学）"
            )
        ],
        id="deduction unlike its rule",
    ),
    pytest.param(
        year(
            checks=changed(CHECKS, 0, earned=d("32")),
            deductions=(
                DEDUCTION,
                replace(DEDUCTION, times=3, minus=d("6"), reason="缺第四五六次", origin=row("deductions", 3)),
            ),
        ),
        [
            (
                '[E120] data/2025/deductions.csv 第3行 「扣分」: "6" 该规则合计扣 8 分，超过上限 6'
                " → 请按上限扣分（A1.1 规则1：缺学）"
            )
        ],
        id="deductions above the cap of the rule",
    ),
    pytest.param(
        year(checks=CHECKS[1:]),
        [
            (
                "[E120] data/2025/checks.csv 「指标代码」: 综采一队（u01）缺少1个指标的检查结果：A1.1"
                " → 请逐项补上；不适用的指标也要有一行，结论填“不适用”并说明原因"
            ),
            (
                '[E120] data/2025/deductions.csv 第2行 「指标代码」: "A1.1" '
                "检查结果中没有该单位的指标A1.1"
                " → 请补上检查结果，或删除这行扣分"
            ),
        ],
        id="deduction without a check",
    ),
    pytest.param(
        year(
            checks=CHECKS[:5],
            cycle=replace(CYCLE, status=CycleStatus.CHECKING, decided_on=None, decision_doc=None),
            decisions=(),
            commendations=(),
            errata=None,
        ),
        [
            (
                "[E120] data/2025/checks.csv 「指标代码」: 掘进二队（u02）缺少3个指标的检查结果：A1.2、"
                "A1.3、A1.4"
                " → 请逐项补上；不适用的指标也要有一行，结论填“不适用”并说明原因"
            )
        ],
        id="checks missing, while checking",
    ),
    pytest.param(
        year(checks=CHECKS[:4]),
        [
            (
                "[E120] data/2025/checks.csv 「指标代码」: 掘进二队（u02）缺少4个指标的检查结果：A1.1、"
                "A1.2、A1.3、A1.4"
                " → 请逐项补上；不适用的指标也要有一行，结论填“不适用”并说明原因"
            )
        ],
        id="every check of a unit missing",
    ),
)
FINE = (
    pytest.param(
        year(
            checks=changed(CHECKS, 0, earned=d("34")), deductions=(replace(DEDUCTION, times=9, minus=d("6")),)
        ),
        id="capped deduction",
    ),
    pytest.param(
        year(
            checks=changed(CHECKS, 0, earned=d("0"), self_score=d("0")),
            indicator_rules=changed(RULES, 0, cap=None),
            deductions=(replace(DEDUCTION, times=30, minus=d("60")),),
        ),
        id="ended at zero",
    ),
    pytest.param(check(2, ratio=d("1.2"), earned=d("20")), id="more than done"),
    pytest.param(
        check(2, ratio=d("0.33333"), earned=d("6.67"), self_score=d("6.67")), id="rounded to two decimals"
    ),
    pytest.param(
        year(
            checks=(),
            deductions=(),
            cycle=replace(CYCLE, status=CycleStatus.REPORTING, decided_on=None, decision_doc=None),
            decisions=(),
            commendations=(),
            errata=None,
        ),
        id="nobody has checked yet",
    ),
    pytest.param(
        year(
            indicators=changed(LEAVES, 2, ledger_rate=LedgerRate.CLOSED),
            checks=changed(changed(CHECKS, 2, ratio=None, earned=None), 6, ratio=None, earned=None),
        ),
        id="score of a ledger leaf",
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
