"""Whether a file is the one it was, told from its status: without reading it."""

from __future__ import annotations

import os
import time
from pathlib import Path

RACY = 2_000_000_000
"""Nanoseconds a file must have been at rest: written twice within a tick of the clock it looks the same."""

Mark = tuple[int, int, int, int]
"""Device, number, size and time of a file: another one for other bytes, if it was at rest."""


def mark_of(file: Path) -> Mark | None:
    """The mark of a file; None if it is gone, or changed a moment ago."""
    try:
        return mark_in(file.stat(follow_symlinks=False))
    except OSError:
        return None


def mark_in(status: os.stat_result) -> Mark | None:
    """The same, of a file whose status was asked for."""
    if time.time_ns() - status.st_mtime_ns < RACY:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
