"""What an interrupted run left is put right before the next one begins."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable

from generator.publishing.disk import PRIVATE, append_line, make_folder, remove_folder
from generator.publishing.history import Act, Event, History
from generator.publishing.root import LINK, TEMPORARY, Root
from generator.publishing.survey import Surveyed
from generator.publishing.switch import point_previous, show


def prepare(root: Root) -> None:
    """The folders there must be."""
    for folder in (root.path, root.releases, root.manifests):
        make_folder(folder)
    make_folder(root.work, PRIVATE)


def repair(root: Root, now: dt.datetime, tell: Callable[[str], None]) -> Surveyed | None:
    """Remove what was cut short and make sure a whole release is shown; what it is, None when there is none.

    A release that was staged whole and never shown goes too: nobody has seen it, making it again is cheap.
    """
    _remove_litter(root)
    history = _rebuilt(root)
    name = root.shown()
    found = root.intact(name) if name else None
    if found is None:
        found = _restored(root, history, now, tell)
    elif name and name != history.current:
        told = [one.id for one in history.shown if not one.withdrawn]
        append_line(root.log, Event(now, Act.ROLLED_BACK if name in told else Act.PUBLISHED, name).line)
    _remove_unshown(root)
    point_previous(root, root.history())
    return found


def _remove_litter(root: Root) -> None:
    for folder in (root.path, root.releases, root.manifests):
        for one in sorted(folder.iterdir()):
            if one.name.startswith((TEMPORARY, LINK)):
                if one.is_dir() and not one.is_symlink():
                    shutil.rmtree(one)
                else:
                    one.unlink()


def _rebuilt(root: Root) -> History:
    """The history; when the file is lost, from the releases there are and the time of their folders."""
    history = root.history()
    if history.events:
        return history
    for name in sorted(root.names(), key=lambda name: root.release(name).stat().st_mtime):
        time = dt.datetime.fromtimestamp(root.release(name).stat().st_mtime, tz=dt.UTC).astimezone()
        append_line(root.log, Event(time, Act.PUBLISHED, name).line)
    return root.history()


def _restored(root: Root, history: History, now: dt.datetime, tell: Callable[[str], None]) -> Surveyed | None:
    """The newest whole release, shown from here on; never one that was rolled back from."""
    damaged = root.shown()
    for name in history.behind(None):
        if name != damaged and (found := root.intact(name)):
            show(root, Event(now, Act.RESTORED, name))
            tell(f"现有网站{'已损坏' if damaged else '的链接丢失'}，已恢复为完好的 {name}")
            return found
    if damaged:
        tell(f"现有网站 {damaged} 已损坏，也没有其他完好的发布可用")
    return None


def _remove_unshown(root: Root) -> None:
    known = {one.id for one in root.history().shown} | {root.shown()}
    for name in root.names():
        if name not in known:
            remove_folder(root.release(name))
    there = set(root.names())
    for file in sorted(root.manifests.iterdir()):
        if file.stem not in there:
            file.unlink()
