"""How a command ends when somebody stops it: what it began is cleared away."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 128 + signal.SIGINT
"""As a shell counts a program ended by Ctrl+C."""


@contextmanager
def cleared_up() -> Iterator[None]:
    """SIGTERM ends what goes on in the block by SystemExit, so that no temporary folder stays.

    Commands that end in a way of their own on SIGTERM take it over meanwhile.
    """
    if threading.current_thread() is not threading.main_thread():  # only that one may ask for signals
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
