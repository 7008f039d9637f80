"""一个问题的整改: status, cycles, dates and light as of a day, from its events alone (domain.md 9.2–9.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce

from generator.model import scheme
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.terms import Light, RectificationStatus
from generator.model.year import Rectification
from generator.scoring.course import Course, Cycle, Extension, Misstep, start
from generator.scoring.events import follow
from generator.scoring.lights import ENDED, Signal, light_text, signal
from generator.store.values import value

UNCOUNTED = frozenset({RectificationStatus.MERGED, RectificationStatus.VOID})


@value(frozen=True)
class Life:
    """A problem as of a day; what happens later never changes it."""

    rectification: Rectification
    as_of: dt.date
    course: Course
    rules: scheme.Rectification

    @cached_property
    def signal(self) -> Signal:
        """预警 and what it is told from; many ask for the status alone."""
        return signal(self.course, self.as_of, self.rules)

    @property
    def entry(self) -> RectificationEntry:
        """The problem as registered."""
        return self.rectification.entry

    @property
    def id(self) -> str:
        """问题编号."""
        return self.entry.id

    @property
    def status(self) -> RectificationStatus:
        """销号状态, derived."""
        return self.course.status

    @property
    def cycles(self) -> tuple[Cycle, ...]:
        """All cycles, first to latest."""
        return self.course.cycles

    @property
    def due_on(self) -> dt.date:
        """原时限 of the latest cycle."""
        return self.course.cycle.due_on

    @property
    def due_current(self) -> dt.date:
        """现行时限 of the latest cycle."""
        return self.course.cycle.due_current

    @property
    def done_on(self) -> dt.date | None:
        """完成日期 of the latest cycle, claimed and not rejected."""
        return self.course.cycle.done_on

    @property
    def closed_on(self) -> dt.date | None:
        """销号日期 of the latest cycle."""
        return self.course.cycle.closed_on

    @property
    def submitted_on(self) -> dt.date | None:
        """Since when it waits for verification; None when it does not."""
        return self.course.submitted_on

    @property
    def percent(self) -> int | None:
        """当前进度 last recorded in the latest cycle, 0–100."""
        return self.course.percent

    @property
    def review_on(self) -> dt.date | None:
        """下次复核."""
        return self.course.review_on

    @property
    def resume_on(self) -> dt.date | None:
        """预计恢复 while 暂缓."""
        return self.course.resume_on

    @property
    def merged_into(self) -> str | None:
        """The problem it was merged into."""
        return self.course.merged_into

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """延期 applied for, over all cycles."""
        return self.course.extensions

    @property
    def approved_extensions(self) -> int:
        """How many extensions were approved, over all cycles."""
        return self.course.approved

    @property
    def rejections(self) -> tuple[RectificationEvent, ...]:
        """退回, over all cycles."""
        return self.course.rejections

    @property
    def notices(self) -> tuple[RectificationEvent, ...]:
        """督办."""
        return self.course.notices

    @property
    def reopened(self) -> int:
        """How often it was reopened."""
        return len(self.cycles) - 1

    @property
    def missteps(self) -> tuple[Misstep, ...]:
        """Events that may not happen as recorded."""
        return self.course.missteps

    @property
    def light(self) -> Light:
        """预警."""
        return self.signal.light

    @property
    def days_left(self) -> int | None:
        """Days to the date the light looks at, negative when overdue; None when grey or blue."""
        return self.signal.days_left

    @property
    def counted(self) -> bool:
        """Whether it counts in 问题总数: not void, not merged."""
        return self.status not in UNCOUNTED

    @property
    def open(self) -> bool:
        """Whether it is neither closed nor out of the ledger."""
        return self.status not in ENDED

    @property
    def overdue(self) -> bool:
        """逾期: not closed, not pending, current due date before `as_of`."""
        return self.open and self.status is not RectificationStatus.PENDING and self.due_current < self.as_of

    @property
    def submitted_late(self) -> bool:
        """逾期提交: pending, and done after the current due date."""
        pending = self.status is RectificationStatus.PENDING
        return pending and self.done_on is not None and self.done_on > self.due_current

    @property
    def on_time(self) -> bool:
        """按期销号: closed not later than the current due date."""
        closed = self.status is RectificationStatus.CLOSED
        return closed and self.closed_on is not None and self.closed_on <= self.due_current

    def light_words(self, words: Mapping[Light, str] | None = None) -> str:
        """The words beside the light; merged and void problems say so, a late submission too."""
        if not self.counted:
            return self.status.label
        text = light_text(self.light, self.days_left, words, self.signal.cause)
        return f"{text}（逾期提交）" if self.submitted_late else text


def life(rectification: Rectification, as_of: dt.date, rules: scheme.Rectification) -> Life:
    """The problem as of a day, from its events up to that day by date and number; never raises."""
    events = sorted(
        (event for event in rectification.events if event.date <= as_of),
        key=lambda event: (event.date, event.seq),
    )
    course = reduce(follow, events, start(rectification.entry, rules.extensions_most))
    return Life(rectification, as_of, course, rules)


def lives(
    rectifications: Iterable[Rectification], as_of: dt.date, rules: scheme.Rectification
) -> tuple[Life, ...]:
    """The problems registered by a day, as of that day, in the order given."""
    return tuple(life(one, as_of, rules) for one in rectifications if one.entry.opened_on <= as_of)
