"""Files that lie still are read once by a program that builds again and again."""

from __future__ import annotations

import os
import time
from pathlib import Path
from unittest import mock

import pytest

from generator.intake import stock
from generator.intake.files import read_bytes
from generator.intake.stock import take_stock
from generator.problems import Problem
from generator.store.again import Memory
from generator.store.marks import RACY

FILE = "data/2025/checks.csv"


@pytest.fixture
def checks(tmp_path: Path) -> Path:
    """A table that has been at rest for a minute."""
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    _write(file, "单位\nu01\n")
    return file


def _write(file: Path, text: str, *, ago: int = 60) -> None:
    file.write_text(text, encoding="utf-8")
    then = time.time_ns() - ago * 1_000_000_000
    os.utime(file, ns=(then, then))


def _taken(memory: Memory, checks: Path) -> tuple[bytes | Problem, int]:
    """What is found in the file, and how many files were read."""
    with memory.opened(), mock.patch.object(stock, "read_bytes", wraps=read_bytes) as reads:
        return take_stock(checks.parents[1]).contents[FILE], reads.call_count


def test_a_file_at_rest_is_read_once(checks: Path) -> None:
    """There are thousands of files of closed years."""
    memory = Memory()
    assert [_taken(memory, checks)[1] for _ in range(3)] == [1, 0, 0]


def test_without_a_memory_files_are_read(checks: Path) -> None:
    """A single build trusts nothing but bytes."""
    with mock.patch.object(stock, "read_bytes", wraps=read_bytes) as reads:
        take_stock(checks.parents[1])
        take_stock(checks.parents[1])
    assert reads.call_count == 2


@pytest.mark.parametrize("text", ["单位\nu02\n", "单位\nu01\nu02\n"])
def test_other_bytes_are_read_whatever_the_time_of_the_file_says(checks: Path, text: str) -> None:
    """Copied back with its time, by a program that writes into the same file: of equal size too."""
    memory, times = Memory(), checks.stat()
    _taken(memory, checks)
    with checks.open("r+b") as stream:
        stream.truncate(0)
        stream.write(text.encode())
    os.utime(checks, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert _taken(memory, checks) == (text.encode(), 1)


def test_a_file_written_a_moment_ago_is_read_again(checks: Path) -> None:
    """Written twice within a tick of the clock it looks the same."""
    memory = Memory()
    _write(checks, "单位\nu03\n", ago=0)
    assert [_taken(memory, checks)[1] for _ in range(2)] == [1, 1]
    assert RACY >= 1_000_000_000
