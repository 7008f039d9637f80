"""The walk of the data folder takes what the contract names and refuses all else, unopened."""

# Expected messages stand in one piece, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.intake.files import read_bytes
from generator.intake.survey import Survey, survey
from generator.problems import Level, Problem
from tests.intake.sample import DOCUMENTS, TABLES, UNITS, lines

ENTRIES = (*TABLES, *DOCUMENTS)


@pytest.fixture(name="data")
def data_folder(tmp_path: Path) -> Path:
    """A data folder with one year and nothing wrong."""
    data = tmp_path / "data"
    put(data / "units.csv", lines("单位编号,组别", "u01,生产"))
    put(data / "2025" / "cycle.yml", b"title: a\nyear: 2025\n")
    put(data / "2025" / "checks.csv", lines("单位,指标代码,得分,说明"))
    put(data / "2025" / "reports" / "u01.yml", b"unit_id: u01\ntext: a\n")
    return data


def put(path: Path, content: bytes = b"") -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def said(found: Survey) -> list[str]:
    """The problems as printed."""
    return [str(problem) for problem in found.problems]


def test_clean(data: Path) -> None:
    """Every file of the contract is found with its year, in order, and nothing is said."""
    found = survey(data, ENTRIES)
    assert [(item.file, item.year, item.name) for item in found.files] == [
        ("data/2025/checks.csv", 2025, "checks"),
        ("data/2025/cycle.yml", 2025, "cycle"),
        ("data/2025/reports/u01.yml", 2025, "reports/u01"),
        ("data/units.csv", None, "units"),
    ]
    assert (found.years, said(found)) == ((2025,), [])


@pytest.mark.parametrize(
    "name",
    [
        "~$checks.xlsx",
        ".checks.csv.swp",
        ".git/config",
        "checks.tmp",
        "checks.csv~",
        "a.bak",
        "Thumbs.db",
        "desktop.ini",
        "2025/~$checks.csv",
    ],
)
def test_litter_is_ignored(data: Path, name: str) -> None:
    """What editors and Windows leave behind is neither read nor reported."""
    put(data / name)
    found = survey(data, ENTRIES)
    assert (len(found.files), said(found)) == (4, [])


FORBIDDEN = "这类内容不得放在这里 → 请删除；确属考核组内部数据的，只能放入 restricted 文件夹"
ONE = "如果是 checks.csv 的另一份，请只保留 checks.csv"
OUT = "请移出数据文件夹"
STEM = "文件名不是有效的编号 → 文件名以字母开头，只用字母、数字和短横线，例如 u03.yml"
MEMBERS = "这里只放述职报告的 yml 文件 → 请移出该文件夹，或改为 .yml 文件"

NAMES = (
    ("2025/checks - 副本.csv", f"[E112] data/2025/checks - 副本.csv: 不认识的文件 → {ONE}"),
    ("2025/checks(最终版).csv", f"[E112] data/2025/checks(最终版).csv: 不认识的文件 → {ONE}"),
    ("2025/checks.csv.gz", f"[E112] data/2025/checks.csv.gz: 不认识的文件 → {ONE}"),
    ("2025/照片.jpg", f"[E112] data/2025/照片.jpg: 不认识的文件 → {OUT}"),
    ("旧数据/checks.csv", f"[E112] data/旧数据: 不认识的文件夹 → {OUT}"),
    ("2025/Ledger.csv", "[E112] data/2025/Ledger.csv: 文件名不对 → 请改名为 ledger.csv"),
    ("2025/台账.csv", "[E112] data/2025/台账.csv: 文件名不对 → 请改名为 ledger.csv"),
    ("2025/cycle.yaml", "[E112] data/2025/cycle.yaml: 文件名不对 → 请改名为 cycle.yml"),
    (
        "2025/ledger.xlsx",
        "[E112] data/2025/ledger.xlsx: 暂不能读取 xlsx 工作簿，以后的版本会支持 → 请在 Excel 中“另存为 → CSV UTF-8”，保存为 ledger.csv",
    ),
    ("ledger.csv", "[E112] data/ledger.csv: 放错了文件夹 → 请移到该年的文件夹"),
    ("2025/units.csv", "[E112] data/2025/units.csv: 放错了文件夹 → 请移到数据文件夹的最上层"),
    ("2025/interviews.csv", "[E112] data/2025/interviews.csv: 放错了文件夹 → 请移到该年的 restricted 文件夹"),
    ("2025/后备名单.csv", f"[E110] data/2025/后备名单.csv: 名称含有“后备”，{FORBIDDEN}"),
    ("举报/a.csv", f"[E110] data/举报: 名称含有“举报”，{FORBIDDEN}"),
    ("2025/reports/拟任.yml", f"[E110] data/2025/reports/拟任.yml: 名称含有“拟任”，{FORBIDDEN}"),
    ("2025/reports/综采一队.yml", f"[E113] data/2025/reports/综采一队.yml: {STEM}"),
    ("2025/reports/a b.yml", f"[E113] data/2025/reports/a b.yml: {STEM}"),
    ("2025/reports/index.yml", "[E113] data/2025/reports/index.yml: 是系统保留的名称 → 请换一个编号"),
    ("2025/reports/CON.yml", "[E113] data/2025/reports/CON.yml: 是系统保留的名称 → 请换一个编号"),
    ("2025/reports/u02.docx", f"[E112] data/2025/reports/u02.docx: {MEMBERS}"),
    ("2025/reports/u02/a.yml", f"[E112] data/2025/reports/u02: {MEMBERS}"),
    (
        "2025/reports/U01.yml",
        "[E112] data/2025/reports/u01.yml: 与“U01.yml”只差大小写或全半角，在 Windows 上是同一个文件 → 请只保留一个",
    ),
    (
        "2025/ｃhecks.csv",
        "[E112] data/2025/ｃhecks.csv: 与“checks.csv”只差大小写或全半角，在 Windows 上是同一个文件 → 请只保留一个",
    ),
    ("2024", "[E112] data/2024: 应为文件夹，却是文件 → 请移出数据文件夹"),
)


