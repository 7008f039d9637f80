"""When what was found has come to rest: pure, the time is an argument.

At rest is what looks the same for a while. Who saves without a pause is waited for only so long; a file that
is open in an office program, or whose last line is cut off, is waited for longer, and then named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.intake.snapshot import Kind, Snapshot
from generator.watching.fault import Remark
from generator.watching.sources import shown_path

REST = 0.5
"""Seconds between two equal looks that must do when there was no rest for too long."""


@dataclass(frozen=True)
class Patience:
    """How long what is waited for; all in seconds."""

    period: float = 2
    """From one look to the next."""
    stable: float = 5
    """What looks the same for so long is at rest; 20 on a share."""
    longest: float = 300
    """How long a restless editor is waited for."""
    open: float = 600
    """How long a file that is open, or cut off, is waited for."""
    retry: float = 60
    """Until what the machine refused is tried again."""


@dataclass(frozen=True)
class Rest:
    """What a look means."""

    new: bool
    """Whether there is something that was not dealt with."""
    ready: bool = False
    """Whether it is at rest."""
    hurried: bool = False
    """Whether it never came to rest, and the next look must come soon."""
    held: tuple[Remark, ...] = ()
    """Files that are waited for, in Chinese with the reason; when `ready`, those that no longer are."""


NOTHING_NEW = Rest(new=False)


@dataclass
class Settling:
    """What was seen so far of a change."""

    patience: Patience
    _last: Snapshot | None = None
    _since: float = 0.0
    """From when on it looked as it does."""
    _changed: float | None = None
    """When the change began."""
    _held: dict[str, float] = field(default_factory=dict)
    """By file that is waited for, from when on."""

    def saw(self, found: Snapshot, done: Snapshot | None, good: Snapshot | None, now: float) -> Rest:
        """What this look means, when `done` was dealt with before and `good` is what a site was made of."""
        if found == done:
            self.forget()
            return NOTHING_NEW
        if self._last is None or found != self._last:
            self._since = now
        self._last = found
        if self._changed is None:
            self._changed = now
        hurried = now - self._changed >= self.patience.longest
        held = self._holding(found, good, now)
        if now - self._since < (min(REST, self.patience.stable) if hurried else self.patience.stable):
            return Rest(new=True, hurried=hurried, held=tuple(held.values()))
        waited = all(now - self._held[path] >= self.patience.open for path in held)
        return Rest(new=True, ready=waited, held=tuple(held.values()))

    def forget(self) -> None:
        """The change was dealt with, or taken back."""
        self._last, self._changed = None, None
        self._held.clear()

    def _holding(self, found: Snapshot, good: Snapshot | None, now: float) -> Mapping[str, Remark]:
        """The files that are waited for, with the reason."""
        held = dict(_suspects(found, good or Snapshot()))
        for path in self._held.keys() - held.keys():
            del self._held[path]
        for path in held:
            self._held.setdefault(path, now)
        return held


def _suspects(found: Snapshot, good: Snapshot) -> Iterator[tuple[str, Remark]]:
    """Changed files that are open, or that end in the middle of a line and did not before."""
    for path, seen in found.entries.items():
        before = good.entries.get(path)
        if seen.kind is not Kind.FILE or seen == before:
            continue
        shown = shown_path(path)
        if path in found.locked:
            yield path, Remark(f"{shown}：正在被打开编辑", shown)
        elif not seen.whole and before is not None and before.whole:
            yield path, Remark(f"{shown}：最后一行不完整，可能还没有写完", shown)
