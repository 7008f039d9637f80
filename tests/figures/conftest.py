"""The sample years, read through intake once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.figures import Figure, figures
from generator.intake.read import read
from generator.model.tables import Tables
from generator.model.year import Archive
from generator.scoring.assess import assess_years
from generator.scoring.assessed import AssessedYear, assessed_years
from tests.conftest import PROJECT


def of_year(archive: Archive, year: int) -> dict[str, Figure]:
    """The figures of one year by key."""
    return {one.key: one for one in figures([one for one in assessed(archive) if one.number <= year])}


def assessed(archive: Archive) -> tuple[AssessedYear, ...]:
    """Every year with its results, oldest first."""
    return assessed_years(archive, assess_years(archive))


WORKED = Path(__file__).parent / "worked"
"""Two years with what the sample does not hold: a group of 19, then 18 units, two of them merged."""


@pytest.fixture(scope="session")
def worked() -> Mapping[int, Mapping[str, Figure]]:
    """The figures of both years of `worked` by key."""
    tables, problems = read(WORKED)
    assert not [str(one) for one in problems]
    archive = assemble(tables)
    return {one.year: of_year(archive, one.year) for one in archive.years}


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The sample data as typed tables."""
    return read(PROJECT / "data")[0]


@pytest.fixture(scope="session")
def archive(tables: Tables) -> Archive:
    """The sample years."""
    return assemble(tables)


@pytest.fixture(scope="session")
def years(archive: Archive) -> Mapping[int, Mapping[str, Figure]]:
    """The figures of every year by key."""
    return {one.year: of_year(archive, one.year) for one in archive.years}


@pytest.fixture(scope="session")
def found(years: Mapping[int, Mapping[str, Figure]]) -> Mapping[str, Figure]:
    """The figures of 2025 by key."""
    return years[2025]
