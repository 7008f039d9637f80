"""YAML documents become records; what is not plain YAML or not in the contract is refused."""

# Expected messages stand in one piece, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.encoding import decode
from generator.intake.faults import MOST_PROBLEMS
from generator.intake.records import Record
from generator.intake.yamldoc import parse_document
from generator.intake.yamltree import parse_tree
from generator.problems import Level, Problem
from tests.intake.sample import CYCLE, Grade

FILE = "data/2025/cycle.yml"
HEAD = "title: 考核\nyear: 2025\n"


def read(text: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record and all problems of a document with this text."""
    decoded, problems = decode(text.encode(), FILE)
    if decoded is None or problems:
        return None, problems
    return parse_document(decoded, FILE, CYCLE)


def test_document() -> None:
    """Keys may be identifiers or labels; values are typed; mappings, lists and free keys nest."""
    record, problems = read(
        "考核名称: 考核\n年度: 2025\n数据截至: 2026-06-30 18:00\nopen: 是\nweights:\n  优秀: 62%\n  good: 38%\n"
        "steps:\n- title: 部署\n  on: 2026-01-02\nunits: [U01, 综采一队]\n"
    )
    assert problems == ()
    assert record is not None
    assert record["as_of"] == dt.datetime.combine(dt.date(2026, 6, 30), dt.time(18))
    assert record["weights"] == {Grade.EXCELLENT: Decimal("0.62"), Grade.GOOD: Decimal("0.38")}
    assert record["units"] == ("u01", "综采一队")
    assert (record["open"], record["chief"], record["count"]) == (True, None, None)
    steps = record["steps"]
    assert isinstance(steps, tuple)
    assert steps[0].values == {"title": "部署", "on": dt.date(2026, 1, 2), "person": None}


def test_places() -> None:
    """Each value knows its line and the labels that lead to it."""
    record, _ = read(HEAD + "weights:\n  优秀: 62%\nsteps:\n- title: 部署\n  on: 2026-01-02\n")
    assert record is not None
    assert str(record.place_of("year")) == f"{FILE} 第2行 「年度」"
    assert str(record.place_of("weights")) == f"{FILE} 第3行 「权重」"
    assert str(record.place_of("weights", Grade.EXCELLENT)) == f"{FILE} 第4行 「权重 › 优秀」"
    steps = record["steps"]
    assert isinstance(steps, tuple)
    assert str(steps[0].place_of("on")) == f"{FILE} 第7行 「步骤 › 第1项 › 日期」"
    assert str(record.place_of("steps", 0)) == f"{FILE} 第6行 「步骤 › 第1项」"


@pytest.mark.parametrize(
    "text", ["007", "00123", "012", "08", "1_000", "no", "off", "3.10", "1E5", "NA", "null", "~"]
)
def test_text_stays_text(text: str) -> None:
    """No scalar is turned into a number, a truth value or nothing behind our back."""
    record, problems = read(f"{HEAD}code: {text}\n")
    assert problems == ()
    assert record is not None
    assert record["code"] == text


DIRECT = "请把内容直接写出来"
WIDE = "冒号是全角的 → 请用半角冒号加空格，例如 姓名: 张三"
TEMPLATE = "应为若干行“键: 值” → 请按模板逐行填写"

MISTAKES: dict[str, tuple[str, tuple[str, ...]]] = {
    "os.system": (
        HEAD + "code: !!python/object/apply:os.system ['id']\n",
        ("[E111]  第3行: 不允许使用类型标记（!） → 请删除标记；感叹号开头的文字请加引号",),
    ),
    "anchor": (
        HEAD + "code: &a x\n",
        (f"[E111]  第3行: 不允许使用锚点（&） → {DIRECT}；“&”开头的文字请加引号",),
    ),
    "alias": (
        HEAD + "code: *a\n",
        (f"[E111]  第3行: 不允许使用别名（*） → {DIRECT}；星号开头的文字请加引号",),
    ),
    "cyclic alias": (
        HEAD + "units: &a [*a]\n",
        (f"[E111]  第3行: 不允许使用锚点（&） → {DIRECT}；“&”开头的文字请加引号",),
    ),
    "merge key": (HEAD + "<<: {a: b}\n", (f"[E111]  第3行: 不允许使用合并键（<<） → {DIRECT}",)),
    "nested deeply": (HEAD + f"code: {'[' * 500}\n", ("[E111]  第3行: 嵌套超过20层 → 请检查括号和缩进",)),
    "duplicate key": ("year: 2024\n" + HEAD, ('[E111]  第3行: "year" 这一项重复，第1行已有 → 请只保留一处',)),
    "duplicate by label": (
        HEAD + "年度: 2026\n",
        ('[E111]  第3行: "年度" 这一项重复，第2行已有 → 请只保留一处',),
    ),
    "mapping as key": (HEAD + "? [a]\n: b\n", ("[E111]  第3行: 键必须是文字 → 请检查该行的写法",)),
    "two documents": (
        HEAD + "---\n" + HEAD,
        ("[E111]  第3行: 一个文件里有多个文档（“---”） → 请只保留一个文档",),
    ),
    "directive": ("%YAML 1.2\n---\n" + HEAD, ("[E111]  第1行: 不允许以“%”开头的指令行 → 请删除该行",)),
    "impossible date": (
        HEAD + "as_of: 2024-13-45\n",
        ('[E103]  第3行 「数据截至」: "2024-13-45" 日历上没有这一天 → 请核对年月日',),
    ),
    "endless number": (
        HEAD + f"count: {'9' * 5000}\n",
        ("[E114]  第3行 「数量」: 内容有5000个字，超过上限2000字 → 请删减，详细材料另作附件",),
    ),
    "identity number": (
        HEAD + "code: 110101199003071234\n",
        ("[E110]  第3行 「编号」: 含有18位身份证号 → 请删除；本系统任何文件都不得出现身份证号",),
    ),
    "full-width colon": ("考核名称：张三\n", (f"[E111]  第1行: {WIDE}",)),
    "full-width colons": ("考核名称：张三\n年度：2025\n", (f"[E111]  第1行: {WIDE}",)),
    "full-width colon below": (HEAD + "公开：是\n", (f"[E111]  第3行: {WIDE}",)),
    "full-width colon inside": (HEAD + "chief: 名称：张三\n", (f"[E111]  第3行 「组长」: {WIDE}",)),
    "line separator": (
        HEAD + "code: x\u2028open: 是\n",
        ("[E114]  第3行: 第8个字符是特殊换行符（U+2028） → 请删除该处内容后手工重新输入",),
    ),
    "next line": (
        HEAD + "code: x\u0085open: 是\n",
        ("[E114]  第3行: 第8个字符是特殊换行符（U+0085） → 请删除该处内容后手工重新输入",),
    ),
    "mistyped key": (
        HEAD + "titel: x\n",
        ('[E111]  第3行: "titel" 不认识的项，这里没有这一项 → 是否想写“title”？',),
    ),
    "unknown key": (
        HEAD + "steps:\n- title: b\n  x: 1\n",
        ('[E111]  第5行 「步骤 › 第1项」: "x" 不认识的项，“第1项”里没有这一项 → 可填：名称、日期、负责人',),
    ),
    "forbidden key": (
        HEAD + "后备: x\n",
        (
            "[E110]  第3行: 名称含有“后备”，这类内容不得放在这里 → 请删除；确属考核组内部数据的，只能放入 restricted 文件夹",
        ),
    ),
    "missing key": ("title: x\n", ("[E111]  第1行 「年度」: 缺少这一项 → 请补上“年度: …”",)),
    "blank value": ("title:\nyear: 2025\n", ("[E102]  第1行 「考核名称」: 此项必填，不能为空 → 请补填",)),
    "list at the top": ("- a\n", (f"[E111]  第1行: {TEMPLATE}",)),
    "empty": ("# 空\n", ("[E111] : 文件是空的 → 请按模板填写；用不到时请删除该文件",)),
    "tab": (HEAD + "chief:\n\ttitle: x\n", ("[E111]  第4行: 这一行用了 TAB → 缩进和间隔只用空格",)),
    "two colons": (
        HEAD + "code: a: b\n",
        ("[E111]  第3行: 冒号的位置不对 → 一行只写一个“键: 值”；内容里有半角冒号时请加引号",),
    ),
    "no colon": (
        HEAD + "code\nopen: 是\n",
        ("[E111]  第4行: 这一行或上一行缺少冒号 → 请写成“键: 值”，冒号用半角，后面加一个空格",),
    ),
    "no space behind a colon": (
        HEAD + "open:是\ncode: a\n",
        ("[E111]  第3行: 冒号后面缺少空格 → 请写成“键: 值”，冒号后面加一个空格",),
    ),
    "number sign behind a value": (
        HEAD + "code: 运输巷 #3\n",
        ("[E111]  第3行: “#”和它后面的文字会丢失 → 内容里有“#”时整个内容加引号；注释请单独写一行",),
    ),
    "number sign for a value": (
        HEAD + "code: #3\nopen: 是\n",
        ("[E111]  第3行: “#”和它后面的文字会丢失 → 内容里有“#”时整个内容加引号；注释请单独写一行",),
    ),
    "asterisk": (HEAD + "code: *重点\n", ("[E111]  第3行: “*”和“&”不能用于开头 → 请把整个内容加引号",)),
    "open quote": (
        HEAD + 'code: "a\n',
        ("[E111]  第3行: 引号没有成对 → 请补上引号；文件若没有保存完，请重新保存",),
    ),
    "text behind a quote": (
        HEAD + 'code: "a" b\n',
        ("[E111]  第3行: 缩进没有对齐，或引号后有多余内容 → 同一级的键请对齐；内容里有引号时整个内容加引号",),
    ),
    "backslash": (HEAD + 'code: "\\q"\n', ("[E111]  第3行: 双引号里有反斜杠 → 请改用单引号",)),
    "open bracket": (
        HEAD + "units: [a, b\n",
        ("[E111]  第3行: 方括号没有成对 → 请补上“]”，各项之间用半角逗号",),
    ),
    "open brace": (
        HEAD + "chief: {title: a\n",
        ("[E111]  第3行: 花括号没有成对 → 请补上“}”，各项之间用半角逗号",),
    ),
    "at sign": (
        HEAD + "code: @a\n",
        ("[E111]  第3行: 有不能用于开头的符号 → 缩进只用空格，不用 TAB；以特殊符号开头的内容请加引号",),
    ),
    "indentation": (
        "  title: a\nyear: 2025\n",
        ("[E111]  第2行: 写法不符合 YAML 格式 → 请对照模板检查这一行的缩进、冒号和引号",),
    ),
    "text for a list": (
        HEAD + "units: u01\n",
        ("[E111]  第3行 「单位」: 应为列表 → 请每项另起一行，以“- ”开头",),
    ),
    "list for a text": (
        HEAD + "code: [a]\n",
        ("[E111]  第3行 「编号」: 应为一个值 → 请写在冒号后面，不要另起缩进或列表",),
    ),
    "list for a mapping": (HEAD + "weights: [a]\n", (f"[E111]  第3行 「权重」: {TEMPLATE}",)),
    "too few": (HEAD + "weights: {}\n", ("[E102]  第3行 「权重」: 至少填1项 → 请补填",)),
    "too many": (
        HEAD + f"steps: [{'{title: a},' * 6}]\n",
        ("[E114]  第3行 「步骤」: 最多填5项，现有6项 → 请删减",),
    ),
    "several lines": (
        HEAD + "code: |\n  a\n  b\n",
        ('[E114]  第3行 「编号」: "a b" 内容里有换行或制表符 → 请写成一行',),
    ),
    "name with a space": (
        HEAD + "chief:\n  title: a\n  person: 张 三\n",
        ("[E110]  第5行 「组长 › 负责人」: 姓名中间有空格 → 请删除姓名中的空格，否则会被当作另一个人",),
    ),
    "all at once": (
        HEAD + "weights:\n  优: 1%\n  优秀: 1%\n  excellent: 2%\n  良好: 50\n",
        (
            '[E104]  第4行 「权重」: "优" 不在可填的范围内 → 可填：优秀、良好、一般、较差；是否想填“优秀”？',
            '[E111]  第6行 「权重」: "excellent" 这一项重复，第5行已有 → 请只保留一处',
            '[E106]  第7行 「权重 › 良好」: "50" 缺少百分号，分不清是百分数还是小数 → 请写成 50%',
        ),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name: str) -> None:
    """Each mistake is answered with exactly these messages, and there is no record."""
    text, expected = MISTAKES[name]
    record, problems = read(text)
    assert record is None
    assert tuple(str(problem).replace(FILE, "", 1) for problem in problems) == expected


def test_identity_number_is_fatal() -> None:
    """An identity number in a document stops everything."""
    _, problems = read(HEAD + "code: 110101199003071234\n")
    assert [problem.level for problem in problems] == [Level.FATAL]


def test_too_many_problems() -> None:
    """A document of nothing but unknown keys is left after a thousand, and that is said."""
    record, problems = read(HEAD + "".join(f"x{number}: 1\n" for number in range(5_000)))
    assert record is None
    assert [problem.message for problem in problems[-2:]] == [
        "不认识的项，这里没有这一项",
        "问题超过1000个，其余没有列出",
    ]
    assert len(problems) == MOST_PROBLEMS + 1


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [{','.join([f'*{a}'] * 9)}]}}\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMBS = {
    "billion laughs": LAUGHS,
    "merge keys": MERGES,
    "cycle": "a: &a [*a]\n",
    "20,000 brackets": "[" * 20_000,
    "20,000 braces": "a: " + "{a: " * 20_000,
    "20,000 indents": "".join(f"{' ' * depth}a:\n" for depth in range(1_000)),
    "300,000 items": "- x\n" * 240_000,
    "system": "!!python/object/apply:os.system ['touch owned']\n",
}
HARNESS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
from generator.contract import DOCUMENTS
from generator.intake.yamldoc import parse_document
record, problems = parse_document(sys.stdin.read(), "cycle.yml", DOCUMENTS[0])
assert record is None and problems
"""
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name: str, tmp_path: Path) -> None:
    """A file made to hang, to eat memory or to run code is refused in seconds, in little memory, without effect."""
    run = subprocess.run(
        [sys.executable, "-c", HARNESS],
        input=BOMBS[name],
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=10,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=60) | st.text("ab:-?[]{}#&*!|>'\"%@` \n\t,：年", max_size=40))
def test_any_text(text: str) -> None:
    """No text breaks the parser or the reader."""
    decoded, problems = decode(text.encode(errors="ignore"), FILE)
    if decoded is not None and not problems:
        parse_tree(decoded)
        parse_document(decoded, FILE, CYCLE)


def test_every_truncation_is_survived() -> None:
    """A document cut at any character gives a record or problems, never a failure."""
    whole = HEAD + "weights: {优秀: 62%}\nsteps:\n- title: \"部署\"\n  on: '2026-01-02'\nunits: [u01, u02]\n"
    for end in range(len(whole)):
        record, problems = read(whole[:end])
        assert (record is None) == bool(problems)
