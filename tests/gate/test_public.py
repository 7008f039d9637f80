"""What everybody may read excuses what is withheld elsewhere, as long as it stands there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.gate.finding import Kind
from generator.gate.keys import Keys, YearKeys
from generator.gate.needles import Needle
from generator.gate.public import Public, Witness, siblings
from generator.problems import Place


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Three files at rest."""
    found = {
        "index.html": "<p>综采<b>一队</b>\n<p>脚注",
        "a/index.html": "<p>综合得分 77.31\n<p>脚注",
        "a.css": "掘进队",
    }
    files = {path: tmp_path / path for path in found}
    for path, text in found.items():
        write(files[path], text)
    return files


def write(file: Path, text: str) -> None:
    """Long ago."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (1_700_000_000, 1_700_000_000))


def test_what_pages_say(files: dict[str, Path]) -> None:
    """With markup in it or not; not what stands in other files."""
    public = Public(files)
    assert public.says(["综采一队", "脚注", "掘进队", "综采二队"]) == {"综采一队", "脚注"}
    assert public.says(["综采二队", "脚注"]) == {"脚注"}


def test_a_figure_is_said_with_its_label_and_its_whole_number(files: dict[str, Path]) -> None:
    """77.3 is another than 77.31."""
    needle = Needle(Kind.FIGURE, Place("data/2025/checks.csv"))
    keys = Keys(
        (YearKeys(2025, frozenset(), {}, {"77.31": {"综合得分": needle}, "77.3": {"综合得分": needle}}),)
    )
    assert Public(files).says(["综合得分 77.31", "综合得分 77.3"], keys.holds) == {"综合得分 77.31"}


def test_a_witness_is_asked_again(files: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The next time no page is read for what one says that is as it was; one that changed is none."""
    witnesses: dict[str, Witness] = {}
    Public(files, witnesses).says(["综采一队", "脚注"])
    with monkeypatch.context() as patched:
        patched.setattr("generator.gate.public._publics", lambda _: pytest.fail("read"))
        assert Public(files, witnesses).says(["综采一队", "脚注"]) == {"综采一队", "脚注"}
    write(files["index.html"], "<p>综采三队")
    assert Public(files, witnesses).says(["综采一队", "脚注"]) == {"脚注"}


def test_pages_beside_are_of_the_same_book_and_depth() -> None:
    """Their lines are no news; a file of no page beside it is looked at whole."""
    paths = ["2024/a/index.html", "2025/a/index.html", "2025/a/b/index.html", "a/index.html", "2025/x.css"]
    files = {path: Path(path) for path in paths}
    assert list(siblings("2025/c/index.html", files)) == [Path("2025/a/index.html")]
    assert list(siblings("c/index.html", files)) == [Path("a/index.html")]
    assert list(siblings("2023/c/index.html", files)) == []
