"""Files a process read before: it need not read them again while they are the same on the disk."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.publishing.shrinkage import rows_in

RACY = 2_000_000_000
"""Nanoseconds a file must have been at rest: written twice within a tick of the clock it looks the same."""


@dataclass(frozen=True)
class Content:
    """What there is to know of a file."""

    size: int
    sha256: str
    rows: int
    """Rows of tables, of a page."""


def content_of(path: str) -> Content:
    """Of the bytes that are there."""
    found = Path(path).read_bytes()
    return Content(len(found), sha256(found).hexdigest(), rows_in(path, found))


Mark = tuple[int, int, int, int]
"""Device, number, size and time of a file."""


@dataclass
class KnownFiles:
    """What was read in this publication and in the one before."""

    _before: dict[Mark, Content] = field(default_factory=dict)
    _now: dict[Mark, Content] = field(default_factory=dict)

    def turn(self) -> None:
        """Begin a publication: what the last one did not meet is forgotten."""
        self._before, self._now = self._now, {}

    def content(self, entry: os.DirEntry[str]) -> Content:
        """Of a file, read only if it is not known or not long enough at rest."""
        status = entry.stat(follow_symlinks=False)
        mark = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._now.get(mark) or self._before.get(mark)
        if known is None:
            rested = time.time_ns() - status.st_mtime_ns > RACY
            known = content_of(entry.path)
            if not rested:
                return known
        self._now[mark] = known
        return known
