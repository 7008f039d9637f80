"""A vanished source is not a deletion (promises.md, P50)."""

from __future__ import annotations

import html
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.contract.fields import Audience
from generator.intake import snapshot
from generator.watching.keeping import Keeper
from tests.watching.scene import ROWS, Scene

HALF = "".join(ROWS.splitlines(keepends=True)[:11])
LESS = "".join(ROWS.splitlines(keepends=True)[:20])
NEW = ROWS.replace("单位7", "单位八")


def _gone(scene: Scene) -> None:
    shutil.rmtree(scene.data)


def _empty(scene: Scene) -> None:
    for one in scene.data.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()


def _file(scene: Scene) -> None:
    (scene.data / "2025/checks.csv").unlink()


def _year(scene: Scene) -> None:
    shutil.rmtree(scene.data / "2024")


def _half(scene: Scene) -> None:
    scene.write("2025/checks.csv", HALF)


@pytest.mark.parametrize(
    ("lose", "kind", "told"),
    [
        (_gone, "unseen", "找不到数据文件夹 data"),
        (_empty, "unseen", "数据文件夹 data 是空的"),
        (_file, "source", "data/2025/checks.csv 不见了：文件"),
        (_year, "source", "data/2024 不见了：整个文件夹（1 个文件）"),
        (_half, "source", "data/2025/checks.csv 由 20 行减到 10 行"),
    ],
)
def test_what_vanishes_is_an_alarm_and_the_site_stays(
    scene: Scene, lose: Callable[[Scene], None], kind: str, told: str
) -> None:
    """An alarm on every page that says what is missing; nothing is built; what comes back ends it."""
    kept = scene.place / "kept"
    shutil.copytree(scene.data, kept)
    lose(scene)
    scene.run(60)
    since = scene.status()["fault"]
    assert (scene.kind(), scene.built) == (kind, 1)
    assert told in scene.report
    assert "网站仍是原来的内容" in scene.page()
    scene.run(600)
    assert scene.built == 1
    assert scene.status()["fault"] == since
    shutil.copytree(kept, scene.data, dirs_exist_ok=True)
    scene.run(10)
    assert (scene.kind(), scene.built) == (None, 1)
    assert "没有问题" in scene.report


@pytest.mark.parametrize("folder", ["srv", "网站 发布"])
def test_the_command_that_says_it_is_meant_can_be_copied(tmp_path: Path, folder: str) -> None:
    """Whole on both pages, with the folder; typed as it stands there it is obeyed."""
    scene = Scene(tmp_path, folder=folder)
    scene.run(10)
    _half(scene)
    scene.run(10)
    told = [re.search(r"请由管理员运行 kaohe (.+?) 确认。", page) for page in (scene.report, scene.page())]
    typed = {html.unescape(one[1]) for one in told if one}
    assert len(typed) == 1
    assert main(shlex.split(typed.pop())) == 0
    scene.run(10)
    assert (scene.kind(), scene.last("2025/checks.csv")) == (None, HALF)


@pytest.mark.parametrize("lose", [_file, _year, _half])
def test_what_is_meant_must_be_said(scene: Scene, lose: Callable[[Scene], None]) -> None:
    """`--accept-removal` tells the running watcher; the same loss another day is asked about again."""
    before = ROWS
    lose(scene)
    scene.run(30)
    assert main(["watch", "--to", str(scene.to), "--accept-removal"]) == 0
    scene.run(10)
    assert len(scene.published) == 2
    assert scene.kind() is None
    scene.write("2025/checks.csv", before)
    scene.write("2024/checks.csv", before)
    scene.run(10)
    assert len(scene.published) == 3
    lose(scene)
    scene.run(30)
    assert (len(scene.published), scene.kind()) == (3, "source")


def test_only_what_was_told_is_accepted(scene: Scene) -> None:
    """More vanishes after somebody agreed: they are asked again."""
    _half(scene)
    scene.run(30)
    assert main(["watch", "--to", str(scene.to), "--accept-removal"]) == 0
    _year(scene)
    scene.run(30)
    assert (len(scene.published), scene.kind()) == (1, "source")
    scene.write("2024/checks.csv", ROWS)
    scene.run(30)
    assert len(scene.published) == 2


