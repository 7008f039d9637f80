"""CSV files become records; every usual damage of a table is refused with its exact message."""

# Expected messages stand in one piece, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.contract.fields import Table
from generator.intake.csvtable import parse_table
from generator.intake.encoding import decode
from generator.intake.faults import MOST_PROBLEMS
from generator.intake.records import TableRows
from generator.problems import Problem
from tests.intake.sample import CHECKS, LEDGER, SECRETS, lines

FILE = "data/2025/checks.csv"
HEAD = "单位,指标代码,得分,说明"


def read(data: bytes, table: Table = CHECKS) -> tuple[TableRows, tuple[Problem, ...]]:
    """The rows and all problems of a file with these bytes."""
    text, problems = decode(data, FILE)
    if text is None:
        return TableRows(table, complete=False), problems
    rows, more = parse_table(text, FILE, table)
    return rows, (*problems, *more)


def said(problem: Problem) -> str:
    """The problem as printed, without the file name all tests share."""
    return str(problem).replace(f"{FILE}", "", 1)


SAVE_AS = "列之间只能用半角逗号；请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”"
NO_MERGE = "请取消合并单元格后逐行填写"
SURPLUS = "内容里若有英文逗号，请改成中文逗号“，”；确实没有，再删除行尾多余的逗号"
TOTAL = "是小计、合计或平均行 → 请删除该行；合计由系统计算"

