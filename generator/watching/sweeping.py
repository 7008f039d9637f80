"""What publishing leaves in circles is freed; all that stays at hand is only looked through in calm hours.

Rows and pages that are kept for the next publication may be millions of objects. To look through them takes
many seconds, in which nobody watches; and hardly ever has a circle among them come loose.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

CALM = 600.0
"""Seconds without a publication after which there is time for it."""
MANY = 50
"""Publications after which it is done all the same."""


@dataclass
class Sweep:
    """When garbage is looked for, and where."""

    clock: Callable[[], float]
    """Seconds."""
    _due: float | None = None
    """When all of it is; None when it was done since the last publication."""
    _since: int = 0
    """Publications since all of it was."""

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Look through what was made inside the block at its end, and nothing older."""
        gc.freeze()
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
        gc.collect()
        self._due = self.clock() + CALM
        self._since += 1

    def at_leisure(self) -> None:
        """Look through everything, if nothing was published for long, or very often since it was done."""
        if self._due is not None and (self.clock() >= self._due or self._since >= MANY):
            self._due, self._since = None, 0
            gc.unfreeze()
            gc.collect()
