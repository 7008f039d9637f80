"""The whole data folder is read in one run: records, units, keys, and every problem of every file."""

# Expected messages stand in one piece, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.contract.fields import Audience
from generator.intake.faults import MOST_PROBLEMS
from generator.intake.read import read, read_records
from generator.intake.records import Records
from generator.problems import Problem, in_order
from tests.intake.sample import DOCUMENTS, TABLES, lines

FILES: dict[str, bytes] = {
    "units.csv": lines("单位编号,组别", "u01,生产", "u02,生产", "u03,机关"),
    "unit_names.csv": lines(
        "单位编号,全称,简称", "u01,综采一队,综一", "u01,原综采队,一队", "u02,综采二队,综二", "u03,机电科,"
    ),
    "unit_aliases.csv": lines("别名,单位编号", "综采1队,u01", "一队,u02"),
    "2025/cycle.yml": "title: 考核\nyear: 2025\nunits: [综采一队, u02]\n".encode(),
    "2025/checks.csv": lines("单位,指标代码,得分,说明", "综 采 一 队　,B2.1,2,", "Ｕ02,B2.1,1,"),
    "2025/ledger.csv": lines(
        "问题编号,单位,责任人,登记日期,整改时限,配合单位", "2025-U01-001,综采1队,张三,2026.3.5,,综二；机电科"
    ),
    "2025/reports/u01.yml": "unit_id: 原综采队\ntext: 正文\n".encode(),
}


def write(folder: Path, changes: Mapping[str, bytes] | None = None) -> Path:
    """A data folder with the files above, some of them replaced or added."""
    data = folder / "data"
    for name, content in {**FILES, **(changes or {})}.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(content)
    return data


def reading(data: Path, audience: Audience = Audience.STAFF) -> tuple[Records, tuple[Problem, ...]]:
    """Records and problems by the small contract."""
    return read_records(data, audience=audience, tables=TABLES, documents=DOCUMENTS)


def test_everything(tmp_path: Path) -> None:
    """Records, documents and folders of documents come by year, with every unit name turned into its id."""
    records, problems = reading(write(tmp_path))
    assert problems == ()
    assert records.years == (2025,)
    year = records.by_year[2025]
    assert [row["unit_id"] for row in year.rows("checks")] == ["u01", "u02"]
    assert [(row["unit_id"], row["co_units"]) for row in year.rows("ledger")] == [("u01", ("u02", "u03"))]
    cycle = year.document("cycle")
    assert cycle is not None
    assert cycle["units"] == ("u01", "u02")
    assert {stem: entry["unit_id"] for stem, entry in year.entries("reports").items()} == {"u01": "u01"}
    assert (year.rows("codes"), year.tables["codes"].complete) == ((), True)
    assert "interviews" not in year.tables


def test_fingerprint_material(tmp_path: Path) -> None:
    """Each file read is listed with the digest of its bytes, in order of the paths."""
    records, _ = reading(write(tmp_path))
    assert list(records.files) == sorted(FILES)
    assert records.files["2025/cycle.yml"] == hashlib.sha256(FILES["2025/cycle.yml"]).hexdigest()


CHECKS = ("单位,指标代码,得分,说明", "u01,B2.1,2,", "u02,B2.1,1,")
ALIAS = "若是别名，请在 unit_aliases.csv 中登记"

