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


@dataclass
class Sweep:
    """When garbage is looked for, and where."""

    clock: Callable[[], float]
    """Seconds."""
    _due: float | None = None
    """When all of it is; None when it was done since the last publication."""

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

    def at_leisure(self) -> None:
        """Look through everything, if nothing was published for long and it was not done since."""
        if self._due is not None and self.clock() >= self._due:
            self._due = None
            gc.unfreeze()
            gc.collect()
