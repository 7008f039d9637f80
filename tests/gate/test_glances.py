"""What a second search of a folder does not look at again, and what it sees all the same."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.gate import search as searching
from generator.gate.files import listed
from generator.gate.finding import Kind
from generator.gate.glances import Glances
from generator.gate.judge import tokens
from generator.gate.keys import Keys, YearKeys
from generator.gate.known import Known
from generator.gate.needles import Needle, needles
from generator.gate.public import Public
from generator.gate.readers import READER
from generator.gate.reference import Reference
from generator.gate.search import search
from generator.problems import Place
from generator.store.marks import mark_of

PAGES = {
    "index.html": b"<a href='a/#here'>a</a><b data-figure='2025:units.u01.rank'>1</b>",
    "a/index.html": b"<h2 id='here'>a</h2><a href='../b/'>b</a>",
    "b/index.html": b"<h2>b</h2>",
}
KEYS = Keys((YearKeys(2025, frozenset({"units.u01.rank"}), {}, {}),))


@pytest.fixture
def known(tmp_path: Path) -> Known:
    """A little site, planned as it is."""
    planned = {path: _at_rest(tmp_path / "planned" / path, content) for path, content in PAGES.items()}
    return Known(needles((), ()), KEYS, planned, Public(planned), frozenset(), READER)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The same, written."""
    for path, content in PAGES.items():
        _at_rest(tmp_path / "site" / path, content)
    return tmp_path / "site"


def _at_rest(file: Path, content: bytes) -> Path:
    """A file nobody touched for a while."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    os.utime(file, (1_700_000_000, 1_700_000_000))
    return file


def seen(site: Path, known: Known, glances: Glances) -> list[tuple[Kind, str]]:
    """Kinds and files of what a search finds."""
    return [(one.kind, one.file) for one in search(tuple(listed(site)), known, glances=glances)]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which files are read from now on."""
    names: list[str] = []
    honest = searching.read_file

    def reading(file: Path) -> bytes:
        names.append(file.parent.name)
        return honest(file)

    monkeypatch.setattr(searching, "read_file", reading)
    return names


def test_what_is_as_it_was_is_not_read_again(site: Path, known: Known, read: list[str]) -> None:
    """Only what changed since, by itself or in what was planned."""
    glances = Glances()
    assert seen(site, known, glances) == []
    assert sorted(read) == ["a", "b", "site"]
    read.clear()
    assert seen(site, known, glances) == []
    assert read == []
    (site / "b/index.html").write_bytes(b"<h2>c</h2>")
    assert seen(site, known, glances) == [(Kind.CHANGED, "b/index.html")]
    assert read == ["b"]
    shutil.copy(site / "b/index.html", known.planned["b/index.html"])
    assert seen(site, known, glances) == []
    (known.planned["a/index.html"]).write_bytes(b"other")
    assert seen(site, known, glances) == [(Kind.CHANGED, "a/index.html")]


def test_a_file_changed_a_moment_ago_is_read_again(site: Path, known: Known, read: list[str]) -> None:
    """Written twice within a tick of the clock it would look as if it was not."""
    glances = Glances()
    os.utime(site / "b/index.html")
    seen(site, known, glances)
    read.clear()
    seen(site, known, glances)
    assert read == ["b"]


def test_a_link_may_die_though_its_page_is_as_it_was(site: Path, known: Known) -> None:
    """When the place it leads to goes, or the file."""
    glances = Glances()
    seen(site, known, glances)
    for path, content in (("a/index.html", b"<h2>a</h2><a href='../b/'>b</a>"),):
        _at_rest(site / path, content)
        _at_rest(known.planned[path], content)
    assert seen(site, known, glances) == [(Kind.ANCHOR, "index.html")]
    (site / "b/index.html").unlink()
    (site / "b").rmdir()
    found = seen(site, known, glances)
    assert found == [(Kind.LINK, "a/index.html"), (Kind.MISSING, "b/index.html"), (Kind.ANCHOR, "index.html")]


def test_a_figure_may_be_withheld_though_its_page_is_as_it_was(site: Path, known: Known) -> None:
    """Its key stands on a page that was clean."""
    glances = Glances()
    assert seen(site, known, glances) == []
    needle = Needle(Kind.KEY, Place("data/2025/checks.csv", 2))
    withheld = replace(known, keys=Keys((YearKeys(2025, frozenset(), {"units.u01.rank": needle}, {}),)))
    assert seen(site, withheld, glances) == [(Kind.KEY, "index.html")]
    assert seen(site, withheld, glances) == [(Kind.KEY, "index.html")]
    assert seen(site, known, glances) == []


def test_what_is_written_by_hand_is_always_searched(site: Path, known: Known, read: list[str]) -> None:
    """What is withheld may be another text each time."""
    glances, byhand = Glances(), replace(known, handwritten=frozenset({"b/index.html"}))
    seen(site, byhand, glances)
    read.clear()
    seen(site, byhand, glances)
    assert read == ["b"]


def test_a_planned_file_without_a_token_is_not_looked_through_again(tmp_path: Path, made: Reference) -> None:
    """Until it is another one: then what the program let through is found."""
    glances, token = Glances(), next(iter(made.withheld.tokens.values()))
    file = _at_rest(tmp_path / "a.html", b"<p>open</p>")
    planned = replace(made, planned={"a.html": file})
    assert list(tokens(planned, glances)) == []
    assert glances.is_plain("a.html", mark_of(file))
    _at_rest(file, f"<p>{token}</p>".encode())
    for _ in range(2):
        assert [one.kind for one in tokens(planned, glances)] == [Kind.TOKEN]
