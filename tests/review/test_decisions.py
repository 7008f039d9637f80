"""审定等次 (domain.md 7, 14 E122, E123)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.tables import Tables
from generator.model.terms import (
    BoardGrade,
    CommendationStatus,
    CommendationType,
    CycleStatus,
    PersonGrade,
    RecipientKind,
)

from .builders import (
    BALLOTS,
    COMMENDATION,
    CYCLE,
    DECISIONS,
    LEADERS,
    PERSON_DECISION,
    ROUNDS,
    SCHEME,
    VETO,
    changed,
    cycle,
    d,
    day,
    profile,
    said,
    year,
)

LEADER_AWARD = replace(
    COMMENDATION,
    type=CommendationType.EXCELLENT_LEADER,
    recipient_kind=RecipientKind.PERSON,
    recipient="申一木",
)


FAULTS = (
    pytest.param(
        year(
            decisions=(
                DECISIONS[0],
                replace(DECISIONS[1], grade=None, person_grade=PersonGrade.COMPETENT),
                PERSON_DECISION,
            )
        ),
        [
            (
                '[E122] data/2025/decisions.csv 第3行 「个人等次」: "称职" 对象是班子，不填此列'
                " → 请删除，或核对对象类别"
            ),
            (
                "[E122] data/2025/decisions.csv 第3行 「班子等次」: 对象是班子，缺少等次"
                " → 请填写审定等次，未审定则删除这一行"
            ),
        ],
        id="board without a grade",
    ),
    pytest.param(
        cycle(decided_on=None, decision_doc=None, status=CycleStatus.DECIDING),
        [
            (
                '[E123] data/2025/commendations.csv 第2行 「状态」: "已表彰" 考核结果还没有审定，不得表彰'
                " → 请在考核周期中填写审定日期，或核对状态"
            ),
            (
                "[E123] data/2025/decisions.csv 「班子等次」: 审定日期为空，却有3行审定等次"
                " → 请在考核周期中填写审定日期和审定文号；党委还没有审定的，请删除审定等次"
            ),
            (
                '[E126] data/2025/errata.yml 第2行 「更正 › 第1项 › 日期」: "2026-03-20" '
                "考核结果还没有审定，不需要更正"
                " → 请直接改正数据，并删除这条更正"
            ),
        ],
        id="decided before the decision",
    ),
    pytest.param(
        year(
            cycle=replace(CYCLE, decided_on=None, decision_doc=None),
            decisions=(),
            commendations=(),
            errata=None,
        ),
        [
            (
                "[E123] data/2025/cycle.yml 「审定日期」: 状态已到“通报”，审定日期为空"
                " → 请填写审定日期，或核对状态"
            )
        ],
        id="noticed before the decision",
    ),
    pytest.param(
        cycle(decision_doc=None),
        ["[E123] data/2025/cycle.yml 「审定文号」: 已有审定日期，缺少审定文号 → 请填写审定文号"],
        id="decision without a document",
    ),
    pytest.param(
        cycle(status=CycleStatus.CHECKING),
        [
            (
                '[E123] data/2025/cycle.yml 「状态」: "检查核实" 已有审定日期，状态仍是“检查核实”'
                " → 请核对状态和审定日期"
            )
        ],
        id="decided while checking",
    ),
    pytest.param(
        year(cycle=replace(CYCLE, decided_on=day("2026-07-01")), errata=None),
        [
            (
                '[E123] data/2025/cycle.yml 「审定日期」: "2026-07-01" 晚于数据截至 2026-06-30'
                " → 请核对审定日期，或更新数据截至"
            )
        ],
        id="decided in the future",
    ),
    pytest.param(
        year(decisions=(DECISIONS[0], PERSON_DECISION)),
        [
            (
                "[E122] data/2025/decisions.csv 「单位编号」: 已有审定日期，缺少1个单位的审定等次："
                "掘进二队（u02）"
                " → 请逐个补上；不评定等次的单位填“不定等次”"
            )
        ],
        id="unit without a decision",
    ),
    pytest.param(
        year(decisions=(DECISIONS[0], replace(DECISIONS[1], grade=BoardGrade.EXCELLENT), PERSON_DECISION)),
        [
            (
                '[E122] data/2025/decisions.csv 第3行 「班子等次」: "优秀" 生产单位组优秀 2 个，'
                "超过名额 1 个（评定等次 2 个×50%，舍去）"
                " → 请核对优秀名额"
            )
        ],
        id="more 优秀 than the quota",
    ),
    pytest.param(
        year(adjustments=(VETO,)),
        [
            (
                '[E122] data/2025/decisions.csv 第3行 「班子等次」: "良好" 高于一票否决后的等次上限“一般”'
                " → 请核对掘进二队（u02）的审定等次和否决事项"
            )
        ],
        id="above the ceiling of a veto",
    ),
    pytest.param(
        year(
            decisions=(
                replace(DECISIONS[0], grade=BoardGrade.GOOD),
                replace(DECISIONS[1], grade=BoardGrade.UNGRADED),
                PERSON_DECISION,
            ),
            scheme=replace(SCHEME, quota=replace(SCHEME.quota, ratio=d("1"))),
        ),
        [
            (
                '[E122] data/2025/decisions.csv 第3行 「班子等次」: "不定等次" 单位概况没有不定等次原因'
                " → 请在单位概况中写明原因，或核对等次"
            )
        ],
        id="不定等次 without a reason",
    ),
    pytest.param(
        year(profiles=(profile(1), replace(profile(2), ungraded_reason="当年合并"))),
        [
            (
                '[E122] data/2025/decisions.csv 第3行 「班子等次」: "良好" 单位概况写明该单位不定等次'
                " → 请改为“不定等次”，或填写调整理由"
            )
        ],
        id="graded against the profile",
    ),
    pytest.param(
        year(
            leaders=changed(LEADERS, 0, in_post_since=day("2025-09-01")),
            ballots=BALLOTS,
            ballot_rounds=ROUNDS,
        ),
        [
            (
                '[E122] data/2025/decisions.csv 第4行 「个人等次」: "优秀" 该人员年末任职不满半年'
                " → 请改为“不定等次”，或填写调整理由"
            )
        ],
        id="newcomer graded",
    ),
    pytest.param(
        year(decisions=(replace(DECISIONS[0], grade=BoardGrade.FAIR), *DECISIONS[1:], PERSON_DECISION)),
        [
            (
                '[E122] data/2025/commendations.csv 第2行 「单位编号」: "u01" 该单位审定等次是“一般”，'
                "集体表彰须在良好以上"
                " → 请核对表彰名单和审定等次"
            )
        ],
        id="collective award below 良好",
    ),
    pytest.param(
        year(
            adjustments=(replace(VETO, unit_id="u01"),),
            decisions=(replace(DECISIONS[0], grade=BoardGrade.FAIR), *DECISIONS[1:], PERSON_DECISION),
        ),
        [
            (
                '[E122] data/2025/commendations.csv 第2行 「单位编号」: "u01" 该单位本年度被一票否决，'
                "不得受表彰"
                " → 请核对表彰名单和否决事项"
            )
        ],
        id="collective award in spite of a veto",
    ),
    pytest.param(
        year(
            adjustments=(replace(VETO, unit_id="u01"),),
            decisions=(replace(DECISIONS[0], grade=BoardGrade.FAIR), *DECISIONS[1:], PERSON_DECISION),
            commendations=(
                replace(
                    COMMENDATION, recipient_kind=RecipientKind.PERSON, type=CommendationType.ADVANCED_PERSON
                ),
            ),
        ),
        [
            (
                '[E122] data/2025/commendations.csv 第2行 「单位编号」: "u01" 所在单位本年度被一票否决'
                " → 请核对表彰名单和否决事项"
            )
        ],
        id="person's award in a vetoed unit",
    ),
    pytest.param(
        year(
            decisions=(*DECISIONS, replace(PERSON_DECISION, person_grade=PersonGrade.COMPETENT)),
            commendations=(LEADER_AWARD,),
        ),
        [
            (
                '[E122] data/2025/commendations.csv 第2行 「类别」: "优秀领导人员" '
                "“优秀领导人员”须个人审定等次为优秀"
                " → 请核对表彰名单和个人审定等次"
            )
        ],
        id="优秀领导人员 not decided 优秀, name hidden",
    ),
    pytest.param(
        year(decisions=DECISIONS, commendations=(LEADER_AWARD,)),
        [
            (
                '[E122] data/2025/commendations.csv 第2行 「单位编号」: "u01" '
                "审定等次中没有该单位的这名班子成员，“优秀领导人员”须个人等次为优秀"
                " → 请核对姓名和单位，或补上个人审定等次"
            )
        ],
        id="优秀领导人员 not decided at all",
    ),
)
FINE = (
    pytest.param(year(commendations=(LEADER_AWARD,)), id="优秀领导人员 decided 优秀"),
    pytest.param(
        year(
            adjustments=(replace(VETO, unit_id="u01"),),
            decisions=(replace(DECISIONS[0], grade=BoardGrade.FAIR), *DECISIONS[1:], PERSON_DECISION),
            commendations=(
                replace(
                    COMMENDATION,
                    status=CommendationStatus.REVOKED,
                    revoked_on=day("2026-04-01"),
                    revoke_reason="被一票否决",
                ),
            ),
        ),
        id="a revoked award is no award",
    ),
    pytest.param(year(adjustments=(replace(VETO, year_applied=2026),)), id="a veto for another year"),
)


@pytest.mark.parametrize(("tables", "expected"), FAULTS)
def test_names_the_fault(tables: Tables, expected: list[str]) -> None:
    """Each fault is told with place, value, rule and remedy, and brings no other with it."""
    assert said(tables) == expected


@pytest.mark.parametrize("tables", FINE)
def test_accepts(tables: Tables) -> None:
    """What looks like a fault and is none brings no problem."""
    assert said(tables) == []
