"""What a clerk does wrong at Excel, WPS or Notepad, and every line `kaohe check` answers with.

The ten worst mistakes (domain.md 13) and where each of their variants is tested:

| mistake | here | with tests/intake |
|---|---|---|
| 1 a unit named in several ways | `unit: …`, `test_accepted` | test_read `unit named another way`, `ambiguous alias` |
| 2 merged cells, headers of several rows | `merged: …`, `header: …`, `row…` | test_csvtable `merged cells`, `header of two rows` |
| 3 dates as text | `date: …`, `test_accepted` | test_values `BAD`, kinds Date and Moment |
| 4 numbers with units, full-width | `number: …`, `test_accepted` | test_values `BAD`, kinds Number and Integer |
| 5 encodings, marks, separators | `encoding: …`, `separator: …`, `test_accepted` | test_encoding, test_csvtable |
| 6 percentages, points over full mark | `percent: …` | test_values `BAD`, kind Percent |
| 7 sums after a late edit | `weights: …`, `test_points_of_a_leaf…` | |
| 8 rows of totals | `totals: …` | test_csvtable `totals` |
| 9 numbers and states of the ledger | `ledger: …` | test_values `BAD`, kind ProblemNumber |
| 10 eaten zeros, names, personal numbers | `eaten: …`, `names: …`, `personal: …` | test_values, test_personal |

The lines of the YAML table of promises.md stand in tests/intake/test_yamldoc.py (`MISTAKES`, `BOMBS`,
`test_text_stays_text`), those of the CSV table in test_csvtable.py (`MISTAKES`) and test_survey.py
(links, sizes, names); `table: …` and `form: …` below are those that need the whole way from the folder.
"""

# Expected messages stand in one piece, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.contract import TABLES
from generator.intake.read import read
from tests.conftest import PROJECT
from tests.mistakes import (
    Mistake,
    Slip,
    all_of,
    append,
    cell,
    column,
    delete,
    insert,
    rename,
    replace,
    resave,
    save,
)

CHECKS = "2025/checks.csv"
SCORES = "2025/components.csv"
LEDGER = "2025/rectifications.csv"
EVENTS = "2025/rectification_events.csv"
LEADERS = "2025/leaders.csv"
SCHEME = "2025/scheme.yml"
CYCLE = "2025/cycle.yml"


@pytest.fixture(name="data")
def sample_copy(tmp_path: Path) -> Path:
    """A copy of the sample data of which any file may be spoilt."""
    return shutil.copytree(PROJECT / "data", tmp_path / "data")


def checked(data: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, tuple[str, ...]]:
    """Exit code and problem lines of `kaohe check`, without the notices (W204, W205) that the sample has too.

    Behind them stand how many there are, and that `restricted/` was not looked at.
    """
    code = main(["check", "--data", str(data)])
    printed = capsys.readouterr()
    assert printed.err == ""
    *lines, _ = (line for line in printed.out.splitlines() if not line.startswith("提示："))
    return code, tuple(line for line in lines if not line.startswith(("[W204]", "[W205]")))


