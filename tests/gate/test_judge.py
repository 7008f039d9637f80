"""`kaohe gate`: what a clerk reads and which exit code a script gets."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from generator.gate.known import Known
from generator.gate.normal import normal
from tests.conftest import PROJECT

pytestmark = pytest.mark.xdist_group("gate")

ARGUMENTS = ["--audience", "staff", "--data", str(PROJECT / "data"), "--content", str(PROJECT / "content")]


@dataclass(frozen=True)
class Said:
    """Exit code and what was printed."""

    code: int
    out: str
    err: str


Judged = Callable[[Path], Said]


@pytest.fixture
def judged(capsys: pytest.CaptureFixture[str]) -> Judged:
    """The gate's answer on a folder, for staff, with the sample's data."""

    def ask(folder: Path) -> Said:
        capsys.readouterr()
        code = main(["gate", str(folder), *ARGUMENTS])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return ask


@pytest.fixture
def site(sample_site: Path, tmp_path: Path) -> Path:
    """A copy of the sample's staff site, to be spoilt."""
    return Path(shutil.copytree(sample_site, tmp_path / "staff"))


def test_the_sample_may_be_published(sample_site: Path, judged: Judged) -> None:
    """0, one line, and progress meanwhile."""
    said = judged(sample_site)
    assert said.code == 0
    assert said.out.startswith("可以发布：检查了 ")
    assert said.out.count("\n") == 1
    assert "自检" in said.err
    assert "已检查 200/" in said.err


def test_everything_that_is_wrong_is_named_and_no_needle_is(site: Path, judged: Judged, what: Known) -> None:
    """1, and every place of every kind; the texts themselves stay untold, in names of files too."""
    (site / ".git").mkdir()
    (site / ".git/config").write_text("")
    (site / "2025/empty").mkdir()
    for name in ("reserve.csv", "x.bak", "~$x.xlsx", ".env", "2025/units/佘霁昀.html", "link"):
        (site / name).write_text("姓名,得票\n佘霁昀,31\n") if name != "link" else (site / name).symlink_to(
            "/etc"
        )
    (site / "2023/units/u01/index.html").unlink()
    page = site / "2025/units/u03/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace(
            "</h1>", "</h1><a href='../../佘霁昀/'>x</a><a href='#q'>x</a><img src='//cdn.invalid/x.png'>", 1
        ),
        encoding="utf-8",
    )
    said = judged(site)
    assert said.code == 1
    for line in (
        ".env：不是网站的文件（隐藏文件）",
        ".git/：不是网站的文件（版本库）",
        "2025/empty/：不是网站的文件（空文件夹）",
        "reserve.csv：不是网站的文件（数据文件）",
        "x.bak：不是网站的文件（备份文件）",
        "~$x.xlsx：不是网站的文件（办公软件的临时文件）",
        "link：不是网站的文件（是链接，不是文件）",
        "2025/units/〔名称不显示〕：含有不应出现的姓名（写在文件名里），来自 data/2025/restricted/",
        "reserve.csv：含有不应出现的姓名，来自 data/2025/restricted/recommendations.csv 第2行 「姓名」",
        "2023/units/u01/index.html：缺少文件",
        "2025/units/u03/index.html：与重新生成的不一致",
        "2025/units/u03/index.html：引用其他网站",
        "2025/units/u03/index.html：链接的位置不存在",
    ):
        assert line in said.out
    (dead,) = re.findall("^2023/units/u01/index.html：链接的文件不存在（.*$", said.out, re.MULTILINE)
    assert re.search(r"（\d{2,} 页链接到它：2023/\S+index.html、2023/\S+index.html 等） → 请改正链接", dead)
    assert "\n不得发布：" in said.out
    assert not list(what.needles.found(normal(said.out + said.err), what.public.says))


def test_a_name_in_a_hand_written_page_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Byte for byte as its Markdown gives it, and still nobody may write that."""
    content = Path(shutil.copytree(PROJECT / "content", tmp_path / "content"))
    notice = content / "2025/notice.md"
    notice.write_text(notice.read_text(encoding="utf-8") + "\n拟重点培养佘霁昀。\n", encoding="utf-8")
    built = ["--data", str(PROJECT / "data"), "--content", str(content)]
    assert main(["build", *built, "--out", str(tmp_path / "site")]) == 0
    capsys.readouterr()
    assert main(["gate", str(tmp_path / "site/staff"), *built, "--audience", "staff"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("2025/notice/index.html：含有不应出现的姓名，来自 data/2025/restricted/")
    assert out.count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gate", "nowhere", "--audience", "staff"], "错误：找不到文件夹 nowhere"),
        (["gate", "site", "--audience", "all"], "--audience 不能是"),
        (["gate", "site"], "缺少 --audience"),
    ],
)
def test_wrong_usage_exits_with_two(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there, an audience nobody is."""
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    assert code == 2
    assert told in capsys.readouterr().err


def test_data_with_errors_is_not_checked_and_not_quoted(
    tmp_path: Path, sample_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake in `restricted/` is told by its place, never by its text (P23)."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    file = data / "2025/restricted/recommendations.csv"
    text = file.read_text(encoding="utf-8-sig").replace("佘霁昀", "佘 霁昀")
    file.write_text(text, encoding="utf-8-sig")
    assert main(["gate", str(sample_site), "--audience", "staff", "--data", str(data)]) == 1
    printed = capsys.readouterr()
    assert "recommendations.csv 第2行 「姓名」" in printed.err
    assert "霁昀" not in printed.out + printed.err
