"""What a command costs is its own, and a command that fails does not pass for a quick one."""

from __future__ import annotations

import sys

import pytest

from tests.bench.cost import run, started

MEGABYTES = 150


def test_memory_is_that_of_the_command_alone() -> None:
    """However large the process that measures."""
    mine = bytearray(b"x") * (MEGABYTES * 1_000_000)
    assert run([sys.executable, "-S", "-c", "0"]).memory < MEGABYTES < len(mine)
    larger = f"bytearray(b'x') * {MEGABYTES * 1_000_000}"
    assert run([sys.executable, "-S", "-c", larger]).memory > MEGABYTES


def test_processors_of_children_count() -> None:
    """What a command starts and waits for is part of its cost."""
    child = "sum(range(3_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    idle = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {'0'!r}])"
    assert run([sys.executable, "-c", parent]).cpu > run([sys.executable, "-c", idle]).cpu


def test_failing_command_ends_the_bench_with_its_words() -> None:
    """Nothing is measured of it."""
    with pytest.raises(SystemExit, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_command_answers_a_line_with_a_line() -> None:
    """A process that goes on can be measured step by step; one that failed half way does not go unnoticed."""
    echo = "import sys\nfor line in sys.stdin: print(line.strip() * 2, flush=True)"
    with started([sys.executable, "-c", echo]) as process:
        assert process.ask("a") == "aa\n"
        assert process.ask("b") == "bb\n"
        assert process.end().wall > 0
    with started([sys.executable, "-c", "raise SystemExit('broken')"]) as process:
        assert process.ask("a") == "broken\n"
        with pytest.raises(SystemExit, match="broken"):
            process.end()