MISTAKES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "trailing comma": (
        lines(HEAD, "u01,B2.1,2,好,"),
        (f"[E105]  第2行: 这一行有5列，表头有4列 → {SURPLUS}",),
    ),
    "comma inside a text of a row with blank cells": (
        lines(HEAD, "u01,B2.1,2,好,坏,"),
        ("[E105]  第2行: 这一行有6列，表头有4列 → 内容里的英文逗号请改成中文逗号“，”",),
    ),
    "full-width comma between cells": (
        lines(HEAD, "u01，B2.1,2,"),
        (
            "[E105]  第2行: 这一行有3列，表头有4列 → 请补齐缺少的逗号；列之间的“，”请改成半角逗号；文件若没有保存完，请重新保存",
        ),
    ),
    "comma inside a text": (
        lines(HEAD, "u01,B2.1,2,好,坏"),
        ("[E105]  第2行: 这一行有5列，表头有4列 → 内容里的英文逗号请改成中文逗号“，”",),
    ),
    "short row": (
        lines(HEAD, "u01,B2.1,2"),
        ("[E105]  第2行: 这一行有3列，表头有4列 → 请补齐缺少的逗号；文件若没有保存完，请重新保存",),
    ),
    "stray quote swallows rows": (
        lines(HEAD, 'u01,B2.1,"1', 'u02,2,3",4', "u03,B1,1,"),
        ("[E105]  第2行: 单元格里有换行 → 请删除单元格内的换行（Alt+Enter），写成一行",),
    ),
    "quote inside a cell": (
        lines(HEAD, 'u01,B2.1,1,他说"好"'),
        ("[E105]  第2行: 引号位置不对 → 内容里的英文引号请改用中文引号“”，或删除",),
    ),
    "unclosed quote": (
        lines(HEAD, 'u01,B2.1,1,"一', "u02,B1,1,"),
        ("[E105]  第2行: 引号没有成对，后面的内容无法分列 → 请补上或删除引号；文件若没有保存完，请重新保存",),
    ),
    "duplicate header": (
        lines("单位,指标代码,得分,得分"),
        ("[E105]  第1行 「得分」: 第4列与第3列的列名重复 → 请删除其中一列",),
    ),
    "blank header": (
        lines("单位,指标代码,,说明"),
        ("[E105]  第1行: 第3列没有列名 → 请补上列名，或删除该列",),
    ),
    "commas behind the header": (
        lines(f"{HEAD},"),
        ("[E105]  第1行: 第5列没有列名 → 请删除表头右侧多余的逗号或空列",),
    ),
    "title row": (
        lines("2025年检查结果,,,", HEAD),
        ("[E105]  第1行: 第一行像是标题，应为表头 → 请删除标题行，第一行写列名",),
    ),
    "title row without commas": (
        lines("2025年检查结果", HEAD),
        ("[E105]  第1行: 第一行像是标题，应为表头 → 请删除标题行，第一行写列名",),
    ),
    "header of two levels": (
        lines("单位,检查,,", HEAD, "u01,B1,1,"),
        ("[E102]  第1行: 表头像是占了两行 → 请取消合并单元格，表头只留一行",),
    ),
    "header deleted": (
        lines("u01,B1,1,张三", "u02,B1,1,李四"),
        (
            "[E105]  第1行: 第一行里没有一个列名，表头可能被删除了 → 请在第一行写上列名：单位、指标代码、得分、说明",
        ),
    ),
    "header of question marks": (
        lines("??,????,??,??"),
        ("[E105]  第1行: 表头变成了问号，原字已丢失 → 请从原始文件重新导出，另存为“CSV UTF-8（逗号分隔）”",),
    ),
    "two names in one cell": (
        lines("单位，指标代码,得分,说明"),
        ("[E105]  第1行 「单位,指标代码」: 几个列名写在了一格里 → 列名之间请用半角逗号，不用“，”或“、”",),
    ),
    "column too many": (
        lines(f"{HEAD},处理"),
        (
            "[E105]  第1行 「处理」: 不认识的列名 → 请删除这一列，或改用已有的列名：单位、指标代码、得分、说明",
        ),
    ),
    "mobile in the header": (
        lines(f"{HEAD},13812345678"),
        ("[E110]  第1行: 含有11位手机号 → 请删除；需要联系方式时只填办公电话",),
    ),
    "blank first line": (
        lines("", HEAD),
        ("[E105]  第1行: 第一行是空的，应为表头 → 请删除空行，第一行写列名",),
    ),
    "sep line": (
        lines("sep=,", HEAD),
        ("[E105]  第1行: 第一行是“sep=”，应为表头 → 请删除这一行",),
    ),
    "full-width semicolons": (
        lines(HEAD.replace(",", "；")),
        (f"[E105]  第1行: 列与列之间用了全角分号“；” → {SAVE_AS}",),
    ),
    "full-width commas": (
        lines(HEAD.replace(",", "，")),
        (f"[E105]  第1行: 列与列之间用了全角逗号“，” → {SAVE_AS}",),
    ),
    "ideographic commas": (
        lines(HEAD.replace(",", "、")),
        (f"[E105]  第1行: 列与列之间用了顿号“、” → {SAVE_AS}",),
    ),
    "tabs": (
        lines(HEAD.replace(",", "\t")),
        (f"[E105]  第1行: 列与列之间用了制表符（TAB） → {SAVE_AS}",),
    ),
    "web page": (
        lines("<html><table><tr><td>单位</td></tr>"),
        ("[E105]  第1行: 内容其实是网页（HTML），不是 CSV → 请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”",),
    ),
    "empty file": (b"", ("[E105] : 文件是空的 → 请填入表头和数据；没有数据时只保留表头",)),
    "utf-8 read as gbk": (
        lines(HEAD).decode("gb18030", errors="replace").encode(),
        (
            "[E105]  第1行: 表头是乱码，原文应为“单位,指标代码,得分,说明” → 编码在转存时弄错了，请从原始文件重新导出",
        ),
    ),
    "gbk read as latin": (
        lines(HEAD).decode().encode("gbk").decode("latin-1").encode(),
        (
            "[E105]  第1行: 表头是乱码，原文应为“单位,指标代码,得分,说明” → 编码在转存时弄错了，请从原始文件重新导出",
        ),
    ),
    "two languages": (
        lines("单位,code,score,说明"),
        ("[E105]  第1行: 表头混用了中文列名和英文列名 → 请全部用中文列名，或全部用英文列名",),
    ),
    "mistyped column": (
        lines("单位,指标代码,得份,说明"),
        ("[E105]  第1行 「得份」: 不认识的列名 → 是否想写“得分”？",),
    ),
    "missing columns": (
        lines("单位,指标代码"),
        ("[E105]  第1行: 缺少列：得分、说明 → 请补上这些列；没有内容的列也要保留列名",),
    ),
    "forbidden column": (
        lines(f"{HEAD},身份证号"),
        (
            "[E110]  第1行: 名称含有“身份证”，这类内容不得放在这里 → 请连同内容一起删除；本系统任何文件都不得出现这类内容",
        ),
    ),
    "merged cells": (
        lines(HEAD, "u01,B1,1,", ",B2,1,", ",B3,1,"),
        (
            f"[E102]  第3行 「单位」: 是空的，上一行却有内容，像是合并单元格 → {NO_MERGE}",
            f"[E102]  第4行 「单位」: 是空的，上一行却有内容，像是合并单元格 → {NO_MERGE}",
        ),
    ),
    "second header": (
        lines(HEAD, HEAD, "u01,B1,1,"),
        ("[E102]  第2行: 像是第二行表头 → 请取消合并单元格，表头只留一行",),
    ),
    "header of two rows": (
        lines(HEAD, ",B1,2,考核", "u01,B1,1,"),
        (
            "[E102]  第2行 「单位」: 首行数据的关键列是空的，像是多行表头 → 请取消合并单元格，表头只留一行，数据逐行填写",
        ),
    ),
    "totals": (
        lines(HEAD, "u01,B1,1,", "小计,,1,", " 合　计,,2,", "生产单位小计,,3,", "平均,,3,"),
        (
            f'[E108]  第3行 「单位」: "小计" {TOTAL}',
            f'[E108]  第4行 「单位」: "合 计" {TOTAL}',
            f'[E108]  第5行 「单位」: "生产单位小计" {TOTAL}',
            f'[E108]  第6行 「单位」: "平均" {TOTAL}',
        ),
    ),
    "totals with a remark": (
        lines(HEAD, "u01,B1,1,", "合计（18个单位）,,1,", "最高分,,1,", "u01,B2,合计,"),
        (
            f'[E108]  第3行 「单位」: "合计（18个单位）" {TOTAL}',
            f'[E108]  第4行 「单位」: "最高分" {TOTAL}',
            f'[E108]  第5行 「得分」: "合计" {TOTAL}',
        ),
    ),
    "lines below the table": (
        lines(HEAD, "u01,B1,1,", "注：得分已确认,,,", "填表人：张三,,审核：李四,", "二、机关部门,,,"),
        (
            "[E108]  第3行: 像是备注或签字行，不是数据 → 请删除该行",
            "[E108]  第4行: 像是备注或签字行，不是数据 → 请删除该行",
            "[E108]  第5行: 只有一格有内容，像是标题或备注行 → 请删除该行，或把其他列填全",
        ),
    ),
    "blank row before data": (
        lines(HEAD, "u01,B1,1,", ",,,", "u02,B1,1,"),
        ("[E102]  第3行: 整行是空的，后面还有数据 → 请删除空行",),
    ),
    "blank required cell": (
        lines(HEAD, "u01,B1,,"),
        ("[E102]  第2行 「得分」: 此项必填，不能为空 → 请补填",),
    ),
    "tab in a cell": (
        lines(HEAD, "u01,B1,1,a\tb"),
        ('[E114]  第2行 「说明」: "a b" 内容里有换行或制表符 → 请写成一行',),
    ),
    "long line": (
        lines(HEAD, f"u01,B1,1,{'a' * 100_001}"),
        ("[E114]  第2行: 一行超过100000个字符 → 请核对该行内容",),
    ),
    "long cell": (
        lines(HEAD, f"u01,B1,1,{'[' * 10_000}"),
        ("[E114]  第2行 「说明」: 内容有10000个字，超过上限2000字 → 请删减，详细材料另作附件",),
    ),
    "unit behind a number": (
        lines(HEAD, "u01,B1,92．5分,"),
        ('[E104]  第2行 「得分」: "92．5分" 数字后带有单位 → 请只填数字，例如 92.5',),
    ),
    "mobile in a row of wrong width": (
        lines(HEAD, "u01,B1,1,,13812345678"),
        ("[E110]  第2行: 含有11位手机号 → 请删除；需要联系方式时只填办公电话",),
    ),
    "mobile in a cell": (
        lines(HEAD, "u01,B1,1,13812345678"),
        ("[E110]  第2行 「说明」: 含有11位手机号 → 请删除；需要联系方式时只填办公电话",),
    ),
    "half a row": (
        (f"{HEAD}\nu01,B1,1,\nu02,B").encode(),
        ("[E105]  第3行: 这一行有2列，表头有4列 → 请补齐缺少的逗号；文件若没有保存完，请重新保存",),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name: str) -> None:
    """Each mistake is answered with exactly these messages, and the table is known to be incomplete."""
    data, expected = MISTAKES[name]
    rows, problems = read(data)
    assert tuple(map(said, problems)) == expected
    assert not rows.complete


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_line_endings(encoding: str, ending: str) -> None:
    """The same table reads the same in every encoding and with every line ending of Chinese offices."""
    data = ending.join((HEAD, "u01,b2.1,２,张三", "")).encode(encoding)
    rows, problems = read(data)
    assert problems == ()
    expected = {"unit_id": "u01", "code": "B2.1", "score": Decimal(2), "note": "张三"}
    assert [record.values for record in rows.records] == [expected]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_rare_characters(encoding: str) -> None:
    """Characters of names outside GBK survive."""
    rows, problems = read(f"{HEAD}\nu01,B2.1,2,张𠮷䶮㛃\n".encode(encoding))
    assert problems == ()
    assert rows.records[0]["note"] == "张𠮷䶮㛃"


