"""`kaohe build --verify`: a site that is not what a build from nothing gives is told, file by file."""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.books.state import state_file
from generator.books.yearly import Written
from generator.cli import main
from generator.commands import building, verifying
from generator.commands.ending import INTERRUPTED
from tests.bench.workload import write_workload
from tests.conftest import NO_PAGES
from tests.mistakes import cell

pytestmark = pytest.mark.xdist_group("verify")


@dataclass
class Project:
    """A project of its own, and what was said of it last."""

    root: Path
    capture: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    @property
    def site(self) -> Path:
        """The site for all staff."""
        return self.root / "site/staff"

    def build(self, *options: str) -> int:
        """The exit code."""
        self.capture.readouterr()
        code = main(["build", *source(self.root), *options])
        said = self.capture.readouterr()
        self.out, self.err = said.out, said.err
        return code

    def beside(self) -> set[str]:
        """What lies beside the sites."""
        return {path.name for path in (self.root / "site").iterdir()}

    def note(self) -> None:
        """Write into one cell of the open year."""
        cell("2025/profiles.csv", 2, "party_members", "37")(self.root / "data")


def source(root: Path) -> list[str]:
    """What is built and where to, as the command line is told."""
    return ["--data", str(root / "data"), "--content", str(NO_PAGES), "--out", str(root / "site")]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two units and two years, and their site."""
    root = tmp_path_factory.mktemp("company")
    (root / "data").mkdir()
    write_workload(root / "data", units=2, years=2, problems=1)
    assert main(["build", *source(root)]) == 0
    return root


@pytest.fixture
def project(company: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Project:
    """Such a company, built once already."""
    shutil.copytree(company, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path, capsys)


def test_a_first_build_and_a_later_one(project: Project) -> None:
    """Both are what they must be; nothing is left beside the site, and long work tells how far it is."""
    shutil.rmtree(project.root / "site")
    assert project.build("--verify") == 0
    files = sum(path.is_file() for path in project.site.rglob("*"))
    assert files > 200
    assert f"核对无误：{files} 个文件" in project.out
    assert f"核对 {files}/{files}" in project.err
    project.note()
    assert project.build("--verify") == 0
    assert "改写 0 个" not in project.out
    assert project.beside() == {"staff", ".staff.state", ".staff.years"}


def test_a_file_changed_by_hand(project: Project) -> None:
    """The build believes its state and leaves the file; the comparison does not."""
    project.build()
    page = project.site / "2024/units/w001/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("w001", "w002"), encoding="utf-8")
    assert project.build("--verify") == 1
    assert "\n2024/units/w001/index.html：内容不同\n核对不符：1 个文件与从头生成的不同" in project.out
    assert ".staff.state 再生成一次" in project.out
    state_file(project.site).unlink()
    assert project.build("--verify") == 0


def test_twenty_are_named(project: Project) -> None:
    """The rest is counted."""
    project.build()
    pages = sorted((project.site / "2025/checklist").rglob("index.html"))[:20]
    pages += sorted((project.site / "2024/units").rglob("index.html"))
    assert len(pages) == 23
    for page in pages:
        page.write_text("x", encoding="utf-8")
    assert project.build("--verify") == 1
    assert project.out.count("：内容不同") == 20
    assert f"…… 另有 {len(pages) - 20} 个" in project.out
    assert f"核对不符：{len(pages)} 个文件" in project.out


def test_a_state_that_claims_too_much(project: Project) -> None:
    """It says that all is made from the data as it is now, and it is not."""
    project.build()
    old = shutil.copytree(project.site, project.root / "old")
    project.note()
    project.build()
    shutil.rmtree(project.site)
    old.rename(project.site)
    assert project.build("--verify") == 1
    assert "改写 0 个文件" in project.out
    assert "2025/units/w001/index.html：内容不同" in project.out
    assert "2024/" not in project.out


def test_all_editions_are_looked_at(project: Project) -> None:
    """One that is wrong keeps the others from nothing, and the exit code tells."""
    project.build("--audience", "all")
    (project.root / "site/leaders/2024/index.html").write_text("x", encoding="utf-8")
    assert project.build("--audience", "all", "--verify") == 1
    assert project.out.count("核对无误") == 2
    assert project.out.count("核对不符") == 1
    assert "site/leaders\n" in project.out
    assert not [name for name in project.beside() if name.endswith(".verify")]


@pytest.mark.parametrize("options", [("--offline",), ("--year", "2024"), ("--as-of", "2026-06-30")])
def test_the_clean_build_is_asked_for_the_same(project: Project, options: tuple[str, ...]) -> None:
    """Whatever was said to the build; and a wrong byte is found there too."""
    assert project.build(*options, "--verify") == 0
    (project.site / "2024/units/index.html").write_text("x", encoding="utf-8")
    assert project.build(*options, "--verify") == 1


def test_papers_are_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A PDF that is kept between builds is not believed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    write_workload(tmp_path / "data", units=2, problems=1)
    project = Project(tmp_path, capsys)
    assert project.build("--pdf", "--verify") == 0
    kept = tmp_path / "build/pdf/staff/2025/print/summary/w001.pdf"
    kept.write_bytes(kept.read_bytes() + b"\n")
    assert project.build("--pdf", "--verify") == 1
    assert "2025/print/summary/w001.pdf：内容不同\n核对不符：1 个" in project.out
    assert project.beside() == {"staff", ".staff.state", ".staff.years"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
@pytest.mark.parametrize("stage", ["compare", "written"])
def test_nothing_is_left_when_it_is_stopped(
    project: Project, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], stage: str
) -> None:
    """By Ctrl+C, or by a disk that fails, in the middle of the second build or of the comparison."""
    original = building.written

    def stopped(*_: object) -> None:
        assert ".staff.verify" in project.beside()
        raise stop

    def written(options: argparse.Namespace, folder: Path) -> Written:
        if folder.name == "site":
            stopped()
        return original(options, folder)

    if stage == "compare":
        monkeypatch.setattr(verifying, "compare", stopped)
    else:
        monkeypatch.setattr(building, "written", written)
    if stop is KeyboardInterrupt:
        assert project.build("--verify") == INTERRUPTED
    else:
        with pytest.raises(stop):
            project.build("--verify")
    assert project.beside() == {"staff", ".staff.state", ".staff.years"}


def test_what_a_killed_run_left_goes(project: Project) -> None:
    """The next one begins with an empty folder."""
    left = project.root / "site/.staff.verify/site/x"
    left.parent.mkdir(parents=True)
    left.write_text("x", encoding="utf-8")
    assert project.build("--verify") == 0
    assert ".staff.verify" not in project.beside()


def test_data_that_changes_meanwhile_is_no_fault_of_the_site(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing can be said, and it is told so: exit 2."""
    original = building.written

    def written(options: argparse.Namespace, folder: Path) -> Written:
        if folder.name == "site":
            project.note()
        return original(options, folder)

    monkeypatch.setattr(building, "written", written)
    assert project.build("--verify") == 2
    assert "核对期间数据、手写页面或模板有变化" in project.err
    assert ".staff.verify" not in project.beside()
