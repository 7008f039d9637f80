"""Labelled facts: the head of every page about one thing, printed by the macro `facts`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.links import Link


@dataclass(frozen=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str
    link: Link | None = None
    """Printed instead of the value."""
