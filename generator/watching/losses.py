"""What vanished since the last good state: a folder that is not mounted is no deletion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.intake.snapshot import Kind, Snapshot, Source
from generator.watching.fault import Remark
from generator.watching.sources import DATA, PROGRAM, shown_path

TENTH = 10
"""A loss of one row in so many is asked about."""


def unreachable(found: Snapshot, sources: tuple[Source, ...]) -> tuple[Remark, ...]:
    """Why nothing can be made of what was found: no data, or what the system does not let us see."""
    return (*_no_data(found, sources), *_unreadable(found))


def _no_data(found: Snapshot, sources: tuple[Source, ...]) -> Iterator[Remark]:
    for source in sources:
        if source.slot == PROGRAM and source.name not in found.entries:
            yield Remark(f"找不到程序的 {source.path.name}", source.path.name)
        if source.slot != DATA:
            continue
        files = [one for path, one in found.entries.items() if path.startswith(f"{source.name}/")]
        if source.name not in found.entries:
            yield Remark(f"找不到数据文件夹 {source.path.name}，可能是共享文件夹没有连接", source.path.name)
        elif not any(one.kind is Kind.FILE for one in files) and not _is_unseen(found, source):
            yield Remark(f"数据文件夹 {source.path.name} 是空的，可能是共享文件夹没有连接", source.path.name)


def _is_unseen(found: Snapshot, source: Source) -> bool:
    return found.entries[source.name].kind is Kind.UNREADABLE


def _unreadable(found: Snapshot) -> Iterator[Remark]:
    for path, seen in sorted(found.entries.items()):
        if seen.kind is Kind.UNREADABLE:
            shown = shown_path(path)
            yield Remark(f"{shown} 打不开（{seen.why}）", shown)


def lost(found: Snapshot, good: Snapshot | None) -> tuple[Remark, ...]:
    """Files that are gone, a folder that went with all of its own told once, and tables a tenth shorter."""
    if good is None:
        return ()
    return (*_gone(found, good), *_shorter(found, good))


def _gone(found: Snapshot, good: Snapshot) -> Iterator[Remark]:
    files = [path for path, seen in good.entries.items() if seen.kind is Kind.FILE]
    gone = [path for path in files if path not in found.entries and not path.startswith(f"{PROGRAM}/")]
    for path, count in sorted(Counter(_topmost(path, found) for path in gone).items()):
        shown = shown_path(path)
        inside = f"整个文件夹（{count} 个文件）" if path not in good.entries or path not in files else "文件"
        yield Remark(f"{shown} 不见了：{inside}", shown)


def _topmost(path: str, found: Snapshot) -> str:
    """The highest folder above the file that is gone too, else the file."""
    above = [str(one) for one in PurePosixPath(path).parents if str(one).count("/") >= 1]
    return next((one for one in reversed(above) if one not in found.entries), path)


def _shorter(found: Snapshot, good: Snapshot) -> Iterator[Remark]:
    for path, before in sorted(good.entries.items()):
        now = found.entries.get(path)
        if now is not None and now.kind is Kind.FILE and now.rows < before.rows:
            fewer = before.rows - max(now.rows, 0)
            if fewer and fewer * TENTH >= before.rows:
                shown = shown_path(path)
                yield Remark(f"{shown} 由 {before.rows} 行减到 {max(now.rows, 0)} 行", shown)
