"""Every change is noticed, on any file system, and nothing else is one (promises.md, P48, P49, P52)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.watching import mirror
from tests.watching.scene import ROWS, SMALL, Scene

NEW = ROWS.replace("单位7", "单位八")
SAME_SIZE = ROWS.replace("单位7", "单位9")
PROMISED = 30
"""Seconds within which a change is shown, without the build."""


def test_what_is_saved_is_published_once(scene: Scene) -> None:
    """The first state was; a changed cell follows within the promise; after that nothing happens."""
    scene.write("2025/checks.csv", NEW)
    scene.run(PROMISED)
    assert scene.last("2025/checks.csv") == NEW
    scene.run(600)
    assert len(scene.published) == 2
    assert scene.built == 2


@pytest.mark.parametrize("shift", [0, -400_000_000, 400_000_000], ids=["same", "older", "future"])
def test_times_of_files_mean_nothing(scene: Scene, shift: int) -> None:
    """As many bytes, and the time the file had before, years older, or years ahead."""
    before = (scene.data / "2025/checks.csv").stat()
    file = scene.write("2025/checks.csv", SAME_SIZE)
    os.utime(file, (before.st_atime + shift, before.st_mtime + shift))
    scene.run(PROMISED)
    assert file.stat().st_size == before.st_size
    assert scene.last("2025/checks.csv") == SAME_SIZE


def test_a_touched_file_is_no_change(scene: Scene) -> None:
    """The same bytes with a new time, or a new inode: nothing is built."""
    file = scene.data / "2025/checks.csv"
    file.touch()
    shutil.copy(file, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)
    scene.run(PROMISED)
    assert scene.built == 1


def test_a_folder_that_is_made_anew_is_followed(scene: Scene) -> None:
    """Robocopy with /MIR, or a share mounted again: what is in it counts, not which folder it is."""
    kept = scene.place / "kept"
    scene.data.rename(kept)
    scene.run(20)
    shutil.copytree(kept, scene.data)
    scene.run(20)
    assert (scene.kind(), scene.built) == (None, 1)
    scene.write("2025/checks.csv", NEW)
    scene.run(PROMISED)
    assert scene.last("2025/checks.csv") == NEW


def test_hand_written_pages_and_templates_are_followed_too(scene: Scene) -> None:
    """A new page and a changed template are each a change."""
    (scene.content / "2025").mkdir()
    (scene.content / "2025/notice.md").write_text("# 通知\n", encoding="utf-8")
    scene.run(PROMISED)
    assert scene.built == 2
    (scene.templates / "page.html").write_text("<b>", encoding="utf-8")
    scene.run(PROMISED)
    assert scene.built == 3


def _excel(data: Path) -> Sequence[Callable[[], object]]:
    file, temporary, lock = data / "checks.csv", data / "5D0B3F00", data / "~$checks.csv"
    return (
        lambda: lock.write_bytes(b"\x05user"),
        lambda: temporary.write_text(NEW[:90], encoding="utf-8"),
        lambda: temporary.write_text(NEW, encoding="utf-8"),
        lambda: file.rename(data / "8A21C7E4"),
        lambda: temporary.rename(file),
        (data / "8A21C7E4").unlink,
        lock.unlink,
    )


def _wps(data: Path) -> Sequence[Callable[[], object]]:
    file, lock = data / "checks.csv", data / ".~checks.csv"
    return (
        lambda: lock.write_bytes(b"user"),
        lambda: (data / "checks.csv.tmp").write_text(NEW, encoding="utf-8"),
        file.unlink,
        lambda: (data / "checks.csv.tmp").rename(file),
        lambda: (data / "checks.bak").write_text(ROWS, encoding="utf-8"),
        lock.unlink,
    )


def _vim(data: Path) -> Sequence[Callable[[], object]]:
    file = data / "checks.csv"
    return (
        lambda: (data / ".checks.csv.swp").write_bytes(b"b0VIM"),
        (data / "4913").touch,
        (data / "4913").unlink,
        lambda: file.rename(data / "checks.csv~"),
        lambda: file.write_text(NEW, encoding="utf-8"),
        (data / "checks.csv~").unlink,
        (data / ".checks.csv.swp").unlink,
    )


def _robocopy(data: Path) -> Sequence[Callable[[], object]]:
    file, whole = data / "checks.csv", NEW.encode()
    return (
        lambda: file.write_bytes(b"\0" * len(whole)),
        lambda: file.write_bytes(whole[:128] + b"\0" * (len(whole) - 128)),
        lambda: file.write_bytes(whole),
        lambda: os.utime(file, (1, 1)),
    )


@pytest.mark.parametrize("program", [_excel, _wps, _vim, _robocopy])
@pytest.mark.parametrize("pause", [0.1, 1.9])
def test_saving_by_each_program_is_one_publication(
    scene: Scene, program: Callable[[Path], Sequence[Callable[[], object]]], pause: float
) -> None:
    """Whatever is seen between two of its steps, the new content is published once and nothing else is."""
    for step in program(scene.data / "2025"):
        step()
        scene.run(pause)
    scene.run(PROMISED)
    assert [files["2025/checks.csv"].decode() for _, files in scene.published] == [ROWS, NEW]
    assert scene.published[-1][1].keys() == SMALL.keys()
    assert scene.kind() is None


def test_litter_alone_is_nothing(scene: Scene) -> None:
    """Locks, swap files, backups and what Windows leaves behind do not start a build."""
    names = ("~$x.csv", ".x", "x.tmp", "x.swp", "x~", "x.bak", "Thumbs.db", "desktop.ini", "0A1B2C3D")
    for name in names:
        scene.write(f"2025/{name}", "x")
        scene.run(3)
    scene.run(PROMISED)
    assert scene.built == 1


def test_two_thousand_saves_in_a_second_are_one_build(scene: Scene) -> None:
    """Rest is waited for, not counted."""
    for number in range(2000):
        scene.write("2025/checks.csv", f"{NEW}u99,{number}\n")
        scene.run(1 / 2000)
    scene.run(PROMISED)
    assert scene.built == 2
    assert scene.last("2025/checks.csv").endswith("u99,1999\n")


def test_a_restless_editor_cannot_starve_the_site(scene: Scene) -> None:
    """Saving every second for ten minutes: something is shown within five, and not after every save."""
    begun = scene.time
    first = None
    for number in range(600):
        scene.write("2025/checks.csv", f"{NEW}u99,{number}\n")
        scene.run(1)
        if first is None and len(scene.published) > 1:
            first = scene.time - begun
    assert first is not None
    assert first <= 305
    assert 2 <= len(scene.published) <= 4
    scene.run(PROMISED)
    assert scene.last("2025/checks.csv").endswith("u99,599\n")


@pytest.mark.parametrize("phase", [0.0, 0.7, 1.4])
def test_a_half_written_file_is_never_published(tmp_path: Path, phase: float) -> None:
    """Every beginning of a table lies there for as long as rest must last, before the whole one comes."""
    scene = Scene(tmp_path)
    scene.run(10 + phase)
    whole = ("编号,姓名\n" + "".join(f"u{number},甲{number}\n" for number in range(1, 4))).encode()
    allowed = {ROWS.encode()}
    for length in range(len(whole)):
        full = whole + f"u9,{length}\n".encode()
        allowed.add(full)
        scene.write("2025/checks.csv", full[:length])
        scene.run(4.9)
        scene.write("2025/checks.csv", full)
        scene.run(8)
    assert {files["2025/checks.csv"] for _, files in scene.published} <= allowed


def test_a_file_cut_off_in_a_line_is_waited_for_and_then_named(scene: Scene) -> None:
    """A copy that hangs looks like rest; its last line tells, and after ten minutes it is shown and named."""
    scene.write("2025/checks.csv", NEW[:-3])
    scene.run(300)
    assert len(scene.published) == 1
    assert "最后一行不完整" in str(scene.status()["notes"])
    assert "最后一行不完整" in scene.report
    scene.run(310)
    assert scene.last("2025/checks.csv") == NEW[:-3]
    scene.run(60)
    assert "data/2025/checks.csv：最后一行不完整" in str(scene.status()["notes"])
    assert sum("不完整" in one for one in scene.told) == 1
    scene.write("2025/checks.csv", NEW)
    scene.run(PROMISED)
    assert scene.status()["notes"] == []


def test_an_open_file_is_waited_for_and_then_named(scene: Scene) -> None:
    """While a lock lies beside a changed file it may be saved again; not for longer than ten minutes."""
    scene.write("2025/~$checks.csv", "x")
    scene.write("2025/checks.csv", NEW)
    scene.run(300)
    assert len(scene.published) == 1
    assert "data/2025/checks.csv：正在被打开编辑" in str(scene.status()["notes"])
    assert "正在被打开编辑" in scene.page()
    (scene.data / "2025/~$checks.csv").unlink()
    scene.run(3)
    assert scene.last("2025/checks.csv") == NEW
    scene.write("2025/~$checks.csv", "x")
    scene.write("2025/checks.csv", ROWS)
    scene.run(610)
    assert scene.last("2025/checks.csv") == ROWS


def test_a_lock_beside_an_unchanged_file_holds_nothing_back(scene: Scene) -> None:
    """Somebody who only looks at one table does not stop another from being published."""
    scene.write("2025/~$checks.csv", "x")
    scene.write("2024/checks.csv", NEW)
    scene.run(PROMISED)
    assert scene.last("2024/checks.csv") == NEW


def test_a_change_during_the_build_does_not_reach_it(scene: Scene) -> None:
    """What is built is the copy; the change comes with the next build."""
    scene.refuse = lambda _audience, _data: scene.write("2024/checks.csv", NEW)
    scene.write("2025/checks.csv", NEW)
    scene.run(9)
    assert scene.last("2024/checks.csv") == ROWS
    scene.run(PROMISED)
    assert scene.last("2024/checks.csv") == NEW
    assert len(scene.published) == 3


def test_a_file_that_changes_while_it_is_copied_is_waited_for(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is compared with what was seen, and the folder looked at once more."""
    copy_file = mirror._copy_file

    def disturbed(*arguments: object) -> bool:
        scene.write("2024/checks.csv", NEW)
        monkeypatch.setattr(mirror, "_copy_file", copy_file)
        return copy_file(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(mirror, "_copy_file", disturbed)
    scene.write("2025/checks.csv", NEW)
    scene.run(PROMISED)
    states = [(files["2024/checks.csv"], files["2025/checks.csv"]) for _, files in scene.published]
    assert states == [(ROWS.encode(), ROWS.encode()), (NEW.encode(), NEW.encode())]
