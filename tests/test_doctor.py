"""`kaohe doctor`: what a machine lacks is named with its remedy."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from generator.cli import main
from generator.commands import doctor
from generator.problems import ConfigError


def test_a_machine_that_has_everything_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Versions of what matters, and that nothing is missing."""
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "mkdocs-material 9.8.1" in out
    assert "生成网站和制作 PDF 所需的都已齐备。" in out


def test_missing_parts_are_named_with_their_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No Pango, no Chinese font: two things to do, exit 1."""

    def missing() -> str:
        raise ConfigError("制作 PDF 用的 Pango 库无法使用")

    monkeypatch.setattr(doctor, "weasyprint_version", missing)
    monkeypatch.setattr(doctor, "_installed", lambda: "DejaVu Sans\nLiberation Serif\n")
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "缺少：制作 PDF 用的 Pango 库无法使用 → 在 Debian 上运行 make pdf" in out
    for role in ("标题", "仿宋", "楷体", "黑体"):
        assert f"缺少：{role}字体" in out


def test_a_machine_without_a_font_list_is_only_warned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Windows has none; that is no fault."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert main(["doctor"]) == 0
    assert "提醒：" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("day", "warned"), [("2027-02-03", False), ("2027-02-04", True), ("2027-06-01", True)]
)
def test_the_end_of_the_theme_is_known_ninety_days_before(day: str, warned: bool) -> None:
    """Support ends on 2027-05-05."""
    assert bool(list(doctor._theme(dt.date.fromisoformat(day)))) is warned
