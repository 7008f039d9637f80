"""One task at a time in a process, seen from the folder of whoever gave it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

_LOCK = threading.Lock()
"""A worker of a cluster may have threads; the working folder, MkDocs and WeasyPrint belong to the process."""


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Paths in the block begin in that folder, and no other task runs in this process."""
    with _LOCK, chdir(folder):
        yield
