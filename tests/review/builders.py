"""A small valid data folder: two units, four leaves, one ledger problem; tests change one thing of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from generator.model import scheme as rules
from generator.model.ballots import BallotCount, BallotRound
from generator.model.checklist import Check, Deduction, Leaf, LeafLink, LeafRule, Verification
from generator.model.commendations import Case, CaseResult, Commendation
from generator.model.cycle import Cycle, Group, Member, Recusal, Step, Team
from generator.model.errata import Errata, Erratum
from generator.model.people import (
    Cause,
    Claim,
    Highlight,
    Leader,
    Measure,
    Profile,
    Report,
    ReportArea,
    Shortcoming,
    UnitReports,
)
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.restricted import Objection
from generator.model.results import Adjustment, ComponentScore, Decision
from generator.model.tables import Tables, YearTables
from generator.model.terms import (
    Abstain,
    ActionKind,
    AdjustmentKind,
    BoardGrade,
    CaseStatus,
    CheckMethod,
    CheckStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    Component,
    Condition,
    CycleStatus,
    Dimension,
    EvidenceType,
    Finding,
    FocusArea,
    Frequency,
    GroupDuty,
    ItemAudience,
    LinkRelation,
    MissingClass,
    ObjectionResult,
    PersonGrade,
    PointsTable,
    ProblemArea,
    RecipientKind,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    ReportKind,
    ReportMode,
    ReportVisibility,
    Rounding,
    Scoring,
    Severity,
    StepType,
    TargetKind,
    UnitEventType,
    UnitKind,
    VerifyMethod,
)
from generator.model.units import CalendarYear, UnitAlias, UnitEntry, UnitEvent, UnitName, WorkCalendar
from generator.problems import Place
from generator.review import review_tables

Row = TypeVar("Row")


def d(text: str) -> Decimal:
    """A decimal from its text."""
    return Decimal(text)


def day(text: str) -> dt.date:
    """A day from its text."""
    return dt.date.fromisoformat(text)


def row(table: str, line: int) -> Place:
    """A line of a table of 2025."""
    return Place(f"data/2025/{table}.csv", line)


def yml(name: str, line: int, path: str | None = None) -> Place:
    """A mapping of a document of 2025."""
    return Place(f"data/2025/{name}.yml", line, path)


UNITS = tuple(
    UnitEntry(
        f"u0{n}", UnitKind.GRASSROOTS, "生产单位", n, day("2015-01-01"), None, Place("data/units.csv", n + 1)
    )
    for n in (1, 2)
)
UNIT_NAMES = tuple(
    UnitName(f"u0{n}", name, name, None, None, day("2015-01-01"), None, Place("data/unit_names.csv", n + 1))
    for n, name in ((1, "综采一队"), (2, "掘进二队"))
)
UNIT_EVENT = UnitEvent(
    day("2026-01-31"),
    UnitEventType.DISSOLVE,
    ("u02",),
    (),
    "〔2026〕1号",
    None,
    Place("data/unit_events.csv", 2),
)
UNIT_ALIAS = UnitAlias("综一队", "u01", Place("data/unit_aliases.csv", 2))
WORKDAYS = WorkCalendar(
    {
        year: CalendarYear((), (), Place("data/workdays.yml", line, f"年份 › {year}"))
        for year, line in ((2025, 3), (2026, 6))
    },
    Place("data/workdays.yml", 1),
)

GROUP = Group(
    lead="党委书记 周正平",
    deputies=(),
    members=(
        Member("孟一凡", "党建工作部", GroupDuty.CHECKING, yml("cycle", 10, "考核组 › 成员 › 第1项")),
        Member("乔二南", "纪委办公室", GroupDuty.SUPERVISING, yml("cycle", 13, "考核组 › 成员 › 第2项")),
    ),
    teams=(
        Team(
            1,
            "孟一凡",
            ("u01", "u02"),
            day("2026-01-12"),
            day("2026-01-16"),
            yml("cycle", 17, "考核组 › 分组 › 第1项"),
        ),
    ),
    recusals=(),
    origin=yml("cycle", 8, "考核组"),
)
RECUSAL = Recusal("孟一凡", "u01", "曾在该单位任职", yml("cycle", 25, "考核组 › 回避 › 第1项"))
STEP = Step(
    StepType.CHECK,
    "现场检查",
    day("2026-01-12"),
    day("2026-01-16"),
    day("2026-01-12"),
    day("2026-01-16"),
    None,
    "党建工作部",
    None,
    (),
    yml("cycle", 30, "实施步骤 › 第1项"),
)
CYCLE = Cycle(
    2025,
    "2025年度考核",
    day("2026-01-12"),
    day("2026-02-06"),
    "2025-v1",
    CycleStatus.PUBLISHED,
    "×党发〔2026〕6号",
    day("2026-02-10"),
    dt.datetime.fromisoformat("2026-06-30T18:00"),
    GROUP,
    (STEP,),
    yml("cycle", 1),
)

SCHEME = rules.Scheme(
    id="2025-v1",
    version=1,
    major=1,
    changed_on=None,
    reason=None,
    title="考核方案",
    doc_no="〔2025〕1号",
    guiding="指导思想",
    objects=("基层单位",),
    content=("党建",),
    methods=("自查",),
    areas=(rules.Area("A", "基层党组织政治建设", "政治建设", yml("scheme", 12, "一级指标 › 第1项")),),
    groups=(
        rules.GroupWeights(
            "生产单位",
            {
                Component.BALLOT: d("0.30"),
                Component.SUPERIOR: d("0.20"),
                Component.PARTY: d("0.25"),
                Component.KPI: d("0.25"),
            },
            yml("scheme", 16, "组别 › 第1项"),
        ),
    ),
    ballot=rules.Ballot(
        classes=(
            rules.BallotClass("A", "公司领导", d("0.4"), yml("scheme", 24, "民主测评 › 票种 › 第1项")),
            rules.BallotClass("B", "职工代表", d("0.6"), yml("scheme", 27, "民主测评 › 票种 › 第2项")),
        ),
        dimensions=(
            rules.DimensionWeight(
                Dimension.POLITICAL, d("0.6"), yml("scheme", 31, "民主测评 › 维度 › 第1项")
            ),
            rules.DimensionWeight(
                Dimension.PERFORMANCE, d("0.4"), yml("scheme", 33, "民主测评 › 维度 › 第2项")
            ),
        ),
        points_table=PointsTable.GRADES,
        points={
            BoardGrade.EXCELLENT: d("95"),
            BoardGrade.GOOD: d("85"),
            BoardGrade.FAIR: d("75"),
            BoardGrade.POOR: d("60"),
        },
        abstain=Abstain.EXCLUDE,
        missing_class=MissingClass.RENORMALISE,
        quorum_present=2,
        quorum_expected=3,
        origin=yml("scheme", 22, "民主测评"),
    ),
    grades=(
        rules.Grade(BoardGrade.EXCELLENT, d("90"), None, yml("scheme", 45, "等次 › 第1项")),
        rules.Grade(BoardGrade.GOOD, d("80"), d("90"), yml("scheme", 47, "等次 › 第2项")),
        rules.Grade(BoardGrade.FAIR, d("70"), d("80"), yml("scheme", 50, "等次 › 第3项")),
        rules.Grade(BoardGrade.POOR, d("0"), d("70"), yml("scheme", 53, "等次 › 第4项")),
    ),
    quota=rules.Quota(d("0.5"), Rounding.FLOOR, False, yml("scheme", 56, "优秀名额")),
    tie_order=(Component.PARTY,),
    bars=rules.Bars(BoardGrade.GOOD, d("0"), d("0"), False, yml("scheme", 60, "评优限制")),
    party_total_cap=d("100"),
    bonus_cap=d("5"),
    bonuses=(
        rules.Bonus(
            "B1",
            "集团级荣誉",
            CommendationLevel.CORPORATION,
            d("2"),
            "依据",
            yml("scheme", 67, "加分项 › 第1项"),
        ),
    ),
    penalties=(rules.Penalty("P1", "通报批评", d("3"), d("5"), "依据", yml("scheme", 72, "扣分项 › 第1项")),),
    vetoes=(
        rules.Veto("V1", "责任事故", BoardGrade.FAIR, "安监部", "依据", yml("scheme", 77, "否决项 › 第1项")),
    ),
    notice_days=5,
    rectification=rules.Rectification(
        days={RectificationKind.IMMEDIATE: 7, RectificationKind.DEADLINE: 60},
        amber_days=10,
        behind_amber=10,
        behind_red=30,
        rejections_red=2,
        extensions_most=2,
        extension_ahead=5,
        backlog_days=10,
        light_words={},
        origin=yml("scheme", 84, "整改规则"),
    ),
    result_usage=(),
    discipline=(),
    attachments=(),
    publication={},
    origin=yml("scheme", 1),
)


def _leaf(line: int, code: str, name: str, points: str, scoring: Scoring) -> Leaf:
    return Leaf(
        code=code,
        l2="政治学习",
        name=name,
        points=d(points),
        action_kind=ActionKind.REQUIRED,
        scoring=scoring,
        requirement="要求",
        frequency=Frequency.MONTH,
        evidence=(EvidenceType.MINUTES,),
        method=(CheckMethod.DOCUMENT,),
        owner_dept="党建部",
        applies_if=Condition.ALWAYS,
        ledger_rate=None,
        origin=row("indicators", line),
    )


LEAVES = (
    _leaf(2, "A1.1", "第一议题学习", "40", Scoring.DEDUCT),
    _leaf(3, "A1.2", "宣传阵地审核", "20", Scoring.PASS),
    _leaf(4, "A1.3", "任务按期完成", "20", Scoring.RATIO),
    _leaf(5, "A1.4", "攻关项目", "20", Scoring.BAND),
)
RULES = (
    LeafRule("A1.1", 1, "缺学", d("2"), "次", d("6"), row("indicator_rules", 2)),
    LeafRule("A1.2", 1, "账号未备案", d("5"), "个", None, row("indicator_rules", 3)),
    LeafRule("A1.4", 1, "在研", d("5"), None, None, row("indicator_rules", 4)),
)
LINK = LeafLink("A1.1", "A1.1", LinkRelation.SAME, None, row("crosswalk", 2))


def _check(line: int, unit_id: str, code: str, earned: str, ratio: str | None = None) -> Check:
    return Check(
        unit_id=unit_id,
        code=code,
        status=CheckStatus.MET,
        ratio=d(ratio) if ratio else None,
        earned=d(earned),
        self_score=d(earned),
        checker="孟一凡",
        checked_on=day("2026-01-13"),
        note=None,
        appeal=None,
        reply=None,
        issue_id=None,
        origin=row("checks", line),
    )


CHECKS = (
    _check(2, "u01", "A1.1", "38"),
    _check(3, "u01", "A1.2", "20"),
    _check(4, "u01", "A1.3", "19", "0.95"),
    _check(5, "u01", "A1.4", "20"),
    _check(6, "u02", "A1.1", "40"),
    _check(7, "u02", "A1.2", "20"),
    _check(8, "u02", "A1.3", "10", "0.5"),
    _check(9, "u02", "A1.4", "15"),
)
DEDUCTION = Deduction("u01", "A1.1", 1, 1, d("2"), "缺第三次学习", "会议记录", row("deductions", 2))
VERIFICATION = Verification(
    "V-1",
    "u01",
    VerifyMethod.DOCUMENT,
    day("2026-01-13"),
    "会议室",
    ("孟一凡", "乔二南"),
    None,
    None,
    None,
    ("R1-1",),
    Finding.TRUE,
    None,
    None,
    row("verifications", 2),
)


def profile(n: int) -> Profile:
    """单位概况 of u01 or u02."""
    return Profile(f"u0{n}", None, 30, 100, 5, 5, d("45"), True, True, None, None, row("profiles", n + 1))


LEADERS = (
    Leader("P01", "u01", "申一木", "党总支书记", None, day("2020-01-01"), 1, row("leaders", 2)),
    Leader("P02", "u02", "柏二林", "党总支书记", None, day("2020-01-01"), 1, row("leaders", 3)),
)

ROUNDS = tuple(
    BallotRound(
        f"u0{n}",
        TargetKind.BOARD,
        code,
        10,
        9,
        9,
        9,
        8,
        1,
        "计票甲",
        "监票乙",
        None,
        None,
        row("ballot_rounds", line),
    )
    for line, (n, code) in enumerate(((1, "A"), (1, "B"), (2, "A"), (2, "B")), start=2)
)
BALLOTS = tuple(
    BallotCount(f"u0{n}", TargetKind.BOARD, None, code, dimension, 6, 2, 0, 0, 0, None, row("ballots", line))
    for line, (n, code, dimension) in enumerate(
        (
            (n, code, dimension)
            for n in (1, 2)
            for code in "AB"
            for dimension in (Dimension.POLITICAL, Dimension.PERFORMANCE)
        ),
        start=2,
    )
)
PERSON_ROUNDS = tuple(
    replace(one, sheet=TargetKind.PERSON, origin=row("ballot_rounds", 6 + n))
    for n, one in enumerate(ROUNDS[:2])
)
PERSON_BALLOTS = tuple(
    replace(
        BALLOTS[0],
        target_kind=TargetKind.PERSON,
        person_id="P01",
        ballot_class=code,
        dimension=Dimension.OVERALL,
        origin=row("ballots", line),
    )
    for code, line in (("A", 10), ("B", 11))
)

COMPONENTS = tuple(
    ComponentScore(f"u0{n}", component, d("90"), "打分表", row("components", line))
    for line, (n, component) in enumerate(
        ((n, component) for n in (1, 2) for component in (Component.SUPERIOR, Component.KPI)), start=2
    )
)
BONUS = Adjustment(
    "J-1",
    "u01",
    AdjustmentKind.BONUS,
    "B1",
    "EV-1",
    d("2"),
    "获集团表彰",
    day("2025-06-01"),
    None,
    None,
    None,
    None,
    2025,
    None,
    None,
    None,
    row("adjustments", 2),
)
PENALTY = replace(BONUS, id="J-2", kind=AdjustmentKind.PENALTY, item="P1", event="EV-2", points=d("3"))
VETO = replace(BONUS, id="J-3", unit_id="u02", kind=AdjustmentKind.VETO, item="V1", event="EV-3", points=None)
DECISIONS = (
    Decision(
        TargetKind.BOARD, "u01", None, BoardGrade.EXCELLENT, None, None, None, None, (), row("decisions", 2)
    ),
    Decision(TargetKind.BOARD, "u02", None, BoardGrade.GOOD, None, None, None, None, (), row("decisions", 3)),
)
PERSON_DECISION = Decision(
    TargetKind.PERSON, "u01", "P01", None, PersonGrade.EXCELLENT, None, None, None, (), row("decisions", 4)
)
COMMENDATION = Commendation(
    id="C-2025-001",
    batch="年度表彰",
    type=CommendationType.ADVANCED_UNIT,
    level=CommendationLevel.COMPANY,
    recipient_kind=RecipientKind.COLLECTIVE,
    recipient="综采一队",
    unit_id="u01",
    position=None,
    order=1,
    citation="事迹",
    recommended_by="党建工作部",
    approved_by="公司党委",
    status=CommendationStatus.COMMENDED,
    notice_from=day("2026-03-02"),
    notice_to=day("2026-03-06"),
    contact_dept="党委组织部",
    phone="0000-1",
    doc_no="〔2026〕8号",
    date=day("2026-03-09"),
    case_id=None,
    revoked_on=None,
    revoke_reason=None,
    origin=row("commendations", 2),
)
OBJECTION = Objection(
    "C-2025-001",
    day("2026-03-04"),
    "来电",
    True,
    "反映内容",
    None,
    ObjectionResult.OPEN,
    None,
    Place("data/2025/restricted/objections.csv", 2),
)
CASE = Case(
    "AL-1",
    "u01",
    "案例",
    ProblemArea.A,
    "问题",
    ("一", "二", "三"),
    "成效",
    (CaseResult("完成率", d("1"), d("2"), "%", yml("cases/al-1", 9, "成效数据 › 第1项")),),
    ("条件",),
    "党建部",
    None,
    CaseStatus.SELECTED,
    (),
    (),
    yml("cases/al-1", 1),
)

ENTRY = RectificationEntry(
    id="2025-U01-001",
    source=RectificationSource.CHECKLIST,
    source_ref="A1.1",
    unit_id="u01",
    co_units=(),
    unit_from=None,
    area=ProblemArea.A,
    severity=Severity.ORDINARY,
    problem="1月检查发现第一议题学习缺第三次记录",
    cause="安排不周",
    measures=("补学1次",),
    acceptance="记录齐全",
    kind=RectificationKind.DEADLINE,
    lead_leader="党委副书记",
    owner="党总支书记",
    handler=None,
    supervisor_dept="党建工作部",
    coordinator=None,
    opened_on=day("2026-02-02"),
    due_on=day("2026-04-30"),
    mechanism=None,
    sensitive=False,
    status=RectificationStatus.CLOSED,
    closed_on=day("2026-04-20"),
    remark=None,
    origin=row("rectifications", 2),
)


def event(seq: int, on: str, kind: RectificationEventType, **fields: Any) -> RectificationEvent:
    """An event of the ledger problem."""
    blank = RectificationEvent(
        ENTRY.id,
        seq,
        day(on),
        kind,
        "内容",
        "党建工作部",
        None,
        None,
        None,
        (),
        (),
        None,
        None,
        None,
        None,
        None,
        row("rectification_events", seq + 1),
    )
    return replace(blank, **fields)


ACCEPTED = event(1, "2026-02-03", RectificationEventType.ACCEPT)
SUBMITTED = event(
    2, "2026-04-10", RectificationEventType.SUBMIT, done_on=day("2026-04-08"), evidence=("学习记录",)
)
CLOSED = event(
    3,
    "2026-04-20",
    RectificationEventType.CLOSE,
    verified_by=("党建工作部", "纪委办公室"),
    approver="党委副书记",
)
EVENTS = (ACCEPTED, SUBMITTED, CLOSED)

_R = "报告 › 第1项 › 重点领域"


def _area(n: int, area: FocusArea) -> ReportArea:
    return ReportArea(area, (), (), (), (), yml("reports/u01", 20 * n, f"{_R} › 第{n}项"))


SHORTCOMING = Shortcoming(
    "S1", "党员大会全年缺1次", None, yml("reports/u01", 30, f"{_R} › 第1项 › 短板不足 › 第1项")
)
CAUSE = Cause("S1", "倒班难以集中", yml("reports/u01", 33, f"{_R} › 第1项 › 问题根源 › 第1项"))
MEASURE = Measure(
    "S1",
    "按班次补开",
    "支部书记",
    day("2026-03-31"),
    yml("reports/u01", 36, f"{_R} › 第1项 › 方向举措 › 第1项"),
)
CLAIM = Claim(
    "R1-1",
    "学习完成率",
    d("98"),
    "%",
    None,
    None,
    (),
    None,
    None,
    None,
    yml("reports/u01", 25, f"{_R} › 第1项 › 成效亮点 › 第1项 › 数据 › 第1项"),
)
HIGHLIGHT = Highlight("学习完成98%", (CLAIM,), yml("reports/u01", 23, f"{_R} › 第1项 › 成效亮点 › 第1项"))
AREAS = (
    replace(
        _area(1, FocusArea.POLITICAL),
        highlights=(HIGHLIGHT,),
        shortcomings=(SHORTCOMING,),
        causes=(CAUSE,),
        measures=(MEASURE,),
    ),
    *(_area(n, area) for n, area in enumerate(list(FocusArea)[1:], start=2)),
)
REPORT = Report(
    "R-2025-U01",
    ReportKind.BOARD,
    "申一木",
    "党总支书记",
    None,
    ReportMode.SPOKEN,
    day("2026-01-20"),
    ReportVisibility.STAFF,
    None,
    None,
    None,
    (),
    AREAS,
    yml("reports/u01", 3, "报告 › 第1项"),
)
REPORTS = UnitReports("u01", (REPORT,), yml("reports/u01", 1))
ERRATUM = Erratum(
    day("2026-03-20"),
    "得分",
    "38",
    "38.5",
    "录入有误",
    "〔2026〕9号",
    ItemAudience.STAFF,
    yml("errata", 2, "更正 › 第1项"),
)
ERRATA = Errata((ERRATUM,), yml("errata", 1))

YEAR = YearTables(
    year=2025,
    cycle=CYCLE,
    scheme=SCHEME,
    errata=ERRATA,
    reports=(REPORTS,),
    cases=(CASE,),
    profiles=(profile(1), profile(2)),
    leaders=LEADERS,
    indicators=LEAVES,
    indicator_rules=RULES,
    crosswalk=(LINK,),
    checks=CHECKS,
    deductions=(DEDUCTION,),
    verifications=(VERIFICATION,),
    ballot_rounds=(*ROUNDS, *PERSON_ROUNDS),
    ballots=(*BALLOTS, *PERSON_BALLOTS),
    components=COMPONENTS,
    adjustments=(BONUS,),
    decisions=(*DECISIONS, PERSON_DECISION),
    commendations=(COMMENDATION,),
    rectifications=(ENTRY,),
    rectification_events=EVENTS,
)
TABLES = Tables(
    "data",
    units=UNITS,
    unit_names=UNIT_NAMES,
    unit_aliases=(UNIT_ALIAS,),
    workdays=WORKDAYS,
    years=(YEAR,),
)


def year(**changes: Any) -> Tables:
    """The data folder with a changed year."""
    return replace(TABLES, years=(replace(YEAR, **changes),))


def folder(**changes: Any) -> Tables:
    """The data folder with changes at its top."""
    return replace(TABLES, **changes)


def with_past(past: YearTables, **changes: Any) -> Tables:
    """The data folder with a year before the changed one."""
    return replace(TABLES, years=(past, replace(YEAR, **changes)))


def cycle(**changes: Any) -> Tables:
    """The data folder with a changed cycle."""
    return year(cycle=replace(CYCLE, **changes))


def scheme(**changes: Any) -> Tables:
    """The data folder with a changed scheme."""
    return year(scheme=replace(SCHEME, **changes))


def group(**changes: Any) -> Tables:
    """The data folder with a changed assessment group."""
    return cycle(group=replace(GROUP, **changes))


def report(**changes: Any) -> Tables:
    """The data folder with a changed report."""
    return year(reports=(replace(REPORTS, reports=(replace(REPORT, **changes),)),))


def area(**changes: Any) -> Tables:
    """The data folder with a changed first area of the report."""
    return report(areas=(replace(AREAS[0], **changes), *AREAS[1:]))


def entry(*events: RectificationEvent, **changes: Any) -> Tables:
    """The data folder with a changed ledger problem, and other events when some are given."""
    return year(rectifications=(replace(ENTRY, **changes),), rectification_events=events or EVENTS)


def changed(rows: tuple[Row, ...], at: int, **changes: Any) -> tuple[Row, ...]:
    """The rows with one of them changed."""
    one: Any = rows[at]
    return (*rows[:at], replace(one, **changes), *rows[at + 1 :])


def check(at: int, **changes: Any) -> Tables:
    """The data folder with a changed check."""
    return year(checks=changed(CHECKS, at, **changes))


def said(tables: Tables) -> list[str]:
    """Every problem of the tables as a person reads it."""
    return [str(problem) for problem in review_tables(tables)]


def levels(tables: Tables) -> Mapping[str, str]:
    """Code → level of every problem."""
    return {problem.code: problem.level.value for problem in review_tables(tables)}
