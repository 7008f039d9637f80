"""Why a file of the site was made last, and at which build: what `kaohe explain` tells.

Kept small: a book that was made whole is one line, and what was made again later is dropped from older lines.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum


class Reason(Enum):
    """Why a file was made, in the words a clerk reads."""

    FIRST = "first", "这里第一次生成网站"
    DAMAGED = "damaged", "生成记录损坏，不知道上次做了什么，全部重做"
    VERSION = "version", "生成记录是另一个版本的程序写的，全部重做"
    GONE = "gone", "网站的文件夹不在了，全部重做"
    CODE = "code", "程序、模板或设置有变化，全部重做"
    BOOK = "book", "这本书是新的，全部新做"
    FRAME = "frame", "每页都有的部分（页眉、栏目、数据截至）或手写页面有变化，全书重做"
    THEME = "theme", "主题文件或手写页面的成品缺失，全书重做"
    KIND = "kind", "书中有了一种新的页面，外框要重做，全书重做"
    LINK = "link", "书中有页面链接的地址不在了，全书重做，以核对每个链接"
    NEW = "new", "这是新的页面或文件"
    SOURCE = "source", "做成它的内容有变化"
    MISSING = "missing", "文件不在网站里了，补做"
    REPLANNED = "replanned", "这一年度重新规划过；往年各页由什么做成没有逐页记下，全部重做"

    said: str

    def __new__(cls, value: str, said: str) -> Reason:
        """A reason with its name in the state, and what is said of it."""
        reason = object.__new__(cls)
        reason._value_ = value
        reason.said = said
        return reason


@dataclass(frozen=True)
class Run:
    """One build of a site."""

    number: int = 0
    """From 1; 0 before the first."""
    time: str = ""
    """When it began, local time: `2026-11-26 13:32:05`."""


NEVER = Run()


@dataclass(frozen=True)
class Making:
    """Files of one book that were made at one build for one reason."""

    run: Run
    reason: Reason
    paths: frozenset[str] | None = None
    """Below the book's root; None for all of them."""
    rewritten: bool = True
    """Whether their bytes became others than before; of `others` the opposite holds."""
    others: frozenset[str] = frozenset()

    def made(self, path: str) -> bool:
        """Whether the file was made then."""
        return self.paths is None or path in self.paths

    def changed(self, path: str) -> bool:
        """Whether a file that was made had other bytes than before."""
        return self.rewritten != (path in self.others)

    def settled(self, files: Collection[str], changed: Collection[str]) -> Making:
        """The same, knowing which files changed; `files` are all that "all of them" means."""
        made = files if self.paths is None else self.paths
        other = frozenset(path for path in made if path in changed)
        same = frozenset(made) - other
        rewritten = len(same) <= len(other)
        return replace(self, rewritten=rewritten, others=same if rewritten else other)


def grouped(run: Run, reasons: Mapping[str, Reason], files: Collection[str]) -> tuple[Making, ...]:
    """One making for each reason; `reasons` are those of the files that were made, out of `files`."""
    by_reason: dict[Reason, set[str]] = {}
    for path, reason in reasons.items():
        by_reason.setdefault(reason, set()).add(path)
    return tuple(
        Making(run, reason, None if len(paths) == len(files) else frozenset(paths))
        for reason, paths in by_reason.items()
    )


def continued(before: Sequence[Making], now: Sequence[Making], files: Collection[str]) -> tuple[Making, ...]:
    """The history of a book, oldest first, without what was made again or is gone."""
    if any(one.paths is None for one in now):
        return tuple(now)
    again = frozenset[str]().union(*(one.paths for one in now if one.paths is not None))
    return (*_still(before, again, files), *now)


def last_making(history: Sequence[Making], path: str) -> Making | None:
    """When and why the file was made last; None when nothing is known of it."""
    return next((one for one in reversed(history) if one.made(path)), None)


def _still(before: Sequence[Making], again: Collection[str], files: Collection[str]) -> Sequence[Making]:
    """The makings some file still stands by."""
    kept = []
    for one in before:
        paths = one.paths and frozenset(path for path in one.paths if path in files and path not in again)
        if paths is None or paths:
            kept.append(replace(one, paths=paths, others=one.others if paths is None else one.others & paths))
    return kept
