"""Two folders compared byte by byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.books.comparing import compare


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders that are the same."""
    (tmp_path / "one/a").mkdir(parents=True)
    for name in ("a/x.html", "a/y.html", "z"):
        (tmp_path / "one" / name).write_bytes(name.encode())
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    return tmp_path / "one", tmp_path / "two"


def found(folders: tuple[Path, Path]) -> list[str]:
    """What differs."""
    return [str(one) for one in compare(*folders).differences]


def test_the_same(folders: tuple[Path, Path]) -> None:
    """All files are looked at and counted."""
    compared = compare(*folders)
    assert (compared.files, compared.size, compared.differences) == (3, 17, ())


def test_one_byte_of_the_same_size_and_time(folders: tuple[Path, Path]) -> None:
    """Neither size nor time is asked."""
    file = folders[0] / "a/y.html"
    file.write_bytes(b"a/y.htmL")
    shutil.copystat(folders[1] / "a/y.html", file)
    assert found(folders) == ["a/y.html：内容不同"]


def test_missing_and_extra(folders: tuple[Path, Path]) -> None:
    """Hidden files are files; the order is that of the paths."""
    (folders[0] / "a/x.html").unlink()
    (folders[0] / "a/.hidden").write_bytes(b"")
    (folders[0] / "zz").symlink_to("z")
    assert found(folders) == ["a/.hidden：网站中多出", "a/x.html：网站中缺少", "zz：网站中多出"]


def test_a_link_to_the_same_bytes_is_another_thing(folders: tuple[Path, Path]) -> None:
    """A web server may follow it or not."""
    (folders[0] / "z").unlink()
    (folders[0] / "z").symlink_to(folders[1] / "z")
    assert found(folders) == ["z：内容不同"]


def test_a_folder_that_is_gone(folders: tuple[Path, Path]) -> None:
    """Everything is missing."""
    shutil.rmtree(folders[0])
    assert len(found(folders)) == 3
