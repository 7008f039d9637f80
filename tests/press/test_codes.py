"""核对码 looked up: the newest paper, an older one, an unknown one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main


@pytest.fixture
def paper(leaders_site: Path) -> dict[str, str]:
    """A paper of the built site."""
    register = json.loads((leaders_site / "2025/print/codes.json").read_text(encoding="utf-8"))
    found: dict[str, str] = next(one for one in register["papers"] if one["unit"] == "u03")
    return found


@pytest.mark.parametrize("level", [0, 1])
def test_the_newest_paper_is_told_so(
    leaders_site: Path, paper: dict[str, str], level: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked of the site or of the folder of all sites, typed in small letters without the dash."""
    site = [leaders_site, leaders_site.parent][level]
    assert main(["verify-print", paper["code"].lower().replace("-", ""), "--site", str(site)]) == 0
    out = capsys.readouterr().out
    assert (
        out
        == f"{paper['code']}：《{paper['title']}》（公司领导版，数据截至 2026-06-30 18:00），这份纸是最新的\n"
    )


def test_an_older_paper_is_found_in_earlier_publications(
    leaders_site: Path, paper: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site shows other codes by now; the one on paper was published before."""
    root = tmp_path / "leaders"
    for name in ("releases/old", "current"):
        shutil.copytree(leaders_site / "2025/print", root / name / "2025/print")
        shutil.copyfile(leaders_site / "years.json", root / name / "years.json")
    register = root / "current/2025/print/codes.json"
    register.write_text(
        register.read_text(encoding="utf-8").replace(paper["code"], "AAAA-0000"), encoding="utf-8"
    )
    assert main(["verify-print", paper["code"], "--site", str(tmp_path)]) == 1
    assert "不是最新的，网站上已有更新的版本" in capsys.readouterr().out


def test_an_unknown_code_is_no_error_of_ours(leaders_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said in words, exit 1; without a site to look in exit 2."""
    assert main(["verify-print", "AAAA-0000", "--site", str(leaders_site)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("AAAA-0000：没有查到这个核对码")
    assert "打印之后数据有了变化，请重新打印" in told
    assert main(["verify-print", "AAAA-0000", "--site", str(leaders_site / "2025/units")]) == 2
    assert "没有网站" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["S0Y6-PBB", "S0Y6-PBBFF", "核对码"])
def test_what_cannot_be_a_code_is_told_so(
    leaders_site: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A letter too few is a slip of whoever typed it, not an old paper; exit 2."""
    assert main(["verify-print", code, "--site", str(leaders_site)]) == 2
    assert f"核对码是 8 个字母和数字，例如 7K3F-Q9XM，不是 '{code}'" in capsys.readouterr().err


def test_the_page_on_the_shelf_lists_the_codes_that_are_on_the_papers(sample_site: Path) -> None:
    """Every code of the newest year on /codes/, each as it stands on its paper."""
    page = (sample_site / "codes/index.html").read_text(encoding="utf-8")
    register = json.loads((sample_site / "2025/print/codes.json").read_text(encoding="utf-8"))
    assert len(register["papers"]) >= 18
    for one in register["papers"]:
        assert f">{one['code']}<" in page
        folder = sample_site / "2025" / one["path"]
        paper = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.*")))
        assert one["code"] in paper
    assert len({one["code"] for one in register["papers"]}) == len(register["papers"])
