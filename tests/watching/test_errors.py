"""What cannot be published does not blank the site (promises.md, P51), and is told to whom it may (P23)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.contract.fields import Audience
from generator.problems import ConfigError, DataError, Place, Problem
from generator.publishing.faults import MachineError
from tests.publishing.small import Verdict
from tests.watching.scene import ROWS, SMALL, Scene

BAD = ROWS.replace("单位7", "坏")
NEW = ROWS.replace("单位7", "单位八")
ALL = (Audience.GROUP, Audience.LEADERS, Audience.STAFF)
CANARY = "欧阳金丝雀"
MESSAGE = "合计 36 与分项之和 35 不符"


def check(_audience: Audience, data: Path) -> None:
    """A check that finds 坏, and tells the line."""
    problems = []
    for file in sorted(data.rglob("*.csv")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if "坏" in line:
                place = Place(f"data/{file.relative_to(data).as_posix()}", number, "姓名")
                value = None if "restricted" in str(file) else line
                problems.append(Problem("E121", place, MESSAGE, "请核对", value))
    if problems:
        raise DataError(problems)


def test_one_bad_file_keeps_everything_and_is_named(tmp_path: Path) -> None:
    """No audience gets half of it; file, line, rule and since when are told; mended, it is published."""
    scene = Scene(tmp_path, audiences=ALL, refuse=check)
    scene.run(10)
    shown = {one: root.shown() for one, root in scene.roots.items()}
    scene.write("2025/checks.csv", BAD)
    scene.write("2024/checks.csv", NEW)
    scene.run(10)
    assert {one: root.shown() for one, root in scene.roots.items()} == shown
    told = scene.status()["problems"]
    assert isinstance(told, list)
    assert told[0]["file"] == "data/2025/checks.csv"
    assert (told[0]["line"], told[0]["code"]) == (8, "E121")
    assert "data/2025/checks.csv 第8行：票数不符" in scene.page()
    assert f"data/2025/checks.csv 第8行 「姓名」: &quot;u07,坏&quot; {MESSAGE}" in scene.report
    scene.run(300)
    assert scene.status()["problems"] == told
    assert scene.built == 4
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert all(root.shown() != shown[one] for one, root in scene.roots.items())
    assert scene.status()["problems"] == []
    assert "正常" in scene.page()
    assert "没有问题" in scene.report


def test_losses_are_not_counted_from_what_was_refused(scene: Scene) -> None:
    """Rows that were added with a mistake among them, and taken back, were never there."""
    scene.refuse = check
    scene.write("2025/checks.csv", BAD + ROWS)
    scene.run(10)
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert (scene.kind(), scene.last("2025/checks.csv")) == (None, NEW)


def test_taking_a_mistake_back_ends_it_without_a_build(scene: Scene) -> None:
    """What is shown is what there is: nothing need be made."""
    scene.refuse = check
    scene.write("2025/checks.csv", BAD)
    scene.run(10)
    assert (scene.kind(), scene.built) == ("data", 2)
    scene.write("2025/checks.csv", ROWS)
    scene.run(10)
    assert (scene.kind(), scene.built) == (None, 2)


def test_each_problem_keeps_the_time_since_when_it_is_there(scene: Scene) -> None:
    """A second mistake does not make the first one new."""
    scene.refuse = check
    scene.write("2025/checks.csv", BAD)
    scene.run(60)
    scene.write("2024/checks.csv", BAD)
    scene.run(60)
    problems = scene.status()["problems"]
    assert isinstance(problems, list)
    newer, older = sorted((one["since"], one["file"]) for one in problems)[::-1]
    assert older[1] == "data/2025/checks.csv"
    assert newer[0] > older[0]


def test_only_the_group_and_the_report_read_messages_and_restricted_files(tmp_path: Path) -> None:
    """Staff and leaders read file, line and rule, of restricted files nothing, and nobody reads a name."""
    scene = Scene(tmp_path, audiences=ALL, refuse=check)
    scene.run(10)
    scene.write("2025/restricted/interviews.csv", ROWS.replace("单位7", f"{CANARY}坏"))
    scene.run(10)
    for audience in ALL:
        assert scene.kind(audience) == "data"
        laid = json.dumps(scene.status(audience), ensure_ascii=False) + scene.page(audience)
        assert ("restricted" in laid, MESSAGE in laid) == (audience is Audience.GROUP,) * 2
        assert CANARY not in laid
    assert "data/2025/restricted/interviews.csv 第8行" in scene.report
    assert CANARY not in scene.report + "".join(scene.told)


def test_names_of_files_somebody_made_up_are_not_for_all(tmp_path: Path) -> None:
    """A file named after a person, and one of `restricted/` that vanished, are told to the group alone."""

    def unknown(_audience: Audience, data: Path) -> None:
        for file in data.glob("2025/*谈话*"):
            raise DataError([Problem("E112", Place(f"data/2025/{file.name}"), "不认识的文件", "请移出")])

    scene = Scene(tmp_path, audiences=ALL, refuse=unknown)
    scene.run(10)
    scene.write(f"2025/{CANARY}谈话.docx", "x")
    scene.run(10)
    assert [CANARY in scene.page(one) for one in ALL] == [True, False, False]
    (scene.data / f"2025/{CANARY}谈话.docx").unlink()
    (scene.data / "2025/restricted/interviews.csv").unlink()
    scene.run(10)
    assert [scene.kind(one) for one in ALL] == ["source"] * 3
    assert ["interviews" in scene.page(one) for one in ALL] == [True, False, False]


def test_what_is_refused_for_one_audience_is_shown_to_the_others(tmp_path: Path) -> None:
    """The gate judges each edition; staff learn that there is something, not where."""
    scene = Scene(tmp_path, audiences=ALL)
    scene.run(10)
    found = "2025/note/index.html：含有不公开的文字，来自 data/2025/restricted/interviews.csv 第2行"
    publish = scene.watcher.desk.publish

    def judged(audience: Audience, accepted: bool) -> object:
        scene.verdict = Verdict(1, found) if audience is Audience.STAFF else Verdict()
        return publish(audience, accepted)

    scene.watcher.desk.publish = judged  # type: ignore[assignment]
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert [scene.kind(one) for one in ALL] == [None, None, "refused"]
    assert [one for one, _ in scene.published[3:]] == [Audience.GROUP, Audience.LEADERS]
    assert "interviews" not in scene.page() + json.dumps(scene.status())
    assert found in scene.report
    scene.run(600)
    assert scene.built == 6


def test_a_full_disk_is_tried_again(scene: Scene) -> None:
    """What the machine refuses is told, the clerk is not sent the place, and a minute later it goes on."""
    broken = [MachineError("磁盘已满：/srv/kaohe")]

    def full(_audience: Audience, _data: Path) -> None:
        if broken:
            raise broken.pop()

    scene.refuse = full
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert scene.kind() == "machine"
    assert "/srv/kaohe" not in scene.page() + scene.report
    scene.run(70)
    assert (scene.kind(), scene.last("2025/checks.csv")) == (None, NEW)


def test_a_bug_is_told_without_details_and_the_watcher_goes_on(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    """The traceback goes to the operator; readers keep the last good site; the next change is published."""

    def buggy(_audience: Audience, data: Path) -> None:
        if "坏" in (data / "2025/checks.csv").read_text(encoding="utf-8"):
            raise KeyError(CANARY)

    scene.refuse = buggy
    shown = scene.roots[Audience.STAFF].shown()
    scene.write("2025/checks.csv", BAD)
    scene.run(10)
    assert scene.kind() == "internal"
    assert scene.roots[Audience.STAFF].shown() == shown
    laid = scene.page() + scene.report + json.dumps(scene.status(), ensure_ascii=False)
    assert "内部错误" in laid
    assert CANARY not in laid
    assert "Traceback" in capsys.readouterr().err
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert (scene.kind(), scene.last("2025/checks.csv")) == (None, NEW)


def test_settings_that_cannot_work_are_told(scene: Scene) -> None:
    """Other faults Kaohe explains by itself are told with their text to those who mend the data."""

    def settings(_audience: Audience, _data: Path) -> None:
        raise ConfigError("data 中没有年度文件夹")

    scene.refuse = settings
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert scene.kind() == "data"
    assert "data 中没有年度文件夹" in scene.report


def test_a_report_that_cannot_be_written_stops_nothing(scene: Scene) -> None:
    """The folder above the data may be read-only: said once, and the site is published all the same."""
    (scene.place / "数据问题.html").unlink()
    (scene.place / "数据问题.html").mkdir()
    scene.refuse = check
    scene.write("2025/checks.csv", BAD)
    scene.run(60)
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert scene.last("2025/checks.csv") == NEW
    assert sum("数据问题.html 写不了" in one for one in scene.told) == 1


def test_the_report_is_no_file_of_the_data(scene: Scene) -> None:
    """It lies beside the folder, so that the check never meets it."""
    assert {one.name for one in scene.data.iterdir()} == {name.split("/")[0] for name in SMALL}
