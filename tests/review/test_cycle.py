"""考核周期 (domain.md 1.1–1.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables

from .builders import GROUP, RECUSAL, STEP, cycle, day, group, said, yml

FAULTS = (
    pytest.param(
        cycle(year=2026),
        [
            (
                '[E101] data/2025/cycle.yml 「考核年度」: "2026" 与文件夹的年度 2025 不一致'
                " → 请填被考核的年度，不是开会的年份"
            )
        ],
        id="another year",
    ),
    pytest.param(
        cycle(scheme_id="2025-v2"),
        [
            (
                '[E101] data/2025/cycle.yml 「方案编号」: "2025-v2" 与考核方案的编号 2025-v1 不一致'
                " → 请核对方案编号"
            )
        ],
        id="another scheme",
    ),
    pytest.param(
        cycle(held_to=day("2026-01-10")),
        [('[E128] data/2025/cycle.yml 「结束日期」: "2026-01-10" 早于开始日期 2026-01-12 → 请核对起止日期')],
        id="cycle ends before it begins",
    ),
    pytest.param(
        cycle(steps=(replace(STEP, actual_to=day("2026-01-10")),)),
        [
            (
                '[E128] data/2025/cycle.yml 第30行 「实施步骤 › 第1项 › 实际结束」: "2026-01-10" '
                "早于开始日期 2026-01-12"
                " → 请核对起止日期"
            )
        ],
        id="step ends before it begins",
    ),
    pytest.param(
        group(
            teams=(
                GROUP.teams[0],
                replace(
                    GROUP.teams[0],
                    team_no=2,
                    units=("u02",),
                    origin=yml("cycle", 22, "考核组 › 分组 › 第2项"),
                ),
            )
        ),
        [
            (
                '[E128] data/2025/cycle.yml 第22行 「考核组 › 分组 › 第2项 › 负责单位」: "u02" '
                "掘进二队（u02）已在第1组"
                " → 每个单位只属于一个组，请核对"
            )
        ],
        id="unit in two teams",
    ),
    pytest.param(
        group(teams=(replace(GROUP.teams[0], units=("u01", "u02", "u02")),)),
        [
            (
                '[E128] data/2025/cycle.yml 第17行 「考核组 › 分组 › 第1项 › 负责单位」: "u01；u02；'
                'u02" 掘进二队（u02）列了两次'
                " → 每个单位只属于一个组，请核对"
            )
        ],
        id="unit twice in a team",
    ),
    pytest.param(
        group(teams=(replace(GROUP.teams[0], units=("u01",)),)),
        [
            (
                "[E128] data/2025/cycle.yml 第8行 「考核组 › 分组」: 还有1个单位没有分组：掘进二队（u02）"
                " → 请把每个单位分到一个组"
            )
        ],
        id="unit without a team",
    ),
    pytest.param(
        group(teams=(replace(GROUP.teams[0], units=("u01", "u02", "u03")),)),
        [
            (
                '[E101] data/2025/cycle.yml 第17行 「考核组 › 分组 › 第1项 › 负责单位」: "u01；u02；'
                'u03" u03不参加2025年考核'
                " → 请核对单位编号，或在单位概况中补上该单位"
            )
        ],
        id="team of a unit not assessed",
    ),
    pytest.param(
        group(
            teams=(
                replace(GROUP.teams[0], units=("u01",)),
                replace(GROUP.teams[0], units=("u02",), origin=yml("cycle", 22, "考核组 › 分组 › 第2项")),
            )
        ),
        [
            (
                '[E128] data/2025/cycle.yml 第22行 「考核组 › 分组 › 第2项 › 分组」: "1" 与“考核组 › '
                "分组 › 第1项”重复"
                " → 请核对分组的序号"
            )
        ],
        id="team number twice",
    ),
    pytest.param(
        group(teams=(replace(GROUP.teams[0], leader="外来人"),)),
        [
            (
                "[E128] data/2025/cycle.yml 第17行 「考核组 › 分组 › 第1项 › 组长」: 组长不在考核组成员中"
                " → 请核对姓名，或补上这名成员"
            )
        ],
        id="leader not in the group, name hidden",
    ),
    pytest.param(
        group(recusals=(replace(RECUSAL, person="外来人"),)),
        [
            (
                "[E128] data/2025/cycle.yml 第25行 「考核组 › 回避 › 第1项 › 回避人」: "
                "回避人不在考核组成员中"
                " → 请核对姓名"
            )
        ],
        id="recusal of a stranger, name hidden",
    ),
    pytest.param(
        group(recusals=(RECUSAL,)),
        [
            (
                "[E128] data/2025/checks.csv 第2行 「检查人」: 检查人应当回避综采一队（u01）（共4行）"
                " → 请由其他成员检查，或核对回避事项"
            ),
            (
                "[E128] data/2025/cycle.yml 第17行 「考核组 › 分组 › 第1项 › 组长」: "
                "该组组长应当回避综采一队（u01）"
                " → 请调整分组，或更换组长"
            ),
            (
                "[E128] data/2025/verifications.csv 第2行 「核实人」: 核实人应当回避综采一队（u01）（"
                "共1行）"
                " → 请由其他成员核实，或核对回避事项"
            ),
        ],
        id="recused leader, checker and verifier",
    ),
)
FINE = (
    pytest.param(
        group(teams=(replace(GROUP.teams[0], leader="周正平"),)), id="head of the group leads a team"
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
