"""The life of a problem: statuses, cycles, dates, missteps."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.terms import Light, RectificationKind, RectificationStatus
from generator.model.terms import RectificationEventType as E
from generator.model.year import Rectification
from generator.scoring.rectification import Life, life, lives

from .builders import ENTRY, EVENT, RECTIFICATION_RULES, day, event, rectification

S = RectificationStatus


def as_of(date: str, problem: Rectification) -> Life:
    """The problem's life on a day under the default rules."""
    return life(problem, day(date), RECTIFICATION_RULES)


ACCEPT = event("2026-02-11", E.ACCEPT)
SUBMIT = event("2026-03-20", E.SUBMIT)
CLOSE = event("2026-04-01", E.CLOSE)


def test_a_registered_problem_waits_to_be_claimed() -> None:
    """No event yet: 待认领, one cycle, the registered due date."""
    it = as_of("2026-02-10", rectification())
    assert (it.status, it.due_current, len(it.cycles)) == (S.REGISTERED, day("2026-04-10"), 1)


@pytest.mark.parametrize(
    ("date", "status"),
    [
        ("2026-02-10", S.REGISTERED),
        ("2026-02-11", S.RECTIFYING),
        ("2026-03-20", S.PENDING),
        ("2026-04-01", S.CLOSED),
    ],
)
def test_only_events_up_to_the_day_count(date: str, status: S) -> None:
    """The status on each day of an ordinary life."""
    assert as_of(date, rectification(ACCEPT, SUBMIT, CLOSE)).status is status


def test_a_rejection_sets_the_progress_back() -> None:
    """Handed in at 100 % and sent back at 75 %: the progress is what was found, not what was claimed."""
    submit = replace(SUBMIT, percent=100)
    back = event("2026-03-25", E.REJECT, percent=75)
    assert as_of("2026-03-24", rectification(ACCEPT, submit)).percent == 100
    assert as_of("2026-03-26", rectification(ACCEPT, submit, back)).percent == 75


def test_closing_keeps_the_claimed_day_of_completion() -> None:
    """done_on from the submission, closed_on from the closing."""
    it = as_of("2026-04-30", rectification(ACCEPT, SUBMIT, CLOSE))
    assert (it.done_on, it.closed_on, it.on_time) == (day("2026-03-20"), day("2026-04-01"), True)


def test_a_rejection_sends_it_back_and_forgets_the_claim() -> None:
    """退回 keeps the record, not the completion date."""
    it = as_of("2026-04-30", rectification(ACCEPT, SUBMIT, event("2026-03-25", E.REJECT)))
    assert (it.status, it.done_on, it.submitted_on, len(it.rejections)) == (S.RECTIFYING, None, None, 1)


def test_reopening_starts_a_cycle_and_leaves_the_old_one() -> None:
    """重启: new due date and reason, the first cycle unchanged."""
    reopen = event("2026-05-10", E.REOPEN, new_due=day("2026-06-20"), text="问题反弹")
    it = as_of("2026-06-01", rectification(ACCEPT, SUBMIT, CLOSE, reopen))
    assert (it.status, it.reopened, it.due_current, it.closed_on) == (
        S.RECTIFYING,
        1,
        day("2026-06-20"),
        None,
    )
    assert it.cycles[0].closed_on == day("2026-04-01")
    assert it.cycles[1].reopen_reason == "问题反弹"


def test_a_new_cycle_starts_without_progress_or_rejections() -> None:
    """The record stays, the count towards the light begins anew."""
    first = (ACCEPT, event("2026-03-01", E.PROGRESS, percent=80), SUBMIT, event("2026-03-21", E.REJECT))
    again = (event("2026-03-22", E.SUBMIT), CLOSE, event("2026-05-10", E.REOPEN))
    it = as_of("2026-05-11", rectification(*first, *again))
    assert (it.percent, it.course.rejected_in_cycle, len(it.rejections)) == (None, 0, 1)


