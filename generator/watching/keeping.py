"""What a watcher knows again after a restart: the last good state, and what each audience was shown of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.intake.snapshot import Kind, Seen, Snapshot
from generator.publishing.disk import replace_file, sync_folder
from generator.watching.fault import Fault

_VERSION = 1


@dataclass(frozen=True)
class Made:
    """What a release was made from."""

    sources: str
    """Digest of data and hand-written pages."""
    program: str
    id: str
    """Of the release."""


@dataclass
class Kept:
    """All of it."""

    good: Snapshot | None = None
    """The last state without errors in the data."""
    made: dict[str, Made] = field(default_factory=dict)
    """By audience, what was published last."""
    as_of: dict[str, str] = field(default_factory=dict)
    """By release, 数据截至."""
    alarms: dict[str, list[str]] = field(default_factory=dict)
    """What somebody may accept now: its id → what is lost, in Chinese."""


@dataclass(frozen=True)
class Keeper:
    """The files it is kept in."""

    folder: Path

    @property
    def _state(self) -> Path:
        return self.folder / "state.json"

    @property
    def _acceptance(self) -> Path:
        return self.folder / "accepted"

    def read(self) -> Kept:
        """What is kept; nothing when the file is missing or damaged."""
        try:
            found = json.loads(self._state.read_text(encoding="utf-8"))
            if found["version"] != _VERSION:
                return Kept()
            good = {path: _seen(one) for path, one in found["good"].items()}
            made = {name: Made(**one) for name, one in found["made"].items()}
            return Kept(Snapshot(good) if good else None, made, found["as_of"], found["alarms"])
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return Kept()

    def write(self, kept: Kept) -> None:
        """Keep it, whole or not at all."""
        entries = kept.good.entries if kept.good else {}
        told = {
            "version": _VERSION,
            "good": {path: _told(one) for path, one in entries.items()},
            "made": {name: vars(one) for name, one in kept.made.items()},
            "as_of": kept.as_of,
            "alarms": kept.alarms,
        }
        replace_file(self._state, json.dumps(told).encode("ascii"))
        sync_folder(self.folder)

    def accept(self, alarms: Iterable[str]) -> None:
        """Somebody says that these losses are meant."""
        replace_file(self._acceptance, "\n".join(alarms).encode("ascii"))

    def accepts(self, fault: Fault) -> bool:
        """Whether somebody said so of these losses."""
        try:
            return fault.acceptable and fault.id in self._acceptance.read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return False

    def forget_acceptance(self) -> None:
        """What was accepted is done, or came back."""
        self._acceptance.unlink(missing_ok=True)


def alarms_of(faults: Iterable[Fault]) -> dict[str, list[str]]:
    """Those somebody may accept."""
    return {one.id: [remark.text for remark in one.remarks] for one in faults if one.acceptable}


def _told(one: Seen) -> list[object]:
    return [one.kind.value, one.size, one.sha256, one.rows, one.whole]


def _seen(told: list[object]) -> Seen:
    kind, *rest = told
    return Seen(Kind(kind), *rest)  # type: ignore[arg-type] # as `_told` wrote it


def made_from(found: Snapshot, program: str) -> Mapping[str, str]:
    """What a site made of this snapshot goes by; `program` stands for the code that makes it."""
    templates = found.under("program").digest
    return {"sources": found.under("data", "content").digest, "program": f"{program}-{templates}"}
