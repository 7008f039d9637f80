"""The change the bench makes is one somebody could make, and it does what its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.books.source import check, examine
from generator.problems import has_errors
from tests.bench.changed_cell import TURNS, ChangedCell, prepare
from tests.bench.ours import one_shot, watcher
from tests.bench.workload import LAST, write_workload


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three units in two years."""
    write_workload(tmp_path / "data", 3, 2)
    return tmp_path / "data"


def unit_of(cell: ChangedCell) -> str:
    """Whose row it is."""
    return cell.file.read_text(encoding="utf-8").splitlines()[cell.row].partition(",")[0]


def points(data: Path, unit: str) -> object:
    """What the unit earned on the checklist of the open year."""
    return examine(data).assessments[LAST].units[unit].checklist


def test_every_turn_is_another_score(data: Path) -> None:
    """No build can answer from one it made before, and none is stopped by an error."""
    cell = prepare(data)
    found = [points(data, unit_of(cell))]
    for turn in (1, 2, TURNS - 1, TURNS):
        cell.score(turn)
        assert not has_errors(check(data))
        found.append(points(data, unit_of(cell)))
    assert all(one not in found[:at] for at, one in enumerate(found))


def test_note_changes_no_score(data: Path) -> None:
    """It is told, and nothing follows from it."""
    cell = prepare(data)
    before = points(data, unit_of(cell))
    cell.note(1)
    assert not has_errors(check(data))
    assert "第1次补充说明" in cell.file.read_text(encoding="utf-8")
    assert [one.earned for one in before.leaves] == [one.earned for one in points(data, unit_of(cell)).leaves]


def test_watching_writes_what_the_command_would(data: Path, tmp_path: Path) -> None:
    """Both ways the bench measures give the page of the unit its new ratio, in the same folder."""
    cell = prepare(data)
    command = one_shot(data, tmp_path)
    cell.score(1)
    watcher(data, tmp_path)()
    page = tmp_path / "site/staff" / str(LAST) / "units" / unit_of(cell) / "index.html"
    assert str(page).startswith(f"{command[-1]}/staff/")
    assert f"{cell.percent - 1}%" in page.read_text(encoding="utf-8")