def test_an_application_does_not_move_the_date_until_approved() -> None:
    """9.3: the original date stays what it was, the current one moves on approval."""
    apply = event("2026-04-01", E.EXTEND_APPLY, new_due=day("2026-05-10"))
    problem = rectification(ACCEPT, apply, event("2026-04-03", E.EXTEND_APPROVE))
    assert as_of("2026-04-02", problem).due_current == day("2026-04-10")
    after = as_of("2026-04-03", problem)
    assert (after.due_on, after.due_current) == (day("2026-04-10"), day("2026-05-10"))
    assert after.extensions[0].approved_on == day("2026-04-03")


def test_a_third_extension_is_a_misstep() -> None:
    """At most as many as the scheme says; the date stays."""
    events = [ACCEPT]
    for n in range(3):
        events.append(event(f"2026-03-{n + 1:02}", E.EXTEND_APPLY, new_due=dt.date(2026, 5 + n, 1)))
        events.append(event(f"2026-03-{n + 1:02}", E.EXTEND_APPROVE))
    it = as_of("2026-04-01", rectification(*events))
    assert (it.due_current, it.approved_extensions) == (day("2026-06-01"), 2)
    assert [step.message for step in it.missteps] == ["「批准延期」超过最多延期次数"]


def test_immediate_problems_close_without_submission() -> None:
    """立行立改 may close directly; 限期整改 may not."""
    direct = (ACCEPT, event("2026-02-15", E.CLOSE))
    immediate = as_of("2026-03-01", rectification(*direct, kind=RectificationKind.IMMEDIATE))
    assert (immediate.status, immediate.done_on) == (S.CLOSED, day("2026-02-15"))
    deadline = as_of("2026-03-01", rectification(*direct))
    assert deadline.status is S.RECTIFYING
    assert "没有提交验收" in deadline.missteps[0].message


def test_standing_problems_are_reviewed() -> None:
    """转持续整改 needs the kind and a review date; progress may set the next one."""
    stand = event("2026-03-01", E.STAND, review_on=day("2026-06-01"))
    progress = event("2026-06-01", E.PROGRESS, review_on=day("2026-09-01"))
    it = as_of("2026-06-02", rectification(ACCEPT, stand, progress, kind=RectificationKind.STANDING))
    assert (it.status, it.review_on, it.missteps) == (S.STANDING, day("2026-09-01"), ())
    assert as_of("2026-06-02", rectification(ACCEPT, stand)).missteps


def test_suspended_problems_resume() -> None:
    """暂缓 and 恢复."""
    problem = rectification(ACCEPT, event("2026-03-01", E.SUSPEND), event("2026-03-20", E.RESUME))
    paused = as_of("2026-03-02", problem)
    assert (paused.status, paused.resume_on) == (S.SUSPENDED, day("2026-03-31"))
    assert as_of("2026-03-21", problem).status is S.RECTIFYING


def test_merged_and_void_problems_leave_the_count() -> None:
    """并案 and 作废 are final and grey."""
    merged = as_of("2026-03-02", rectification(event("2026-03-01", E.MERGE)))
    void = as_of("2026-03-02", rectification(event("2026-03-01", E.VOID)))
    assert (merged.merged_into, merged.counted, void.counted) == ("2025-u01-999", False, False)
    assert {merged.light, void.light} == {Light.GREY}
    assert (merged.light_words(), void.light_words()) == ("并案", "作废")


