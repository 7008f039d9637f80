"""Values of which there are hundreds of thousands: frozen for the type checker, and quickly made.

A frozen dataclass sets every field by a call, which takes five times as long as setting it. A year of 200
units is a million values, so that was a tenth of a build (ADR 18).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

ENFORCED = False
"""Whether changing a value fails: only in the test that builds the sample and sees that nothing does."""

if TYPE_CHECKING:
    from dataclasses import dataclass as value  # who changes a frozen one is told by mypy
else:

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """A dataclass with the equality and hash of a frozen one, which nobody changes."""

        def made(cls: type) -> type:
            quick = dataclass(frozen=frozen and ENFORCED, unsafe_hash=frozen, slots=slots)(cls)
            quick.__reduce__ = _reduced(quick)
            return quick

        return made


def _reduced(cls: Any) -> Callable[[object], tuple[type, tuple[object, ...]]]:
    """How its values are packed: by what they are made from, without the names of the fields."""
    names = [one.name for one in fields(cls)]
    parts = attrgetter(*names, "__class__")  # with a second name it gives a tuple for one field too

    def reduced(one: object) -> tuple[type, tuple[object, ...]]:
        return cls, parts(one)[:-1]

    return reduced
