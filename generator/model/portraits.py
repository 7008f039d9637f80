"""画像: what the assessment group found a board to be (domain.md 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.terms import OperationGrade, OperationItem, PortraitSource
from generator.problems import Place


@dataclass(frozen=True)
class Trait:
    """优点 or 不足 in one sentence, with the methods it was found by."""

    text_group: str
    text_unit: str | None
    """Softer, for the unit's own feedback; None when the same words serve."""
    sources: tuple[PortraitSource, ...]
    origin: Place

    @property
    def confirmed(self) -> bool:
        """两源印证: found by two independent methods."""
        return len(set(self.sources)) > 1


@dataclass(frozen=True)
class Portrait:
    """画像 of one unit."""

    unit_id: str
    strengths: tuple[Trait, ...]
    weaknesses: tuple[Trait, ...]
    operation: Mapping[OperationItem, OperationGrade]
    advice: tuple[str, ...]
    origin: Place
