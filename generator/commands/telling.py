"""What a command says while it works, and of the problems it found."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from generator.problems import Level, Problem

WIDTH = 30
"""Characters of a progress bar."""


def tell(text: str) -> None:
    """Say what is going on, beside the output proper."""
    print(text, file=sys.stderr, flush=True)


def print_problems(problems: Sequence[Problem], stream: TextIO | None = None) -> None:
    """Every problem on a line of its own, then how many there are by level."""
    target = stream or sys.stderr
    for problem in problems:
        print(problem, file=target)
    print(counted(problems), file=target)


def counted(problems: Sequence[Problem]) -> str:
    """`错误 2 个，提醒 1 个`, or that there are none."""
    counts = Counter(problem.level for problem in problems)
    parts = [f"{level.label} {counts[level]} 个" for level in Level if counts[level]]
    return "，".join(parts) or "没有发现问题"


def bar(what: str, done: int, of: int) -> None:
    """A bar that grows on a terminal; elsewhere a line every tenth of the way."""
    if sys.stderr.isatty():
        full = WIDTH * done // of
        end = "\n" if done == of else ""
        print(
            f"\r{what} {'█' * full}{'░' * (WIDTH - full)} {done}/{of}", file=sys.stderr, end=end, flush=True
        )
    elif done == of or done * 10 // of > (done - 1) * 10 // of:
        tell(f"{what} {done}/{of}")
