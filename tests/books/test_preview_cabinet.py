"""What `kaohe serve` keeps from build to build."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.books import cabinet
from generator.books.yearly import Written
from generator.cli import main
from generator.commands import building
from generator.store.pack import Pack, read_pack
from tests.books.edits.sample import write_sample
from tests.books.edits.tables import read_rows, write_rows

Build = Callable[[], Written]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small company."""
    write_sample(tmp_path)
    return tmp_path


@pytest.fixture
def serve(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Build]:
    """Begins a preview; what it calls at each change."""
    begun: list[Build] = []
    monkeypatch.setattr(building, "serve", lambda build, *_, **__: begun.append(build))

    def begin() -> Build:
        order = ["--data", project / "data", "--content", project / "content", "--out", project / "site"]
        assert main(["serve", *map(str, order)]) == 0
        return begun[-1]

    return begin


def _edit(project: Path, word: str) -> None:
    """Another word in a table of the open year."""
    file = project / "data/2025/leaders.csv"
    table = read_rows(file)
    table.rows[0]["分管工作"] = word
    write_rows(file, table)


def test_no_closed_year_is_read_twice(
    serve: Callable[[], Build], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often something of the open year changes, each pack is read once by a preview."""
    serve()()
    read = Counter[str]()

    def counted(file: Path) -> Pack | None:
        read[file.stem] += 1
        return read_pack(file)

    monkeypatch.setattr(cabinet, "read_pack", counted)
    build = serve()
    for word in ("作风扎实", "敢打硬仗", "管理精细"):
        _edit(project, word)
        assert build().site.changed
    assert {year: times for year, times in read.items() if year.isdigit()} == {"2023": 1, "2024": 1}


def test_another_program_builds_in_between(serve: Callable[[], Build], project: Path) -> None:
    """What a preview remembers of a closed year is not what that program found; it reads the year again."""
    ours, other = serve(), serve()
    ours()
    cycle = project / "data/2024/cycle.yml"
    cycle.write_text(
        cycle.read_text(encoding="utf-8").replace("title: 2024年度", "title: 二〇二四年度"), "utf-8"
    )
    other()
    _edit(project, "作风扎实")
    ours()
    shelf = [one.read_text(encoding="utf-8") for one in (project / "site/staff").glob("archive/*.html")]
    assert any("二〇二四年度" in page for page in shelf)


def test_memory_does_not_grow(serve: Callable[[], Build], project: Path) -> None:
    """After the first builds as many packs are open as after many."""
    build = serve()
    opened = []
    for word in ("甲", "乙", "丙", "丁"):
        _edit(project, f"作风扎实{word}")
        build()
        gc.collect()
        opened.append(sum(isinstance(one, Pack) for one in gc.get_objects()))
    assert len(set(opened[1:])) == 1
