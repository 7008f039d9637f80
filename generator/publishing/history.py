"""What was published and rolled back, a line an event, and the order of releases that follows from it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property


class Act(Enum):
    """What can happen to a site."""

    PUBLISHED = "publish"
    ROLLED_BACK = "rollback"
    RESTORED = "restore"
    """What was shown was missing or damaged, and an earlier release took its place."""


@dataclass(frozen=True)
class Event:
    """From when on a release was shown."""

    time: dt.datetime
    act: Act
    id: str

    @property
    def line(self) -> str:
        """As the file has it, without the line's end."""
        return json.dumps({"time": self.time.isoformat(), "act": self.act.value, "id": self.id})


@dataclass(frozen=True)
class Shown:
    """A release that was shown."""

    id: str
    since: dt.datetime
    """When it was published last."""
    withdrawn: bool = False
    """Whether it was rolled back from, and not published again."""


@dataclass(frozen=True)
class History:
    """All events, oldest first."""

    events: tuple[Event, ...] = ()

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """Every release once, in the order they were last published."""
        found: tuple[Shown, ...] = ()
        for event in self.events:
            known = [one.id for one in found]
            if event.act is not Act.PUBLISHED and event.id in known:
                at = known.index(event.id)
                found = (
                    *found[:at],
                    replace(found[at], withdrawn=False),
                    *(replace(one, withdrawn=True) for one in found[at + 1 :]),
                )
            else:
                found = (*(one for one in found if one.id != event.id), Shown(event.id, event.time))
        return found

    @property
    def current(self) -> str | None:
        """What is shown if nothing was cut short."""
        return self.events[-1].id if self.events else None

    def behind(self, release: str | None) -> Iterator[str]:
        """What a rollback from that release may go to, newest first: never one that was rolled back from."""
        known = [one.id for one in self.shown]
        end = known.index(release) if release in known else len(known)
        yield from (one.id for one in reversed(self.shown[:end]) if not one.withdrawn)

    def then(self, event: Event) -> History:
        """With one event more."""
        return History((*self.events, event))


def parse_history(text: str) -> History:
    """The events of a file; a line that was cut off or damaged is none."""
    return History(tuple(_events(text.splitlines())))


def _events(lines: Iterable[str]) -> Iterator[Event]:
    for line in lines:
        try:
            one = json.loads(line)
            yield Event(dt.datetime.fromisoformat(one["time"]), Act(one["act"]), str(one["id"]))
        except (ValueError, TypeError, KeyError):
            continue