RENAMED = (
    (
        "2025/checks - 副本.csv",
        "[E112] data/2025/checks - 副本.csv: 不认识的文件 → 如果是检查结果，请改名为 checks.csv",
    ),
    (
        "2025/checks.csv.csv",
        "[E112] data/2025/checks.csv.csv: 不认识的文件 → 如果是检查结果，请改名为 checks.csv",
    ),
    ("2025/checks.txt", "[E112] data/2025/checks.txt: 文件名不对 → 请改名为 checks.csv"),
    ("2025/检查结果.csv", "[E112] data/2025/检查结果.csv: 文件名不对 → 请改名为 checks.csv"),
)


@pytest.mark.parametrize(("name", "expected"), RENAMED, ids=[name for name, _ in RENAMED])
def test_a_file_under_another_name_is_known_to_be_there(data: Path, name: str, expected: str) -> None:
    """A table that was renamed is not taken for an absent one, so nothing is concluded from its absence."""
    (data / "2025/checks.csv").rename(data / name)
    found = survey(data, ENTRIES)
    assert said(found) == [expected]
    assert found.refused == {(2025, "checks")}


def test_a_copy_does_not_damage_the_original(data: Path) -> None:
    """A workbook or a copy beside the table leaves the table whole."""
    put(data / "2025/checks.xlsx")
    put(data / "2025/checks - 副本.csv")
    assert survey(data, ENTRIES).refused == set()


@pytest.mark.parametrize("name", ["2024年", "2024年度", "2024 最终版", "２０２４"])
def test_a_year_folder_under_another_name(data: Path, name: str) -> None:
    """The folder of a year with more than the year in its name is answered with the right name."""
    (data / name).mkdir()
    assert said(survey(data, ENTRIES)) == [
        f"[E112] data/{name}: 不认识的文件夹 → 如果是2024年的数据，请改名为 2024"
    ]


@pytest.mark.parametrize(("name", "expected"), NAMES, ids=[name for name, _ in NAMES])
def test_names(data: Path, name: str, expected: str) -> None:
    """A name that is not the contract's is answered with what to do about it."""
    put(data / name)
    assert said(survey(data, ENTRIES)) == [expected]


def test_undecodable_name_can_be_printed(data: Path) -> None:
    """A file name in another encoding is reported in characters that can be printed."""
    put(data / os.fsdecode(b"\xff\xfe\n.csv"))
    assert said(survey(data, ENTRIES)) == [f"[E112] data/\\xdcff\\xdcfe\\x0a.csv: 不认识的文件 → {OUT}"]


