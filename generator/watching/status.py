"""What one audience is shown, what the watcher does, and what is wrong: for a program and for a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.contract.fields import Audience
from generator.watching.fault import Fault, Remark
from generator.watching.wording import told

ALARM = 3
"""A heartbeat older than so many periods means that the watcher is dead."""


class Activity(Enum):
    """What the watcher is doing."""

    WATCHING = "没有新的改动"
    SETTLING = "发现改动，等文件保存完"
    PUBLISHING = "正在生成、检查和发布"
    STOPPED = "监视程序已停止"


@dataclass(frozen=True)
class Shown:
    """What readers see."""

    id: str
    since: dt.datetime
    pages: int | None
    as_of: str
    """数据截至, as the data writes it; empty when nobody knows."""
    rolled_back: bool = False
    """Whether somebody went back to it, and what was published last is held back."""


@dataclass(frozen=True)
class Status:
    """All there is to tell of one audience."""

    audience: Audience
    activity: Activity
    period: float
    """Seconds."""
    heartbeat: dt.datetime
    looked: dt.datetime | None
    """When the folders were looked at last."""
    next_look: dt.datetime | None
    shown: Shown | None
    fault: Fault | None
    held: tuple[Remark, ...] = ()
    """What is waited for, or was not any longer."""

    @property
    def problems(self) -> Iterator[tuple[Remark, dt.datetime]]:
        """What this audience reads of the fault, with the time since when."""
        if self.fault is not None:
            for whole, since in self.fault.remarks.items():
                yield from ((one, since) for one in told([whole], self.fault.kind, self.audience))

    @property
    def notes(self) -> tuple[Remark, ...]:
        """What this audience reads of what is waited for."""
        return tuple(told(self.held, None, self.audience))

    def as_json(self) -> dict[str, object]:
        """`status.json`."""
        fault = self.fault
        return {
            "version": 1,
            "audience": self.audience.value,
            "activity": self.activity.name.lower(),
            "heartbeat": self.heartbeat.isoformat(),
            "looked_at": _time(self.looked),
            "next_look": _time(self.next_look),
            "period_seconds": self.period,
            "shown": self._shown(),
            "fault": fault and {"kind": fault.kind.name.lower(), "since": _time(fault.since)},
            "problems": [vars(one) | {"since": _time(since)} for one, since in dict(self.problems).items()],
            "notes": [one.text for one in self.notes],
        }

    def _shown(self) -> dict[str, object] | None:
        if self.shown is None:
            return None
        one = self.shown
        return {
            "id": one.id,
            "since": _time(one.since),
            "pages": one.pages,
            "as_of": one.as_of or None,
            "rolled_back": one.rolled_back,
        }


def _time(time: dt.datetime | None) -> str | None:
    return None if time is None else time.isoformat()
