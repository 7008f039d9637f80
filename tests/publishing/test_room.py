"""A disk that is full or nearly so: said beforehand, and harmless when it comes as a surprise (P40)."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from generator.publishing import room
from generator.publishing.faults import MachineError
from tests.publishing.small import Press, assert_whole, pages_in, version

HUGE = "字" * 1_000_000


def disk(*, blocks: int, files: int, spare_files: int) -> Callable[[object], os.statvfs_result]:
    """A disk with so many free blocks of 4096 bytes and so many free inodes."""
    answer = os.statvfs_result((4096, 4096, 10**6, blocks, blocks, files, spare_files, spare_files, 0, 255))
    return lambda _: answer


def test_too_little_space_is_said_before_anything_is_built(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the site and a twentieth; the message has both numbers, and the builder is not called."""
    press.publish({**version(1), "big.txt": HUGE})
    monkeypatch.setattr(room.os, "statvfs", disk(blocks=1000, files=10**6, spare_files=10**6))
    with pytest.raises(MachineError, match=r"磁盘空间不够：.* 还剩 4 MB，发布需要 7 MB") as refused:
        press.publish(version(2))
    assert "网站没有变" in str(refused.value)
    assert pages_in(press.root.site)["big.txt"] == HUGE
    assert "第 1 版" in pages_in(press.root.current)["index.html"]


def test_a_site_that_has_grown_is_measured_too(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last release was small; the new one would not fit."""
    press.publish(version(1))
    monkeypatch.setattr(room.os, "statvfs", disk(blocks=1000, files=10**6, spare_files=10**6))
    with pytest.raises(MachineError, match="磁盘空间不够"):
        press.publish({**version(2), "big.txt": HUGE})
    assert pages_in(press.root.current) == version(1)
    assert_whole(press.root)


def test_too_few_inodes_are_said(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five files need ten; a file system that does not count them is never asked."""
    press.publish(version(1))
    monkeypatch.setattr(room.os, "statvfs", disk(blocks=10**6, files=10**6, spare_files=9))
    with pytest.raises(MachineError, match="还能建 9 个，发布需要 10 个"):
        press.publish(version(2))
    monkeypatch.setattr(room.os, "statvfs", disk(blocks=10**6, files=0, spare_files=0))
    press.publish(version(2))
    assert pages_in(press.root.current) == version(2)
