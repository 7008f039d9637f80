"""Files a process read before: it need not read them again while they are the same on the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.publishing.shrinkage import rows_in
from generator.store.marks import Mark, mark_in


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
        mark = mark_in(entry.stat(follow_symlinks=False))
        if mark is None:
            return content_of(entry.path)
        known = self._now.get(mark) or self._before.get(mark)
        if known is None:
            known = content_of(entry.path)
        self._now[mark] = known
        return known
