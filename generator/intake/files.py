"""Files the contract names, and their bytes: plain files of their own, small enough, never followed links.

Nothing is opened before `lstat` has said what it is, so no pipe blocks and no link leads elsewhere
(promises.md, P9, P11).
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.contract.fields import Document, Table
from generator.intake.faults import Fault
from generator.problems import Place, Problem

LARGEST_CSV = 64_000_000
LARGEST_YAML = 1_000_000
"""Bytes; a file beyond is refused before it is read."""

_COMPLAINTS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件已不在",
    errno.ENOTDIR: "文件夹已不在",
    errno.EIO: "磁盘或网络读取出错",
    errno.EBUSY: "正被其他程序使用",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ESTALE: "共享文件夹已断开",
    errno.ENAMETOOLONG: "名称太长",
}

Entry = Table | Document


@dataclass(frozen=True)
class Found:
    """One file that the contract names."""

    path: Path
    file: str
    """The path as problems print it: `data/2025/checks.csv`."""
    entry: Entry
    year: int | None
    """None for files at the top of the data folder."""
    stem: str
    """File name without suffix, in lower case."""

    @property
    def name(self) -> str:
        """`checks`, `scheme`, `reports/u03`."""
        return f"{self.entry.name}/{self.stem}" if is_many(self.entry) else self.entry.name

    @property
    def largest(self) -> int:
        """Bytes the file may have."""
        return LARGEST_CSV if isinstance(self.entry, Table) else LARGEST_YAML


def read_bytes(found: Found) -> bytes | Problem:
    """The bytes of a file, or why it may not be read; its status is looked at once more."""
    try:
        handle = os.open(found.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            data = _read_checked(handle, found.largest)
        finally:
            os.close(handle)
    except OSError as error:
        message = "是符号链接" if error.errno == errno.ELOOP else f"打不开（{explain_os(error)}）"
        return Problem("E112", Place(found.file), message, "请检查文件权限，或关闭正在使用它的程序")
    return data.at(Place(found.file)) if isinstance(data, Fault) else data


def _read_checked(handle: int, largest: int) -> bytes | Fault:
    """The bytes of an open file, or why it is not one to read."""
    fault = check_status(os.fstat(handle), largest)
    if fault is not None:
        return fault
    with os.fdopen(handle, "rb", closefd=False) as stream:
        data = stream.read(largest + 1)
    return data if len(data) <= largest else _too_large(largest)


def check_status(status: os.stat_result, largest: int) -> Fault | None:
    """What is wrong with a file before it is opened."""
    mode = status.st_mode
    if stat.S_ISLNK(mode):
        return Fault("E112", "是符号链接，不能读取", "请换成文件本身")
    if stat.S_ISDIR(mode):
        return Fault("E112", "应为文件，却是文件夹", "请移出数据文件夹")
    if not stat.S_ISREG(mode):
        return Fault("E112", "不是普通文件（管道或设备）", "请删除")
    if status.st_nlink > 1:
        return Fault("E112", "是硬链接，同一内容在别处还有一个名字", "请复制成独立的文件")
    return _too_large(largest) if status.st_size > largest else None


def explain_os(error: OSError) -> str:
    """What the operating system complains of, in Chinese."""
    said = _COMPLAINTS.get(error.errno or 0)
    return said or f"系统错误 {error.errno}"


def _too_large(largest: int) -> Fault:
    """The fault of a file beyond its cap."""
    return Fault("E112", f"文件超过{largest // 1_000_000}MB，没有读取", "请核对内容，删除多余的行、列和空白")


def is_secret(entry: Entry) -> bool:
    """Whether the file lives in `restricted/`."""
    return isinstance(entry, Table) and entry.restricted


def is_many(entry: Entry) -> bool:
    """Whether the entry is a folder of documents."""
    return isinstance(entry, Document) and entry.many


def file_name(entry: Entry) -> str:
    """The file an entry is kept in."""
    return f"{entry.name}.csv" if isinstance(entry, Table) else f"{entry.name}.yml"