def test_links_pipes_and_folders(data: Path, tmp_path: Path) -> None:
    """Links, pipes and folders in the place of files are refused without being opened, so nothing blocks."""
    put(tmp_path / "secret.csv", b"x")
    (data / "2025/ledger.csv").symlink_to(tmp_path / "secret.csv")
    (data / "2025/codes.csv").hardlink_to(tmp_path / "secret.csv")
    os.mkfifo(data / "2025/reports/u02.yml")
    (data / "unit_names.csv").mkdir()
    (data / "2023").symlink_to(data / "2025")
    found = survey(data, ENTRIES)
    assert said(found) == [
        "[E112] data/2023: 是符号链接，不能读取 → 请换成文件本身",
        "[E112] data/2025/codes.csv: 是硬链接，同一内容在别处还有一个名字 → 请复制成独立的文件",
        "[E112] data/2025/ledger.csv: 是符号链接，不能读取 → 请换成文件本身",
        "[E112] data/2025/reports/u02.yml: 不是普通文件（管道或设备） → 请删除",
        "[E112] data/unit_names.csv: 应为文件，却是文件夹 → 请移出数据文件夹",
    ]
    assert found.refused == {(2025, "ledger"), (2025, "codes"), (2025, "reports/u02"), (None, "unit_names")}
    assert len(found.files) == 4


def test_large_files_are_not_read(data: Path) -> None:
    """A sparse file of a gigabyte is refused by its size alone."""
    with (data / "2025/ledger.csv").open("wb") as stream:
        stream.truncate(1_000_000_000)
    with (data / "2025/reports/u02.yml").open("wb") as stream:
        stream.truncate(1_000_001)
    assert said(survey(data, ENTRIES)) == [
        "[E112] data/2025/ledger.csv: 文件超过64MB，没有读取 → 请核对内容，删除多余的行、列和空白",
        "[E112] data/2025/reports/u02.yml: 文件超过1MB，没有读取 → 请核对内容，删除多余的行、列和空白",
    ]


def test_restricted_is_not_even_listed(data: Path) -> None:
    """Without the right to see it `restricted/` may hold anything; with it, it is read as the rest."""
    put(data / "2025/restricted/interviews.csv", lines("编号,评分"))
    put(data / "2025/restricted/后备.csv")
    assert (len(survey(data, ENTRIES).files), said(survey(data, ENTRIES))) == (4, [])
    found = survey(data, ENTRIES, restricted=True)
    assert "data/2025/restricted/interviews.csv" in [item.file for item in found.files]
    assert said(found) == [f"[E112] data/2025/restricted/后备.csv: 不认识的文件 → {OUT}"]


def test_years(data: Path) -> None:
    """Only the years asked for are listed; one that has no folder is a problem."""
    put(data / "2024/nonsense.txt")
    found = survey(data, ENTRIES, years=(2025, 2026))
    assert found.years == (2025,)
    assert said(found) == ["[E112] data/2026: 没有2026年的文件夹 → 请核对年度，或先建立该年的文件夹"]


def test_seal_is_left_to_others(data: Path) -> None:
    """The seal of a year is known, but not read here."""
    put(data / "2025/seal.json", b"{}")
    found = survey(data, ENTRIES)
    assert (len(found.files), said(found)) == (4, [])


def test_no_folder(tmp_path: Path) -> None:
    """A data folder that is not there is one problem, not a failure."""
    found = survey(tmp_path / "data", ENTRIES)
    assert said(found) == ["[E112] data: 找不到数据文件夹 → 请检查路径，或确认共享文件夹已连接"]
    assert not found.exists


def test_vanished_file(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that vanishes while the folder is listed is a problem, not a failure."""
    found = {item.name: item for item in survey(data, ENTRIES).files}
    found["cycle"].path.unlink()
    found["cycle"].path.mkdir()
    answer = read_bytes(found["cycle"])
    assert isinstance(answer, Problem)
    assert answer.message == "应为文件，却是文件夹"

    def gone(*_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("generator.intake.survey.check_status", gone)
    assert said(survey(data, [UNITS], years=()))[-1:] == [
        "[E112] data/units.csv: 看不到文件（文件已不在） → 文件可能正在保存，请稍后重试"
    ]


def test_changes_after_the_walk(data: Path, tmp_path: Path) -> None:
    """A file that becomes a link, a pipe or large between walk and reading is refused when it is opened."""
    found = {item.name: item for item in survey(data, ENTRIES).files}
    for item in found.values():
        item.path.unlink()
    found["units"].path.symlink_to(tmp_path)
    os.mkfifo(found["checks"].path)
    with found["cycle"].path.open("wb") as stream:
        stream.truncate(2_000_000)
    answers = {name: read_bytes(item) for name, item in found.items()}
    assert {name: answer.message for name, answer in answers.items() if isinstance(answer, Problem)} == {
        "units": "是符号链接",
        "checks": "不是普通文件（管道或设备）",
        "cycle": "文件超过1MB，没有读取",
        "reports/u01": "打不开（文件已不在）",
    }


def test_forbidden_names_are_fatal(data: Path) -> None:
    """A forbidden word in a name stops everything."""
    put(data / "2025/线索.csv")
    assert [problem.level for problem in survey(data, ENTRIES).problems] == [Level.FATAL]
