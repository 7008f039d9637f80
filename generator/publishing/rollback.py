"""The release before is shown again, at once and without a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

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
        history = root.history()
        for name in history.behind(root.shown() or history.current):
            if root.intact(name):
                show(root, Event(now, Act.ROLLED_BACK, name))
                return name
            if root.release(name).exists():
                tell(f"{name} 已损坏，再往前找")
    raise RefusedError("没有更早的发布可以回退，网站没有变。")
