"""Which releases go: the oldest, never one that may still be needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.publishing.disk import remove_folder
from generator.publishing.history import History
from generator.publishing.root import Root

YOUNG = dt.timedelta(hours=24)
"""A page that was opened so long ago may still ask for its pictures."""


def doomed(history: History, keep: int, now: dt.datetime) -> Iterator[str]:
    """All but the newest `keep`, what is shown, what a rollback would show, and what is younger than a day.

    A time in the future, of a clock that was wrong, counts as young.
    """
    kept = {one.id for one in history.shown[-keep:]} | {history.current}
    kept.add(next(history.behind(history.current), None))
    kept |= {one.id for one in history.shown if now - one.since < YOUNG}
    yield from (one.id for one in history.shown if one.id not in kept)


def prune(root: Root, history: History, keep: int, now: dt.datetime) -> None:
    """Remove them, the folder before its manifest."""
    there = set(root.names())
    for name in doomed(history, keep, now):
        if name in there:
            remove_folder(root.release(name))
            root.manifest(name).unlink(missing_ok=True)
