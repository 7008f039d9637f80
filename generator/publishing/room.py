"""Space and inodes, looked at before anything is written."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publishing.faults import MachineError
from generator.publishing.manifest import Manifest

COPIES = 2
"""The build and the release."""
SPARE = 20
"""One part in so many on top."""
_MEGABYTE = 1_000_000


def check_room(folder: Path, site: Manifest) -> None:
    """MachineError when a site as large as this one would not fit twice, and a twentieth more."""
    there = os.statvfs(folder)
    wanted = COPIES * site.bytes * (SPARE + 1) // SPARE
    free = there.f_bavail * there.f_frsize
    if free < wanted:
        raise MachineError(
            f"磁盘空间不够：{folder} 还剩 {free // _MEGABYTE} MB，发布需要 {wanted // _MEGABYTE + 1} MB。\n"
            "没有发布，网站没有变。请清理磁盘后重新运行。"
        )
    files = COPIES * len(site.entries)
    if there.f_files and there.f_favail < files:  # some file systems do not count them
        raise MachineError(
            f"磁盘可建的文件数不够：{folder} 还能建 {there.f_favail} 个，发布需要 {files} 个。\n"
            "没有发布，网站没有变。请清理磁盘后重新运行。"
        )
