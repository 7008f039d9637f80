"""销号状态机: which event may follow which status, what it needs and what it changes (domain.md 9.2, 9.3).

Total: an event that may not happen becomes a `Misstep` and changes nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.model.rectifications import RectificationEvent
from generator.model.terms import RectificationEventType as Event
from generator.model.terms import RectificationKind as Kind
from generator.model.terms import RectificationStatus as Status
from generator.scoring.course import Course, Cycle, Extension, Misstep


@dataclass(frozen=True)
class Need:
    """What an event must bring."""

    holds: Callable[[Course, RectificationEvent], bool]
    message: str
    hint: str


@dataclass(frozen=True)
class Step:
    """One kind of event: the statuses it may happen in, its needs in order, what it changes."""

    event: Event
    enters_from: frozenset[Status]
    needs: tuple[Need, ...]
    effect: Callable[[Course, RectificationEvent], Course]


def follow(course: Course, event: RectificationEvent) -> Course:
    """The course after one more event, or with one more misstep."""
    step = STEPS[event.event]
    if event.date < course.entry.opened_on:
        return _misstep(course, event, "事件日期早于登记日期", "请核对事件日期和登记日期")
    if course.status not in step.enters_from:
        usual = "、".join(status.label for status in Status if status in step.enters_from)
        message = f"「{course.status.label}」状态下不能「{event.event.label}」"
        return _misstep(course, event, message, f"该事件只能发生在{usual}状态，请核对事件和先后次序")
    for need in step.needs:
        if not need.holds(course, event):
            return _misstep(course, event, f"「{event.event.label}」{need.message}", need.hint)
    return step.effect(course, event)


def _misstep(course: Course, event: RectificationEvent, message: str, hint: str) -> Course:
    return course.but(missteps=(*course.missteps, Misstep(event, message, hint)))


def _moves_to(status: Status) -> Callable[[Course, RectificationEvent], Course]:
    return lambda course, _: course.but(status=status, resume_on=None)


def _progress(course: Course, event: RectificationEvent) -> Course:
    percent = course.percent if event.percent is None else event.percent
    return course.but(percent=percent, review_on=event.review_on or course.review_on)


def _submit(course: Course, event: RectificationEvent) -> Course:
    moved = _progress(course, event).but(status=Status.PENDING, submitted_on=event.date)
    return moved.with_cycle(replace(course.cycle, done_on=event.done_on))


def _reject(course: Course, event: RectificationEvent) -> Course:
    moved = _progress(course, event).but(
        status=Status.RECTIFYING,
        submitted_on=None,
        rejections=(*course.rejections, event),
        rejected_in_cycle=course.rejected_in_cycle + 1,
    )
    return moved.with_cycle(replace(course.cycle, done_on=None))


def _close(course: Course, event: RectificationEvent) -> Course:
    moved = course.but(status=Status.CLOSED, submitted_on=None)
    return moved.with_cycle(replace(course.cycle, done_on=_done_on(course, event), closed_on=event.date))


def _done_on(course: Course, event: RectificationEvent) -> dt.date:
    """The completion a closing rests on: as submitted, else as written on the closing, else its day."""
    return course.cycle.done_on or event.done_on or event.date


def _reopen(course: Course, event: RectificationEvent) -> Course:
    due = event.new_due or course.cycle.due_current
    cycle = Cycle(course.cycle.seq + 1, event.date, due, due, None, None, event.text)
    return course.but(
        status=Status.RECTIFYING,
        cycles=(*course.cycles, cycle),
        percent=None,
        review_on=None,
        rejected_in_cycle=0,
    )


def _apply(course: Course, event: RectificationEvent) -> Course:
    requested = event.new_due or course.cycle.due_current
    return course.but(
        extensions=(*course.extensions, Extension(event.date, requested, event.text, None, None))
    )


def _new_due(course: Course, event: RectificationEvent) -> dt.date | None:
    application = course.application
    return event.new_due or (application.requested if application else None)


def _approve(course: Course, event: RectificationEvent) -> Course:
    due = _new_due(course, event) or course.cycle.due_current
    approved = replace(course.extensions[-1], approved_on=event.date, new_due=due)
    moved = course.but(extensions=(*course.extensions[:-1], approved))
    return moved.with_cycle(replace(course.cycle, due_current=due))


def _stand(course: Course, event: RectificationEvent) -> Course:
    return _progress(course, event).but(status=Status.STANDING)


def _suspend(course: Course, event: RectificationEvent) -> Course:
    return course.but(status=Status.SUSPENDED, resume_on=event.resume_on)


def _merge(course: Course, event: RectificationEvent) -> Course:
    return course.but(status=Status.MERGED, merged_into=event.merged_into)


def _notice(course: Course, event: RectificationEvent) -> Course:
    return course.but(notices=(*course.notices, event))


def _later_due(course: Course, event: RectificationEvent) -> bool:
    due = _new_due(course, event)
    return due is not None and due > course.cycle.due_current


def _verified(course: Course, event: RectificationEvent) -> bool:
    return course.status is Status.RECTIFYING or bool(event.verified_by)


_APPROVER = Need(lambda _, e: bool(e.approver), "缺少审批", "请填写批准的部门或职务")
_DOING = frozenset({Status.RECTIFYING, Status.STANDING})
_OPEN = frozenset({Status.REGISTERED, Status.PENDING, Status.SUSPENDED}) | _DOING
_LATER = Need(_later_due, "缺少新时限，或新时限不晚于现行时限", "请填写晚于现行时限的新时限")

_STEPS: tuple[Step, ...] = (
    Step(Event.ACCEPT, frozenset({Status.REGISTERED}), (), _moves_to(Status.RECTIFYING)),
    Step(Event.PROGRESS, _OPEN - {Status.REGISTERED}, (), _progress),
    Step(
        Event.SUBMIT,
        _DOING,
        (
            Need(lambda c, _: bool(c.entry.acceptance), "缺少验收标准", "请在台账填写验收标准"),
            Need(lambda _, e: bool(e.evidence), "缺少佐证材料", "请至少填写一件佐证材料"),
            Need(lambda _, e: e.done_on is not None, "缺少完成日期", "请填写整改完成的日期"),
            Need(
                lambda c, e: e.done_on is not None and c.cycle.started_on <= e.done_on <= e.date,
                "的完成日期早于本轮开始或晚于提交日期",
                "请核对完成日期",
            ),
        ),
        _submit,
    ),
    Step(Event.REJECT, frozenset({Status.PENDING}), (), _reject),
    Step(
        Event.CLOSE,
        _DOING | {Status.PENDING},
        (
            Need(
                lambda c, _: c.status is not Status.RECTIFYING or c.entry.kind is Kind.IMMEDIATE,
                "前没有提交验收",
                "只有立行立改可以直接销号，其他问题请先提交验收",
            ),
            Need(
                lambda c, e: c.status is not Status.RECTIFYING or bool(e.evidence),
                "缺少佐证材料",
                "立行立改直接销号也须填写一件佐证材料",
            ),
            Need(_verified, "缺少验收人", "请填写验收人"),
            Need(
                lambda c, e: c.entry.owner not in e.verified_by, "的验收人是责任人", "请由责任人以外的人验收"
            ),
            _APPROVER,
            Need(lambda c, e: _done_on(c, e) <= e.date, "早于完成日期", "请核对销号日期和完成日期"),
        ),
        _close,
    ),
    Step(
        Event.REOPEN,
        frozenset({Status.CLOSED}),
        (
            Need(
                lambda _, e: e.new_due is not None and e.new_due >= e.date,
                "缺少新时限，或新时限早于重启日期",
                "请填写重启后的新时限",
            ),
        ),
        _reopen,
    ),
    Step(Event.EXTEND_APPLY, _DOING | {Status.SUSPENDED}, (_LATER,), _apply),
    Step(
        Event.EXTEND_APPROVE,
        _OPEN - {Status.REGISTERED},
        (
            Need(lambda c, _: c.application is not None, "前没有申请", "请先登记「申请延期」"),
            Need(lambda c, _: c.approved < c.extensions_most, "超过最多延期次数", "请按方案核对延期次数"),
            _APPROVER,
            _LATER,
        ),
        _approve,
    ),
    Step(
        Event.STAND,
        _DOING,
        (
            Need(
                lambda c, _: c.entry.kind in (Kind.STANDING, Kind.STAGED),
                "只适用于长期坚持或分阶段的问题",
                "请核对整改类型",
            ),
            Need(lambda _, e: e.review_on is not None, "缺少下次复核日期", "请填写下次复核日期"),
        ),
        _stand,
    ),
    Step(
        Event.SUSPEND,
        frozenset({Status.RECTIFYING}),
        (
            Need(lambda _, e: bool(e.approver or e.doc_no), "缺少审批或文号", "请填写批准的部门或文号"),
            Need(lambda _, e: e.resume_on is not None, "缺少预计恢复日期", "请填写预计恢复的日期"),
        ),
        _suspend,
    ),
    Step(Event.RESUME, frozenset({Status.SUSPENDED}), (), _moves_to(Status.RECTIFYING)),
    Step(
        Event.MERGE,
        _OPEN,
        (
            Need(
                lambda c, e: e.merged_into not in (None, c.entry.id),
                "缺少并入的问题，或并入了自己",
                "请填写并案后的问题编号",
            ),
        ),
        _merge,
    ),
    Step(Event.VOID, _OPEN, (_APPROVER,), _moves_to(Status.VOID)),
    Step(Event.NOTICE, _OPEN, (), _notice),
)

STEPS: Mapping[Event, Step] = {step.event: step for step in _STEPS}
