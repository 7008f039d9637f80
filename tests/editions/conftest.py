"""The sample, read once; tests change what they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition, EditionYear
from generator.intake.read import read
from generator.model.tables import Tables, YearTables
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The sample's tables, restricted ones too."""
    found, problems = read(PROJECT / "data", audience=Audience.GROUP)
    assert problems == ()
    return found


def staff_edition(tables: Tables) -> Edition:
    """What staff may see of these tables."""
    archive = assemble(tables)
    return for_audience(archive, assess_years(archive), Audience.STAFF)


Changed = Callable[..., EditionYear]


@pytest.fixture
def changed(tables: Tables) -> Changed:
    """The newest year for staff after changing one of its tables or documents."""

    def change(**tables_by_name: Callable[[Any], Any]) -> EditionYear:
        newest = tables.years[-1]
        fresh: dict[str, Any] = {name: f(getattr(newest, name)) for name, f in tables_by_name.items()}
        year: YearTables = replace(newest, **fresh)
        return staff_edition(replace(tables, years=(*tables.years[:-1], year))).years[-1]

    return change
