"""Labelled facts: the head of every page about one thing, printed by the macro `facts`."""

from __future__ import annotations

from generator.pages.links import Link
from generator.store.values import value


@value(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str
    link: Link | None = None
    """Printed instead of the value."""
