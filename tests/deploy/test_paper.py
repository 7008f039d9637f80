"""deploy/INSTALL.md: what an administrator is told to type exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from generator.cli import COMMANDS
from generator.options import parser
from tests.conftest import PROJECT

PAPER = (PROJECT / "deploy/INSTALL.md").read_text(encoding="utf-8")
TYPED = [line for block in re.findall(r"^```\n(.*?)^```$", PAPER, re.M | re.S) for line in block.splitlines()]


def test_every_command_of_the_program_is_understood(tmp_path: Path) -> None:
    """With its options, in the folders that are made before."""
    (tmp_path / "content").mkdir()
    found = [re.split(r"/bin/kaohe ", line)[1] for line in TYPED if "/bin/kaohe " in line]
    assert len(found) > 6
    for line in found:
        parser(COMMANDS).parse_args(shlex.split(line.replace("/srv/kaohe-data", str(tmp_path))))


def test_every_file_of_ours_is_there() -> None:
    """What is copied from the program, and every host that is switched on."""
    copied = [part for line in TYPED for part in line.split() if part.startswith("/opt/kaohe/deploy/")]
    assert len(copied) >= 4
    for name in copied:
        assert list(PROJECT.glob(name.removeprefix("/opt/kaohe/"))), name
    for host in re.findall(r"\.\./sites-available/([\w-]+)", PAPER):
        assert (PROJECT / "deploy/nginx/sites-available" / host).is_file()


def test_every_folder_the_files_name_is_made() -> None:
    """Neither nginx nor systemd is pointed at a place nobody was told to make."""
    units = "".join(one.read_text(encoding="utf-8") for one in (PROJECT / "deploy/systemd").iterdir())
    hosts = "".join(
        one.read_text(encoding="utf-8") for one in (PROJECT / "deploy/nginx/sites-available").iterdir()
    )
    named = {one.rstrip(";") for one in re.findall(r"/srv/[\w/-]+", units + hosts)}
    made = {part for line in TYPED if line.startswith("install -d") for part in line.split()}
    assert named
    assert named - made == {"/srv/kaohe/"}  # of a pattern
