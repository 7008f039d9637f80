"""What lies in a folder: all of it is listed, nothing is followed, what cannot be read is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.gate.files import listed, read_file, strays
from generator.gate.views import LARGEST, UnreadableError

pytestmark = pytest.mark.xdist_group("gate")


def test_links_and_pipes_are_named_not_read(tmp_path: Path) -> None:
    """A link out of the folder is named, so is one to a folder, and no pipe blocks."""
    (tmp_path / "a").symlink_to("/etc/hostname")
    (tmp_path / "b").symlink_to("/etc")
    os.mkfifo(tmp_path / "c")
    (tmp_path / ".d").write_text("")
    assert [(one.path, one.fault) for one in listed(tmp_path)] == [
        (".d", ""),
        ("a", "是链接，不是文件"),
        ("b", "是链接，不是文件"),
        ("c", "不是普通文件"),
    ]


def test_strays_are_named_by_their_highest_folder() -> None:
    """A version store is one line, a file beside planned ones is one each."""
    paths = ["a/index.html", "a/x.bak", ".git/config", ".git/objects/1", "~$b.xlsx", "c.txt"]
    assert list(strays(paths, ["a/index.html"])) == [
        (".git/", "版本库"),
        ("a/x.bak", "备份文件"),
        ("c.txt", ""),
        ("~$b.xlsx", "办公软件的临时文件"),
    ]


def test_empty_folders_count(tmp_path: Path) -> None:
    """Their names are published."""
    (tmp_path / "a/b").mkdir(parents=True)
    assert [(one.path, one.fault) for one in listed(tmp_path)] == [("a/b/", "空文件夹")]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A file that is gone, and one too large to be looked at."""
    with pytest.raises(UnreadableError, match="文件已不在"):
        read_file(tmp_path / "gone")
    with (tmp_path / "large").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(UnreadableError, match="文件太大"):
        read_file(tmp_path / "large")
