"""The release before is shown again, at once and without a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from generator.publishing.faults import RefusedError, machine_faults_told
from generator.publishing.history import Act, Event
from generator.publishing.root import Root
from generator.publishing.switch import show, switching


def roll_back(root: Root, now: dt.datetime, tell: Callable[[str], None]) -> str:
    """The name of the release that is shown now; twice goes further back.

    RefusedError when nothing was published before, or nothing of it is whole.
    """
    if not root.path.is_dir():
        raise RefusedError(f"{root.path} 中还没有发布过网站。")
    with machine_faults_told(root), switching(root):
        name = _behind(root, tell)
        if name is not None:
            show(root, Event(now, Act.ROLLED_BACK, name))
            return name
    raise RefusedError("没有更早的发布可以回退，网站没有变。")


def stuck(roots: Iterable[Root]) -> tuple[Root, ...]:
    """Those that have nothing to go back to; nothing is changed."""
    return tuple(one for one in roots if not one.path.is_dir() or _behind(one) is None)


def _behind(root: Root, tell: Callable[[str], None] = lambda _: None) -> str | None:
    """The newest release before that is whole; None when there is none."""
    history = root.history()
    for name in history.behind(root.shown() or history.current):
        if root.intact(name):
            return name
        if root.release(name).exists():
            tell(f"{name} 已损坏，再往前找")
    return None
