"""The ledger of a made-up unit: problems in every stage of their course, with the events that led there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.contract import rectifications
from generator.model.terms import ProblemArea, RectificationKind, RectificationSource, Severity
from generator.model.terms import RectificationEventType as Event
from tests.bench.company import MadeUpUnit
from tests.bench.made_up_checks import Outcome
from tests.bench.tables import TableRow

_VERIFIERS = ("党建工作部主管", "人力资源部干事")
_CLOSED = ((2, Event.ACCEPT, None), (15, Event.PROGRESS, 45), (40, Event.PROGRESS, 90))
_COURSES = (
    (RectificationKind.IMMEDIATE, ((2, Event.ACCEPT, None), (5, Event.CLOSE, 100))),
    (RectificationKind.DEADLINE, (*_CLOSED, (50, Event.SUBMIT, 100), (55, Event.CLOSE, None))),
    (RectificationKind.DEADLINE, (*_CLOSED, (58, Event.SUBMIT, 100), (66, Event.CLOSE, None))),
    (RectificationKind.STAGED, (*_CLOSED, (80, Event.SUBMIT, 100), (84, Event.REJECT, None))),
    (RectificationKind.STAGED, (*_CLOSED, (85, Event.SUBMIT, 100))),
    (RectificationKind.STANDING, ((2, Event.ACCEPT, None), (30, Event.PROGRESS, 40))),
    (RectificationKind.STANDING, (*_CLOSED, (60, Event.STAND, None))),
    (RectificationKind.DEADLINE, ()),
)
"""Days after registration, event, progress."""
_SOURCES = (RectificationSource.SITE, RectificationSource.INTERVIEW, RectificationSource.BALLOT)
_TOLD = (
    "三季度设备检修返工{count}次，影响生产11小时",
    "夜班跟班比例偏低，11月仅有{count}个班次",
    "材料回收复用少于计划，差额{count}万元",
    "新工人师带徒合同漏签{count}份，培训滞后",
)
_SEEN = (
    "1月{day}日现场查看，避灾硐室牌板缺失{count}处",
    "职工座谈中{count}人反映班组奖金分配没有张榜",
    "1月{day}日夜间抽查，调度记录与交接班本有{count}处不一致",
    "测评意见反映班子下井带班次数少，全年仅{count}次达到要求",
)
_WORDS = {
    Event.ACCEPT: "召开班子会研究，认领整改任务",
    Event.PROGRESS: "已明确责任分工，制定整改清单，完成{percent}%",
    Event.SUBMIT: "整改完成并附佐证材料，请予验收",
    Event.REJECT: "复核发现2处签字不全，退回补充材料",
    Event.CLOSE: "两名验收人复核，措施落实到位，同意销号",
    Event.STAND: "转为长期坚持，按季复核",
}


@dataclass(frozen=True)
class MadeUpProblem:
    """One problem of the ledger."""

    id: str
    source: RectificationSource
    source_ref: str | None
    area: ProblemArea
    problem: str
    nth: int
    """Which of the unit's problems, from 0: its course follows from it."""


def problems(
    unit: MadeUpUnit, year: int, found: tuple[Outcome, ...], count: int
) -> tuple[MadeUpProblem, ...]:
    """So many problems: one of the report, the rest of lost leaves and, when these run out, of visits."""
    lost = [one for one in found if one.loss]
    made = []
    for nth in range(count):
        one = lost[nth - 1] if 0 < nth <= len(lost) else None
        number = f"{year}-{unit.id.upper()}-{nth + 1:03}"
        if nth == 0:
            source, ref, area = RectificationSource.SELF_REPORT, report_id(unit, year), ProblemArea.PRODUCTION
            text = shortcoming(unit, year)
        elif one and one.loss:
            source, ref, area = RectificationSource.CHECKLIST, one.leaf.code, ProblemArea(one.leaf.code[0])
            text = f"{year + 1}年1月检查{one.leaf.name}时发现，{one.loss.reason}"
        else:
            source, ref, area = _SOURCES[nth % 3], None, ProblemArea.E
            text = (
                f"{year + 1}年1月{19 + nth % 11}日现场查看，{unit.short_name}{nth}号硐室牌板缺失{nth + 1}处"
            )
        made.append(MadeUpProblem(number, source, ref, area, text, nth))
    return tuple(made)


def shortcoming(unit: MadeUpUnit, year: int) -> str:
    """What the unit itself reports as wrong."""
    return _TOLD[(unit.number + year) % len(_TOLD)].format(count=unit.number % 9 + 2)


def issues(made: Sequence[MadeUpProblem]) -> Mapping[str, str]:
    """The problems that came from leaves, by leaf code."""
    return {
        one.source_ref: one.id
        for one in made
        if one.source is RectificationSource.CHECKLIST and one.source_ref
    }


def report_id(unit: MadeUpUnit, year: int) -> str:
    """The number of the unit's report."""
    return f"R-{year}-{unit.id.upper()}"


def ledger_rows(
    unit: MadeUpUnit,
    year: int,
    made: Sequence[MadeUpProblem],
    days: Mapping[RectificationKind, int],
    helper: str,
) -> Iterator[TableRow]:
    """Entries and events; `helper` is the unit that helps with the last problem."""
    opened_on = dt.date(year + 1, 2, 9)
    for one in made:
        kind, course = _COURSES[one.nth % len(_COURSES)]
        yield (
            rectifications.RECTIFICATIONS,
            _entry(unit, one, kind, opened_on, days[kind])
            | {"co_units": helper if one is made[-1] and helper != unit.id else None},
        )
        for seq, (after, event, percent) in enumerate(course, start=1):
            day = opened_on + dt.timedelta(days=after)
            row = {"id": one.id, "seq": seq, "date": day, "percent": percent}
            yield rectifications.RECTIFICATION_EVENTS, row | _event(event, day, percent)


def _entry(
    unit: MadeUpUnit, one: MadeUpProblem, kind: RectificationKind, opened_on: dt.date, days: int
) -> dict[str, object]:
    return {
        "id": one.id,
        "source": one.source,
        "source_ref": one.source_ref,
        "unit_id": unit.id,
        "area": one.area,
        "severity": list(Severity)[one.nth % 5 // 2],
        "problem": one.problem,
        "cause": "日常由一人经办，缺少复核，班组自查每月不足1次",
        "measures": ("逐项补齐缺少的2类记录", "每月5日前由书记复核签字"),
        "acceptance": "连续三个月抽查10份记录，要素齐全率100%",
        "kind": kind,
        "lead_leader": "党委副书记",
        "owner": "党支部书记",
        "handler": "办事员",
        "supervisor_dept": "党建工作部",
        "coordinator": "党建工作部主管",
        "opened_on": opened_on,
        "due_on": opened_on + dt.timedelta(days=days),
        "mechanism": "《支部工作台账管理办法》",
        "sensitive": False,
    }


def _event(event: Event, day: dt.date, percent: int | None) -> dict[str, object]:
    closing, done = event is Event.CLOSE, event in (Event.SUBMIT, Event.CLOSE)
    return {
        "event": event,
        "text": _WORDS[event].format(percent=percent),
        "by": "党建工作部" if closing else "党支部书记",
        "done_on": day if done and percent is not None else None,
        "evidence": ("台账复印件8份", "前后对比照片") if done else None,
        "verified_by": _VERIFIERS if closing else None,
        "approver": "党建工作部负责人" if closing else None,
        "review_on": dt.date(day.year, 9, 30) if event is Event.STAND else None,
    }
