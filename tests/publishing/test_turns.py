"""Several publishers at once: one at a time, and the newest data wins (P42)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publishing import turns
from generator.publishing.root import Root
from tests.conftest import PROJECT
from tests.publishing.small import Press, assert_whole, pages_in, version, write_pages

PATIENCE = 30.0
"""Seconds until a test gives up waiting for something that happens in a fraction of one."""


@dataclass(frozen=True)
class Office:
    """Where several people publish from one data folder."""

    place: Path

    @property
    def root(self) -> Root:
        """What they publish to."""
        return Root(self.place / "staff")

    @property
    def log(self) -> list[list[str]]:
        """Beginnings and ends of builds, by process."""
        path = self.place / "log"
        return (
            [line.split() for line in path.read_text(encoding="ascii").splitlines()] if path.exists() else []
        )

    def enter(self, number: int) -> None:
        """The data is that version from here on."""
        write_pages(self.place / f"data-{number}", version(number))
        (self.place / "next").symlink_to(f"data-{number}")
        (self.place / "next").replace(self.place / "data")

    def start(self, seconds: float, order: str = "") -> subprocess.Popen[str]:
        """Somebody publishes; building takes so many seconds."""
        driver = [
            sys.executable,
            "-m",
            "tests.publishing.driver",
            str(self.root.path),
            str(self.place / "data"),
        ]
        told = ["--seconds", str(seconds), "--log", str(self.place / "log"), "--order", order]
        return subprocess.Popen(
            [*driver, *told],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def begun(self, builds: int) -> Callable[[], bool]:
        """Whether so many builds have begun."""
        return lambda: sum(what == "begin" for _, what in self.log) >= builds


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An empty one."""
    return Office(tmp_path)


def wait(until: Callable[[], bool]) -> None:
    """Look until it is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.01)


def ended(person: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code, and what was said in the end."""
    out, err = person.communicate(timeout=PATIENCE)
    return person.returncode, out + err


def assert_one_at_a_time(log: list[list[str]]) -> None:
    """No build begins before the last one ended."""
    for (first, begin), (second, end) in zip(log[::2], log[1::2], strict=True):
        assert (begin, end) == ("begin", "end")
        assert first == second


def test_of_five_at_once_the_newest_data_is_shown(office: Office) -> None:
    """Five entries and five commands while one builds: no overlap, no lost update, everybody ends well."""
    people = []
    for number in range(1, 6):
        office.enter(number)
        people.append(office.start(0.3))
        time.sleep(0.05)
    assert [ended(person)[0] for person in people] == [0] * 5
    assert pages_in(office.root.current) == version(5)
    assert_one_at_a_time(office.log)
    assert_whole(office.root)


def test_who_comes_second_goes_and_the_first_publishes_for_both(office: Office) -> None:
    """The second says so in Chinese at once; the first begins again with the newer data."""
    office.enter(1)
    first = office.start(1.0)
    wait(office.begun(1))
    office.enter(2)
    code, said = ended(office.start(0))
    assert code == 0
    assert "另一个发布正在进行，它结束前会用最新的数据再发布一次" in said
    assert first.poll() is None
    code, said = ended(first)
    assert (code, "用最新的数据再发布一次" in said) == (0, True)
    assert {process for process, _ in office.log} == {str(first.pid)}
    assert pages_in(office.root.current) == version(2)
    assert_whole(office.root)


def test_who_asks_for_something_else_waits_and_does_it(office: Office) -> None:
    """`--allow-shrink` of the second is not the business of the first."""
    office.enter(1)
    first = office.start(0.5)
    wait(office.begun(1))
    office.enter(2)
    second = office.start(0, order="allow_shrink")
    assert ended(first)[0] == 0
    code, said = ended(second)
    assert (code, "等它结束" in said) == (0, True)
    assert [process for process, what in office.log if what == "begin"] == [str(first.pid), str(second.pid)]
    assert pages_in(office.root.current) == version(2)
    assert_one_at_a_time(office.log)


def test_a_publisher_that_was_killed_blocks_nobody(office: Office) -> None:
    """Its lock goes with it, and a note left for it is done by the next."""
    office.enter(1)
    first = office.start(PATIENCE)
    wait(office.begun(1))
    assert ended(office.start(0))[0] == 0
    first.send_signal(signal.SIGKILL)
    first.communicate()
    office.enter(2)
    assert ended(office.start(0))[0] == 0
    assert pages_in(office.root.current) == version(2)
    assert_whole(office.root)


def test_a_failure_is_forgotten_when_newer_data_succeeds(office: Office) -> None:
    """The first data is refused; what was entered meanwhile is published by the same process."""
    office.enter(1)
    (office.place / "data/index.html").unlink()
    first = office.start(0.5)
    wait(office.begun(1))
    office.enter(2)
    assert ended(office.start(0))[0] == 0
    assert ended(first)[0] == 0
    assert pages_in(office.root.current) == version(2)


def test_a_note_left_at_the_last_moment_is_found(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the last look and the end of the lock somebody asks, and goes: their data is published too."""
    give_back = turns._Lock.give_back
    asked: list[str] = []

    def interrupted(lock: turns._Lock) -> None:
        if not asked:
            asked.append("by somebody")
            (press.root.path / ".pending").touch()
        give_back(lock)

    monkeypatch.setattr(turns._Lock, "give_back", interrupted)
    builds: list[int] = []
    press.publish(version(1), during=lambda: builds.append(1))
    assert len(builds) == 2
    assert_whole(press.root)
