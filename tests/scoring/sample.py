"""The sample data through intake, assessed once a test process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.archive import assemble
from generator.intake.read import read
from generator.model.year import Archive
from generator.problems import Level
from generator.scoring.assess import assess
from generator.scoring.assessed import AssessedYear

DATA = Path(__file__).parent.parent.parent / "data"


def read_archive(folder: Path) -> Archive:
    """The archive of a data folder without errors."""
    tables, problems = read(folder)
    assert not [problem for problem in problems if problem.level is Level.ERROR]
    return assemble(tables)


def assessed_years(archive: Archive) -> tuple[AssessedYear, ...]:
    """Every year as of its own 数据截至, oldest first."""
    return tuple(
        AssessedYear(year, assess(year, archive.before(year.year), year.cycle.as_of.date()))
        for year in archive.years
    )


@cache
def sample() -> Archive:
    """The archive of `data/`."""
    return read_archive(DATA)


@cache
def sample_years() -> tuple[AssessedYear, ...]:
    """The three years of `data/`, oldest first."""
    return assessed_years(sample())
