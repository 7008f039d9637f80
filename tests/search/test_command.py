"""`kaohe search-test` as a person at the command line gets it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main


def test_a_good_site(sample_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, and how much was asked."""
    capsys.readouterr()
    assert main(["search-test", "--out", str(sample_site.parent)]) == 0
    assert capsys.readouterr().out.endswith(" 个名称、别名和编号，没有发现问题\n")


def test_two_leaves_of_one_name(
    sample_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1, naming what does not come first and what does."""
    site = tmp_path / "site/staff"
    shutil.copytree(sample_site, site)
    file = site / "2025/search/records.json"
    records = json.loads(file.read_text(encoding="utf-8"))
    records["columns"]["title"] = records["columns"]["title"].replace("\n党小组会\n", "\n第一议题学习及时\n")
    file.write_text(json.dumps(records), encoding="utf-8")
    capsys.readouterr()
    assert main(["search-test", "--out", str(tmp_path / "site")]) == 1
    out = capsys.readouterr().out
    assert '[W206] 2025年度查找 「指标」: "第一议题学习及时" 查找时排在最前的是' in out
    assert "(checklist/a1-1/)" in out
    assert "提醒 1 个" in out


def test_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, and what to do first."""
    assert main(["search-test", "--out", str(tmp_path)]) == 2
    assert "请先用 kaohe build 生成网站" in capsys.readouterr().err
