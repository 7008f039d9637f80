"""Files that were read before are not read again, as long as nothing about them changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.publishing import known as known_files
from generator.publishing.known import KnownFiles
from generator.publishing.survey import survey
from generator.store.marks import RACY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages, at rest for an hour."""
    for name in ("index.html", "2025/units/u03/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<table><tr><td>{name}</td></tr></table>", encoding="utf-8")
        at_rest(file)
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files whose bytes were read."""
    found: list[str] = []
    content_of = known_files.content_of

    def noted(path: str) -> known_files.Content:
        found.append(Path(path).name if "units" not in path else "u03")
        return content_of(path)

    monkeypatch.setattr(known_files, "content_of", noted)
    return found


def at_rest(file: Path, seconds: int = 3600) -> None:
    """Let the file have been written so long ago."""
    then = time.time_ns() - seconds * 1_000_000_000
    os.utime(file, ns=(then, then))


def test_nothing_is_read_twice(folder: Path, read: list[str]) -> None:
    """And what is known of the folder is the same as if it had been."""
    known = KnownFiles()
    first = survey(folder, known)
    assert sorted(read) == ["index.html", "u03"]
    known.turn()
    assert survey(folder, known) == first == survey(folder)
    assert sorted(read) == ["index.html", "u03"]


def test_a_file_under_a_second_name_is_known(folder: Path, read: list[str]) -> None:
    """A release shares most of its files with the one before."""
    known = KnownFiles()
    survey(folder, known)
    read.clear()
    os.link(folder / "index.html", folder / "copy.html")
    assert survey(folder, known) == survey(folder)
    assert not read


@pytest.mark.parametrize("same_size", [True, False])
def test_changed_files_are_read(folder: Path, read: list[str], same_size: bool) -> None:
    """By time, by size."""
    known = KnownFiles()
    survey(folder, known)
    read.clear()
    file = folder / "index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("td", "th") if same_size else text + " ", encoding="utf-8")
    assert survey(folder, known) == survey(folder)
    assert read == ["index.html"]


def test_a_file_put_in_its_place_is_read(folder: Path, read: list[str]) -> None:
    """Even with the same size and time."""
    known = KnownFiles()
    survey(folder, known)
    read.clear()
    file, other = folder / "index.html", folder / "other"
    other.write_text(file.read_text(encoding="utf-8").replace("td", "th"), encoding="utf-8")
    status = file.stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)
    assert survey(folder, known) == survey(folder)
    assert read == ["index.html"]


def test_a_file_just_written_is_read_again(folder: Path, read: list[str]) -> None:
    """It may be written once more within the same tick of the clock."""
    known, file = KnownFiles(), folder / "index.html"
    at_rest(file, seconds=0)
    survey(folder, known)
    assert RACY > 1_000_000_000
    read.clear()
    survey(folder, known)
    assert read == ["index.html"]


def test_what_was_not_met_is_forgotten(folder: Path, read: list[str]) -> None:
    """Releases come and go; numbers of files are given again."""
    known = KnownFiles()
    survey(folder, known)
    known.turn()
    known.turn()
    read.clear()
    survey(folder, known)
    assert sorted(read) == ["index.html", "u03"]