MISTAKES: dict[str, Mistake] = {
    # 1 a unit named in several ways
    "unit: three ways, none of them known": Mistake(
        all_of(
            cell(SCORES, 2, "单位编号", "综采１队伍"),
            cell(SCORES, 4, "单位编号", "综采2队"),
            cell(SCORES, 6, "单位编号", "综掘"),
            cell(SCORES, 8, "单位编号", "综掘二队党支部"),
        ),
        (
            '[E101] data/2025/components.csv 第2行 「单位编号」: "综采１队伍" 找不到这个单位 → 是否想填“综采1队”？若是别名，请在 unit_aliases.csv 中登记',
            '[E101] data/2025/components.csv 第6行 「单位编号」: "综掘" 找不到这个单位 → 是否想填“综掘一队”？若是别名，请在 unit_aliases.csv 中登记',
            '[E101] data/2025/components.csv 第8行 「单位编号」: "综掘二队党支部" 找不到这个单位 → 是否想填“综掘二队”？若是别名，请在 unit_aliases.csv 中登记',
        ),
    ),
    "unit: several in one cell": Mistake(
        all_of(
            cell(LEDGER, 2, "责任单位", "综采一队、综采二队"),
            cell(LEDGER, 3, "责任单位", "综采一队/综采二队"),
        ),
        (
            '[E101] data/2025/rectifications.csv 第2行 「责任单位」: "综采一队、综采二队" 像是写了多个单位 → 本列可填多个单位时用“；”分隔，否则只填一个',
            '[E101] data/2025/rectifications.csv 第3行 「责任单位」: "综采一队/综采二队" 像是写了多个单位 → 本列可填多个单位时用“；”分隔，否则只填一个',
        ),
    ),
    "unit: one row under each of its names": Mistake(
        append(SCORES, "综采1队,上级评价,91.44,领导评价表"),
        (
            '[E109] data/2025/components.csv 第34行 「单位编号」: "u01，上级评价" 「单位编号＋构成」与第2行重复 → 请删除多余的一行，或改正编号',
        ),
    ),
    "unit: closed before the year": Mistake(
        cell(SCORES, 2, "单位编号", "生活服务站"),
        (
            "[E129] data/2025/components.csv 「构成」: 综采一队（u01）缺少上级评价的得分 → 请补上得分，或核对考核周期的状态",
            '[E101] data/2025/components.csv 第2行 「单位编号」: "u19" 该单位不在2025年单位概况中，不参加本年度考核 → 请核对单位编号，或在单位概况中补上该单位',
        ),
    ),
    # 2 merged cells and headers of several rows
    "merged: unit blank below its first row": Mistake(
        all_of(*(cell(CHECKS, line, "单位编号", "") for line in (3, 4, 5))),
        (
            "[E102] data/2025/checks.csv 第3行 「单位编号」: 是空的，上一行却有内容，像是合并单元格 → 请取消合并单元格后逐行填写",
            "[E102] data/2025/checks.csv 第4行 「单位编号」: 是空的，上一行却有内容，像是合并单元格 → 请取消合并单元格后逐行填写",
            "[E102] data/2025/checks.csv 第5行 「单位编号」: 是空的，上一行却有内容，像是合并单元格 → 请取消合并单元格后逐行填写",
        ),
    ),
    "merged: first row blank": Mistake(
        cell(CHECKS, 2, "单位编号", ""),
        (
            "[E102] data/2025/checks.csv 第2行 「单位编号」: 首行数据的关键列是空的，像是多行表头 → 请取消合并单元格，表头只留一行，数据逐行填写",
        ),
    ),
    "header: second row": Mistake(
        insert(CHECKS, 2, ",,,,得分,自评得分,,,,,,"),
        ("[E102] data/2025/checks.csv 第2行: 像是第二行表头 → 请取消合并单元格，表头只留一行",),
    ),
    "header: row of groups above": Mistake(
        insert(CHECKS, 1, "单位编号,指标代码,检查,,,,,,,申诉,,"),
        ("[E102] data/2025/checks.csv 第1行: 表头像是占了两行 → 请取消合并单元格，表头只留一行",),
    ),
    "header: title above": Mistake(
        insert(CHECKS, 1, "2025年度党建考核检查结果,,,,,,,,,,,"),
        ("[E105] data/2025/checks.csv 第1行: 第一行像是标题，应为表头 → 请删除标题行，第一行写列名",),
    ),
    "header: title without commas above": Mistake(
        insert(CHECKS, 1, "2025年度党建考核检查结果"),
        ("[E105] data/2025/checks.csv 第1行: 第一行像是标题，应为表头 → 请删除标题行，第一行写列名",),
    ),
    "header: deleted": Mistake(
        delete(LEADERS, 1),
        (
            "[E105] data/2025/leaders.csv 第1行: 第一行里没有一个列名，表头可能被删除了 → 请在第一行写上列名：人员编号、单位编号、姓名、职务、分管工作、任职时间、排序",
        ),
    ),
    "row: blank one between units": Mistake(
        insert(CHECKS, 47, ",,,,,,,,,,,"),
        ("[E102] data/2025/checks.csv 第47行: 整行是空的，后面还有数据 → 请删除空行",),
    ),
    "rows: remark and signatures below": Mistake(
        all_of(
            append(CHECKS, "注：得分已经考核组确认,,,,,,,,,,,"),
            append(CHECKS, "填表人：张三,,,,,审核人：李四,,,,,,"),
        ),
        (
            "[E108] data/2025/checks.csv 第812行: 像是备注或签字行，不是数据 → 请删除该行",
            "[E108] data/2025/checks.csv 第813行: 像是备注或签字行，不是数据 → 请删除该行",
        ),
    ),
    # 3 dates as text
    "date: not a day": Mistake(
        all_of(
            *(
                cell(LEDGER, line, "整改时限", text)
                for line, text in enumerate(
                    (
                        "3月5日",
                        "20260410",
                        "46122",
                        "月底",
                        "长期",
                        "2026年4月",
                        "2026-04-31",
                        "2026-04-10前",
                        "2026。4。10",
                        "26/4/10",
                        "########",
                        "2026-4-10 00:00:00",
                    ),
                    2,
                )
            )
        ),
        (
            '[E103] data/2025/rectifications.csv 第2行 「整改时限」: "3月5日" 缺少年份 → 请写全年月日，例如 2026-03-05',
            '[E103] data/2025/rectifications.csv 第3行 「整改时限」: "20260410" 日期缺少分隔符 → 请写成 2026-04-10',
            '[E103] data/2025/rectifications.csv 第4行 「整改时限」: "46122" 是 Excel 日期序列号，对应 2026-04-10 → 请把该列设为日期格式，或填 2026-04-10',
            '[E103] data/2025/rectifications.csv 第5行 「整改时限」: "月底" 不是具体日期 → 请填具体到日的日期，例如 2026-03-31',
            '[E103] data/2025/rectifications.csv 第6行 「整改时限」: "长期" 不是具体日期 → 长期任务请在「整改类型」填“长期坚持”，这里填下次检查日期',
            '[E103] data/2025/rectifications.csv 第7行 「整改时限」: "2026年4月" 缺少日 → 请写全年月日，例如 2026-03-05',
            '[E103] data/2025/rectifications.csv 第8行 「整改时限」: "2026-04-31" 日历上没有这一天 → 请核对年月日',
            '[E103] data/2025/rectifications.csv 第9行 「整改时限」: "2026-04-10前" 日期后面还有别的文字 → 请只填日期，例如 2026-04-10',
            '[E103] data/2025/rectifications.csv 第10行 「整改时限」: "2026。4。10" 年月日之间的符号不对 → 请用短横线，例如 2026-03-05',
            '[E103] data/2025/rectifications.csv 第11行 「整改时限」: "26/4/10" 年份不是四位 → 请写四位年份，例如 2026-03-05',
            '[E104] data/2025/rectifications.csv 第12行 「整改时限」: "########" 是 Excel 的错误值 → 请回到表格改正公式或列宽，再填入真实内容',
            '[E103] data/2025/rectifications.csv 第13行 「整改时限」: "2026-4-10 00:00:00" 日期后多了时刻或秒 → 请按本列要求填写，例如 2026-4-10',
        ),
    ),
    "date: not a day in a form": Mistake(
        all_of(
            replace(CYCLE, "held_from: 2026-01-12", "held_from: 1月12日"),
            replace(CYCLE, "held_to: 2026-02-06", "held_to: 46059"),
        ),
        (
            '[E103] data/2025/cycle.yml 第3行 「开始日期」: "1月12日" 缺少年份 → 请写全年月日，例如 2026-03-05',
            '[E103] data/2025/cycle.yml 第4行 「结束日期」: "46059" 是 Excel 日期序列号，对应 2026-02-06 → 请把该列设为日期格式，或填 2026-02-06',
        ),
    ),
    # 4 numbers with units, full-width, other signs
    "number: not a number": Mistake(
        all_of(
            *(
                cell(SCORES, line, "得分", text)
                for line, text in enumerate(
                    (
                        "92．5分",
                        "95%",
                        "≥90",
                        "—",
                        "96。4",
                        "九十",
                        "95左右",
                        "#REF!",
                        "1.2E+02",
                        "9 6.4",
                        "964",
                        "96.40001",
                    ),
                    2,
                )
            )
        ),
        (
            '[E104] data/2025/components.csv 第2行 「得分」: "92．5分" 数字后带有单位 → 请只填数字，例如 92.5',
            '[E104] data/2025/components.csv 第3行 「得分」: "95%" 带有百分号，此处应为不带百分号的数字 → 请只填数字，例如 95',
            '[E104] data/2025/components.csv 第4行 「得分」: "≥90" 数字前有比较符号或约数词 → 请填实际数字，例如 90',
            '[E104] data/2025/components.csv 第5行 「得分」: "—" 不是数字 → 没有数字时请留空；必填的请补上数字',
            '[E104] data/2025/components.csv 第6行 「得分」: "96。4" 小数点不对 → 小数点只用半角“.”，例如 96.4',
            '[E104] data/2025/components.csv 第7行 「得分」: "九十" 不是数字 → 请只填阿拉伯数字，例如 92.5',
            '[E104] data/2025/components.csv 第8行 「得分」: "95左右" 数字后带有单位 → 请只填数字，例如 95',
            '[E104] data/2025/components.csv 第9行 「得分」: "#REF!" 是 Excel 的错误值 → 请回到表格改正公式或列宽，再填入真实内容',
            '[E104] data/2025/components.csv 第10行 「得分」: "1.2E+02" 是科学记数法 → 请写出全部数位，例如 1000',
            '[E104] data/2025/components.csv 第11行 「得分」: "9 6.4" 数字中间有空格 → 请删除空格',
            '[E104] data/2025/components.csv 第12行 「得分」: "964" 大于最大值120 → 请核对数字',
            '[E104] data/2025/components.csv 第13行 「得分」: "96.40001" 小数太长，最多4位 → 请四舍五入后填写',
        ),
    ),
    "number: head counts and yes or no": Mistake(
        all_of(
            cell("2025/profiles.csv", 2, "党员数", "46人"),
            cell("2025/profiles.csv", 3, "党员数", "37.0"),
            cell("2025/profiles.csv", 4, "设支委会", "√"),
        ),
        (
            '[E104] data/2025/profiles.csv 第2行 「党员数」: "46人" 数字后带有单位 → 请只填数字，例如 46',
            '[E104] data/2025/profiles.csv 第3行 「党员数」: "37.0" 应为整数 → 请填整数，例如 37',
            '[E104] data/2025/profiles.csv 第4行 「设支委会」: "√" 此列只填“是”或“否” → 请改成“是”',
        ),
    ),
    "number: 95 for 9.5 against a leaf of 2 points": Mistake(
        cell(CHECKS, 2, "得分", "95"),
        (
            '[W202] data/2025/checks.csv 第2行 「单位编号」: "u01" 综采一队（u01）自评合计 95.2 分，考核组认定 186.3 分，相差 91.1 分 → 请核对自评和认定的依据',
            '[E120] data/2025/checks.csv 第2行 「得分」: "95" 超过满分 2 → 请核对该指标分值（A1.1 第一议题学习及时，2分）',
        ),
    ),
    "number: 9.64 for 96.4": Mistake(
        cell(SCORES, 3, "得分", "9.64"),
        (
            '[E122] data/2025/decisions.csv 第2行 「班子等次」: "优秀" 与建议等次“一般”不同，缺少调整理由 → 请在“调整理由”中写明党委会的理由，或核对等次',
            '[E122] data/2025/decisions.csv 第9行 「班子等次」: "良好" 与建议等次“优秀”（优秀名额内）不同，缺少调整理由 → 请在“调整理由”中写明党委会的理由，或核对等次',
        ),
    ),
    # 5 encodings and separators
    "encoding: GBK rows pasted into UTF-8": Mistake(
        resave(CHECKS, lambda text: text[:5_000].encode() + text[5_000:].encode("gbk")),
        (
            "[E105] data/2025/checks.csv 第128行: 同一个文件里混有 UTF-8 和 GBK 两种编码 → 请用记事本打开，“另存为”时编码选 UTF-8",
        ),
    ),
    "encoding: UTF-8 rows pasted into GBK": Mistake(
        resave(CHECKS, lambda text: text[:5_000].encode("gbk") + text[5_000:].encode()),
        (
            "[E105] data/2025/checks.csv 第1行: 同一个文件里混有 UTF-8 和 GBK 两种编码 → 请用记事本打开，“另存为”时编码选 UTF-8",
        ),
    ),
    "encoding: two marks": Mistake(
        resave(CHECKS, lambda text: b"\xef\xbb\xbf" + text.encode("utf-8-sig")),
        (
            "[E114] data/2025/checks.csv 第1行: 第1个字符是多余的文件标记（BOM）（U+FEFF） → 请用记事本新建文件，复制内容后另存为 UTF-8",
        ),
    ),
    "encoding: mark in the middle of a joined file": Mistake(
        append(CHECKS, "\ufeffu19,A1.1,符合,,2,2,熊远松,2026-01-23,,,,"),
        (
            "[E114] data/2025/checks.csv 第812行: 第1个字符是多余的文件标记（BOM）（U+FEFF） → 请用记事本新建文件，复制内容后另存为 UTF-8",
        ),
    ),
    "encoding: UTF-8 opened as GBK and saved": Mistake(
        resave(CHECKS, lambda text: text.encode().decode("gb18030", errors="replace").encode()),
        (
            "[E105] data/2025/checks.csv: 内容是乱码，编码在转存时弄错了 → 请从原始文件重新导出，另存为 UTF-8 编码",
        ),
    ),
    "encoding: GBK opened as Latin and saved": Mistake(
        resave(CHECKS, lambda text: text.encode("gbk").decode("latin-1").encode()),
        (
            "[E105] data/2025/checks.csv: 内容是乱码，编码在转存时弄错了 → 请从原始文件重新导出，另存为 UTF-8 编码",
        ),
    ),
    "encoding: all Chinese lost": Mistake(
        resave(CHECKS, lambda text: text.encode("ascii", errors="replace")),
        (
            "[E105] data/2025/checks.csv 第1行: 表头变成了问号，原字已丢失 → 请从原始文件重新导出，另存为“CSV UTF-8（逗号分隔）”",
        ),
    ),
    "encoding: rare character of a name lost": Mistake(
        resave(LEADERS, lambda text: text.encode("gbk", errors="replace")),
        (
            "[E105] data/2025/leaders.csv 第23行 「姓名」: 姓名里有问号，可能是生僻字在保存时丢失 → 请补上原字，另存为“CSV UTF-8”",
            "[E105] data/2025/leaders.csv 第61行 「姓名」: 姓名里有问号，可能是生僻字在保存时丢失 → 请补上原字，另存为“CSV UTF-8”",
        ),
    ),
    "encoding: UTF-16 without mark": Mistake(
        resave(CHECKS, lambda text: text.encode("utf-16-le")),
        (
            "[E105] data/2025/checks.csv: 含有空字节（NUL），可能是没有标记的 UTF-16 或已损坏 → 请用记事本打开，“另存为”时编码选 UTF-8",
        ),
    ),
    "encoding: Big5": Mistake(
        resave(CHECKS, lambda text: text.encode("big5", errors="replace")),
        (
            "[E105] data/2025/checks.csv: 编码像是繁体中文 Big5，不能识别 → 请用记事本打开，“另存为”时编码选 UTF-8",
        ),
    ),
    "encoding: form saved as a Word document": Mistake(
        resave(CYCLE, lambda text: b"\xd0\xcf\x11\xe0" + text.encode()),
        (
            "[E105] data/2025/cycle.yml: 内容其实是旧版 Office 文件（.xls、.doc），不是文本 → 请换回原来的文本文件，用记事本修改",
        ),
    ),
    "separator: comma inside unquoted text": Mistake(
        all_of(cell(CHECKS, 3, "说明", "资料不全,已补"), append(SCORES, "综采一队,上级评价,91.44,甲,乙")),
        (
            "[E105] data/2025/checks.csv 第3行: 这一行有13列，表头有12列 → 内容里若有英文逗号，请改成中文逗号“，”；确实没有，再删除行尾多余的逗号",
            "[E105] data/2025/components.csv 第34行: 这一行有5列，表头有4列 → 内容里的英文逗号请改成中文逗号“，”",
        ),
    ),
    "separator: Chinese commas": Mistake(
        resave(CHECKS, lambda text: text.replace(",", "，").encode()),
        (
            "[E105] data/2025/checks.csv 第1行: 列与列之间用了全角逗号“，” → 列之间只能用半角逗号；请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”",
        ),
    ),
    "separator: enumeration commas": Mistake(
        resave(CHECKS, lambda text: text.replace(",", "、").encode()),
        (
            "[E105] data/2025/checks.csv 第1行: 列与列之间用了顿号“、” → 列之间只能用半角逗号；请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”",
        ),
    ),
    "separator: Unicode text of Excel": Mistake(
        resave(CHECKS, lambda text: text.replace(",", "\t").encode("utf-16")),
        (
            "[E105] data/2025/checks.csv 第1行: 列与列之间用了制表符（TAB） → 列之间只能用半角逗号；请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”",
        ),
    ),
    "separator: one Chinese comma": Mistake(
        all_of(
            replace(SCORES, "综采一队,上级评价", "综采一队，上级评价"),
            replace(CHECKS, "单位编号,指标代码", "单位编号，指标代码"),
        ),
        (
            "[E105] data/2025/checks.csv 第1行 「单位编号,指标代码」: 几个列名写在了一格里 → 列名之间请用半角逗号，不用“，”或“、”",
            "[E105] data/2025/components.csv 第2行: 这一行有3列，表头有4列 → 请补齐缺少的逗号；列之间的“，”请改成半角逗号；文件若没有保存完，请重新保存",
        ),
    ),
    "separator: line for Excel": Mistake(
        insert(CHECKS, 1, "sep=,"),
        ("[E105] data/2025/checks.csv 第1行: 第一行是“sep=”，应为表头 → 请删除这一行",),
    ),
    # 6 percentages and points over full mark
    "percent: 0.62, 62 and others": Mistake(
        all_of(
            *(
                cell(CHECKS, line, "完成率", text)
                for line, text in ((5, "0.62"), (24, "62"), (25, "1"), (50, "250%"), (69, "六成"))
            )
        ),
        (
            '[E106] data/2025/checks.csv 第5行 「完成率」: "0.62" 缺少百分号，分不清是百分数还是小数 → 请写成 62%（如果本意就是 0.62%，请写 0.62%）',
            '[E106] data/2025/checks.csv 第24行 「完成率」: "62" 缺少百分号，分不清是百分数还是小数 → 请写成 62%',
            '[E106] data/2025/checks.csv 第25行 「完成率」: "1" 缺少百分号，分不清是百分数还是小数 → 请写成 100%（如果本意就是 1%，请写 1%）',
            '[E106] data/2025/checks.csv 第50行 「完成率」: "250%" 超出范围0%至200% → 请核对百分数',
            '[E106] data/2025/checks.csv 第69行 「完成率」: "六成" 不是数字 → 请写成带百分号的数，例如 62%',
        ),
    ),
    "percent: weights without sign": Mistake(
        replace(
            SCHEME,
            "  - name: 生产单位\n    weights:\n      ballot: 30%\n      superior: 20%",
            "  - name: 生产单位\n    weights:\n      ballot: 30\n      superior: 0.2",
        ),
        (
            '[E106] data/2025/scheme.yml 第46行 「组别 › 第1项 › 权重 › ballot」: "30" 缺少百分号，分不清是百分数还是小数 → 请写成 30%',
            '[E106] data/2025/scheme.yml 第47行 「组别 › 第1项 › 权重 › superior」: "0.2" 缺少百分号，分不清是百分数还是小数 → 请写成 20%（如果本意就是 0.2%，请写 0.2%）',
        ),
    ),
    "percent: 2.5 points of 2": Mistake(
        cell(CHECKS, 2, "得分", "2.5"),
        (
            '[E120] data/2025/checks.csv 第2行 「得分」: "2.5" 超过满分 2 → 请核对该指标分值（A1.1 第一议题学习及时，2分）',
        ),
    ),
    # 7 sums after a late edit
    "weights: of a group": Mistake(
        replace(
            SCHEME,
            "  - name: 生产单位\n    weights:\n      ballot: 30%",
            "  - name: 生产单位\n    weights:\n      ballot: 35%",
        ),
        (
            "[E107] data/2025/scheme.yml 第45行 「组别 › 第1项 › 权重」: 权重合计 105%，应为 100%，多 5% → 请核对各项权重",
        ),
    ),
    "weights: of a ballot class": Mistake(
        replace(SCHEME, "公司领导\n      weight: 40%", "公司领导\n      weight: 45%"),
        (
            "[E107] data/2025/scheme.yml 第62行 「民主测评 › 票种」: 权重合计 105%，应为 100%，多 5% → 请核对各项权重",
        ),
    ),
    "weights: of a dimension": Mistake(
        replace(SCHEME, "工作实绩\n      weight: 30%", "工作实绩\n      weight: 25%"),
        (
            "[E107] data/2025/scheme.yml 第72行 「民主测评 › 维度」: 权重合计 95%，应为 100%，少 5% → 请核对各项权重",
        ),
    ),
    "weights: quota beyond all": Mistake(
        replace(SCHEME, "ratio: 25%", "ratio: 125%"),
        (
            '[E106] data/2025/scheme.yml 第106行 「优秀名额 › 优秀比例」: "125%" 超出范围0%至100% → 请核对百分数',
        ),
    ),
    "settings: that contradict each other": Mistake(
        all_of(
            replace(SCHEME, "version: 2", "version: 1"),
            replace(SCHEME, "fair: 75", "fair: 85"),
            replace(SCHEME, "quorum_present: 2", "quorum_present: 4"),
            replace(SCHEME, "below: 80", "below: 75"),
            replace(SCHEME, "  - 经营业绩\nbars", "  - 党建考核\nbars"),
            replace(SCHEME, "party_least: 良好", "party_least: 不定等次"),
            replace(SCHEME, "excellent_rate: 60%", "excellent_rate: 95%"),
            replace(SCHEME, "party_total_cap: 100", "party_total_cap: 10"),
            replace(SCHEME, "bonus_cap: 5", "bonus_cap: 2"),
            replace(SCHEME, "item: 党员或班子成员受党纪处分", "item: 被上级或公司通报批评"),
            replace(SCHEME, "immediate: 7", "immediate: 70"),
        ),
        (
            '[E107] data/2025/scheme.yml 第4行 「变更日期」: "2026-01-08" 第 1 版没有变更 → 请删除这一项，或把版本加一',
            '[E107] data/2025/scheme.yml 第5行 「变更原因」: "协调部署会后明确跨单位党员责任区的检查归属，指标和分值不变" 第 1 版没有变更 → 请删除这一项，或把版本加一',
            "[E107] data/2025/scheme.yml 第87行 「民主测评 › 等次分值 › 一般」: “良好”85 分，不高于“一般”85 分 → 等次越高分值应越高，请核对",
            '[E107] data/2025/scheme.yml 第91行 「民主测评 › 到会比例分子」: "4" 到会比例 4/3 大于 1 → 分子不能大于分母，例如三分之二填 2 和 3',
            '[E107] data/2025/scheme.yml 第101行 「等次 › 第3项 › 上限」: "75" 与上一等次“良好”之间有空档：75 至 80 → 请填上一等次的下限 80',
            '[E107] data/2025/scheme.yml 第112行 「同分次序 › 第3项」: "党建考核" 与第1项重复 → 请只保留一处',
            '[E107] data/2025/scheme.yml 第114行 「评优限制 › 党建下限」: "不定等次" 方案的等次中没有这一等 → 可填：优秀、良好、一般、较差',
            '[E107] data/2025/scheme.yml 第116行 「评优限制 › 优秀率下限」: "95%" 高于称职以上率下限 90%，称职以上率的限制不起作用 → 优秀率不会高于称职以上率，请核对两个数是否填反',
            '[E107] data/2025/scheme.yml 第118行 「党建总分上限」: "10" 低于党建考核的满分 100 → 请填不低于 100 的数，不设上限则删除这一项',
            '[E107] data/2025/scheme.yml 第134行 「加分项 › 第3项 › 分值」: "3" 超过加分封顶 2，加不满 → 请核对分值和加分封顶',
            '[E107] data/2025/scheme.yml 第143行 「扣分项 › 第2项 › 事项」: "被上级或公司通报批评" 与编号“penalty-criticism”的事项重复 → 请只保留一处',
            '[E107] data/2025/scheme.yml 第181行 「整改规则 › 默认天数 › 立行立改」: "70" 长于限期整改的 60 天 → 请核对两个天数是否填反',
        ),
    ),
    # 8 rows of totals
    "totals: at the end, in any words": Mistake(
        all_of(
            *(
                append(SCORES, f"{word},,1839.4,")
                for word in ("小计", "合 计：", "平均", "生产单位小计", "合计（18个单位）", "最高分")
            ),
            append(SCORES, ",总计,1839.4,"),
        ),
        (
            '[E108] data/2025/components.csv 第34行 「单位编号」: "小计" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
            '[E108] data/2025/components.csv 第35行 「单位编号」: "合 计：" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
            '[E108] data/2025/components.csv 第36行 「单位编号」: "平均" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
            '[E108] data/2025/components.csv 第37行 「单位编号」: "生产单位小计" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
            '[E108] data/2025/components.csv 第38行 「单位编号」: "合计（18个单位）" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
            '[E108] data/2025/components.csv 第39行 「单位编号」: "最高分" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
            '[E108] data/2025/components.csv 第40行 「构成」: "总计" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
        ),
    ),
    "totals: behind each unit": Mistake(
        insert(CHECKS, 47, "u01小计,,,,95.2,,,,,,,"),
        (
            '[E108] data/2025/checks.csv 第47行 「单位编号」: "u01小计" 是小计、合计或平均行 → 请删除该行；合计由系统计算',
        ),
    ),
    # 9 numbers and states of the ledger
    "ledger: row copied, number kept": Mistake(
        append(
            LEDGER,
            "2025-U18-001,党建考核,,u18,,,党风廉政,一般,2026年1月检查时发现岗位风险点没有写防控频次,没有排查,重新排查,复核无空泛表述,立行立改,纪委书记,主任,,纪委办公室,纪委办公室主管,2026-01-23,2026-01-30,,否,,,",
        ),
        (
            '[E109] data/2025/rectifications.csv 第54行 「问题编号」: "2025-U18-001" 「问题编号」与第53行重复 → 请删除多余的一行，或改正编号',
        ),
    ),
    "ledger: numbers not whole": Mistake(
        all_of(
            cell(LEDGER, 2, "问题编号", "2025-U01-1"),
            cell(LEDGER, 3, "问题编号", "2"),
            cell(LEDGER, 4, "问题编号", "2025—U01—003"),
        ),
        (
            '[E113] data/2025/rectifications.csv 第2行 「问题编号」: "2025-U01-1" 问题编号的序号不足三位 → 请写成 2025-U01-001',
            '[E110] data/2025/rectifications.csv 第3行 「问题编号」: "2" 编号只剩数字，前导零或字母可能被 Excel 去掉了 → 请先把该列设为“文本”格式，再重新填写完整编号',
            '[E113] data/2025/rectifications.csv 第4行 「问题编号」: "2025—U01—003" 问题编号里的横线不对 → 请写成 2025-U01-003',
        ),
    ),
    "ledger: closed row deleted": Mistake(
        delete(LEDGER, 2),
        (
            '[E101] data/2025/checks.csv 第15行 「转入问题」: "2025-U01-001" 整改台账中没有这个编号 → 是否应为“2025-U01-003”？如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除',
            '[E101] data/2025/rectification_events.csv 第2行 「问题编号」: "2025-U01-001" 2025年整改台账中没有这个编号 → 是否应为“2025-U01-003”？如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除',
            '[E101] data/2025/rectification_events.csv 第3行 「问题编号」: "2025-U01-001" 2025年整改台账中没有这个编号 → 是否应为“2025-U01-003”？如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除',
        ),
    ),
    "ledger: closed without date": Mistake(
        cell(LEDGER, 2, "销号日期", ""),
        (
            "[E109] data/2025/rectifications.csv 第2行 「销号日期」: 状态是“已销号”，缺少销号日期 → 请填写 2026-01-30",
        ),
    ),
    "ledger: closed in the state only": Mistake(
        cell(LEDGER, 3, "销号状态", "已销号"),
        (
            "[E109] data/2025/rectifications.csv 第3行 「销号日期」: 状态是“已销号”，缺少销号日期 → 请填写 2026-04-08",
        ),
    ),
    "ledger: closed without evidence": Mistake(
        cell(EVENTS, 3, "佐证材料", ""),
        (
            '[E109] data/2025/rectification_events.csv 第3行 「事件」: "销号" 2025-U01-001 「销号」缺少佐证材料 → 立行立改直接销号也须填写一件佐证材料',
        ),
    ),
    "ledger: state in other words": Mistake(
        all_of(cell(LEDGER, 2, "销号状态", "已完成"), cell(LEDGER, 4, "销号状态", "销号")),
        (
            '[E104] data/2025/rectifications.csv 第2行 「销号状态」: "已完成" 不在可填的范围内 → 可填：待认领、整改中、待验收、已销号、持续整改、暂缓、并案、作废',
            '[E104] data/2025/rectifications.csv 第4行 「销号状态」: "销号" 不在可填的范围内 → 可填：待认领、整改中、待验收、已销号、持续整改、暂缓、并案、作废；是否想填“已销号”？',
        ),
    ),
    # 10 eaten zeros, long numbers, names, personal numbers
    "eaten: zeros and letters of numbers": Mistake(
        all_of(
            cell(SCORES, 2, "单位编号", "1"),
            cell(CHECKS, 2, "指标代码", "1.1"),
            cell(LEADERS, 2, "人员编号", "1.1E+17"),
        ),
        (
            '[E110] data/2025/checks.csv 第2行 「指标代码」: "1.1" 编号只剩数字，前导零或字母可能被 Excel 去掉了 → 请先把该列设为“文本”格式，再重新填写完整编号',
            '[E110] data/2025/components.csv 第2行 「单位编号」: "1" 编号只剩数字，前导零或字母可能被 Excel 去掉了 → 请先把该列设为“文本”格式，再重新填写完整编号',
            '[E110] data/2025/leaders.csv 第2行 「人员编号」: "1.1E+17" 长数字被 Excel 改成了科学记数法 → 请先把该列设为“文本”格式，再重新填写完整内容',
        ),
    ),
    "eaten: letter of a unit in the list of units": Mistake(
        cell("units.csv", 2, "单位编号", "1"),
        (
            '[E110] data/units.csv 第2行 「单位编号」: "1" 编号只剩数字，前导零或字母可能被 Excel 去掉了 → 请先把该列设为“文本”格式，再重新填写完整编号',
        ),
    ),
    "names: spaces inside": Mistake(
        all_of(
            cell(LEADERS, 2, "姓名", "苏 德志"),
            cell(LEADERS, 3, "姓名", "夏　建渊"),
            cell(CHECKS, 2, "检查人", "熊 远松"),
        ),
        (
            "[E110] data/2025/checks.csv 第2行 「检查人」: 姓名中间有空格 → 请删除姓名中的空格，否则会被当作另一个人",
            "[E110] data/2025/leaders.csv 第2行 「姓名」: 姓名中间有空格 → 请删除姓名中的空格，否则会被当作另一个人",
            "[E110] data/2025/leaders.csv 第3行 「姓名」: 姓名中间有空格 → 请删除姓名中的空格，否则会被当作另一个人",
        ),
    ),
    "personal: column of identity numbers": Mistake(
        column(LEADERS, "身份证号", "110101199003071234"),
        (
            "[E110] data/2025/leaders.csv 第1行: 名称含有“身份证”，这类内容不得放在这里 → 请连同内容一起删除；本系统任何文件都不得出现这类内容",
        ),
    ),
    "personal: column of mobile numbers": Mistake(
        column(LEADERS, "手机号", "13912345678"),
        (
            "[E110] data/2025/leaders.csv 第1行: 名称含有“手机”，这类内容不得放在这里 → 请连同内容一起删除；本系统任何文件都不得出现这类内容",
        ),
    ),
    "personal: numbers in other columns": Mistake(
        all_of(
            cell(LEADERS, 2, "人员编号", "110101199003071234"),
            cell(CHECKS, 2, "说明", "身份证11010119900307123X"),
            cell(CHECKS, 3, "说明", "电话+86 139 1234 5678"),
            cell(CHECKS, 4, "说明", "１３９１２３４５６７８"),
        ),
        (
            "[E110] data/2025/checks.csv 第2行 「说明」: 含有18位身份证号 → 请删除；本系统任何文件都不得出现身份证号",
            "[E110] data/2025/checks.csv 第3行 「说明」: 含有11位手机号 → 请删除；需要联系方式时只填办公电话",
            "[E110] data/2025/checks.csv 第4行 「说明」: 含有11位手机号 → 请删除；需要联系方式时只填办公电话",
            "[E110] data/2025/leaders.csv 第2行 「人员编号」: 含有18位身份证号 → 请删除；本系统任何文件都不得出现身份证号",
        ),
    ),
    "personal: number in the header": Mistake(
        replace(LEADERS, "分管工作", "13912345678"),
        ("[E110] data/2025/leaders.csv 第1行: 含有11位手机号 → 请删除；需要联系方式时只填办公电话",),
    ),
    # the runners-up
    "files: another final version": Mistake(
        all_of(
            save("2025/checks(最终版).csv", b""),
            save("2025/checks - 副本.csv", b""),
            save("2025/checks.xlsx", b""),
            save("2025/reports/u03.docx", b""),
        ),
        (
            "[E112] data/2025/checks - 副本.csv: 不认识的文件 → 如果是 checks.csv 的另一份，请只保留 checks.csv",
            "[E112] data/2025/checks(最终版).csv: 不认识的文件 → 如果是 checks.csv 的另一份，请只保留 checks.csv",
            "[E112] data/2025/checks.xlsx: 暂不能读取 xlsx 工作簿，以后的版本会支持 → 请在 Excel 中“另存为 → CSV UTF-8”，保存为 checks.csv",
            "[E112] data/2025/reports/u03.docx: 这里只放述职报告的 yml 文件 → 请移出该文件夹，或改为 .yml 文件",
        ),
    ),
    "files: renamed": Mistake(
        all_of(
            rename(CHECKS, "2025/检查结果.csv"),
            rename(SCORES, "2025/components.csv.csv"),
            rename("2025/reports/u03.yml", "2025/reports/综掘一队.yml"),
        ),
        (
            "[E112] data/2025/components.csv.csv: 不认识的文件 → 如果是构成得分，请改名为 components.csv",
            "[E113] data/2025/reports/综掘一队.yml: 文件名不是有效的编号 → 文件名以字母开头，只用字母、数字和短横线，例如 u03.yml",
            "[E112] data/2025/检查结果.csv: 文件名不对 → 请改名为 checks.csv",
        ),
    ),
    "files: folder of a year renamed": Mistake(
        rename("2025", "2025年度"),
        ("[E112] data/2025年度: 不认识的文件夹 → 如果是2025年的数据，请改名为 2025",),
    ),
    "grade in other words": Mistake(
        all_of(
            cell("2025/decisions.csv", 3, "个人等次", "优"),
            cell("2025/decisions.csv", 2, "班子等次", "优秀单位"),
            cell(CHECKS, 2, "结论", "合格"),
        ),
        (
            '[E104] data/2025/checks.csv 第2行 「结论」: "合格" 不在可填的范围内 → 可填：符合、基本符合、不符合、不适用；是否想填“符合”？',
            '[E104] data/2025/decisions.csv 第2行 「班子等次」: "优秀单位" 不在可填的范围内 → 可填：优秀、良好、一般、较差、不定等次；是否想填“优秀”？',
            '[E104] data/2025/decisions.csv 第3行 「个人等次」: "优" 不在可填的范围内 → 可填：优秀、称职、基本称职、不称职、不定等次；是否想填“优秀”？',
        ),
    ),
    "filtered export: a row is missing": Mistake(
        delete(CHECKS, 2),
        (
            "[E120] data/2025/checks.csv 「指标代码」: 综采一队（u01）缺少1个指标的检查结果：A1.1 → 请逐项补上；不适用的指标也要有一行，结论填“不适用”并说明原因",
        ),
    ),
    "filtered export: a hidden column is missing": Mistake(
        resave(
            SCORES,
            lambda text: "".join(f"{line.rpartition(',')[0]}\n" for line in text.splitlines()).encode(),
        ),
        ("[E105] data/2025/components.csv 第1行: 缺少列：来源 → 请补上这些列；没有内容的列也要保留列名",),
    ),
    "hand-typed total of ballots": Mistake(
        cell("2025/ballots.csv", 2, "n_excellent", "5"),
        (
            '[E121] data/2025/ballots.csv 第2行 「弃权票」: "0" 五项票数合计 6，与有效票 5 不符，多 1 票 → 请核对各等次票数；未填的格计入弃权票',
        ),
    ),
    "column added": Mistake(
        column(SCORES, "备注", "已核"),
        (
            "[E105] data/2025/components.csv 第1行 「备注」: 不认识的列名 → 请删除这一列，或改用已有的列名：单位编号、构成、得分、来源",
        ),
    ),
    # tables as in promises.md, where tests/intake has no line of its own
    "table: half saved": Mistake(
        resave(CHECKS, lambda text: text.encode()[:9_000]),
        (
            "[E105] data/2025/checks.csv 第168行: 这一行有7列，表头有12列 → 请补齐缺少的逗号；文件若没有保存完，请重新保存",
        ),
    ),
    "table: cut inside a character": Mistake(
        resave(SCORES, lambda text: text.encode()[:52]),
        (
            "[E105] data/2025/components.csv 第2行: 最后一个字不完整，文件可能没有保存完 → 请重新保存或重新复制该文件",
        ),
    ),
    "table: workbook renamed to csv": Mistake(
        resave(CHECKS, lambda text: b"PK\x03\x04\x14\x00" + text.encode()),
        (
            "[E105] data/2025/checks.csv: 内容其实是 Office 文件（.xlsx、.docx）或压缩包，不是文本 → 请在 Excel 或 WPS 中用“另存为 → CSV UTF-8”重新保存",
        ),
    ),
    "table: web page renamed to csv": Mistake(
        resave(CHECKS, lambda _: b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'>"),
        (
            "[E105] data/2025/checks.csv 第1行: 内容其实是网页（HTML），不是 CSV → 请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”",
        ),
    ),
    "table: compressed": Mistake(
        save("2025/checks.csv.gz", b"\x1f\x8b"),
        ("[E112] data/2025/checks.csv.gz: 不认识的文件 → 如果是 checks.csv 的另一份，请只保留 checks.csv",),
    ),
    "table: quotes": Mistake(
        all_of(
            cell(CHECKS, 3, "说明", '资料"不全"'),
            cell(CHECKS, 5, "说明", '"资料不全'),
            cell(CHECKS, 7, "说明", '"资料不全\n已补"'),
        ),
        (
            "[E105] data/2025/checks.csv 第3行: 引号位置不对 → 内容里的英文引号请改用中文引号“”，或删除",
            "[E105] data/2025/checks.csv 第5行: 引号没有成对，后面的内容无法分列 → 请补上或删除引号；文件若没有保存完，请重新保存",
            "[E105] data/2025/checks.csv 第7行: 单元格里有换行 → 请删除单元格内的换行（Alt+Enter），写成一行",
        ),
    ),
    "form: full-width colon": Mistake(
        all_of(replace(SCHEME, "version: 2", "version：2")),
        ("[E111] data/2025/scheme.yml 第2行: 冒号是全角的 → 请用半角冒号加空格，例如 姓名: 张三",),
    ),
    "form: no space behind the colon": Mistake(
        replace(SCHEME, "version: 2", "version:2"),
        ("[E111] data/2025/scheme.yml 第2行: 冒号后面缺少空格 → 请写成“键: 值”，冒号后面加一个空格",),
    ),
    "form: number sign": Mistake(
        replace(SCHEME, "doc_no: 青岚党发〔2025〕41号", "doc_no: 青岚党发 #41"),
        (
            "[E111] data/2025/scheme.yml 第7行: “#”和它后面的文字会丢失 → 内容里有“#”时整个内容加引号；注释请单独写一行",
        ),
    ),
    "form: TAB": Mistake(
        replace(SCHEME, "    name: 基层党组织政治建设", "\tname: 基层党组织政治建设"),
        ("[E111] data/2025/scheme.yml 第26行: 这一行用了 TAB → 缩进和间隔只用空格",),
    ),
    "form: indented by one less": Mistake(
        replace(SCHEME, "    name: 基层党组织政治建设", "   name: 基层党组织政治建设"),
        ("[E111] data/2025/scheme.yml 第26行: 列表没有对齐 → 同一列表的“- ”请对齐",),
    ),
    "form: key twice": Mistake(
        replace(SCHEME, "version: 2", "version: 2\nversion: 3"),
        ('[E111] data/2025/scheme.yml 第3行: "version" 这一项重复，第2行已有 → 请只保留一处',),
    ),
    "form: key mistyped": Mistake(
        replace(SCHEME, "version: 2", "versoin: 2"),
        (
            "[E111] data/2025/scheme.yml 第1行 「版本」: 缺少这一项 → 请补上“版本: …”",
            '[E111] data/2025/scheme.yml 第2行: "versoin" 不认识的项，这里没有这一项 → 是否想写“version”？',
        ),
    ),
    "form: list in one line": Mistake(
        replace(
            SCHEME,
            "tie_order:\n  - 党建考核\n  - 民主测评\n  - 经营业绩",
            "tie_order: 党建考核、民主测评、经营业绩",
        ),
        ("[E111] data/2025/scheme.yml 第109行 「同分次序」: 应为列表 → 请每项另起一行，以“- ”开头",),
    ),
    "form: quote not closed": Mistake(
        replace(SCHEME, "doc_no: 青岚", 'doc_no: "青岚'),
        ("[E111] data/2025/scheme.yml 第7行: 引号没有成对 → 请补上引号；文件若没有保存完，请重新保存",),
    ),
    "form: half saved": Mistake(
        resave(SCHEME, lambda text: text.encode()[:3_000]),
        (
            "[E111] data/2025/scheme.yml 第84行: 这一行或上一行缺少冒号 → 请写成“键: 值”，冒号用半角，后面加一个空格",
        ),
    ),
    "form: billion laughs": Mistake(
        save(CYCLE, b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
        (
            "[E111] data/2025/cycle.yml 第1行: 不允许使用锚点（&） → 请把内容直接写出来；“&”开头的文字请加引号",
        ),
    ),
    "form: merge keys": Mistake(
        save(CYCLE, b"a: {x: 1}\nb: {<<: {y: 2}}\n"),
        ("[E111] data/2025/cycle.yml 第2行: 不允许使用合并键（<<） → 请把内容直接写出来",),
    ),
    "form: 300,000 entries": Mistake(
        save(CYCLE, b"- xx\n" * 300_000),
        ("[E112] data/2025/cycle.yml: 文件超过1MB，没有读取 → 请核对内容，删除多余的行、列和空白",),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each mistake stops the site with exactly these lines."""
    mistake = MISTAKES[name]
    mistake.slip(data)
    assert checked(data, capsys) == (1, mistake.says)


def test_points_of_a_leaf_after_a_late_edit(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sum is told once, and below it every score that no longer fits the leaf."""
    cell("2025/indicators.csv", 2, "分值", "3")(data)
    code, lines = checked(data, capsys)
    assert code == 1
    assert [line for line in lines if "[E107]" in line] == [
        "[E107] data/2025/indicators.csv 「分值」: 全部指标分值合计 101，应为 100，多 1 → 请核对各指标的分值"
    ]
    assert all("（A1.1 第一议题学习及时，3分）" in line for line in lines if "[E107]" not in line)


ACCEPTED: dict[str, Slip] = {
    "a unit by alias, by a past name, with spaces of any width": all_of(
        cell(SCORES, 2, "单位编号", "综一队"),
        cell(SCORES, 3, "单位编号", "综采1队"),
        cell(SCORES, 4, "单位编号", "　综采 二队 "),
        cell(SCORES, 5, "单位编号", "青岚能源工程有限公司综采二队"),
        cell(SCORES, 12, "单位编号", "通风队"),
        cell(CHECKS, 2, "单位编号", "Ｕ01"),
    ),
    "dates as people write them": all_of(
        cell(LEDGER, 2, "登记日期", "2026.1.26"),
        cell(LEDGER, 3, "登记日期", "2026/2/9"),
        cell(LEDGER, 4, "登记日期", "2026年2月9日"),
        cell(LEDGER, 5, "登记日期", "２０２６－０１－２１"),
    ),
    "numbers of any width": all_of(cell(SCORES, 2, "得分", "９１．４４"), cell(SCORES, 3, "得分", " 96.40 ")),
    "a percentage of any width": cell(CHECKS, 5, "完成率", " １００ ％"),
    "GBK as Excel saves it": resave(CHECKS, lambda text: text.replace("\n", "\r\n").encode("gbk")),
    "UTF-8 without mark as Notepad saves it": resave(CHECKS, str.encode),
    "UTF-16 with mark": resave(CHECKS, lambda text: text.encode("utf-16")),
    "a form in GBK": resave(SCHEME, lambda text: text.replace("\n", "\r\n").encode("gbk")),
    "a form in UTF-16": resave(SCHEME, lambda text: text.encode("utf-16")),
    "blank rows at the end": append(CHECKS, ",,,,,,,,,,,\n,,,,,,,,,,,"),
    "English names of columns": resave(
        SCORES,
        lambda text: text.replace("单位编号,构成,得分,来源", "unit_id,component,score,source").encode(),
    ),
    "quotes around cells": replace(SCORES, "综采一队,上级评价", '"综采一队","上级评价"'),
    "litter of other programs": all_of(
        save("2025/~$checks.xlsx", b""), save("2025/.~lock.checks.csv#", b""), save("Thumbs.db", b"")
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can mean one thing only is no mistake: the tables are those of the sample."""
    ACCEPTED[name](data)
    assert checked(data, capsys) == (0, ())
    assert read(data)[0].years == read(PROJECT / "data")[0].years


@pytest.mark.parametrize(
    "slip",
    [
        cell(SCORES, 2, "得分", "92．5分"),
        append(SCORES, "小计,,1839.4,"),
        replace(SCHEME, "version: 2", "version：2"),
        cell(CHECKS, 2, "说明", "13912345678"),
        save("2025/checks(最终版).csv", b""),
    ],
    ids=["number", "total", "form", "personal", "copy"],
)
def test_nothing_is_built(slip: Slip, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After a mistake `kaohe build` writes no file and says that the old site stays."""
    slip(data)
    out = tmp_path / "site"
    assert main(["build", "--data", str(data), "--out", str(out)]) == 1
    assert not out.exists()
    assert capsys.readouterr().err.endswith("未生成网站，原有网站保持不变。\n")


CANARY = "金丝雀"


@pytest.mark.parametrize(
    "wrong",
    [f"{CANARY} 甲", CANARY * 14, f"{CANARY}?", f"{CANARY}\t甲"],
    ids=["space", "long", "lost", "tab"],
)
def test_names_are_never_printed(wrong: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is wrong with a person's name, in any table, the message does not repeat it."""
    for table in TABLES:
        path = data / "2025" / f"{table.name}.csv"
        for field in table.fields:
            if field.personal and path.exists():
                label = field.label if field.label in path.read_text(encoding="utf-8-sig") else field.name
                cell(f"2025/{table.name}.csv", 2, label, wrong)(data)
    replace(CYCLE, "- name: 席元贤", f'- name: "{wrong}"')(data)
    replace("2025/reports/u01.yml", "person: 夏建渊", f'person: "{wrong}"')(data)
    for command in (["check"], ["build", "--out", str(data.parent / "site")]):
        assert main([*command, "--data", str(data)]) == 1
        printed = capsys.readouterr()
        assert CANARY not in printed.out + printed.err


def test_names_are_not_printed_where_a_header_should_be(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the header is gone the first person is not taken for the names of columns."""
    delete(LEADERS, 1)(data)
    _, lines = checked(data, capsys)
    assert "苏德志" not in "".join(lines)


@pytest.mark.parametrize("number", ["110101199003071234", "11010119900307123X", "13912345678"])
def test_personal_numbers_are_never_printed(
    number: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not from a cell, a header, a key, a value or a row that does not fit its columns."""
    all_of(
        cell(CHECKS, 2, "说明", number),
        cell(SCORES, 2, "得分", number),
        append(EVENTS, f"{number},,"),
        column(LEADERS, number, number),
        replace(SCHEME, "version: 2", f"version: {number}"),
        replace(CYCLE, "title: 2025", f"{number}: 1\ntitle: 2025"),
    )(data)
    assert main(["check", "--data", str(data)]) == 1
    printed = capsys.readouterr()
    assert number not in printed.out + printed.err
    assert printed.out.count("[E110]") == 6
    assert "严重 6 个" in printed.out


def test_one_mistake_does_not_hide_another(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes in many files are told in one run, in the order of the files."""
    names = ("merged: first row blank", "totals: at the end, in any words", "form: full-width colon")
    for name in names:
        MISTAKES[name].slip(data)
    assert checked(data, capsys) == (1, tuple(line for name in names for line in MISTAKES[name].says))