@pytest.mark.parametrize(
    ("steps", "part"),
    [
        ([event("2026-02-09", E.ACCEPT)], "早于登记日期"),
        ([CLOSE], "「待认领」状态下不能「销号」"),
        ([ACCEPT, replace(SUBMIT, evidence=())], "缺少佐证材料"),
        ([ACCEPT, replace(SUBMIT, done_on=None)], "缺少完成日期"),
        ([ACCEPT, replace(SUBMIT, done_on=day("2026-03-21"))], "完成日期"),
        ([ACCEPT, SUBMIT, replace(CLOSE, verified_by=())], "缺少验收人"),
        ([ACCEPT, SUBMIT, replace(CLOSE, verified_by=("支部书记",))], "验收人是责任人"),
        ([ACCEPT, SUBMIT, replace(CLOSE, approver=None)], "缺少审批"),
        ([ACCEPT, SUBMIT, CLOSE, event("2026-05-01", E.REOPEN, new_due=None)], "缺少新时限"),
        ([ACCEPT, event("2026-03-01", E.EXTEND_APPROVE, new_due=day("2026-09-01"))], "没有申请"),
        ([ACCEPT, event("2026-03-01", E.EXTEND_APPLY, new_due=day("2026-03-30"))], "新时限"),
        ([ACCEPT, event("2026-03-01", E.SUSPEND, resume_on=None)], "预计恢复"),
        ([event("2026-03-01", E.MERGE, merged_into=ENTRY.id)], "并入了自己"),
        ([event("2026-03-01", E.VOID, approver=None)], "缺少审批"),
    ],
)
def test_a_misstep_is_explained_and_changes_nothing(steps: list[Any], part: str) -> None:
    """The last event is refused in Chinese with a remedy; the status is that without it."""
    it = as_of("2026-06-30", rectification(*steps))
    before = as_of("2026-06-30", rectification(*steps[:-1]))
    assert part in it.missteps[-1].message
    assert it.missteps[-1].hint
    assert (it.status, it.cycles, it.missteps[:-1]) == (before.status, before.cycles, before.missteps)


def test_a_submission_after_the_due_date_is_flagged() -> None:
    """Blue with 逾期提交."""
    it = as_of("2026-04-20", rectification(ACCEPT, event("2026-04-15", E.SUBMIT)))
    assert (it.light, it.submitted_late, it.light_words()) == (Light.BLUE, True, "待验收（逾期提交）")


def test_problems_not_yet_registered_have_no_life() -> None:
    """A ledger of an earlier day holds what was registered by then."""
    assert lives([rectification()], day("2026-02-09"), RECTIFICATION_RULES) == ()
    assert len(lives([rectification()], day("2026-02-10"), RECTIFICATION_RULES)) == 1


DAYS = st.dates(day("2026-02-01"), day("2026-12-31"))
EVENTS = st.builds(
    lambda kind, date, bare, **fields: replace(
        EVENT if bare else event(date.isoformat(), kind), date=date, event=kind, **fields
    ),
    st.sampled_from(E),
    DAYS,
    st.booleans(),
    percent=st.none() | st.integers(0, 100),
    new_due=st.none() | DAYS,
)
PROBLEMS = st.builds(
    lambda events, kind: rectification(*events, kind=kind),
    st.lists(EVENTS, max_size=12),
    st.sampled_from(RectificationKind),
)


@given(PROBLEMS, DAYS)
def test_every_sequence_of_events_yields_a_status(problem: Rectification, on: dt.date) -> None:
    """Never an exception: what may not happen is a misstep, what may is one step of the course."""
    it = life(problem, on, RECTIFICATION_RULES)
    assert it.status in RectificationStatus
    assert (it.status is S.CLOSED) is (it.closed_on is not None)
    assert (it.status is S.PENDING) is (it.submitted_on is not None)
    assert len(it.missteps) <= sum(one.date <= on for one in problem.events)
    assert it.light_words()


@given(PROBLEMS, st.randoms(use_true_random=False), DAYS)
def test_the_order_of_rows_never_matters(problem: Rectification, random: Any, on: dt.date) -> None:
    """Events are taken by date and number."""
    shuffled = list(problem.events)
    random.shuffle(shuffled)
    other = Rectification(problem.entry, tuple(shuffled))
    assert life(other, on, RECTIFICATION_RULES).course == life(problem, on, RECTIFICATION_RULES).course


@given(PROBLEMS, EVENTS, DAYS)
def test_what_happens_later_never_changes_an_earlier_day(
    problem: Rectification, later: Any, on: dt.date
) -> None:
    """Closing, reopening or anything else after a day leaves that day as it was."""
    after = replace(later, date=on + dt.timedelta(days=1), seq=999)
    longer = Rectification(problem.entry, (*problem.events, after))
    one, other = life(problem, on, RECTIFICATION_RULES), life(longer, on, RECTIFICATION_RULES)
    assert (one.course, one.signal) == (other.course, other.signal)
