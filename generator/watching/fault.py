"""Why readers still see the last good site, since when, and what a person must do about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256

from generator.problems import Problem
from generator.watching.orders import Orders


@dataclass(frozen=True)
class Remark:
    """One thing to tell, in Chinese."""

    text: str
    """All of it, for those who see everything."""
    file: str = ""
    """`data/2025/checks.csv`; empty when it is about no file."""
    line: int | None = None
    code: str = ""
    """Of the rule: `E104`."""


def remark_of(problem: Problem) -> Remark:
    """What is wrong in the data."""
    return Remark(str(problem), problem.place.file, problem.place.line, problem.code)


_CONFIRM = "确实要减少，请由管理员运行 {accept} 确认。"


class FaultKind(Enum):
    """What kept a site from being shown."""

    DATA = "数据有错误", "改好并保存后会自动发布。"
    SOURCE = "数据文件缺失", "文件恢复后会自动继续；" + _CONFIRM
    UNSEEN = "读不到数据", "请检查共享文件夹和权限；恢复后会自动继续。"
    REFUSED = "发布前检查没有通过", "改好并保存后会自动再发布。"
    SHRUNK = "网站内容比现在的少了一成以上", _CONFIRM
    MACHINE = "服务器故障", "会自动重试，请管理员处理。"
    INTERNAL = "内部错误", "请告知管理员；数据改动后会自动再试。"

    def __init__(self, label: str, remedy: str) -> None:
        self.label = label
        self._remedy = remedy

    def remedy(self, orders: Orders) -> str:
        """What to do; a command is whole."""
        return self._remedy.format(accept=orders.accept)


@dataclass(frozen=True)
class Fault:
    """What is wrong now."""

    kind: FaultKind
    since: dt.datetime
    remarks: Mapping[Remark, dt.datetime] = field(default_factory=dict)
    """Each with the time since when it is so."""

    @property
    def id(self) -> str:
        """What an acceptance names, so that it is one of just these losses and of no others."""
        told = "\n".join((self.kind.name, *(one.text for one in self.remarks)))
        return sha256(told.encode()).hexdigest()[:16]

    @property
    def acceptable(self) -> bool:
        """Whether a person may say that it is meant."""
        return self.kind in (FaultKind.SOURCE, FaultKind.SHRUNK)


def fault(kind: FaultKind, remarks: Iterable[Remark], now: dt.datetime, before: Fault | None) -> Fault:
    """The fault; what was so before keeps the time since when it is."""
    known = before.remarks if before is not None and before.kind is kind else {}
    since = before.since if before is not None and before.kind is kind else now
    return Fault(kind, since, {one: known.get(one, now) for one in remarks})
