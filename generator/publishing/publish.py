"""Build, judge, stage, switch: readers see the old site or the new one, and nothing between."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.publishing.faults import MachineError, RefusedError, ShrunkError, machine_faults_told
from generator.publishing.history import Act, Event
from generator.publishing.manifest import EMPTY
from generator.publishing.pruning import prune
from generator.publishing.repair import prepare, repair
from generator.publishing.room import check_room
from generator.publishing.root import Root
from generator.publishing.shrinkage import losses
from generator.publishing.staging import Base, stage
from generator.publishing.survey import Surveyed, survey
from generator.publishing.switch import show, switching
from generator.publishing.turns import in_turn

KEEP = 5
"""Releases that stay for a rollback."""
_STAYS = "没有发布，网站没有变。"


class Judged(Protocol):
    """What a check says of a folder."""

    @property
    def code(self) -> int:
        """0 nothing found, 1 findings, 2 the check itself does not work."""

    @property
    def lines(self) -> Iterator[str]:
        """What a clerk reads."""


@dataclass(frozen=True)
class Publication:
    """What is to be published where, by whose hands."""

    root: Root
    build: Callable[[Path], object]
    """Writes the site into the folder it is given, where the last one may still be."""
    judge: Callable[[Path], Judged]
    """Whether that folder may be shown."""
    now: Callable[[], dt.datetime]
    """The time, for the history and for the age of releases."""
    keep: int = KEEP
    allow_shrink: bool = False
    order: str = ""
    """What else was asked for: only a publisher with the same order may do this one's work."""
    tell: Callable[[str], None] = lambda _: None


@dataclass(frozen=True)
class Published:
    """What is shown now."""

    id: str
    pages: int
    fresh: bool
    """Whether it was not shown before."""
    written: int = 0
    """Files that had to be written; the others are the same as before."""

    @property
    def told(self) -> str:
        """As people read it."""
        return f"{self.id}：{self.pages} 页，改写 {self.written} 个文件"


def publish(asked: Publication) -> Published | None:
    """What readers see now; None when another publisher, at work on the same, will publish the newest data.

    RefusedError when the new site may not be shown, MachineError when the machine fails, what `build` raises
    when there is no site: then what was shown stays.
    """
    root = asked.root
    if root.known is not None:
        root.known.turn()
    with machine_faults_told(root):
        prepare(root)
        return in_turn(root, asked.order, lambda: _attempt(asked), asked.tell)


def _attempt(asked: Publication) -> Published:
    with machine_faults_told(asked.root):
        with switching(asked.root):
            shown = repair(asked.root, asked.now(), asked.tell)
            name = asked.root.shown()
        check_room(asked.root.path, shown.manifest if shown else EMPTY)
        found = _built(asked, shown)
        if shown and found.manifest.id == shown.manifest.id:
            _check_unmoved(asked.root, name)
            return Published(found.manifest.id, found.manifest.pages, fresh=False)
        written = _staged(asked.root, found, shown)
        with switching(asked.root):
            _switch(asked, found, name)
    return Published(found.manifest.id, found.manifest.pages, fresh=True, written=written)


def _built(asked: Publication, shown: Surveyed | None) -> Surveyed:
    """What was built, if it may be shown; a build that may not is made from nothing the next time."""
    try:
        asked.build(asked.root.site)
        return _judged(asked, shown)
    except RefusedError:
        shutil.rmtree(asked.root.site, ignore_errors=True)
        raise


def _judged(asked: Publication, shown: Surveyed | None) -> Surveyed:
    """What was built, if it may be shown; digests are taken first, so that what is judged is published."""
    found = survey(asked.root.site, asked.root.known)
    if found.faults:
        raise RefusedError("\n".join((*found.faults, _STAYS)))
    if not any(entry.path == "index.html" for entry in found.manifest.entries):
        raise RefusedError(f"生成的网站没有首页 index.html。\n{_STAYS}")
    verdict = asked.judge(asked.root.site)
    if verdict.code:
        said = "\n".join((*verdict.lines, _STAYS))
        raise RefusedError(said) if verdict.code == 1 else MachineError(said)
    if shown and not asked.allow_shrink and (lost := list(losses(shown.extent, found.extent))):
        hint = "请先确认数据文件夹是完整的；确实要减少，请加上 --allow-shrink 重新发布。"
        raise ShrunkError(lost, _STAYS + hint)
    return found


def _staged(root: Root, found: Surveyed, shown: Surveyed | None) -> int:
    """The release is there under its name; how many files were written for it."""
    if root.intact(found.manifest.id):
        return 0
    check_room(root.path, found.manifest)
    base = Base(root.release(shown.manifest.id), shown.manifest.entries) if shown else None
    return stage(root, root.site, found.manifest, base)


def _check_unmoved(root: Root, before: str | None) -> None:
    """RefusedError when somebody rolled back meanwhile: they saw something nobody should see."""
    if root.shown() != before:
        raise RefusedError("发布期间有人回退了网站，本次没有切换，网站是回退后的样子。请确认数据后重新发布。")


def _switch(asked: Publication, found: Surveyed, before: str | None) -> None:
    """Show the release, and remove what is too old."""
    _check_unmoved(asked.root, before)
    now = asked.now()
    history = show(asked.root, Event(now, Act.PUBLISHED, found.manifest.id))
    prune(asked.root, history, asked.keep, now)
