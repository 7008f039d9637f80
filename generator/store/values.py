"""Values of which there are hundreds of thousands: frozen for the type checker, and quickly made.

A frozen dataclass sets every field by a call, which takes five times as long as setting it. A year of 200
units is a million values, so that was a tenth of a build (ADR 18).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["value"]

ENFORCED = False
"""Whether changing a value fails: only in the test that builds the sample and sees that nothing does."""

if TYPE_CHECKING:
    from dataclasses import dataclass as value  # who changes a frozen one is told by mypy
else:

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """A dataclass with the equality and hash of a frozen one, which nobody changes."""
        return dataclass(frozen=frozen and ENFORCED, unsafe_hash=frozen, slots=slots)
