"""What lies in a folder: plain files that are planned, and everything else by name."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from operator import attrgetter
from pathlib import Path

from generator.gate.views import LARGEST, UnreadableError
from generator.intake.files import explain_os
from generator.store.values import value

_LITTER: tuple[tuple[str, str], ...] = (
    ("~$*", "办公软件的临时文件"),
    (".git", "版本库"),
    (".*", "隐藏文件"),
    ("*.bak", "备份文件"),
    ("*~", "备份文件"),
    ("*.tmp", "临时文件"),
    ("*.swp", "临时文件"),
    ("*.csv", "数据文件"),
    ("*.xlsx", "数据文件"),
    ("*.yml", "数据文件"),
    ("*.yaml", "数据文件"),
)
_name = attrgetter("name")


@value(frozen=True, slots=True)
class Found:
    """One file or folder."""

    path: str
    """Below the folder that is looked at, with forward slashes; one more behind an empty folder."""
    file: Path
    fault: str = ""
    """Why it is no plain file, in Chinese."""


def listed(folder: Path) -> Iterator[Found]:
    """Every file below the folder, hidden ones too, by folder and name.

    Links, devices and empty folders, whose names are published too, have a fault. No link is followed.
    """
    pending: list[tuple[str, os.DirEntry[str] | None]] = [("", None)]
    while pending:
        path, entry = pending.pop()
        place = str(folder) if entry is None else entry.path
        if entry is not None and not entry.is_dir(follow_symlinks=False):
            yield Found(path, Path(place), _fault(entry))
            continue
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=_name, reverse=True)
        except OSError as error:
            yield Found(path, Path(place), f"文件夹打不开（{explain_os(error)}）")
            continue
        if path and not found:
            yield Found(f"{path}/", Path(place), "空文件夹")
        above = f"{path}/" if path else ""
        pending += [(above + one.name, one) for one in found]


def read_file(file: Path) -> bytes:
    """The bytes of a file; UnreadableError when it cannot be opened or is too large to be looked at."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError(f"打不开，{explain_os(error)}") from error
    if len(content) > LARGEST:
        raise UnreadableError("文件太大")
    return content


def strays(paths: Collection[str], planned: Collection[str]) -> Iterator[tuple[str, str]]:
    """What nobody planned and what it looks like; of a folder nobody planned only the folder."""
    folders = {
        "/".join(path.split("/")[:depth]) for path in planned for depth in range(1, path.count("/") + 1)
    }
    tops = {_top(path, folders) for path in paths if path not in planned}
    for top in sorted(tops):
        name = top.rstrip("/").rpartition("/")[2]
        yield top, next((words for pattern, words in _LITTER if fnmatchcase(name, pattern)), "")


def _top(path: str, folders: Collection[str]) -> str:
    """The path, or the highest folder above it that nobody planned."""
    parts = path.split("/")
    for depth in range(1, len(parts)):
        if (folder := "/".join(parts[:depth])) not in folders:
            return f"{folder}/"
    return path


def _fault(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "是链接，不是文件"
    return "" if entry.is_file(follow_symlinks=False) else "不是普通文件"
