"""The copy a site is made from says all that the folder says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.contract import DOCUMENTS, TABLES
from generator.intake import survey as surveying
from generator.intake.files import LARGEST_CSV
from generator.intake.snapshot import Kind, Seen, Source, take_snapshot
from generator.watching.mirror import copy_sources
from generator.watching.sources import Sources
from tests.watching.scene import ROWS


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """A data folder with everything in it that intake refuses, and some hand-written pages."""
    data, content = tmp_path / "my data", tmp_path / "content"
    (data / "2025/reports").mkdir(parents=True)
    (data / "2025/deeper/down/there").mkdir(parents=True)
    (data / "2025/restricted").mkdir()
    (content / "2025").mkdir(parents=True)
    for path in ("units.csv", "2025/checks.csv", "2025/reports/U03.yml", "2025/restricted/interviews.csv"):
        (data / path).write_text(ROWS, encoding="utf-8")
    (data / "2025/说明.docx").write_text("x", encoding="utf-8")
    (data / "2025/leaders.csv").symlink_to(data / "units.csv")
    (data / "2025/decisions.csv").hardlink_to(data / "units.csv")
    os.mkfifo(data / "2025/ballots.csv")
    (data / "2025/adjustments.csv").touch()
    os.truncate(data / "2025/adjustments.csv", LARGEST_CSV + 1)
    (data / "2025/~$checks.csv").touch()
    (content / "2025/notice.md").write_text("# 通知\n", encoding="utf-8")
    (content / "2025/x.exe").write_text("x", encoding="utf-8")
    return Sources(data, content, frozenset({".md"}), ())


def copied(sources: Sources, folder: Path) -> bool:
    """Whether the copy is what a look just found."""
    found = take_snapshot(sources.all)
    return copy_sources(found, sources.all, sources.of_copy(folder).all, folder)


def test_the_check_says_of_the_copy_what_it_says_of_the_folder(sources: Sources, tmp_path: Path) -> None:
    """Links, pipes, twins, unknown and huge files are refused in the same words, at the usual places."""
    assert copied(sources, tmp_path / "copy")
    entries = (*TABLES, *DOCUMENTS)
    said = surveying.survey(sources.data, entries, restricted=True)
    again = surveying.survey(sources.of_copy(tmp_path / "copy").data, entries, restricted=True)
    assert len(said.problems) >= 6
    assert again.problems == said.problems
    assert [one.file for one in again.files] == [one.file for one in said.files]
    assert (sources.of_copy(tmp_path / "copy").content / "2025/x.exe").read_bytes() == b""


def test_a_copy_is_brought_up_to_date(sources: Sources, tmp_path: Path) -> None:
    """What is gone goes, a file takes the place of a folder and the other way round, the rest stays."""
    copy = tmp_path / "copy"
    assert copied(sources, copy)
    mine = sources.of_copy(copy).data
    untouched = (mine / "2025/checks.csv").stat().st_mtime_ns
    (sources.data / "2025/reports/U03.yml").unlink()
    (sources.data / "2025/reports").rmdir()
    (sources.data / "2025/reports").write_text("x", encoding="utf-8")
    (sources.data / "2025/说明.docx").unlink()
    (sources.data / "2025/说明.docx").mkdir()
    (sources.data / "2025/leaders.csv").unlink()
    (sources.data / "2025/leaders.csv").write_text(ROWS, encoding="utf-8")
    assert copied(sources, copy)
    assert (mine / "2025/leaders.csv").read_text(encoding="utf-8") == ROWS
    assert (mine / "2025/reports").is_file()
    assert (mine / "2025/checks.csv").stat().st_mtime_ns == untouched


def test_a_copy_somebody_meddled_with_is_made_good(sources: Sources, tmp_path: Path) -> None:
    """Its bytes are compared too, not taken on trust."""
    copy = tmp_path / "copy"
    copied(sources, copy)
    mine = sources.of_copy(copy).data
    (mine / "2025/checks.csv").write_text("x", encoding="utf-8")
    (mine / "2025/more.csv").write_text("x", encoding="utf-8")
    assert copied(sources, copy)
    assert (mine / "2025/checks.csv").read_text(encoding="utf-8") == ROWS
    assert not (mine / "2025/more.csv").exists()


@pytest.mark.parametrize("when", ["changed", "gone", "link", "pipe"])
def test_a_state_that_is_no_more_is_not_copied(sources: Sources, tmp_path: Path, when: str) -> None:
    """Between look and copy a file changed, went, or became something else; no pipe blocks."""
    found = take_snapshot(sources.all)
    file = sources.data / "2025/checks.csv"
    file.unlink()
    match when:
        case "changed":
            file.write_text(f"{ROWS}u99,单位\n", encoding="utf-8")
        case "link":
            file.symlink_to(sources.data / "units.csv")
        case "pipe":
            os.mkfifo(file)
    copy = tmp_path / "copy"
    assert not copy_sources(found, sources.all, sources.of_copy(copy).all, copy)


def test_what_nobody_asked_for_is_not_read(sources: Sources) -> None:
    """Unknown names are noted; a pipe, a link or a twin is never opened."""
    kinds = {path.split("/")[-1]: one.kind for path, one in take_snapshot(sources.all).entries.items()}
    assert kinds["说明.docx"] is Kind.OTHER
    assert kinds["leaders.csv"] is Kind.LINK
    assert kinds["decisions.csv"] is Kind.TWIN
    assert kinds["ballots.csv"] is Kind.DEVICE
    assert kinds["adjustments.csv"] is Kind.LARGE
    assert kinds["checks.csv"] is kinds["U03.yml"] is Kind.FILE
    assert "~$checks.csv" not in kinds
    assert "there" not in kinds


@pytest.mark.parametrize(
    ("content", "rows", "whole"),
    [
        (b"", -1, False),
        (b"a,b\n", 0, True),
        (b"a,b\r\n1,2\r\n,,\r\n\r\n", 1, True),
        (b"a,b\n1,2", 1, False),
        ("\ufeffa,b\r\n1,2\r\n3,4\r\n".encode("utf-16-le"), 2, True),
        ("编号\n一\n".encode("gb18030"), 1, True),
    ],
)
def test_rows_are_counted_without_reading_the_table(
    tmp_path: Path, content: bytes, rows: int, whole: bool
) -> None:
    """Whatever the encoding; blank lines are none, and a last line without its end is told."""
    (tmp_path / "x.csv").write_bytes(content)
    seen = take_snapshot([Source(tmp_path)]).entries[f"{tmp_path.name}/x.csv"]
    assert (seen.rows, seen.whole) == (rows, whole)


def test_a_single_file_is_a_source_too(tmp_path: Path) -> None:
    """The program's settings are one; a missing source has no entry."""
    (tmp_path / "mkdocs.yml").write_text("x", encoding="utf-8")
    there = Source(tmp_path / "mkdocs.yml", "program")
    assert set(take_snapshot([there, Source(tmp_path / "nowhere")]).entries) == {"program/mkdocs.yml"}
    assert take_snapshot([there]).entries["program/mkdocs.yml"] != Seen(Kind.FILE)
