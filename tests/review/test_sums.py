"""方案的合计与次序 (domain.md 14 E107)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import BoardGrade, Component

from .builders import DECISIONS, LEAVES, SCHEME, changed, d, said, scheme, year, yml

FAULTS = (
    pytest.param(
        year(indicators=changed(LEAVES, 1, points=d("25"))),
        [
            (
                '[E120] data/2025/checks.csv 第3行 「得分」: "20" 与扣分明细不符：满分 25，扣分合计 0，'
                "应得 25"
                " → 请核对得分和扣分明细（A1.2 宣传阵地审核，25分）"
            ),
            (
                '[E120] data/2025/checks.csv 第7行 「得分」: "20" 与扣分明细不符：满分 25，扣分合计 0，'
                "应得 25"
                " → 请核对得分和扣分明细（A1.2 宣传阵地审核，25分）"
            ),
            (
                "[E107] data/2025/indicators.csv 「分值」: 全部指标分值合计 105，应为 100，多 5"
                " → 请核对各指标的分值"
            ),
        ],
        id="points",
    ),
    pytest.param(
        scheme(
            groups=(
                replace(SCHEME.groups[0], weights={**SCHEME.groups[0].weights, Component.KPI: d("0.20")}),
            )
        ),
        [
            (
                "[E107] data/2025/scheme.yml 第16行 「组别 › 第1项 › 权重」: 权重合计 95%，应为 100%，"
                "少 5%"
                " → 请核对各项权重"
            )
        ],
        id="group weights",
    ),
    pytest.param(
        scheme(ballot=replace(SCHEME.ballot, classes=changed(SCHEME.ballot.classes, 0, weight=d("0.45")))),
        [
            (
                "[E107] data/2025/scheme.yml 第22行 「民主测评 › 票种」: 权重合计 105%，应为 100%，多 5%"
                " → 请核对各项权重"
            )
        ],
        id="class weights",
    ),
    pytest.param(
        scheme(
            ballot=replace(SCHEME.ballot, dimensions=changed(SCHEME.ballot.dimensions, 1, weight=d("0.395")))
        ),
        [
            (
                "[E107] data/2025/scheme.yml 第22行 「民主测评 › 维度」: 权重合计 99.5%，应为 100%，少 "
                "0.5%"
                " → 请核对各项权重"
            )
        ],
        id="dimension weights",
    ),
    pytest.param(
        year(
            scheme=replace(SCHEME, quota=replace(SCHEME.quota, ratio=d("0"))),
            decisions=(replace(DECISIONS[0], grade=BoardGrade.GOOD), *DECISIONS[1:]),
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第56行 「优秀名额 › 优秀比例」: "0%" 优秀比例应大于 0，'
                "不超过 100%"
                " → 请核对优秀比例，例如 25%"
            )
        ],
        id="quota of nothing",
    ),
    pytest.param(
        scheme(ballot=replace(SCHEME.ballot, quorum_present=3, quorum_expected=2)),
        [
            (
                '[E107] data/2025/scheme.yml 第22行 「民主测评 › 到会比例分子」: "3" 到会比例 3/2 大于 1'
                " → 分子不能大于分母，例如三分之二填 2 和 3"
            )
        ],
        id="quorum above one",
    ),
    pytest.param(
        scheme(grades=changed(SCHEME.grades, 0, below=d("100"))),
        [
            (
                '[E107] data/2025/scheme.yml 第45行 「等次 › 第1项 › 上限」: "100" 最高等次不设上限'
                " → 请删除这一项"
            )
        ],
        id="best grade with an upper end",
    ),
    pytest.param(
        scheme(grades=changed(SCHEME.grades, 1, below=d("89"))),
        [
            (
                '[E107] data/2025/scheme.yml 第47行 「等次 › 第2项 › 上限」: "89" '
                "与上一等次“优秀”之间有空档：89 至 90"
                " → 请填上一等次的下限 90"
            )
        ],
        id="gap between grades",
    ),
    pytest.param(
        scheme(grades=changed(SCHEME.grades, 2, below=d("85"))),
        [
            (
                '[E107] data/2025/scheme.yml 第50行 「等次 › 第3项 › 上限」: "85" '
                "与上一等次“良好”之间有重叠：80 至 85"
                " → 请填上一等次的下限 80"
            )
        ],
        id="grades overlap",
    ),
    pytest.param(
        scheme(grades=changed(SCHEME.grades, 3, below=None)),
        [("[E107] data/2025/scheme.yml 第53行 「等次 › 第4项 › 上限」: 缺少上限 → 请填上一等次的下限 70")],
        id="grade without upper end",
    ),
    pytest.param(
        scheme(grades=changed(SCHEME.grades, 1, least=d("95"))),
        [
            (
                '[E107] data/2025/scheme.yml 第47行 「等次 › 第2项 › 下限」: "95" 下限不低于上限 90'
                " → 请核对下限和上限"
            ),
            (
                '[E107] data/2025/scheme.yml 第50行 「等次 › 第3项 › 上限」: "80" '
                "与上一等次“良好”之间有空档：80 至 95"
                " → 请填上一等次的下限 95"
            ),
        ],
        id="grade upside down",
    ),
    pytest.param(
        scheme(grades=changed(SCHEME.grades, 3, least=d("60"))),
        [
            (
                '[E107] data/2025/scheme.yml 第53行 「等次 › 第4项 › 下限」: "60" '
                "最低等次“较差”的下限是 60，低于此分的没有等次"
                " → 最低等次的下限请填 0"
            )
        ],
        id="last grade above zero",
    ),
    pytest.param(
        scheme(grades=changed(changed(SCHEME.grades, 1, grade=BoardGrade.FAIR), 2, grade=BoardGrade.GOOD)),
        [
            (
                '[E107] data/2025/scheme.yml 第50行 「等次 › 第3项 › 等次」: "良好" '
                "“良好”不应排在“一般”之后"
                " → 请按优秀、良好、一般、较差的次序排列"
            )
        ],
        id="grades in the wrong order",
    ),
    pytest.param(
        scheme(ballot=replace(SCHEME.ballot, points={**SCHEME.ballot.points, BoardGrade.FAIR: d("85")})),
        [
            (
                "[E107] data/2025/scheme.yml 第22行 「民主测评 › 等次分值 › 一般」: “良好”85 分，"
                "不高于“一般”85 分"
                " → 等次越高分值应越高，请核对"
            )
        ],
        id="points not descending",
    ),
    pytest.param(
        scheme(
            ballot=replace(SCHEME.ballot, points={BoardGrade.EXCELLENT: d("95"), BoardGrade.GOOD: d("85")})
        ),
        [
            (
                "[E107] data/2025/scheme.yml 第22行 「民主测评 › 等次分值」: 缺少一般、较差的分值"
                " → 请补上这些等次的分值"
            )
        ],
        id="points missing",
    ),
    pytest.param(
        scheme(rectification=replace(SCHEME.rectification, behind_amber=40)),
        [
            (
                '[E107] data/2025/scheme.yml 第84行 「整改规则 › 滞后黄灯」: "40" 滞后黄灯 40 '
                "大于滞后红灯 30"
                " → 黄灯应先于红灯，请核对两个数"
            )
        ],
        id="amber after red",
    ),
    pytest.param(
        scheme(penalties=changed(SCHEME.penalties, 0, least=d("6"))),
        [
            (
                '[E107] data/2025/scheme.yml 第72行 「扣分项 › 第1项 › 最少扣分」: "6" 最少扣分 6 '
                "大于最多扣分 5"
                " → 请核对两个数"
            )
        ],
        id="penalty range",
    ),
    pytest.param(
        scheme(vetoes=changed(SCHEME.vetoes, 0, ceiling=BoardGrade.EXCELLENT)),
        [
            (
                '[E107] data/2025/scheme.yml 第77行 「否决项 › 第1项 › 等次上限」: "优秀" '
                "否决后的等次上限应低于优秀"
                " → 可填：良好、一般、较差"
            )
        ],
        id="veto that vetoes nothing",
    ),
    pytest.param(
        scheme(areas=(*SCHEME.areas, replace(SCHEME.areas[0], code="B", name="组织基础夯实"))),
        [
            (
                '[E107] data/2025/scheme.yml 第12行 「一级指标 › 第1项 › 代码」: "B" “组织基础夯实”下没有指标'
                " → 请在指标体系中补上，或删除这个一级指标"
            )
        ],
        id="area without leaves",
    ),
    pytest.param(
        scheme(
            ballot=replace(
                SCHEME.ballot,
                classes=(
                    *SCHEME.ballot.classes,
                    replace(
                        SCHEME.ballot.classes[1],
                        weight=d("0"),
                        origin=yml("scheme", 29, "民主测评 › 票种 › 第3项"),
                    ),
                ),
            )
        ),
        [
            (
                '[E107] data/2025/scheme.yml 第29行 「民主测评 › 票种 › 第3项 › 代码」: "B" '
                "与“民主测评 › 票种 › 第2项”重复"
                " → 请只保留一处"
            )
        ],
        id="class twice",
    ),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected
