"""Which release is shown, and the line in the history that says so."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publishing.disk import append_line, point, sync_folder
from generator.publishing.history import Event, History
from generator.publishing.root import Root


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else holds this lock meanwhile; the system frees it whatever becomes of us."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def switching(root: Root) -> Iterator[None]:
    """Held for moments while links and releases change hands, so a rollback never waits for a build."""
    with locked(root.path / ".switch"):
        yield


def show(root: Root, event: Event) -> History:
    """Readers see the event's release from here on, also after a loss of power; gives the new history.

    The history is written last: what is cut short before is shown and not told, which `repair` makes good.
    """
    history = root.history().then(event)
    point_previous(root, history)
    point(root.current, f"releases/{event.id}")
    sync_folder(root.path)
    append_line(root.log, event.line)
    return history


def point_previous(root: Root, history: History) -> None:
    """`previous` leads where a rollback would, or is not there."""
    there = set(root.names())
    name = next((one for one in history.behind(history.current) if one in there), None)
    if name is None:
        root.previous.unlink(missing_ok=True)
    elif name != root.before():
        point(root.previous, f"releases/{name}")
