"""Nothing the gate sees with goes blind unnoticed: without any one of its statements something is missed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import generator.gate as package
from generator.gate import files, search
from generator.gate.finding import Kind
from generator.gate.known import Known
from generator.gate.needles import needles
from generator.gate.planted import missed, planted_keys
from generator.gate.public import Public
from generator.gate.readers import READER
from generator.gate.views import UnreadableError
from tests.gate.mutants import Sight, sights

BLIND = {
    "cells": "what is withheld, and why: test_withheld, test_reference",
    "desk": "what is kept for the next time: test_desk",
    "finding": "words for a clerk",
    "glances": "which files need not be looked at again: test_glances",
    "judge": "the verdict: test_judge",
    "known": "what may be there: test_reference, test_search",
    "masked": "the site without what is withheld: test_reference, test_desk",
    "planted": "the control itself",
    "public": "what may be there: test_public, test_search",
    "reference": "the site without it: test_reference",
    "rows": "what is withheld row by row: test_withheld",
    "sayings": "what an edition says: test_withheld, test_reference",
    "specimens": "the control itself",
    "texts": "what is withheld, folder by folder: test_reference, test_desk",
    "withheld": "what is withheld: test_withheld",
    "years": "what is open, year by year: test_reference, test_desk",
}
"""Modules that look at no published byte, and what tests them."""
ONLY_STEPS = {"normal", "readers"}
"""Lists of ways; test_planted takes each of them out."""
NAMES = [one.name for one in iter_modules(package.__path__) if one.name not in BLIND]
SIGHTS = [sight for name in NAMES for sight in sights(import_module(f"generator.gate.{name}"))]


def test_every_module_that_looks_is_looked_at() -> None:
    """A new module is taken for one that looks; those that do not are named with a reason."""
    assert {one.name for one in iter_modules(package.__path__)} >= BLIND.keys()
    assert {sight.module.__name__.rpartition(".")[2] for sight in SIGHTS} == {*NAMES} - ONLY_STEPS


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_without_it_something_is_missed(
    sight: Sight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The statement is taken out of the running program: `kaohe gate` then says that its check is invalid.

    What cannot be planted on every system is looked for here: a link, a file and a folder that do not open.
    """
    assert set(unplantable(tmp_path / "before", monkeypatch)) == EXPECTED
    monkeypatch.setattr(sight.function, "__code__", sight.without())
    assert missed(READER) or set(unplantable(tmp_path / "after", monkeypatch)) != EXPECTED


EXPECTED = {
    (Kind.STRAY, "link", "是链接，不是文件"),
    (Kind.STRAY, "closed", "文件夹打不开（没有权限）"),
    (Kind.UNREADABLE, "locked.html", "打不开"),
    (Kind.STRAY, "locked.html", ""),
}


def unplantable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Kind, str, str]]:
    """What a search says of them."""
    (folder / "closed").mkdir(parents=True)
    (folder / "closed/x").write_text("")
    (folder / "locked.html").write_text("")
    (folder / "link").symlink_to("/etc/hostname")
    scan, read = files.os.scandir, files.read_file

    def scandir(place: str | Path) -> object:
        if Path(place).name == "closed":
            raise PermissionError(13, "closed")
        return scan(place)

    def read_file(file: Path) -> bytes:
        if file.name == "locked.html":
            raise UnreadableError("打不开")
        return read(file)

    known = Known(needles((), ()), planted_keys(), {}, Public({}), frozenset(), READER)
    with monkeypatch.context() as patched:
        patched.setattr(files.os, "scandir", scandir)
        patched.setattr(search, "read_file", read_file)
        found = search.search(tuple(files.listed(folder)), known)
    yield from ((one.kind, one.file, one.how) for one in found)
