"""`kaohe watch` as a process of its own, on a copy of the sample; and how it is called."""

from __future__ import annotations

import json
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.commands import watching
from generator.contract.fields import Audience
from generator.gate.judge import Verdict
from generator.publishing.root import Root
from tests.conftest import PROJECT
from tests.publishing.small import assert_whole
from tests.publishing.test_command import INTERVIEW
from tests.test_project import own_data

CANARY = "欧阳金丝雀"
PATIENCE = 120
"""Seconds until a test gives up waiting."""


@dataclass(frozen=True)
class Running:
    """A watcher and the folders it works on."""

    process: subprocess.Popen[str]
    place: Path

    @property
    def root(self) -> Root:
        """What staff see."""
        return Root(self.place / "srv/staff")

    @property
    def status(self) -> dict[str, Any]:
        """The newest `status.json`; empty before the first."""
        file = self.root.path / "status/status.json"
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        return found

    def until(self, what: Callable[[], object]) -> None:
        """Wait until it is so; fails when the process ends before, or never comes to it."""
        end = time.monotonic() + PATIENCE
        while not what():
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < end, self.status
            time.sleep(0.05)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Started on a copy of the sample."""
    for name in ("data", "content"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "watch",
        "--to",
        "srv",
        "--every",
        "0.2",
        "--stable",
        "1",
    ]
    environment = {"PYTHONPATH": str(PROJECT), "PATH": "", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        yield Running(process, tmp_path)
    finally:
        process.kill()
        process.communicate()


def test_a_saved_cell_reaches_the_reader_and_a_mistake_does_not(running: Running) -> None:
    """Saved: shown. Broken: the old site, and the cell is named. Mended: fine again. SIGTERM: 0."""
    table = running.place / "data/2025/profiles.csv"
    running.until(running.root.shown)
    first = running.root.shown()
    good = table.read_text(encoding="utf-8")
    line, row = next((n, one) for n, one in enumerate(good.splitlines(), 1) if one.startswith("u03,"))
    cells = row.split(",")
    members = cells[2]

    def saved(number: str) -> str:
        return good.replace(row, ",".join((*cells[:2], number, *cells[3:])))

    table.write_text(saved("9753"), encoding="utf-8")
    running.until(lambda: running.root.shown() != first)
    second = running.root.shown()
    assert "9753" in (running.root.current / "2025/units/u03/index.html").read_text(encoding="utf-8")
    running.until(lambda: (running.status["shown"] or {}).get("id") == second)

    table.write_text(saved(f"{members}人"), encoding="utf-8")
    running.until(lambda: running.status["fault"])
    (problem,) = running.status["problems"]
    assert (problem["file"], problem["line"], problem["code"]) == ("data/2025/profiles.csv", line, "E104")
    report = (running.place / "数据问题.html").read_text(encoding="utf-8")
    assert f"「党员数」: &quot;{members}人&quot; 数字后带有单位" in report
    assert running.root.shown() == second

    table.write_text(saved("9753"), encoding="utf-8")
    running.until(lambda: running.status["fault"] is None)
    report_file = running.place / "数据问题.html"  # written after the status
    running.until(lambda: "没有问题" in report_file.read_text(encoding="utf-8"))
    running.process.send_signal(signal.SIGTERM)
    told, _ = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 0
    assert "监视已结束" in told
    assert "Traceback" not in told
    assert running.root.shown() == second
    shutil.rmtree(running.root.path / "status")
    assert_whole(running.root)


def test_a_second_watcher_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two of them would copy into the same folder."""
    (tmp_path / ".watch").mkdir()
    with watching._only_one(tmp_path / ".watch"):
        assert main(["watch", "--to", str(tmp_path)]) == 2
    assert "已有一个监视程序" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "缺少 --to"),
        (["--to", "x", "--every", "11"], "--every：11 不是 10 以内的秒数"),
        (["--to", "x", "--every", "0"], "不是 10 以内的秒数"),
        (["--to", "x", "--stable", "nan"], "不是 60 以内的秒数"),
        (["--to", "x", "--keep", "0"], "不是个数"),
        (["--to", __file__], "建不了文件夹"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In Chinese."""
    try:
        ended = main(["watch", *arguments])
    except SystemExit as stop:
        ended = int(str(stop.code))
    assert ended == 2
    assert told in capsys.readouterr().err


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of the README; a watcher looks twice and ends, and the gate takes no time."""

    def look(watcher: watching.Watcher, _: watching.Stop) -> None:
        for _ in range(2):
            watcher.step()
            time.sleep(0.02)

    monkeypatch.setattr(watching, "follow", look)
    monkeypatch.setattr(watching, "Gate", _Trusting)
    (tmp_path / "content").mkdir()
    return own_data("README.md", tmp_path)


def watched(data: Path) -> Path:
    """The folder that is published to, after all audiences were watched for two looks."""
    source = ["--data", str(data), "--content", str(data.parent / "content")]
    to = data.parent / "srv"
    assert main(["watch", *source, "--to", str(to), "--audience", "all", "--stable", "0.01"]) == 0
    return to


def test_all_audiences_are_followed_by_one_process(small: Path) -> None:
    """Each has its site and its status; places are the usual ones, and the copy's are never told."""
    to = watched(small)
    for audience in Audience:
        root = Root(to / audience.value)
        assert root.shown() is not None
        told = json.loads((root.path / "status/status.json").read_text(encoding="utf-8"))
        assert (told["audience"], told["shown"]["as_of"]) == (audience.value, "2026-01-05")
    shutil.rmtree(small / "2025")
    laid = (watched(small) / "group/status/index.html").read_text(encoding="utf-8")
    assert "mine/2025 不见了" in laid
    assert ".watch" not in laid
    assert stat.S_IMODE((to / ".watch").stat().st_mode) == 0o700


def test_pages_that_are_not_mounted_are_an_alarm_and_no_end(small: Path) -> None:
    """A watcher that starts again keeps the site and says what is missing, as of data."""
    (small.parent / "content/2025").mkdir()
    (small.parent / "content/2025/note.md").write_text("# 说明\n", encoding="utf-8")
    root = Root(watched(small) / "staff")
    shown = root.shown()
    shutil.rmtree(small.parent / "content")
    watched(small)
    assert "content 不见了" in (root.path / "status/index.html").read_text(encoding="utf-8")
    assert root.shown() == shown


def test_values_of_restricted_and_personal_fields_are_nowhere(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The real check finds them wrong, and what it says of them holds no value (P23)."""
    watched(small)
    (small / "2025/restricted").mkdir()
    interviews = INTERVIEW.replace("2026-01-21", f"{CANARY}日").replace("班子成员", CANARY * 9)
    (small / "2025/restricted/interviews.csv").write_text(interviews, encoding="utf-8")
    leaders = f"单位编号,姓名,职务\nz01,{CANARY} {CANARY},书记\nz09,{CANARY},书记\n"
    (small / "2025/leaders.csv").write_text(leaders, encoding="utf-8")
    to = watched(small)
    report = (small.parent / "数据问题.html").read_text(encoding="utf-8")
    assert "2025/restricted/interviews.csv 第2行" in report
    assert "2025/leaders.csv" in report
    pages = [file.read_text(encoding="utf-8") for file in to.glob("*/status/*")]
    printed = capsys.readouterr()
    assert len(pages) == 6
    assert CANARY not in "".join((report, *pages, printed.out, printed.err))
    assert "restricted" not in "".join(file.read_text(encoding="utf-8") for file in to.glob("[sl]*/status/*"))


class _Trusting:
    """A gate that takes no time."""

    def judge(self, *_: object) -> object:
        """Nothing is found."""
        return Verdict()
