"""What the journal of a watcher holds: a line when something is different, and none for every look."""

from __future__ import annotations

from pathlib import Path

from generator.contract.fields import Audience
from generator.problems import DataError, Place, Problem
from generator.publishing.faults import MachineError
from tests.watching.scene import ROWS, Scene

NEW = ROWS.replace("单位7", "单位八")


def wrong(*lines: int) -> DataError:
    """So many errors of the data."""
    place = "data/2025/checks.csv"
    return DataError(Problem("E104", Place(place, line), "不是数字", "请改正", "秘密") for line in lines)


def refusing(scene: Scene, error: Exception | None) -> None:
    """The next builds end like this, of data that changed."""

    def refuse(*_: object) -> None:
        if error is not None:
            raise error

    scene.refuse = refuse


def said(scene: Scene, seconds: float = 60) -> list[str]:
    """What is told in so much time."""
    before = len(scene.told)
    scene.run(seconds)
    return scene.told[before:]


def test_what_was_published_is_told_once(tmp_path: Path) -> None:
    """For whom, which release, and how much of it is new; then nothing for as long as nothing changes."""
    scene = Scene(tmp_path, audiences=(Audience.GROUP, Audience.STAFF))
    first = said(scene)
    names = {one: scene.roots[one].shown() for one in scene.audiences}
    assert first == [
        f"已发布考核组版 {names[Audience.GROUP]}：6 页，改写 6 个文件",
        f"已发布全体职工版 {names[Audience.STAFF]}：6 页，改写 6 个文件",
    ]
    scene.write("2025/checks.csv", NEW)
    assert [one.partition("：")[2] for one in said(scene)] == ["6 页，改写 1 个文件"] * 2
    assert said(scene, 600) == []


def test_errors_of_the_data_are_counted_and_told_when_they_change(scene: Scene) -> None:
    """How many and where to read them, never what stands in the cell; others are told anew, the end too."""
    report = scene.place / "数据问题.html"
    refusing(scene, wrong(3, 5))
    scene.write("2025/checks.csv", NEW)
    assert said(scene, 600) == [f"数据有 2 处错误，没有发布，网站没有变：逐条见 {report}"]
    refusing(scene, wrong(5))
    scene.write("2025/checks.csv", f"{NEW}u21,x\n")
    assert said(scene) == [f"数据有 1 处错误，没有发布，网站没有变：逐条见 {report}"]
    refusing(scene, None)
    scene.write("2025/checks.csv", ROWS)
    assert said(scene) == ["数据：已没有问题"]


def test_what_the_machine_refuses_is_told_in_full(scene: Scene) -> None:
    """However often it is tried again."""
    refusing(scene, MachineError("磁盘已满：/srv\n网站没有变"))
    scene.write("2025/checks.csv", NEW)
    assert said(scene, 600) == ["全体职工版网站：服务器故障：磁盘已满：/srv 网站没有变"]


def test_what_is_missing_is_told(scene: Scene) -> None:
    """One thing by itself; several are read on the page."""
    (scene.data / "2024/checks.csv").unlink()
    assert said(scene) == ["数据文件夹：数据文件缺失：data/2024/checks.csv 不见了：文件"]
    (scene.data / "2025/checks.csv").unlink()
    assert said(scene) == [f"数据文件夹：数据文件缺失：详见 {scene.place / '数据问题.html'}"]