def test_big5_is_refused() -> None:
    """A Big5 file has no encoding of ours; it is named, and no row is read."""
    rows, problems = read("單位,指標代碼,得分,說明\nu01,B1,1,說明\n".encode("big5"))
    assert (rows.records, rows.complete) == ((), False)
    assert list(map(said, problems)) == [
        "[E105] : 编码像是繁体中文 Big5，不能识别 → 请用记事本打开，“另存为”时编码选 UTF-8"
    ]


def test_header_in_english_and_any_order() -> None:
    """Identifiers may stand in the header instead of labels, in any order and width, quoted or not."""
    rows, problems = read(lines('" ｃｏｄｅ ",unit_id,note,score', 'B2.1,u01,"a, ""b""",1'))
    assert problems == ()
    assert rows.records[0].values == {"code": "B2.1", "unit_id": "u01", "note": 'a, "b"', "score": Decimal(1)}


def test_header_only_means_no_rows() -> None:
    """A file with its header only is a complete table without rows."""
    assert read(lines(HEAD)) == (TableRows(CHECKS, ()), ())


def test_blank_rows_at_the_end_are_ignored() -> None:
    """Excel's `,,,` rows at the end are no data, whatever their width."""
    rows, problems = read(lines(HEAD, "u01,B1,1,", ",,,", "", ",,,,"))
    assert problems == ()
    assert len(rows.records) == 1


