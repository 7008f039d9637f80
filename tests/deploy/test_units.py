"""The services: systemd understands them, they may do little, and what they start exists."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.options import parser
from tests.conftest import PROJECT

UNITS = PROJECT / "deploy/systemd"
SERVICES = ("kaohe-watch.service", "kaohe-rebuild.service")
PROGRAM = "/opt/kaohe/.venv/bin/kaohe"
EXPOSED = 1.0
"""At most, on systemd's scale of 10; what it calls safe ends at 2."""


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units with a program that is there."""
    program = tmp_path / "kaohe"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8").replace(PROGRAM, str(program))
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path


def test_systemd_finds_nothing_to_say(units: Path) -> None:
    """Neither an error nor a warning, of any of them."""
    names = [str(units / unit.name) for unit in UNITS.iterdir()]
    assert len(names) == 3
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *names], capture_output=True, text=True, check=False
    )
    assert (verified.returncode, verified.stdout + verified.stderr) == (0, "")


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_may_do_little(units: Path, name: str) -> None:
    """As systemd itself counts."""
    command = ["systemd-analyze", "security", "--offline=yes", f"--threshold={int(EXPOSED * 10)}"]
    judged = subprocess.run([*command, str(units / name)], capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_the_data_can_only_be_read(name: str) -> None:
    """What is written to is what is published; no network, no other user's rights."""
    set_ = dict(line.split("=", 1) for line in _lines(name))
    assert set_["User"] == "kaohe"
    assert set_["ProtectSystem"] == "strict"
    assert set_["PrivateNetwork"] == "yes"
    assert "/srv/kaohe" in set_["ReadWritePaths"].split()
    writable = set(set_["ReadWritePaths"].split()) - {"/srv/kaohe"}
    read_only = set(set_["ReadOnlyPaths"].split())
    assert all(re.search(rf"{one}/", " ".join(read_only)) for one in writable)
    for option in ("--data", "--content"):
        folder = Path(re.findall(rf"{option} (\S+)", set_["ExecStart"])[0])
        assert read_only & {str(folder), str(folder.parent)}


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_started_exists(name: str, tmp_path: Path) -> None:
    """The command line of each service is one the program understands, in the folders INSTALL.md makes."""
    started = [line for line in _lines(name) if line.startswith("ExecStart=")]
    assert len(started) == 1
    (tmp_path / "content").mkdir()
    typed = started[0].removeprefix("ExecStart=").replace("/srv/kaohe-data", str(tmp_path))
    program, command, *arguments = shlex.split(typed)
    assert program == PROGRAM
    if command in COMMANDS:
        parser(COMMANDS).parse_args([command, *arguments])
    else:
        assert command == "watch"


@pytest.mark.parametrize(
    ("acts", "runs"),
    [([], True), (["publish"], True), (["rollback", "publish"], True), (["rollback"], False)],
)
def test_the_night_does_not_show_what_was_taken_back(tmp_path: Path, acts: list[str], runs: bool) -> None:
    """The condition of the nightly publication, on the history as it is written."""
    (tmp_path / "staff").mkdir()
    lines = [json.dumps({"time": "2026-03-02T09:00:00+00:00", "act": act, "id": "0" * 16}) for act in acts]
    (tmp_path / "staff/history.jsonl").write_text("".join(f"{line}\n" for line in lines))
    condition = next(line for line in _lines("kaohe-rebuild.service") if "history.jsonl" in line)
    command = shlex.split(condition.removeprefix("ExecCondition=").replace("/srv/kaohe", str(tmp_path)))
    assert (subprocess.run(command, check=False).returncode == 0) == runs


def _lines(name: str) -> list[str]:
    text = (UNITS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if "=" in line and not line.startswith("#")]
