"""The ledger's page has a figure for each of its numbers."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures import Figure
from generator.model.terms import Light
from generator.model.year import Archive
from generator.scoring.ledger import light_matrix

from .conftest import assessed

Years = Mapping[int, Mapping[str, Figure]]


def test_every_cell_of_the_matrix_is_a_figure(years: Years, archive: Archive) -> None:
    """单位 × 灯 with its sums, of a unit too that was founded after the year and took problems over."""
    seen = set()
    for one in assessed(archive):
        found = years[one.number]
        for unit_id, lights in light_matrix(one.assessment.lives).items():
            root = f"units.{unit_id}.ledger"
            assert {light: found[f"{root}.lights.{light.value}"].value for light in Light} == lights
            assert found[f"{root}.total"].value == sum(lights.values())
            assert found[f"{root}.total"].unit_id == unit_id
            seen.add(unit_id in one.assessment.units)
    assert seen == {True, False}


def test_ledgers_of_units_are_the_companys(years: Years) -> None:
    """Every problem is some unit's: totals, lights and closed ones add up."""
    for found in years.values():
        for key in ("total", "closed", "overdue", "open", *(f"lights.{light.value}" for light in Light)):
            units = [one.value for name, one in found.items() if name.endswith(f".ledger.{key}")]
            assert sum(value for value in units if isinstance(value, int)) == found[f"ledger.{key}"].value
