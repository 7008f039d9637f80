"""One look after the other: what came to rest, and lost nothing, is copied and published."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from generator.contract.fields import Audience
from generator.intake.files import explain_os
from generator.intake.snapshot import Snapshot, take_snapshot
from generator.watching.board import Board
from generator.watching.desk import Desk
from generator.watching.fault import Fault, FaultKind, Remark, fault
from generator.watching.keeping import alarms_of
from generator.watching.log import Log
from generator.watching.losses import lost, unreachable
from generator.watching.mirror import copy_sources
from generator.watching.settling import NOTHING_NEW, REST, Patience, Rest, Settling
from generator.watching.showing import Windows
from generator.watching.sources import Sources
from generator.watching.status import Activity, Status
from generator.watching.stopping import Stop, StoppedError
from generator.watching.sweeping import Sweep

SHARE = 4
"""A look that takes long comes no more often than after so many times as long."""


@dataclass
class Watcher:
    """What is watched, and what became of it so far."""

    sources: Sources
    copy: Path
    """Folder of the private copy."""
    desk: Desk
    board: Board
    patience: Patience
    done: Snapshot | None = None
    """The state that was dealt with last, well or not."""
    loss: Fault | None = None
    """What is missing or cannot be read, and stands in everybody's way."""
    _settling: Settling = field(init=False)
    _log: Log = field(init=False)
    _sweep: Sweep = field(init=False)
    _windows: Windows = field(default_factory=Windows)
    _rest: Rest = NOTHING_NEW
    _hasty: tuple[Remark, ...] = ()
    """Files that were published though they were open, or cut off; told until the next publication."""

    def __post_init__(self) -> None:
        self._settling = Settling(self.patience)
        self._log = Log(self.board.tell, self.board.report)
        self._sweep = Sweep(self.desk.clock.monotonic)

    def step(self) -> float:
        """Look once and do what follows; the seconds until the next look."""
        started = self.desk.clock.monotonic()
        found = take_snapshot(self.sources.all)
        now = self.desk.clock.monotonic()
        self._rest = rest = self._settling.saw(found, self.done, self.desk.kept.good, now)
        if not rest.new:
            self.loss = None
            if self.desk.wants_again(now):
                self._publish(found, self.desk.due(found), accepted=False)
            self._sweep.at_leisure()
        elif rest.ready:
            self._consider(found)
        delay = max(self.patience.period, SHARE * (now - started))
        if rest.hurried and not rest.ready:
            delay = min(delay, REST)
        self._tell(self._activity(), delay)
        return delay

    @property
    def _held(self) -> tuple[Remark, ...]:
        """What is waited for, or was not waited for any longer."""
        return (*self._rest.held, *self._hasty)

    def _activity(self) -> Activity:
        return Activity.SETTLING if self._rest.new and self.loss is None else Activity.WATCHING

    def _consider(self, found: Snapshot) -> None:
        """Publish what came to rest, unless something is missing that was there."""
        if unseen := unreachable(found, self.sources.all):
            self._miss(FaultKind.UNSEEN, unseen)
            return
        due = self.desk.due(found)
        accepted = False
        if due and (missing := lost(found, self.desk.kept.good)):
            self._miss(FaultKind.SOURCE, missing)
            accepted = self.loss is not None and self.desk.keeper.accepts(self.loss)
            if not accepted:
                return
        self._publish(found, due, accepted=accepted)

    def _miss(self, kind: FaultKind, remarks: Iterable[Remark]) -> None:
        self.loss = fault(kind, remarks, self.desk.clock.now(), self.loss)

    def _publish(self, found: Snapshot, due: tuple[Audience, ...], *, accepted: bool) -> None:
        """Copy the state, publish it from the copy, and be done with it."""
        self.desk.settle(due)
        if due:
            if not self._copied(found):
                return
            self._tell(Activity.PUBLISHING, None)
            with self.board.beating(), self._sweep.publishing():
                self.desk.publish_all(found, due, accepted=accepted)
            self._hasty = tuple(
                Remark(f"{one.text}，等了很久，已照现在的内容发布", one.file) for one in self._rest.held
            )
            for one in self._hasty:
                self.board.tell(one.text)
        self.done = found
        self.loss = None
        self._rest = NOTHING_NEW
        self._settling.forget()

    def _copied(self, found: Snapshot) -> bool:
        """Whether the copy is that state; if not, it changed meanwhile, and the next look sees it."""
        try:
            return copy_sources(found, self.sources.all, self.sources.of_copy(self.copy).all, self.copy)
        except OSError as error:
            self._miss(FaultKind.MACHINE, [Remark(f"{error.filename} 写不了（{explain_os(error)}）")])
            return False

    def fail(self) -> None:
        """Say that something went wrong that nobody foresaw."""
        traceback.print_exc(file=sys.stderr)
        self.loss = fault(FaultKind.INTERNAL, (), self.desk.clock.now(), self.loss)
        self._tell(Activity.WATCHING, self.patience.period)

    def close(self) -> None:
        """Say that nobody watches any more."""
        self._tell(Activity.STOPPED, None)

    def _tell(self, activity: Activity, delay: float | None) -> None:
        self._keep_alarms()
        self.board.post(self._statuses(activity, delay))
        faults = dict(self._faults())
        self._log.faults(faults)
        self.board.post_report(_without_machine(faults), self._held)

    def _keep_alarms(self) -> None:
        """What may be accepted is kept for who asks; what was accepted is over when nothing is missing."""
        faults = [self.loss, *self.desk.faults.values()]
        alarms = alarms_of(one for one in faults if one is not None)
        if alarms != self.desk.kept.alarms:
            self.desk.kept.alarms = alarms
            self.desk.keeper.write(self.desk.kept)
            if not alarms:
                self.desk.keeper.forget_acceptance()

    def _statuses(self, activity: Activity, delay: float | None) -> Iterator[Status]:
        now = self.desk.clock.now()
        kept = self.desk.kept
        for audience, root in self.desk.roots.items():
            yield Status(
                audience,
                activity,
                self.patience.period,
                heartbeat=now,
                looked=now,
                next_look=None if delay is None else now + timedelta(seconds=delay),
                shown=self._windows.shown(root, kept.as_of, kept.made.get(audience.value)),
                fault=self.loss or self.desk.faults.get(audience),
                held=self._held,
            )

    def _faults(self) -> Iterator[tuple[str, Fault]]:
        """What stands in the way, by whose it is."""
        if self.loss is not None:
            yield "数据文件夹", self.loss
        for audience, one in self.desk.faults.items():
            yield "数据" if one.kind is FaultKind.DATA else f"{audience.label}版网站", one


def _without_machine(faults: Mapping[str, Fault]) -> Mapping[str, Fault]:
    """As the person who mends the data reads them: what the machine said is not for them."""
    return {
        whose: replace(one, remarks={}) if one.kind is FaultKind.MACHINE else one
        for whose, one in faults.items()
    }


def follow(watcher: Watcher, stop: Stop) -> None:
    """Look until somebody asks to end; what nobody foresaw is told, and the next look comes."""
    try:
        while not stop.asked:
            try:
                delay = watcher.step()
            except Exception:  # a bug of ours must not end what should run for months
                watcher.fail()
                delay = watcher.patience.period
            stop.sleep(delay)
    except StoppedError:
        pass
    finally:
        watcher.close()
