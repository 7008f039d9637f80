"""Small model objects for the tests of scoring: sensible defaults, `replace` for the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.model import scheme as rules
from generator.model.ballots import BallotCount, BallotRound
from generator.model.checklist import Check, Deduction, Leaf, LeafLink
from generator.model.cycle import Cycle, Group
from generator.model.people import Profile
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.results import Adjustment, ComponentScore, Decision
from generator.model.terms import (
    Abstain,
    ActionKind,
    AdjustmentKind,
    BoardGrade,
    CheckStatus,
    CommendationLevel,
    Component,
    Condition,
    CycleStatus,
    Dimension,
    Frequency,
    LinkRelation,
    MissingClass,
    PointsTable,
    ProblemArea,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    Rounding,
    Scoring,
    Severity,
    TargetKind,
    UnitKind,
)
from generator.model.units import CalendarYear, WorkCalendar
from generator.model.year import Rectification, Unit, Year
from generator.problems import Place

HERE = Place("data/2025/test.csv", 2)
PRODUCTION = "生产单位"
DIMENSIONS = (
    Dimension.POLITICAL,
    Dimension.DUTY,
    Dimension.PERFORMANCE,
    Dimension.CONDUCT,
    Dimension.INTEGRITY,
)


def d(text: str) -> Decimal:
    """A decimal from its text."""
    return Decimal(text)


def day(text: str) -> dt.date:
    """A date from `2026-03-05`."""
    return dt.date.fromisoformat(text)


RECTIFICATION_RULES = rules.Rectification(
    days={
        RectificationKind.IMMEDIATE: 7,
        RectificationKind.DEADLINE: 60,
        RectificationKind.STAGED: 90,
        RectificationKind.STANDING: 90,
    },
    amber_days=10,
    behind_amber=10,
    behind_red=30,
    rejections_red=2,
    extensions_most=2,
    extension_ahead=5,
    backlog_days=10,
    light_words={},
    origin=HERE,
)

BALLOT_RULES = rules.Ballot(
    classes=tuple(
        rules.BallotClass(code, code, d(weight), HERE)
        for code, weight in (("A", "0.4"), ("B", "0.3"), ("C", "0.3"))
    ),
    dimensions=tuple(
        rules.DimensionWeight(dimension, d(weight), HERE)
        for dimension, weight in zip(DIMENSIONS, ("0.2", "0.2", "0.3", "0.15", "0.15"), strict=True)
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
    origin=HERE,
)

WEIGHTS = {
    Component.BALLOT: d("0.30"),
    Component.SUPERIOR: d("0.20"),
    Component.PARTY: d("0.25"),
    Component.KPI: d("0.25"),
}

AREAS = tuple(rules.Area(code, f"领域{code}", code, HERE) for code in "ABCDEF")

SCHEME = rules.Scheme(
    id="2025-v1",
    version=1,
    major=1,
    changed_on=None,
    reason=None,
    title="考核实施方案",
    doc_no="测发〔2025〕1号",
    guiding="",
    objects=(),
    content=(),
    methods=(),
    areas=AREAS,
    groups=(rules.GroupWeights(PRODUCTION, WEIGHTS, HERE),),
    ballot=BALLOT_RULES,
    grades=(
        rules.Grade(BoardGrade.EXCELLENT, d("90"), None, HERE),
        rules.Grade(BoardGrade.GOOD, d("80"), d("90"), HERE),
        rules.Grade(BoardGrade.FAIR, d("70"), d("80"), HERE),
        rules.Grade(BoardGrade.POOR, d("0"), d("70"), HERE),
    ),
    quota=rules.Quota(d("0.25"), Rounding.FLOOR, False, HERE),
    tie_order=(Component.PARTY, Component.BALLOT, Component.KPI),
    bars=rules.Bars(BoardGrade.GOOD, d("0.9"), d("0.6"), True, HERE),
    party_total_cap=d("100"),
    bonus_cap=d("5"),
    bonuses=(
        rules.Bonus("promoted", "创新举措被公司推广", CommendationLevel.COMPANY, d("1"), "", HERE),
        rules.Bonus("corporate", "集团级荣誉", CommendationLevel.CORPORATION, d("2"), "", HERE),
        rules.Bonus("provincial", "省部级荣誉", CommendationLevel.PROVINCE, d("3"), "", HERE),
    ),
    penalties=(rules.Penalty("criticised", "被上级通报批评", d("1"), d("5"), "", HERE),),
    vetoes=(
        rules.Veto("accident", "责任亡人事故", BoardGrade.FAIR, "安监部", "", HERE),
        rules.Veto("fraud", "弄虚作假", BoardGrade.POOR, "纪委办", "", HERE),
    ),
    notice_days=5,
    rectification=RECTIFICATION_RULES,
    result_usage=(),
    discipline=(),
    attachments=(),
    publication={},
    origin=HERE,
)

CALENDAR = WorkCalendar(
    {
        2025: CalendarYear((day("2025-10-01"), day("2025-10-02")), (), HERE),
        2026: CalendarYear(
            tuple(dt.date(2026, 2, n) for n in (16, 17, 18, 19, 20, 23)),
            (day("2026-02-14"), day("2026-02-28")),
            HERE,
        ),
    },
    HERE,
)

PROFILE = Profile("u01", None, 30, 120, 5, 5, d("46.5"), True, True, None, None, HERE)

CYCLE = Cycle(
    year=2025,
    title="2025年度考核",
    held_from=day("2026-01-12"),
    held_to=day("2026-02-06"),
    scheme_id="2025-v1",
    status=CycleStatus.RECTIFYING,
    decision_doc="测发〔2026〕6号",
    decided_on=day("2026-02-09"),
    as_of=dt.datetime(2026, 6, 30, 18, tzinfo=dt.UTC),
    group=Group("", (), (), (), (), HERE),
    steps=(),
    origin=HERE,
)

ENTRY = RectificationEntry(
    id="2025-u01-001",
    source=RectificationSource.CHECKLIST,
    source_ref=None,
    unit_id="u01",
    co_units=(),
    unit_from=None,
    area=ProblemArea.B,
    severity=Severity.ORDINARY,
    problem="二支部第二季度党员大会缺少会议记录",
    cause=None,
    measures=("补齐记录",),
    acceptance="记录完整",
    kind=RectificationKind.DEADLINE,
    lead_leader="党委副书记",
    owner="支部书记",
    handler=None,
    supervisor_dept="党建工作部",
    coordinator=None,
    opened_on=day("2026-02-10"),
    due_on=day("2026-04-10"),
    mechanism=None,
    sensitive=False,
    status=None,
    closed_on=None,
    remark=None,
    origin=HERE,
)

EVENT = RectificationEvent(
    id="2025-u01-001",
    seq=1,
    date=day("2026-02-11"),
    event=RectificationEventType.ACCEPT,
    text="说明",
    by="单位",
    percent=None,
    new_due=None,
    done_on=None,
    evidence=(),
    verified_by=(),
    approver=None,
    doc_no=None,
    resume_on=None,
    review_on=None,
    merged_into=None,
    origin=HERE,
)


def unit(unit_id: str = "u01", group: str = PRODUCTION, **profile: Any) -> Unit:
    """A unit of the production group; the rest goes to its profile."""
    facts = replace(PROFILE, unit_id=unit_id, **profile)
    return Unit(unit_id, unit_id, unit_id, None, UnitKind.GRASSROOTS, group, 1, facts, (), ())


def leaf(code: str = "B2.1", points: str = "2", scoring: Scoring = Scoring.DEDUCT, **changes: Any) -> Leaf:
    """An indicator leaf."""
    base = Leaf(
        code,
        "二级",
        f"指标{code}",
        d(points),
        ActionKind.REQUIRED,
        scoring,
        "",
        Frequency.YEAR,
        (),
        (),
        "党建部",
        Condition.ALWAYS,
        None,
        HERE,
    )
    return replace(base, **changes)


def check(unit_id: str = "u01", code: str = "B2.1", **changes: Any) -> Check:
    """A check that found the leaf met."""
    base = Check(
        unit_id,
        code,
        CheckStatus.MET,
        None,
        None,
        None,
        "检查人",
        day("2026-01-20"),
        None,
        None,
        None,
        None,
        HERE,
    )
    return replace(base, **changes)


def deduction(unit_id: str, code: str, minus: str) -> Deduction:
    """A deduction of so many points."""
    return Deduction(unit_id, code, 1, 1, d(minus), "缺少会议记录一次", "会议记录本", HERE)


def adjustment(
    id_: str, kind: AdjustmentKind, item: str, points: str | None = None, **changes: Any
) -> Adjustment:
    """An adjustment of u01, an event of its own."""
    base = Adjustment(
        id=id_,
        unit_id="u01",
        kind=kind,
        item=item,
        event=f"event-{id_}",
        points=None if points is None else d(points),
        what="事由",
        occurred_on=day("2025-08-01"),
        determined_on=None,
        determined_by=None,
        doc_no=None,
        effect=None,
        year_applied=2025,
        case_id=None,
        public_wording=None,
        wording_approved_by=None,
        origin=HERE,
    )
    return replace(base, **changes)


def component(unit_id: str, which: Component, score: str) -> ComponentScore:
    """A typed-in component score."""
    return ComponentScore(unit_id, which, d(score), "来源", HERE)


def decision(unit_id: str, grade: BoardGrade) -> Decision:
    """The decided grade of a board."""
    return Decision(TargetKind.BOARD, unit_id, None, grade, None, None, None, None, (), HERE)


def link(old: str | None, new: str | None, relation: LinkRelation = LinkRelation.RENAMED) -> LeafLink:
    """A crosswalk row."""
    return LeafLink(old, new, relation, None, HERE)


def count(ballot_class: str, dimension: Dimension, votes: str, **changes: Any) -> BallotCount:
    """Counts of the board of u01 from `优/良/一般/较差/弃`."""
    numbers = [int(part) for part in votes.split("/")]
    base = BallotCount(
        "u01", TargetKind.BOARD, None, ballot_class, dimension, *numbers, points_sum=None, origin=HERE
    )
    return replace(base, **changes)


def ballot_round(ballot_class: str, numbers: str, **changes: Any) -> BallotRound:
    """Accounting of the board sheet of u01 from `应到/实到/发出/收回/有效`."""
    expected, present, issued, returned, valid = (int(part) for part in numbers.split("/"))
    base = BallotRound(
        "u01",
        TargetKind.BOARD,
        ballot_class,
        expected,
        present,
        issued,
        returned,
        valid,
        returned - valid,
        "计票",
        "监票",
        None,
        None,
        HERE,
    )
    return replace(base, **changes)


def event(date: str, kind: RectificationEventType, **changes: Any) -> RectificationEvent:
    """A ledger event, complete enough for its kind unless changed."""
    on = day(date)
    complete: dict[RectificationEventType, dict[str, Any]] = {
        RectificationEventType.SUBMIT: {"done_on": on, "evidence": ("记录",)},
        RectificationEventType.CLOSE: {
            "verified_by": ("党建部甲", "党建部乙"),
            "approver": "党建部",
            "evidence": ("核验单",),
        },
        RectificationEventType.REOPEN: {"new_due": on + dt.timedelta(days=30)},
        RectificationEventType.EXTEND_APPROVE: {"approver": "党建部"},
        RectificationEventType.STAND: {"review_on": on + dt.timedelta(days=90)},
        RectificationEventType.SUSPEND: {"approver": "党建部", "resume_on": on + dt.timedelta(days=30)},
        RectificationEventType.MERGE: {"merged_into": "2025-u01-999"},
        RectificationEventType.VOID: {"approver": "党建部"},
    }
    return replace(EVENT, date=on, event=kind, **{**complete.get(kind, {}), **changes})


def rectification(*events: RectificationEvent, **entry: Any) -> Rectification:
    """A problem with its events, numbered in the order given."""
    facts = replace(ENTRY, **entry)
    numbered = (replace(one, id=facts.id, seq=n) for n, one in enumerate(events, 1))
    return Rectification(facts, tuple(numbered))


def year(
    units: Iterable[Unit] = (),
    leaves: Iterable[Leaf] = (),
    checks: Iterable[Check] = (),
    deductions: Iterable[Deduction] = (),
    **changes: Any,
) -> Year:
    """A year of the default scheme."""
    grouped: Mapping[tuple[str, str], tuple[Deduction, ...]] = {}
    for row in deductions:
        key = (row.unit_id, row.code)
        grouped = {**grouped, key: (*grouped.get(key, ()), row)}
    base = Year(
        year=2025,
        cycle=CYCLE,
        scheme=SCHEME,
        calendar=CALENDAR,
        units=tuple(units),
        unit_events=(),
        leaves=tuple(leaves),
        rules={},
        links=(),
        checks={(row.unit_id, row.code): row for row in checks},
        deductions=grouped,
        verifications=(),
        ballot_rounds=(),
        ballots=(),
        components=(),
        adjustments=(),
        decisions=(),
        commendations=(),
        cases=(),
        rectifications=(),
        errata=(),
    )
    return replace(base, **changes)
