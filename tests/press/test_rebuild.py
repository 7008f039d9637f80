"""`kaohe build --pdf` and `kaohe pdf`: what does not fit is told, what nobody plans any more goes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.press.job import STATE
from tests.bench.workload import write_workload
from tests.conftest import NO_PAGES
from tests.mistakes import cell

pytestmark = pytest.mark.xdist_group("rebuild")

PDFS = Path("build/pdf/staff")
"""Below the folder somebody stands in."""


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders `three` and `two`: a company, and the same without its last unit."""
    folder = tmp_path_factory.mktemp("company")
    for name, units in (("three", 3), ("two", 2)):
        (folder / name).mkdir()
        write_workload(folder / name, units=units, problems=1)
    return folder


@pytest.fixture(scope="module")
def built(company: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site of three units was built with its PDFs."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(build(company / "three")) == 0
    return folder


def build(data: Path) -> list[str]:
    """How it is asked for."""
    return ["build", "--pdf", "--data", str(data), "--content", str(NO_PAGES)]


def papers(folder: Path) -> set[str]:
    """The PDFs in it, below the year."""
    return {file.relative_to(folder / "2025").as_posix() for file in folder.rglob("*.pdf")}


def test_a_build_says_what_leaves_its_paper(
    built: Path, company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """W207 as from `kaohe pdf`, of PDFs that need not be made again too, and counted at the end."""
    monkeypatch.chdir(built)
    state = json.loads((PDFS / STATE).read_text(encoding="utf-8"))
    first = state["made"][0]
    first["overflows"] = [{"page": 1, "side": "下", "millimetres": 3.25, "text": "太长"}]
    (PDFS / STATE).write_text(json.dumps(state), encoding="utf-8")
    assert main(build(company / "three")) == 0
    out, err = capsys.readouterr()
    assert f"[W207] {first['file']} 「{first['title']}」: 第 1 页向下超出版心 3.2 毫米：“太长”" in err
    assert "提醒 1 个" in out


def test_the_papers_of_a_unit_that_is_gone_go(
    built: Path, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the folder PDFs are kept in as from the site, even when nothing is known of them any more."""
    monkeypatch.chdir(built)
    before = papers(PDFS)
    assert {"print/summary/w003.pdf", "print/ledger/w003.pdf"} <= before
    state = json.loads((PDFS / STATE).read_text(encoding="utf-8"))
    state["made"] = [one for one in state["made"] if not one["file"].endswith("ledger/w003.pdf")]
    (PDFS / STATE).write_text(json.dumps(state), encoding="utf-8")
    assert main(build(company / "two")) == 0
    assert papers(PDFS) == papers(Path("site/staff"))
    assert before - papers(PDFS) == {name for name in before if "w003" in name}
    assert "w003" not in (PDFS / STATE).read_text(encoding="utf-8")


def test_kaohe_pdf_removes_them_too_unless_only_some_are_asked_for(
    built: Path, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a choice of units or kinds nothing goes; with a year what is left of that year; others stay."""
    monkeypatch.chdir(built)
    old = {PDFS / "2025/print/summary/w009.pdf", PDFS / "2019/print/summary/w009.pdf"}
    for file in old:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"%PDF")
    order = ["pdf", "--data", str(company / "two"), "--content", str(NO_PAGES)]
    assert main([*order, "--unit", "w001", "--only", "summary"]) == 0
    assert {file for file in old if file.exists()} == old
    assert main([*order, "--year", "2025"]) == 0
    assert [file.parts[-4] for file in old if file.exists()] == ["2019"]
    assert main(order) == 0
    assert not any(file.exists() for file in old)


def test_one_changed_unit_remakes_what_is_about_it(
    company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Party member more: 一页纸 of that unit and the booklet it is bound in, and nothing else."""
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data"
    shutil.copytree(company / "three", data)
    order = ["pdf", "--data", str(data), "--content", str(NO_PAGES)]
    assert main(order) == 0
    before = written()
    assert main(order) == 0
    assert written() == before
    cell("2025/profiles.csv", 3, "party_members", "37")(data)
    assert main(order) == 0
    assert {file for file, when in written().items() if when != before[file]} == {
        "2025/print/summary/w002.pdf",
        "2025/print/booklets/all.pdf",
    }


def written() -> dict[str, int]:
    """When each PDF was written."""
    return {file.relative_to(PDFS).as_posix(): file.stat().st_mtime_ns for file in PDFS.rglob("*.pdf")}
