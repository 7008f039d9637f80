"""The sites, one an audience: which are due, how publishing them went, and what stands in the way."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from generator.contract.fields import Audience
from generator.intake.snapshot import Snapshot
from generator.problems import DataError, KaoheError
from generator.publishing.faults import MachineError, RefusedError, ShrunkError
from generator.publishing.publish import Published
from generator.publishing.root import Root
from generator.watching.fault import Fault, FaultKind, Remark, fault, remark_of
from generator.watching.keeping import Keeper, Made, made_from
from generator.watching.log import switched

Publish = Callable[[Audience, bool], Published | None]
"""Builds one audience's site from the copy, judges and shows it; True if a tenth less is meant.

Errors as `generator.publishing.publish`.
"""


@dataclass(frozen=True)
class Clock:
    """The time, in two ways."""

    monotonic: Callable[[], float] = time.monotonic
    """Seconds, for what is waited for: nobody sets it."""
    now: Callable[[], datetime] = lambda: datetime.now().astimezone().replace(microsecond=0)
    """Only for what is shown."""


class Data(Enum):
    """What publishing told of the data."""

    GOOD = "good"
    """A site can be made of it, though it may not be one to show."""
    BAD = "bad"
    UNKNOWN = "unknown"


@dataclass
class Desk:
    """What was published of which state."""

    roots: Mapping[Audience, Root]
    """Who sees most comes first: an error in anything stops them all."""
    publish: Publish
    as_of: Callable[[], str]
    """数据截至 of the copy."""
    keeper: Keeper
    program: str
    """Digest of the code of this process."""
    retry: float
    """Seconds until what the machine refused is tried again."""
    clock: Clock
    tell: Callable[[str], None] = lambda _: None
    faults: dict[Audience, Fault] = field(default_factory=dict)
    _retry_at: float | None = None

    def __post_init__(self) -> None:
        self.kept = self.keeper.read()

    def due(self, found: Snapshot) -> tuple[Audience, ...]:
        """The audiences that were not shown this state.

        Who rolled back a release did not want to see it again: not for a new program either.
        """
        made = made_from(found, self.program)
        return tuple(one for one, root in self.roots.items() if self._is_due(one, root, made))

    def _is_due(self, audience: Audience, root: Root, made: Mapping[str, str]) -> bool:
        last = self.kept.made.get(audience.value)
        if last is None or root.shown() is None or last.sources != made["sources"]:
            return True
        if last.program == made["program"]:
            return False
        return not any(one.id == last.id and one.withdrawn for one in root.history().shown)

    def wants_again(self, now: float) -> bool:
        """Whether what was dealt with must be published once more: time has come, or somebody accepted."""
        accepted = any(self.keeper.accepts(one) for one in self.faults.values())
        return accepted or (self._retry_at is not None and now >= self._retry_at)

    def publish_all(self, found: Snapshot, due: Iterable[Audience], *, accepted: bool) -> None:
        """Publish to these audiences; errors of the data stop the others too, anything else does not."""
        self._retry_at = None
        outcomes = set()
        try:
            for audience in due:
                outcomes.add(self._attempt(found, audience, accepted=accepted))
                if Data.BAD in outcomes:
                    break
        finally:  # also when somebody asks to end between two of them
            self._keep(found if Data.GOOD in outcomes and Data.BAD not in outcomes else None)

    def settle(self, due: Iterable[Audience]) -> None:
        """Those that are not due have nothing in their way."""
        for audience in self.faults.keys() - set(due):
            del self.faults[audience]

    def _keep(self, good: Snapshot | None) -> None:
        """A state whose data is good is what losses are counted from."""
        if good is not None:
            self.kept.good = good
        there = {name for root in self.roots.values() for name in root.names()}
        self.kept.as_of = {name: text for name, text in self.kept.as_of.items() if name in there}
        self.keeper.write(self.kept)

    def _attempt(self, found: Snapshot, audience: Audience, *, accepted: bool) -> Data:
        before = self.faults.get(audience)
        accepted = accepted or (before is not None and self.keeper.accepts(before))
        try:
            done = self.publish(audience, accepted)
        except Exception as error:  # one that is a bug of ours too: it must not end what runs for months
            return self._explained(audience, error)
        if done is None:  # another publisher does it; see that it did
            self._retry_at = self.clock.monotonic() + self.retry
            return Data.UNKNOWN
        self.faults.pop(audience, None)
        self.kept.made[audience.value] = Made(id=done.id, **made_from(found, self.program))
        self.kept.as_of[done.id] = self.as_of()
        if done.fresh:
            self.tell(switched(audience, done))
        return Data.GOOD

    def _explained(self, audience: Audience, error: Exception) -> Data:
        match error:
            case DataError():
                self._refuse(remark_of(one) for one in error.problems if one.level.stops)
                return Data.BAD
            case ShrunkError():
                self._fail(audience, FaultKind.SHRUNK, error.lost)
                return Data.GOOD
            case RefusedError():
                self._fail(audience, FaultKind.REFUSED, str(error).splitlines())
                return Data.GOOD
            case MachineError():
                self._fail(audience, FaultKind.MACHINE, [str(error)])
                self._retry_at = self.clock.monotonic() + self.retry
            case KaoheError():
                self._refuse([Remark(str(error))])
                return Data.BAD
            case _:
                traceback.print_exception(error, file=sys.stderr)
                self._fail(audience, FaultKind.INTERNAL, ())
        return Data.UNKNOWN

    def _refuse(self, remarks: Iterable[Remark]) -> None:
        """What is wrong in the data is wrong for all."""
        told, now = tuple(remarks), self.clock.now()
        self.faults = {one: fault(FaultKind.DATA, told, now, self.faults.get(one)) for one in self.roots}

    def _fail(self, audience: Audience, kind: FaultKind, lines: Iterable[str]) -> None:
        remarks = [Remark(line) for line in lines]
        self.faults[audience] = fault(kind, remarks, self.clock.now(), self.faults.get(audience))
