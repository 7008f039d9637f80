"""亮灯: how many problems of the company and of each unit show which light (domain.md 9.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import Light
from generator.pages.charts import Part, Stack
from generator.pages.figures import Shown, named, shown
from generator.pages.links import Link, known_unit_link
from generator.pages.marks import Mark, light_mark
from generator.pages.scheme.rectification_rules import light_word


@dataclass(frozen=True)
class MatrixRow:
    """How many problems of a unit show each light."""

    unit: Link
    counts: tuple[Shown, ...]
    total: Shown
    figures: str
    """What the keys of its counts begin with."""


def light_heads(year: EditionYear) -> tuple[Mark, ...]:
    """Every light in the scheme's own words."""
    return tuple(light_mark(light, light_word(year.scheme.rectification, light)) for light in Light)


def light_stack(year: EditionYear) -> Stack:
    """How many problems show each light, as one bar."""
    counts = (named(year, f"ledger.lights.{light.value}") for light in Light)
    heads = zip(light_heads(year), counts, strict=True)
    parts = (Part(head, int(count) if count.key else 0, count.key) for head, count in heads)
    return Stack("台账问题按预警灯分布", "项", tuple(parts))


def light_matrix(edition: Edition, year: EditionYear) -> Iterator[MatrixRow]:
    """Units with problems in official order, those no longer assessed after them."""
    counted = Counter((problem.unit_id, problem.light) for problem in year.ledger.problems)
    official = (unit.id for unit in year.units)
    others = (problem.unit_id for problem in year.ledger.problems)
    for unit_id in dict.fromkeys((*official, *others)):
        counts = tuple(counted[unit_id, light] for light in Light)
        if any(counts):
            yield _row(year, known_unit_link(edition, year, unit_id), unit_id, counts)


def _row(year: EditionYear, unit: Link, unit_id: str, counts: tuple[int, ...]) -> MatrixRow:
    key = f"units.{unit_id}.ledger"
    start = f"{year.year}:{key}"
    lights = zip(Light, counts, strict=True)
    return MatrixRow(
        unit=unit,
        counts=tuple(
            shown(year, f"{key}.lights.{light.value}", str(count), start) for light, count in lights
        ),
        total=shown(year, f"{key}.total", str(sum(counts)), start),
        figures=start,
    )