def test_an_acceptance_ends_with_its_alarm(scene: Scene) -> None:
    """What came back before it was looked at is not accepted when it vanishes a week later."""
    _half(scene)
    scene.run(30)
    scene.write("2025/checks.csv", ROWS)
    assert main(["watch", "--to", str(scene.to), "--accept-removal"]) == 0
    scene.run(30)
    _half(scene)
    scene.run(30)
    assert (len(scene.published), scene.kind()) == (1, "source")


def test_nothing_to_accept_is_told(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    """Who accepts when nothing is missing learns that."""
    assert main(["watch", "--to", str(scene.to), "--accept-removal"]) == 2
    assert "现在没有等待确认的减少" in capsys.readouterr().err
    assert main(["watch", "--to", str(scene.place / "nowhere"), "--accept-removal"]) == 2


def test_what_is_accepted_is_read_out(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever agrees sees to what."""
    _half(scene)
    scene.run(30)
    main(["watch", "--to", str(scene.to), "--accept-removal"])
    assert "data/2025/checks.csv 由 20 行减到 10 行" in capsys.readouterr().err


def test_a_tenth_of_the_rows_is_the_bar(scene: Scene) -> None:
    """One row of twenty may go; two are asked about."""
    scene.write("2025/checks.csv", LESS)
    scene.run(30)
    assert scene.last("2025/checks.csv") == LESS
    scene.write("2024/checks.csv", "".join(ROWS.splitlines(keepends=True)[:19]))
    scene.run(30)
    assert scene.kind() == "source"


def test_an_alarm_survives_a_restart(scene: Scene) -> None:
    """A watcher that is started while the share is away does not take the empty folder for the truth."""
    _half(scene)
    scene.start()
    scene.run(30)
    assert (len(scene.published), scene.kind()) == (1, "source")


def test_a_site_that_says_less_is_asked_about_too(scene: Scene) -> None:
    """The data lost little and the site much: it is refused until somebody says that it is meant."""
    for number in range(20):
        scene.write(f"2025/cases/c{number}.yml", "a: 1\n")
    scene.run(30)
    assert len(scene.published) == 2
    kept = scene.watcher.desk.kept
    scene.watcher.desk.kept.good = None  # as if nobody knew what there was
    for number in range(20):
        (scene.data / f"2025/cases/c{number}.yml").unlink()
    scene.run(30)
    assert scene.kind() == "shrunk"
    assert "页数由" in scene.page()
    Keeper(scene.to / ".watch").accept(kept.alarms)
    scene.run(10)
    assert scene.kind() is None
    assert len(scene.published) == 3


def test_a_file_nobody_may_read_is_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locked by another program or without permission: the site stays, and the page says which and why."""
    read = snapshot.read_plain

    def refused(path: Path, source: snapshot.Source) -> tuple[snapshot.Seen, bytes]:
        if path == scene.data / "2025/checks.csv":
            raise PermissionError(13, "denied", str(path))
        return read(path, source)

    monkeypatch.setattr(snapshot, "read_plain", refused)
    scene.write("2024/checks.csv", NEW)
    scene.run(30)
    assert scene.kind() == "unseen"
    assert "data/2025/checks.csv 打不开（没有权限）" in scene.report
    monkeypatch.undo()
    scene.run(30)
    assert scene.last("2024/checks.csv") == NEW


def test_hand_written_pages_may_not_vanish_either(scene: Scene) -> None:
    """A content folder that is not mounted is no wish to remove its pages."""
    (scene.content / "2025").mkdir()
    (scene.content / "2025/notice.md").write_text("# 通知\n", encoding="utf-8")
    scene.run(30)
    shutil.rmtree(scene.content)
    scene.run(30)
    assert (scene.kind(), scene.built) == ("source", 2)
    assert "content 不见了：整个文件夹（1 个文件）" in scene.report


def test_templates_of_a_new_version_may_be_fewer(scene: Scene) -> None:
    """The program's own files are replaced by whoever installs it."""
    (scene.templates / "more.html").write_text("<i>", encoding="utf-8")
    scene.run(30)
    (scene.templates / "more.html").unlink()
    scene.run(30)
    assert (scene.kind(), scene.built) == (None, 3)


def test_every_audience_is_told_of_a_missing_folder(tmp_path: Path) -> None:
    """Each has a status of its own."""
    scene = Scene(tmp_path, audiences=(Audience.GROUP, Audience.LEADERS, Audience.STAFF))
    scene.run(10)
    _gone(scene)
    scene.run(10)
    assert {scene.kind(one) for one in scene.audiences} == {"unseen"}
