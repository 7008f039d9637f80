"""Units through rename, merge and split."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.terms import Component, UnitEventType
from generator.model.units import UnitEvent
from generator.model.year import Archive
from generator.scoring.assess import UnitAssessment
from generator.scoring.assessed import AssessedYear
from generator.scoring.lineage import lineage, merged_reference, mid_year, reference, strands

from .builders import HERE, d, day
from .sample import DATA, assessed_years, read_archive, sample, sample_years


def composite(one: UnitAssessment) -> Decimal | None:
    """综合得分, 2 decimals."""
    return one.composite.rounded if one.composite else None


def superior(one: UnitAssessment) -> Decimal | None:
    """上级评价 as typed in."""
    return one.composite.part(Component.SUPERIOR) if one.composite else None


def event(kind: UnitEventType, old: str, new: str) -> UnitEvent:
    """A change in the middle of 2025."""
    return UnitEvent(day("2025-06-01"), kind, tuple(old.split()), tuple(new.split()), "文号", None, HERE)


def with_events(*events: UnitEvent) -> Archive:
    """The sample with these events and no others."""
    units = (
        replace(one, events=tuple(e for e in events if one.id in (*e.from_ids, *e.to_ids)))
        for one in sample().units
    )
    return replace(sample(), units=tuple(units))


def test_a_renamed_unit_simply_continues() -> None:
    """u06 in 2025: the same id, nobody before or after it."""
    it = lineage(sample(), "u06")
    assert (it.came_from, it.went_into) == ((), ())
    assert [one.type for one in it.changes] == [UnitEventType.RENAME]
    (own,) = strands(sample(), sample_years(), "u06", composite)
    assert list(own.figures) == [2023, 2024, 2025]


def test_a_merged_unit_stands_beside_its_predecessors() -> None:
    """u14 from u19 and u20: three strands, no figure in common."""
    own, first, second = strands(sample(), sample_years(), "u14", composite)
    assert [(one.unit_id, list(one.figures)) for one in (own, first, second)] == [
        ("u14", [2024, 2025]),
        ("u19", [2023]),
        ("u20", [2023]),
    ]
    assert own.link is None
    assert first.link is not None
    assert first.link.inherits
    assert [link.unit_id for link in lineage(sample(), "u19").went_into] == ["u14"]


def test_split_units_link_their_predecessor_without_its_scores() -> None:
    """u10 split into u11 and u12: both point back, neither takes the figures."""
    archive = with_events(event(UnitEventType.SPLIT, "u10", "u11 u12"))
    for successor in ("u11", "u12"):
        _, before = strands(archive, sample_years(), successor, composite)
        assert (before.unit_id, before.figures) == ("u10", {})
    assert [link.unit_id for link in lineage(archive, "u10").went_into] == ["u11", "u12"]
    events = next(one.events for one in archive.units if one.id == "u11")
    assert merged_reference(events, sample_years()[0], "u11", composite) is None


def test_scores_do_not_come_through_a_split_further_back() -> None:
    """u10 split into u11, which merged with u12 into u14: u11 and u12 are shown, u10 only linked."""
    split, merge = (
        event(UnitEventType.SPLIT, "u10", "u11"),
        event(UnitEventType.MERGE, "u11 u12", "u14"),
    )
    found = strands(with_events(split, merge), sample_years(), "u14", composite)
    assert [(one.unit_id, bool(one.figures)) for one in found] == [
        ("u14", True),
        ("u11", True),
        ("u12", True),
        ("u10", False),
    ]


def test_a_merger_before_a_split_does_not_bring_scores_back() -> None:
    """u10 and u12 merged into u11, of which u14 was split off: links only, all the way."""
    merge, split = (
        event(UnitEventType.MERGE, "u10 u12", "u11"),
        event(UnitEventType.SPLIT, "u11", "u14"),
    )
    found = strands(with_events(merge, split), sample_years(), "u14", composite)
    assert [(one.unit_id, bool(one.figures)) for one in found] == [
        ("u14", True),
        ("u11", False),
        ("u10", False),
        ("u12", False),
    ]


def test_events_that_go_round_in_a_circle_end() -> None:
    """A unit that took another in keeps its id and is never its own predecessor."""
    archive = with_events(
        event(UnitEventType.MERGE, "u11 u12", "u11"), event(UnitEventType.MERGE, "u11", "u12")
    )
    assert [one.unit_id for one in strands(archive, sample_years(), "u11", composite)] == ["u11", "u12"]
    assert [link.unit_id for link in lineage(archive, "u11").came_from] == ["u12"]


def test_worked_reference_value(tmp_path: Path) -> None:
    """(88.4×120 + 91.2×80)/200 = 89.52, read from files where u19 and u20 have these (domain.md 10.3)."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    for name, unit, wanted, column in (
        ("components", ("生活服务站", "上级评价"), "88.4", 2),
        ("components", ("车辆管理站", "上级评价"), "91.2", 2),
        ("profiles", ("u19",), "120", 3),
        ("profiles", ("u20",), "80", 3),
    ):
        retype(data / "2023" / f"{name}.csv", unit, column, wanted)
    archive = read_archive(data)
    first, second, _ = assessed_years(archive)
    it = merged_reference(second.year.unit_events, first, "u14", superior)
    assert it is not None
    assert (it.value.whole, it.value.value) == (200, d("89.52"))
    assert [(one.unit.id, figure) for one, figure in it.parts] == [("u19", d("88.4")), ("u20", d("91.2"))]


def retype(file: Path, first: tuple[str, ...], column: int, text: str) -> None:
    """Types another text into the one row that starts so."""
    raw = file.read_bytes()
    encoding = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "gb18030"
    rows = list(csv.reader(raw.decode(encoding).splitlines()))
    (row,) = (one for one in rows if tuple(one[: len(first)]) == first)
    row[column] = text
    with file.open("w", encoding=encoding, newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def test_a_reference_value_needs_every_part() -> None:
    """No figure or nobody employed: no number rather than a wrong one."""
    assert reference([]) is None
    assert reference([(d("88.4"), 120), (None, 80)]) is None
    assert reference([(d("88.4"), 0)]) is None
    first, second, _ = sample_years()
    assert merged_reference(second.year.unit_events, second, "u14", composite) is None
    assert merged_reference(second.year.unit_events, without(first, "u20"), "u14", composite) is None
    assert merged_reference((), first, "u14", composite) is None


def without(one: AssessedYear, unit_id: str) -> AssessedYear:
    """The year as if the unit had not been assessed."""
    units = {key: unit for key, unit in one.assessment.units.items() if key != unit_id}
    return replace(one, assessment=replace(one.assessment, units=units))


def test_a_merger_within_the_year_moves_its_problems() -> None:
    """2024: u14 is assessed, u19 and u20 are not, their problems of 2023 are its own now."""
    (it,) = mid_year(sample(), sample_years()[:2])
    assert it.assessed == ("u14",)
    assert [life.id for life in it.moved] == ["2023-U19-001", "2023-U20-001"]
    assert [life.entry.unit_from for life in it.moved] == ["u19", "u20"]
    assert (mid_year(sample(), sample_years()), mid_year(sample(), [])) == ((), ())


def test_an_unknown_unit_is_an_error() -> None:
    """Nobody asks for a unit that is not in the archive."""
    with pytest.raises(KeyError):
        lineage(sample(), "u99")
