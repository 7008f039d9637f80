"""`kaohe headers`: what a server sends with every answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main


def test_the_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same as is printed; where it cannot be written the clerk reads why, and the old one stays."""
    monkeypatch.chdir(tmp_path)  # there is neither data nor content
    assert main(["headers"]) == 0
    printed = capsys.readouterr().out
    file = tmp_path / "headers.conf"
    assert main(["headers", "--out", str(file)]) == 0
    assert str(file) in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == printed
    assert main(["headers", "--out", str(file / "below")]) == 2
    assert "不能写入" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["headers.conf"]
    lines = printed.splitlines()
    assert all(line.startswith("add_header ") and line.endswith(" always;") for line in lines[1:])
    assert sum("unsafe" in line or "http" in line for line in lines) == 0
