"""整改过程: a problem's status, cycles and records after some of its events (domain.md 9.1, 9.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.terms import RectificationStatus as Status
from generator.store.values import value


@value(frozen=True, slots=True)
class Cycle:
    """整改轮次: the first from registration, one more for each reopening; earlier ones never change."""

    seq: int
    """From 1."""
    started_on: dt.date
    due_on: dt.date
    """原时限, immutable."""
    due_current: dt.date
    """现行时限, after approved extensions."""
    done_on: dt.date | None
    """完成日期 as claimed and not rejected."""
    closed_on: dt.date | None
    reopen_reason: str | None
    """None for the first."""


@dataclass(frozen=True)
class Extension:
    """延期: an application, and the approval when there is one; only the approval moves the date."""

    applied_on: dt.date
    requested: dt.date
    reason: str
    approved_on: dt.date | None
    new_due: dt.date | None


@dataclass(frozen=True)
class Misstep:
    """An event that may not happen as recorded; the status stays as it was."""

    event: RectificationEvent
    message: str
    hint: str


@value(frozen=True)
class Course:
    """How far a problem has come after some of its events."""

    entry: RectificationEntry
    extensions_most: int
    status: Status
    cycles: tuple[Cycle, ...]
    percent: int | None = None
    """Last recorded in this cycle."""
    submitted_on: dt.date | None = None
    """When the pending submission was handed in."""
    review_on: dt.date | None = None
    resume_on: dt.date | None = None
    merged_into: str | None = None
    extensions: tuple[Extension, ...] = ()
    rejections: tuple[RectificationEvent, ...] = ()
    """Over all cycles."""
    rejected_in_cycle: int = 0
    notices: tuple[RectificationEvent, ...] = ()
    missteps: tuple[Misstep, ...] = ()

    @property
    def cycle(self) -> Cycle:
        """The latest cycle."""
        return self.cycles[-1]

    @property
    def application(self) -> Extension | None:
        """The extension applied for in this cycle and not yet approved."""
        last = self.extensions[-1] if self.extensions else None
        waiting = last is not None and last.approved_on is None and last.applied_on >= self.cycle.started_on
        return last if waiting else None

    @property
    def approved(self) -> int:
        """How many extensions were approved."""
        return sum(extension.approved_on is not None for extension in self.extensions)

    def but(self, **changes: Any) -> Course:
        """The course with these values changed, once an event: twice as fast as `replace`."""
        made = object.__new__(Course)
        vars(made).update(vars(self), **changes)
        return made

    def with_cycle(self, cycle: Cycle) -> Course:
        """The course with its latest cycle replaced."""
        return self.but(cycles=(*self.cycles[:-1], cycle))


def start(entry: RectificationEntry, extensions_most: int) -> Course:
    """A problem just registered: 待认领, first cycle."""
    cycle = Cycle(1, entry.opened_on, entry.due_on, entry.due_on, None, None, None)
    return Course(entry, extensions_most, Status.REGISTERED, (cycle,))
