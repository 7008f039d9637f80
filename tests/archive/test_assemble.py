"""Years and units as assembled from the sample: names of their time, official order, histories that go on."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from generator.archive import assemble
from generator.intake.read import read
from generator.model.tables import Tables
from generator.model.terms import UnitEventType
from generator.model.year import Archive
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The sample's tables."""
    return read(PROJECT / "data")[0]


@pytest.fixture(scope="module")
def archive(tables: Tables) -> Archive:
    """The sample, assembled."""
    return assemble(tables)


def test_a_year_prints_the_names_of_its_time(archive: Archive) -> None:
    """A renamed unit has its old name in books before the change, the new one after (domain.md 10.3)."""
    (renamed,) = [unit for unit in archive.units if any(e.type is UnitEventType.RENAME for e in unit.events)]
    names = {year.year: year.unit(renamed.id).name for year in archive.years}
    assert len(set(names.values())) == 2
    assert names[2025] == renamed.name.name
    assert names[2023] == renamed.names[0].name


def test_a_merged_unit_keeps_its_history(archive: Archive) -> None:
    """The predecessors end where the successor begins; none of the three is lost."""
    (merger,) = {e for unit in archive.units for e in unit.events if e.type is UnitEventType.MERGE}
    (successor,) = merger.to_ids
    years = {unit.id: unit.years for unit in archive.units}
    assert 2023 not in years[successor]
    assert all(years[old] == (2023,) for old in merger.from_ids)


def test_a_year_knows_the_changes_of_its_time(archive: Archive) -> None:
    """The merger of 2024 and what followed by each 数据截至, oldest first; nothing that came later."""
    known = {year.year: [event.type for event in year.unit_events] for year in archive.years}
    merge, reclass, rename = UnitEventType.MERGE, UnitEventType.RECLASS, UnitEventType.RENAME
    assert known == {2023: [merge], 2024: [merge, reclass, rename], 2025: [merge, reclass, rename]}


def test_events_of_a_problem_come_in_sequence(archive: Archive) -> None:
    """By number, whatever the order of the file."""
    for rectification in archive.year(2025).rectifications:
        sequence = [event.seq for event in rectification.events]
        assert sequence == list(range(1, len(sequence) + 1))


def test_the_order_of_rows_does_not_matter(tables: Tables, archive: Archive) -> None:
    """Sorting a file in Excel changes nothing of units, leaders, checks and events."""
    mix = random.Random(7)  # noqa: S311 - a shuffle, no secret
    years = tuple(
        replace(
            year,
            profiles=tuple(mix.sample(year.profiles, len(year.profiles))),
            leaders=tuple(mix.sample(year.leaders, len(year.leaders))),
            checks=tuple(mix.sample(year.checks, len(year.checks))),
            rectification_events=tuple(mix.sample(year.rectification_events, len(year.rectification_events))),
        )
        for year in tables.years
    )
    shuffled = assemble(
        replace(
            tables,
            years=years,
            units=tuple(mix.sample(tables.units, len(tables.units))),
            unit_events=tuple(reversed(tables.unit_events)),
        )
    )
    assert shuffled == archive


def test_commendations_keep_their_official_order(archive: Archive) -> None:
    """By type, then by the order in the document, never by pinyin (domain.md 8.2)."""
    rows = [one for one in archive.year(2025).commendations if one.type.value == "advanced_person"]
    assert [one.order for one in rows] == sorted(one.order for one in rows)
    assert len(rows) > 1


def test_only_the_year_before_counts_as_before(archive: Archive) -> None:
    """A gap of two years is no previous year."""
    before = archive.before(2025)
    assert before is not None
    assert before.year == 2024
    assert archive.before(2023) is None
