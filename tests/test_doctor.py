"""`kaohe doctor`: what a machine lacks is named with its remedy."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import shutil
from importlib import metadata
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import doctor
from generator.commands.installed import altered, unlocked
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


def test_a_package_somebody_had_a_hand_in_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte of a file, a file that is gone, and a package nobody locked; a file as it was is not.

    Also when another library answers for `importlib.metadata` and leaves missing files out of `files`.
    """
    monkeypatch.setattr(metadata.Distribution, "files", ())
    for name, text in (("good.py", "1"), ("changed.py", "1")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    info = tmp_path / "thing-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: Thing\nVersion: 1.0\n", encoding="utf-8")
    digest = base64.urlsafe_b64encode(hashlib.sha256(b"1").digest()).rstrip(b"=").decode()
    recorded = [f"{name},sha256={digest},1" for name in ("good.py", "changed.py", "gone.py")]
    (info / "RECORD").write_text("\n".join([*recorded, "made.pyc,,", ""]), encoding="utf-8")
    (tmp_path / "changed.py").write_text("2", encoding="utf-8")
    packages = list(metadata.distributions(path=[str(tmp_path)]))
    assert list(altered(packages)) == ["Thing：changed.py", "Thing：gone.py"]
    assert list(unlocked(packages, "other-thing==1.0 \\\n    --hash=sha256:00\n")) == ["thing"]
    assert list(unlocked(packages, "thing==1.0 \\\n")) == []


def test_an_altered_package_fails_the_doctor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says what to do."""
    monkeypatch.setattr(doctor, "altered", lambda _: iter(["pandas：pandas/__init__.py"]))
    assert main(["doctor"]) == 1
    assert "缺少：未经改动的 pandas：pandas/__init__.py → 请重新安装" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("day", "warned"), [("2027-02-03", False), ("2027-02-04", True), ("2027-06-01", True)]
)
def test_the_end_of_the_theme_is_known_ninety_days_before(day: str, warned: bool) -> None:
    """Support ends on 2027-05-05."""
    assert bool(list(doctor._theme(dt.date.fromisoformat(day)))) is warned
