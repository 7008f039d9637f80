"""One publisher at a time, and the newest data wins.

Who comes while another publishes the same leaves a note, `.pending`, and goes: the other begins again before
it goes itself. Who comes with other settings waits, since the other would not publish what is asked.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TypeVar

from generator.problems import KaoheError
from generator.publishing.root import Root

T = TypeVar("T")
_LONGEST = 65_536
"""Bytes of an order."""


def in_turn(root: Root, order: str, attempt: Callable[[], T], tell: Callable[[str], None]) -> T | None:
    """What the last attempt gave; None when another publisher was asked to do it; errors of the last attempt.

    The note is taken away before each attempt reads anything, and looked for once more when the lock is free:
    one left between the last look and the end would be nobody's.
    """
    pending = root.path / ".pending"
    with _lock(root.path / ".lock") as lock:
        if not lock.taken_or_left(order, pending, tell):
            return None
        while True:
            result = _until_quiet(pending, attempt, tell)
            lock.give_back()
            if not pending.exists() or not lock.take(order):
                return result()


def _until_quiet(pending: Path, attempt: Callable[[], T], tell: Callable[[str], None]) -> Callable[[], T]:
    """Attempts until nobody asks for another; what comes back gives the last one's result, or raises."""
    while True:
        pending.unlink(missing_ok=True)
        try:
            result = _result(attempt())
        except KaoheError as error:
            result = _failure(error)
        if not pending.exists():
            return result
        tell("发布期间数据又有变动，用最新的数据再发布一次…")


def _result(value: T) -> Callable[[], T]:
    return lambda: value


def _failure(error: KaoheError) -> Callable[[], NoReturn]:
    def fail() -> NoReturn:
        raise error

    return fail


class _Lock:
    """The lock of a folder that is published to; its file tells what the holder was asked for."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def taken_or_left(self, order: str, pending: Path, tell: Callable[[str], None]) -> bool:
        """Whether it is ours now; if not, the note is there and somebody will read it."""
        asked = False
        while not self.take(order):
            if self._order() != order:
                tell("另一个发布正在进行，等它结束…")
                fcntl.flock(self._handle, fcntl.LOCK_EX)
                self._tell(order)
                return True
            if asked:
                return False
            pending.touch()
            asked = True
        return True

    def take(self, order: str) -> bool:
        """Whether it was free."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        self._tell(order)
        return True

    def give_back(self) -> None:
        """Free for others."""
        os.ftruncate(self._handle, 0)
        fcntl.flock(self._handle, fcntl.LOCK_UN)

    def _order(self) -> str:
        return os.pread(self._handle, _LONGEST, 0).decode(errors="replace")

    def _tell(self, order: str) -> None:
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, order.encode(), 0)


@contextmanager
def _lock(path: Path) -> Iterator[_Lock]:
    """Freed by the system whatever becomes of us."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    try:
        yield _Lock(handle)
    finally:
        os.close(handle)
