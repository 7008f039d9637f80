"""SIGTERM: what is under way is abandoned where nothing has been shown yet, and finished where it has."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StoppedError(BaseException):
    """Somebody asked the process to end; no `except` for errors may catch it."""


class Stop:
    """Whether somebody asked, and whether that may interrupt.

    It is asked in a signal handler, where no lock may be taken.
    """

    def __init__(self) -> None:
        self.asked = False
        """Whether somebody did."""
        self._may_interrupt = False

    def ask(self) -> None:
        """End; StoppedError where that harms nothing."""
        self.asked = True
        if self._may_interrupt:
            raise StoppedError

    def check(self) -> None:
        """StoppedError if somebody asked."""
        if self.asked:
            raise StoppedError

    def sleep(self, seconds: float) -> None:
        """Not longer than until somebody asks."""
        with self.interruptible():
            time.sleep(seconds)

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """What is done in the block may be cut short anywhere: StoppedError."""
        try:
            self._may_interrupt = True
            self.check()
            yield
            self.check()  # it may have been swallowed where Python lets no error through
        finally:
            self._may_interrupt = False


@contextmanager
def stopped_by_signals(stop: Stop) -> Iterator[None]:
    """SIGTERM and Ctrl+C ask; what they did before is put back."""

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.ask()

    before = {one: signal.signal(one, ask) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for one, what in before.items():
            signal.signal(one, what)
