"""What became of a small invented year: problems, commendations, a case, a correction."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from generator.editions.commendations import Commendation
from generator.editions.ledger import Happening, Ledger, Problem
from generator.model.commendations import Case, CaseResult
from generator.model.errata import Erratum
from generator.model.terms import (
    CaseStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    ItemAudience,
    Light,
    ProblemArea,
    RecipientKind,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    Severity,
)
from tests.pages.rules import ORIGIN

AS_OF = {2024: dt.datetime(2025, 6, 30, 18, 0), 2025: dt.datetime(2026, 6, 30, 18, 0)}  # noqa: DTZ001


def ledger(year: int = 2025) -> Ledger:
    """2025: one closed, one 6 days overdue, one due in 20 days; 2024: one closed."""
    problems = _problems_2025() if year == 2025 else (problem("2024-U02-001", "u02", light=Light.GREY),)
    return Ledger(problems, (("u01", "B2.1"),) if year == 2025 else ())


def _problems_2025() -> tuple[Problem, ...]:
    return (
        problem("2025-U01-001", "u01", light=Light.GREY),
        problem("2025-U01-002", "u01", light=Light.RED, days_left=-6),
        problem("2025-U03-001", "u03", light=Light.GREEN, days_left=20),
    )


def problem(problem_id: str, unit_id: str, light: Light, days_left: int | None = None) -> Problem:
    """A problem of leaf B2.1; closed when the light is grey."""
    closed = light is Light.GREY
    due = AS_OF[int(problem_id[:4])].date() + dt.timedelta(days=days_left or 0)
    words = f"逾期 {-(days_left or 0)} 天" if light is Light.RED else light.label
    return Problem(
        id=problem_id,
        unit_id=unit_id,
        co_units=("u02",) if unit_id == "u03" else (),
        unit_from=None,
        source=RectificationSource.CHECKLIST,
        leaf_code="B2.1",
        area=ProblemArea.B,
        severity=Severity.ORDINARY,
        problem="三季度支部党员大会没有会议记录",
        cause="记录人调整后没有交接",
        measures=("补齐会议记录", "明确记录人"),
        acceptance="抽查三次会议记录齐全",
        kind=RectificationKind.DEADLINE,
        owner="党支部书记",
        supervisor_dept="党建工作部",
        opened_on=dt.date(due.year, 2, 11),
        due_on=due,
        due_current=due,
        done_on=due if closed else None,
        closed_on=due if closed else None,
        percent=100 if closed else 40,
        cycle=1,
        status=RectificationStatus.CLOSED if closed else RectificationStatus.RECTIFYING,
        light=light,
        light_words=words,
        days_left=days_left,
        light_due=None if closed else due,
        light_held=False,
        overdue=light not in (Light.GREY, Light.BLUE) and days_left is not None and days_left < 0,
        mechanism=None,
        happenings=(
            Happening(
                dt.date(due.year, 2, 12), RectificationEventType.ACCEPT, "单位认领", "一号队", None, None, ()
            ),
        ),
    )


def commendations(year: int = 2025) -> tuple[Commendation, ...]:
    """2025: 一号队 as 先进集体 and one member of 二号队; 2024: 一号队 under its old name."""
    collective = commendation(f"C-{year}-001", "u01", "一号掘进队" if year == 2025 else "第一掘进队")
    if year != 2025:
        return (collective,)
    person = replace(
        commendation("C-2025-002", "u02", "张三"),
        type=CommendationType.EXCELLENT_MEMBER,
        recipient_kind=RecipientKind.PERSON,
        position="班长",
        case_id=None,
    )
    return (replace(collective, case_id="case-2025-01"), person)


def commendation(commendation_id: str, unit_id: str, recipient: str) -> Commendation:
    """A decided 先进集体."""
    year = int(commendation_id.split("-")[1]) + 1
    return Commendation(
        id=commendation_id,
        batch="年度表彰",
        type=CommendationType.ADVANCED_UNIT,
        level=CommendationLevel.COMPANY,
        recipient_kind=RecipientKind.COLLECTIVE,
        recipient=recipient,
        unit_id=unit_id,
        position=None,
        citation="全年安全生产无事故，党建与生产深度融合。",
        status=CommendationStatus.COMMENDED,
        notice_from=dt.date(year, 3, 2),
        notice_to=dt.date(year, 3, 6),
        contact_dept="党委组织部",
        phone="0000-1234",
        doc_no=f"×党发〔{year}〕8号",
        date=dt.date(year, 3, 9),
        case_id=None,
        revoked_on=None,
        revoke_reason=None,
    )


def case(year: int = 2025) -> Case:
    """A case of 一号队 with one figure."""
    return Case(
        id=f"case-{year}-01",
        unit_id="u01",
        title="党员责任区带动掘进提速",
        area=ProblemArea.D,
        problem="掘进进度落后于计划",
        practice=("划分党员责任区", "每周公布进度"),
        result="掘进进尺提高四分之一",
        results=(CaseResult("掘进进尺", Decimal(1000), Decimal(1250), "米", ORIGIN),),
        conditions=("班组党员不少于三人",),
        contact_dept="党建工作部",
        selected_by="专项考核组",
        status=CaseStatus.PROMOTED,
        promoted_to=("u02",),
        attachments=(),
        origin=ORIGIN,
    )


def erratum() -> Erratum:
    """A correction of a score."""
    return Erratum(
        dt.date(2026, 4, 1),
        "二号队 B2.1 得分",
        "20.5",
        "20",
        "录入有误",
        "×党发〔2026〕12号",
        ItemAudience.STAFF,
        ORIGIN,
    )
