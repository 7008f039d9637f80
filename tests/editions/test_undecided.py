"""Before the party committee decides staff are told nothing final and nothing preliminary (1.1)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.contract.fields import Audience
from generator.intake.read import read_records
from generator.intake.records import Record, Records
from generator.model.terms import BoardGrade, CommendationStatus, PersonGrade
from tests.conftest import NO_PAGES, PROJECT
from tests.editions.markers import Way, rewritten
from tests.editions.test_markers import written
from tests.gate.test_reference import same, with_other_numbers

FINAL = (
    "青岚党发〔2026〕6号",
    "全年生产原煤186.4万吨",
    ".grade.",
    ".composite",
    ".ballot.",
    "commendations.commended",
)
"""The decision's document, a citation, and parts of keys of results; 2025 has all of them once decided."""


def undecided(records: Records, values: Mapping[Way, Mapping[str, object]]) -> Records:
    """2025 before the decision, with these values in its rows; earlier years as they are."""

    def change(record: Record, way: Way) -> Record:
        found = {**record.values, **values.get(way, {})}
        return replace(record, values=found if way != ("cycle",) else {**found, "decided_on": None})

    changed = rewritten(records, lambda text, _, __: text, change)
    return replace(records, by_year={**records.by_year, 2025: changed.by_year[2025]})


def test_neither_results_nor_decisions_reach_staff(tmp_path: Path) -> None:
    """Other ballots and scores, other grades, nobody commended: byte for byte the same site."""
    records = read_records(PROJECT / "data", audience=Audience.GROUP)[0]
    other = {
        ("decisions",): {
            "grade": BoardGrade.POOR,
            "person_grade": PersonGrade.INCOMPETENT,
            "override_reason": "另有原因",
        },
        ("commendations",): {"status": CommendationStatus.RECOMMENDED, "citation": "另有事迹"},
        ("adjustments",): {"public_wording": "另有表述"},
    }
    one = written(undecided(records, {}), Audience.STAFF, tmp_path / "one")
    two = written(undecided(with_other_numbers(records), other), Audience.STAFF, tmp_path / "two")
    assert same(one, two)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., int]:
    """Builds 2025 of a copy of the sample, its cycle rewritten."""

    def run(old: str = "", new: str = "", *options: str) -> int:
        data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data", dirs_exist_ok=True))
        cycle = data / "2025/cycle.yml"
        text = cycle.read_text(encoding="utf-8")
        assert old in text
        cycle.write_text(text.replace(old, new), encoding="utf-8")
        arguments = [
            "--data",
            str(data),
            "--content",
            str(NO_PAGES),
            "--out",
            str(tmp_path / "site"),
        ]
        return main(["build", *arguments, *options])

    return run


def said(folder: Path) -> str:
    """The bytes of 2025."""
    files = (file for file in sorted((folder / "staff/2025").rglob("*")) if file.suffix in (".html", ".json"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_a_site_as_of_a_day_before_tells_nothing_final(build: Callable[..., int], tmp_path: Path) -> None:
    """The day before the decision no grade, score, rank or commendation is on a page; on the day they are."""
    assert build("", "", "--as-of", "2026-02-27") == 0
    decided = said(tmp_path / "site")
    assert {"青岚党发〔2026〕6号", "全年生产原煤186.4万吨", ".grade."} <= {
        text for text in FINAL if text in decided
    }
    assert build("", "", "--as-of", "2026-02-26") == 0
    before = said(tmp_path / "site")
    assert [text for text in FINAL if text in before] == []
    assert "等次尚未审定" in before
    assert not list((tmp_path / "site").rglob("feedback"))


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("", "审定日期为空，却有92行审定等次"),
        ("decided_on: 2026-07-01\n", '「审定日期」: "2026-07-01" 晚于数据截至 2026-06-30'),
    ],
    ids=["empty", "later"],
)
def test_decisions_without_a_day_are_not_built(
    build: Callable[..., int], new: str, message: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """An empty day, or one after 数据截至, with decisions in the data is refused (E123)."""
    assert build("decided_on: 2026-02-27\n", new) == 1
    errors = capsys.readouterr().err
    assert message in errors
    assert "[E123]" in errors
    assert not (tmp_path / "site").exists()
