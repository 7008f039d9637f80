"""What a build wrote is told from what was there."""

from __future__ import annotations

from pathlib import Path

from tests.bench.folders import Written, counted, differences, look, needless, written


def lay(folder: Path, **files: str) -> None:
    """Write files, whole and anew, as builds do."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        new = folder / ".new"
        new.write_text(text, encoding="utf-8")
        new.replace(folder / f"{name}.html")


def test_pages_and_bytes_are_counted(tmp_path: Path) -> None:
    """Hidden files count as files, not as pages."""
    lay(tmp_path, a="1234", b="12")
    (tmp_path / ".state").write_text("123", encoding="utf-8")
    assert counted(look(tmp_path)) == Written(files=3, pages=2, bytes=9)


def test_file_left_alone_is_not_written(tmp_path: Path) -> None:
    """Only what was put there counts, and what was put there for nothing is named."""
    lay(tmp_path, same="x", idle="x", other="x")
    before = look(tmp_path)
    lay(tmp_path, idle="x", other="y", new="z")
    after = look(tmp_path)
    assert sorted(written(before, after)) == ["idle.html", "new.html", "other.html"]
    assert needless(before, after) == ("idle.html",)


def test_two_folders_differ_by_bytes_and_by_names(tmp_path: Path) -> None:
    """Whichever of the two has the file."""
    lay(tmp_path / "one", same="x", other="x", only="x")
    lay(tmp_path / "two", same="x", other="y", added="x")
    found = differences(look(tmp_path / "one"), look(tmp_path / "two"))
    assert found == ("added.html", "only.html", "other.html")