def test_absent_optional_columns() -> None:
    """A column that may be left out yields None or `()`."""
    rows, problems = read(
        lines("问题编号,单位,责任人,登记日期,整改时限", "2025-U03-012,u03,张三,2026.3.5,"), LEDGER
    )
    assert problems == ()
    assert (rows.records[0]["grade"], rows.records[0]["co_units"]) == (None, ())


def test_places() -> None:
    """A record knows its line, and each of its values the column by its Chinese label."""
    rows, _ = read(lines(HEAD, "u01,B1,1,", "u02,B1,1,"))
    assert str(rows.records[1].place) == "data/2025/checks.csv 第3行"
    assert str(rows.records[1].place_of("score")) == "data/2025/checks.csv 第3行 「得分」"


def test_a_bad_row_does_not_hide_the_next() -> None:
    """All problems of all rows come in one run, and good rows stay."""
    rows, problems = read(lines(HEAD, "u01,x/y,九十,", "u02,B1,1,", "u03,B1,1,,"))
    assert [problem.code for problem in problems] == ["E113", "E104", "E105"]
    assert len(rows.records) == 1
    assert not rows.complete


@pytest.mark.parametrize(
    ("table", "data"),
    [
        (SECRETS, lines("编号,评分", "I-1,92分")),
        (LEDGER, lines("问题编号,单位,责任人,登记日期,整改时限", "2025-U03-012,u03,张 三,2026.3.5,")),
    ],
    ids=["restricted table", "name of a person"],
)
def test_confidential_values_are_not_printed(table: Table, data: bytes) -> None:
    """A message about a restricted table or a person names the place and the rule, never the value."""
    _, problems = read(data, table)
    assert [problem.value for problem in problems] == [None]
    assert "张" not in str(problems[0])
    assert "I-1" not in str(problems[0])


def test_too_many_problems() -> None:
    """A table with a problem in every row is left after a thousand, and that is said."""
    rows, problems = read(lines(HEAD) + b"u01,B1,x,\n" * 5_000)
    assert len(problems) == MOST_PROBLEMS + 1
    assert said(problems[-1]) == "[E114] : 问题超过1000个，其余没有列出 → 请先改正已列出的问题，再检查一次"
    assert not rows.complete


def test_too_many_columns() -> None:
    """A header of thousands of columns is one problem."""
    _, problems = read(f"{HEAD},{','.join(map(str, range(9_000)))}\n".encode())
    assert [said(problem) for problem in problems] == [
        "[E105]  第1行: 第一行有9004列，超过200列 → 请删除表头右侧多余的列"
    ]


def test_too_many_lines() -> None:
    """A table beyond 200,000 rows is refused."""
    _, problems = read(lines("编号,评分") + b"a,1\n" * 200_001, SECRETS)
    assert problems[-1].message == "超过200000行"


def test_every_truncation_is_survived() -> None:
    """A file cut at any byte gives rows or problems, never a failure; a row cut inside is not a whole one."""
    whole = lines(HEAD, 'u01,B2.1,2,"好, ""很"" 好"', "u02,B2.1,2,张三丰")
    for encoding in ("utf-8", "gb18030", "utf-16"):
        data = whole.decode().encode(encoding)
        for end in range(len(data)):
            rows, _ = read(data[:end])
            assert len(rows.records) <= 2


def test_a_large_table_is_read_to_the_end() -> None:
    """45 leaves of 1,000 units; how long that takes, the bench says."""
    data = lines(
        HEAD,
        *(
            f"u{u},B{leaf % 9}.{leaf},{(u + leaf) % 100}.5,说明{u}-{leaf}"
            for u in range(1000)
            for leaf in range(1, 46)
        ),
    )
    rows, problems = read(data)
    assert (len(rows.records), problems) == (45_000, ())