MISTAKES: dict[str, tuple[dict[str, bytes], tuple[str, ...]]] = {
    "unit named another way": (
        {"2025/checks.csv": lines(*CHECKS, "综采一队伍,B2.2,1,")},
        (
            f'[E101] data/2025/checks.csv 第4行 「单位」: "综采一队伍" 找不到这个单位 → 是否想填“综采一队”？{ALIAS}',
        ),
    ),
    "unit with another numeral": (
        {"2025/checks.csv": lines(*CHECKS, "综采2队,B2.2,1,")},
        (
            f'[E101] data/2025/checks.csv 第4行 「单位」: "综采2队" 找不到这个单位 → 是否想填“综采二队”？{ALIAS}',
        ),
    ),
    "unknown unit": (
        {"2025/checks.csv": lines(*CHECKS, "某处,B2.2,1,")},
        (f'[E101] data/2025/checks.csv 第4行 「单位」: "某处" 找不到这个单位 → {ALIAS}',),
    ),
    "ambiguous alias": (
        {"2025/checks.csv": lines(*CHECKS, "一队,B2.2,1,")},
        ('[E101] data/2025/checks.csv 第4行 「单位」: "一队" 可能指多个单位：u01、u02 → 请填写单位编号',),
    ),
    "several units": (
        {"2025/checks.csv": lines(*CHECKS, "综一、综二,B2.2,1,")},
        (
            '[E101] data/2025/checks.csv 第4行 「单位」: "综一、综二" 像是写了多个单位 → 本列可填多个单位时用“；”分隔，否则只填一个',
        ),
    ),
    "unknown unit in a document": (
        {"2025/cycle.yml": "title: 考核\nyear: 2025\nunits:\n- u01\n- u09\n".encode()},
        (
            f'[E101] data/2025/cycle.yml 第5行 「单位 › 第2项」: "u09" 找不到这个单位 → 是否想填“u03”？{ALIAS}',
        ),
    ),
    "number of a unit": (
        {"units.csv": lines("单位编号,组别", "u01,生产", "../x,生产", "index,生产", "003,生产")},
        (
            '[E113] data/units.csv 第3行 「单位编号」: "../x" 不是有效的单位编号 → 编号以字母开头，只用字母、数字和短横线，最长32位，例如 u03',
            '[E113] data/units.csv 第4行 「单位编号」: "index" 是系统保留的名称 → 请换一个编号',
            '[E110] data/units.csv 第5行 「单位编号」: "003" 编号只剩数字，前导零或字母可能被 Excel 去掉了 → 请先把该列设为“文本”格式，再重新填写完整编号',
        ),
    ),
    "row entered twice": (
        {"2025/checks.csv": lines(*CHECKS, "综采一队,b2.1,1,")},
        (
            '[E109] data/2025/checks.csv 第4行 「单位」: "u01，B2.1" 「单位＋指标代码」与第2行重复 → 请删除多余的一行，或改正编号',
        ),
    ),
    "unit entered twice": (
        {"units.csv": FILES["units.csv"] + "ｕ０１,机关\n".encode()},
        (
            '[E109] data/units.csv 第5行 「单位编号」: "u01" 「单位编号」与第2行重复 → 请删除多余的一行，或改正编号',
        ),
    ),
    "ids that differ in case": (
        {"2025/codes.csv": lines("编码,内容", "C-1,a", "c-1,b")},
        (
            '[E109] data/2025/codes.csv 第3行 「编码」: "c-1" 「编码」与第2行只差大小写或全半角 → 请删除多余的一行，或改正编号',
        ),
    ),
    "document of another unit": (
        {"2025/reports/u02.yml": b"unit_id: u03\ntext: a\n"},
        (
            '[E113] data/2025/reports/u02.yml 第1行 「单位编号」: "u03" 与文件名不一致 → 请把文件改名为 u03.yml，或改正这里的编号',
        ),
    ),
    "problems of many files": (
        {
            "2025/checks.csv": lines("单位,指标代码,得分,说明", "u01,B2.1,95%,"),
            "2025/cycle.yml": "姓名：张三\n".encode(),
            "2025/codes.csv": b"\x00",
            "2025/x.txt": b"",
        },
        (
            '[E104] data/2025/checks.csv 第2行 「得分」: "95%" 带有百分号，此处应为不带百分号的数字 → 请只填数字，例如 95',
            "[E105] data/2025/codes.csv: 含有空字节（NUL），可能是没有标记的 UTF-16 或已损坏 → 请用记事本打开，“另存为”时编码选 UTF-8",
            "[E111] data/2025/cycle.yml 第1行: 冒号是全角的 → 请用半角冒号加空格，例如 姓名: 张三",
            "[E112] data/2025/x.txt: 不认识的文件 → 请移出数据文件夹",
        ),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(tmp_path: Path, name: str) -> None:
    """Each mistake in a whole folder is answered with exactly these messages."""
    changes, expected = MISTAKES[name]
    _, problems = reading(write(tmp_path, changes))
    assert tuple(map(str, problems)) == expected


def test_a_broken_unit_list_is_not_blamed_on_others(tmp_path: Path) -> None:
    """While the unit list itself cannot be read, no cell is said to hold an unknown unit."""
    records, problems = reading(write(tmp_path, {"units.csv": lines("单位编号,组别", "u01")}))
    assert [problem.place.file for problem in problems] == ["data/units.csv"]
    assert not records.top.tables["units"].complete


def test_too_many_unknown_units_and_repeated_rows(tmp_path: Path) -> None:
    """Ten thousand rows of units nobody knows, or of one row, are told in a thousand lines and in no time."""
    unknown = [f"某处{number},B1,1," for number in range(10_000)]
    for rows in (unknown, ["u01,B1,1,"] * 10_000):
        _, problems = reading(write(tmp_path, {"2025/checks.csv": lines(CHECKS[0], *rows)}))
        assert len(problems) == MOST_PROBLEMS + 1
        assert problems[0].message == "问题超过1000个，其余没有列出"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("units.csv", lines("单位编号,组别", "1,生产", "u02,生产", "u03,机关")),
        ("unit_names.csv", lines("单位编号,全称", "u01,综采一队")),
        ("unit_aliases.csv", b"PK\x03\x04"),
    ],
)
def test_gaps_in_the_unit_lists_are_told_once(tmp_path: Path, name: str, content: bytes) -> None:
    """One bad line in the lists of units, names or aliases brings no report for every row with such a unit."""
    records, problems = reading(write(tmp_path, {name: content}))
    assert [problem.place.file for problem in problems] == [f"data/{name}"]
    assert not records.by_year[2025].tables["ledger"].complete


