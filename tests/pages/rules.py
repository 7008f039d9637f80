"""The rules of a small invented year: scheme, indicator tree, group and schedule."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from generator.model.checklist import Leaf, LeafRule
from generator.model.cycle import Group, Member, Step, Team
from generator.model.scheme import (
    Area,
    Ballot,
    BallotClass,
    Bars,
    Bonus,
    DimensionWeight,
    Grade,
    GroupWeights,
    Penalty,
    Quota,
    Rectification,
    Scheme,
    Usage,
    Veto,
)
from generator.model.terms import (
    Abstain,
    ActionKind,
    BoardGrade,
    CheckMethod,
    CommendationLevel,
    Component,
    Condition,
    Dimension,
    EvidenceType,
    Frequency,
    GroupDuty,
    ItemAudience,
    MissingClass,
    PointsTable,
    RectificationKind,
    Rounding,
    Scoring,
    StepType,
)
from generator.problems import Place

ORIGIN = Place("data/test.csv", 1)
PRODUCTION, SUPPORT = "生产单位", "辅助单位"


def leaves() -> tuple[Leaf, ...]:
    """Two areas of two leaves, 100 points; B3.1 is an innovation."""
    return (
        leaf("A1.1", "理论学习", "第一议题学习及时", "30"),
        leaf("A1.2", "理论学习", "年度理论学习计划与执行", "20"),
        leaf("B2.1", "组织生活", "支部党员大会", "30"),
        replace(leaf("B3.1", "基础保障", "活动阵地创新", "20"), action_kind=ActionKind.INNOVATIVE),
    )


def leaf(code: str, l2: str, name: str, points: str) -> Leaf:
    """A leaf of the deduct kind, checked quarterly from minutes."""
    return Leaf(
        code=code,
        l2=l2,
        name=name,
        points=Decimal(points),
        action_kind=ActionKind.REQUIRED,
        scoring=Scoring.DEDUCT,
        requirement=f"{name}，每季度一次。",
        frequency=Frequency.QUARTER,
        evidence=(EvidenceType.MINUTES,),
        method=(CheckMethod.DOCUMENT,),
        owner_dept="党建工作部",
        applies_if=Condition.ALWAYS,
        ledger_rate=None,
        origin=ORIGIN,
    )


def leaf_rule(code: str, when: str, minus: str) -> LeafRule:
    """The first rule of a leaf."""
    return LeafRule(code, 1, when, Decimal(minus), "次", None, ORIGIN)


def group() -> Group:
    """A lead, one member, one team."""
    return Group(
        lead="公司党委书记 王五",
        deputies=("纪委书记 赵六",),
        members=(Member("李四", "党建工作部", GroupDuty.CHECKING, ORIGIN),),
        teams=(Team(1, "李四", ("u01", "u02", "u03"), dt.date(2026, 1, 19), dt.date(2026, 1, 23), ORIGIN),),
        recusals=(),
        origin=ORIGIN,
    )


def steps(year: int = 2025) -> tuple[Step, ...]:
    """述 评 查 done, 改 under way."""
    january, june = dt.date(year + 1, 1, 14), dt.date(year + 1, 6, 30)
    return (
        step(StepType.REPORT, january, january),
        step(StepType.BALLOT, january, january),
        step(StepType.CHECK, dt.date(year + 1, 1, 19), dt.date(year + 1, 1, 23)),
        replace(step(StepType.RECTIFY, dt.date(year + 1, 2, 11), june), actual_to=None),
    )


def step(step_type: StepType, first: dt.date, last: dt.date) -> Step:
    """A step done as planned."""
    return Step(
        step_type=step_type,
        title=step_type.label,
        planned_from=first,
        planned_to=last,
        actual_from=first,
        actual_to=last,
        place="公司机关三楼会议室",
        owner_dept="党委组织部",
        participants="全体班子成员",
        docs=(),
        origin=ORIGIN,
    )


def scheme(year: int = 2025) -> Scheme:
    """Two areas, two groups; 2025 has another indicator system than 2024."""
    weights = {
        Component.BALLOT: Decimal("0.3"),
        Component.SUPERIOR: Decimal("0.2"),
        Component.PARTY: Decimal("0.25"),
        Component.KPI: Decimal("0.25"),
    }
    return Scheme(
        id=f"{year}-v1",
        version=1,
        major=year - 2022,
        changed_on=None,
        reason=None,
        title=f"{year}年度考核实施方案",
        doc_no=f"×党发〔{year}〕30号",
        guiding="坚持以实绩说话，推动述、评、查、改形成闭环。",
        objects=("各基层单位领导班子",),
        content=("述职述廉", "党建工作考核"),
        methods=("单位自查自评", "专项考核组检查核实"),
        areas=(
            Area("A", "基层党组织政治建设", "政治建设", ORIGIN),
            Area("B", "组织基础夯实", "组织基础", ORIGIN),
        ),
        groups=(GroupWeights(PRODUCTION, weights, ORIGIN), GroupWeights(SUPPORT, weights, ORIGIN)),
        ballot=ballot(),
        grades=grades(),
        quota=Quota(Decimal("0.25"), Rounding.FLOOR, True, ORIGIN),
        tie_order=(Component.PARTY, Component.BALLOT),
        bars=Bars(BoardGrade.GOOD, Decimal("0.9"), Decimal("0.6"), True, ORIGIN),
        party_total_cap=Decimal(100),
        bonus_cap=Decimal(5),
        bonuses=(
            Bonus("b1", "创新举措被公司推广", CommendationLevel.COMPANY, Decimal(1), "表彰决定", ORIGIN),
        ),
        penalties=(Penalty("p1", "被上级通报批评", Decimal(3), Decimal(5), "通报文件", ORIGIN),),
        vetoes=(Veto("v1", "生产安全责任亡人事故", BoardGrade.FAIR, "安全监察部", "安全生产责任制", ORIGIN),),
        notice_days=5,
        rectification=rectification_rules(),
        result_usage=(Usage("综合等次 = 优秀", "单位", "通报表彰", None, ItemAudience.STAFF, ORIGIN),),
        discipline=("严禁拉票打招呼",),
        attachments=("附件1 指标体系",),
        publication={},
        origin=ORIGIN,
    )


def ballot() -> Ballot:
    """Two classes, two dimensions, P95-60."""
    points = dict(zip(BoardGrade, map(Decimal, (95, 85, 75, 60)), strict=False))
    return Ballot(
        classes=(
            BallotClass("A", "公司领导", Decimal("0.4"), ORIGIN),
            BallotClass("B", "职工代表", Decimal("0.6"), ORIGIN),
        ),
        dimensions=(
            DimensionWeight(Dimension.POLITICAL, Decimal("0.5"), ORIGIN),
            DimensionWeight(Dimension.DUTY, Decimal("0.5"), ORIGIN),
        ),
        points_table=PointsTable.GRADES,
        points=points,
        abstain=Abstain.EXCLUDE,
        missing_class=MissingClass.RENORMALISE,
        quorum_present=2,
        quorum_expected=3,
        origin=ORIGIN,
    )


def grades() -> tuple[Grade, ...]:
    """优秀 from 90, 良好 from 80, 一般 from 70, 较差 below."""
    lines = zip(BoardGrade, (90, 80, 70, 0), (None, 90, 80, 70), strict=False)
    return tuple(
        Grade(grade, Decimal(least), None if below is None else Decimal(below), ORIGIN)
        for grade, least, below in lines
    )


def rectification_rules() -> Rectification:
    """The defaults of domain.md 9.3 and 9.4."""
    days = dict(zip(RectificationKind, (7, 60, 180, 365), strict=True))
    return Rectification(
        days=days,
        amber_days=10,
        behind_amber=10,
        behind_red=30,
        rejections_red=2,
        extensions_most=2,
        extension_ahead=5,
        backlog_days=10,
        light_words={},
        origin=ORIGIN,
    )