def test_incomplete_is_known(tmp_path: Path) -> None:
    """What could not be read in full is marked, so that checks do not conclude from what is missing."""
    changes = {
        "2025/checks.csv": lines(*CHECKS, "某处,B1,1,"),
        "2025/cycle.yml": b"[",
        "2025/reports/u02.yml": b"[",
    }
    records, _ = reading(write(tmp_path, changes))
    year = records.by_year[2025]
    assert not year.tables["checks"].complete
    assert len(year.rows("checks")) == 2
    assert year.refused == {"cycle", "reports/u02"}


def test_staff_cannot_read_restricted(tmp_path: Path) -> None:
    """Garbage in `restricted/` does not matter for staff; the group reads it, its values unprinted."""
    data = write(
        tmp_path, {"2025/restricted/interviews.csv": lines("编号,评分", "I-1,九十", "I-2,5", "I-2,6")}
    )
    assert reading(data)[1] == ()
    records, problems = reading(data, Audience.GROUP)
    assert [str(problem) for problem in problems] == [
        "[E104] data/2025/restricted/interviews.csv 第2行 「评分」: 不是数字 → 请只填阿拉伯数字，例如 92.5",
        "[E109] data/2025/restricted/interviews.csv 第4行 「编号」: 「编号」与第3行重复 → 请删除多余的一行，或改正编号",
    ]
    assert not records.by_year[2025].tables["interviews"].complete


def test_missing_files_of_the_contract(tmp_path: Path) -> None:
    """An empty folder lacks the files the real contract requires, each named once a year."""
    (tmp_path / "data/2025").mkdir(parents=True)
    tables, problems = read(tmp_path / "data")
    assert [str(problem) for problem in problems if problem.place.file == "data/units.csv"] == [
        "[E112] data/units.csv: 缺少必需的文件：单位 → 请按模板建立单位"
    ]
    assert {problem.code for problem in problems} == {"E112"}
    assert (tables.root, tables.units, tables.years[0].cycle) == ("data", (), None)


def test_no_folder(tmp_path: Path) -> None:
    """Without a data folder that is the only thing said."""
    _, problems = read(tmp_path / "data")
    assert [problem.message for problem in problems] == ["找不到数据文件夹"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.binary(max_size=120) | st.text(max_size=60).map(lambda t: t.encode(errors="ignore")),
)
def test_random_bytes(name: str, content: bytes) -> None:
    """Whatever bytes stand in any file, reading ends with records and ordered problems."""
    with tempfile.TemporaryDirectory() as folder:
        _, problems = reading(write(Path(folder), {name: content}))
    assert problems == in_order(problems)


def test_truncated_tables(tmp_path: Path) -> None:
    """A table cut at any byte is survived by the whole reading."""
    whole = FILES["2025/ledger.csv"]
    for end in range(0, len(whole), 3):
        reading(write(tmp_path, {"2025/ledger.csv": whole[:end]}))


def test_pipes_do_not_block(tmp_path: Path) -> None:
    """A pipe in the place of a table is refused at once."""
    data = write(tmp_path)
    (data / "2025/checks.csv").unlink()
    os.mkfifo(data / "2025/checks.csv")
    _, problems = reading(data)
    assert [problem.message for problem in problems] == ["不是普通文件（管道或设备）"]
