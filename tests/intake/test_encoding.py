"""Bytes become text by rule; what cannot be known or seen is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.encoding import MOST_REPORTED, decode

FILE = "data/2025/checks.csv"
RESAVE = "请用记事本打开，“另存为”时编码选 UTF-8"
SAVE_AS = "请在 Excel 或 WPS 中用“另存为 → CSV UTF-8”重新保存"
CHINESE = "单位,说明\nu01,检查结果良好\n"

REFUSED: dict[str, tuple[bytes, str]] = {
    "NUL": (
        b"a,b\nc\x00,d\n",
        f"[E105] {FILE}: 含有空字节（NUL），可能是没有标记的 UTF-16 或已损坏 → {RESAVE}",
    ),
    "utf-16 without mark": (
        CHINESE.encode("utf-16-le"),
        f"[E105] {FILE}: 含有空字节（NUL），可能是没有标记的 UTF-16 或已损坏 → {RESAVE}",
    ),
    "utf-32": (CHINESE.encode("utf-32"), f"[E105] {FILE}: 编码是 UTF-32，不能识别 → {RESAVE}"),
    "half a utf-16 character": (
        CHINESE.encode("utf-16")[:-1],
        f"[E105] {FILE}: 编码标记是 UTF-16-LE，内容却不符，文件可能已损坏 → {RESAVE}",
    ),
    "neither utf-8 nor gbk": (
        b"a,b\n\xff\xff\n",
        f"[E105] {FILE} 第2行: 既不是 UTF-8 也不是 GBK 编码 → {RESAVE}",
    ),
    "half a character": (
        CHINESE.strip().encode()[:-1],
        f"[E105] {FILE} 第2行: 最后一个字不完整，文件可能没有保存完 → 请重新保存或重新复制该文件",
    ),
    "gbk pasted into utf-8": (
        CHINESE.encode() + "u02,说明文字\n".encode("gbk"),
        f"[E105] {FILE} 第3行: 同一个文件里混有 UTF-8 和 GBK 两种编码 → {RESAVE}",
    ),
    "utf-8 pasted into gbk": (
        CHINESE.encode("gbk") + "u02,说明文字很长\n".encode(),
        f"[E105] {FILE} 第1行: 同一个文件里混有 UTF-8 和 GBK 两种编码 → {RESAVE}",
    ),
    "workbook": (
        b"PK\x03\x04..",
        f"[E105] {FILE}: 内容其实是 Office 文件（.xlsx、.docx）或压缩包，不是文本 → {SAVE_AS}",
    ),
    "old workbook": (
        b"\xd0\xcf\x11\xe0..",
        f"[E105] {FILE}: 内容其实是旧版 Office 文件（.xls、.doc），不是文本 → {SAVE_AS}",
    ),
    "gzip": (b"\x1f\x8b..", f"[E105] {FILE}: 内容其实是压缩文件，不是文本 → {SAVE_AS}"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """Bytes that are no text we know are refused with one message."""
    data, expected = REFUSED[name]
    text, problems = decode(data, FILE)
    assert text is None
    assert [str(problem) for problem in problems] == [expected]


AGAIN = "请删除该处内容后手工重新输入"
SCRAMBLED: dict[str, tuple[bytes, str]] = {
    "utf-8 read as gbk and saved": (
        "单位编号,指标代码,完成率\n".encode().decode("gb18030", errors="replace").encode(),
        f"[E105] {FILE}: 内容是乱码，编码在转存时弄错了 → 请从原始文件重新导出，另存为 UTF-8 编码",
    ),
    "gbk read as latin and saved": (
        "单位编号,指标代码,说明\nu01,B1,良好\u00ad\n".encode("gb18030").decode("latin-1").encode()
        + "\u00ad".encode(),
        f"[E105] {FILE}: 内容是乱码，编码在转存时弄错了 → 请从原始文件重新导出，另存为 UTF-8 编码",
    ),
    "big5": (
        "單位,指標代碼,檢查結果\n".encode("big5"),
        f"[E105] {FILE}: 编码像是繁体中文 Big5，不能识别 → {RESAVE}",
    ),
}


@pytest.mark.parametrize("name", SCRAMBLED)
def test_scrambled(name: str) -> None:
    """A text damaged as a whole is answered once, not character by character."""
    data, expected = SCRAMBLED[name]
    text, problems = decode(data, FILE)
    assert text is None
    assert [str(problem) for problem in problems] == [expected]


def test_workbook_in_the_place_of_a_form() -> None:
    """For a form the remedy does not speak of CSV."""
    _, problems = decode(b"PK\x03\x04..", "data/2025/cycle.yml")
    assert problems[0].hint == "请换回原来的文本文件，用记事本修改"


INVISIBLE = (
    ("\x07", f"第3个字符是控制字符（U+0007） → {AGAIN}"),
    ("\x1b", f"第3个字符是控制字符（U+001B） → {AGAIN}"),
    ("\u0085", f"第3个字符是特殊换行符（U+0085） → {AGAIN}"),
    ("\u2028", f"第3个字符是特殊换行符（U+2028） → {AGAIN}"),
    ("\u2029", f"第3个字符是特殊换行符（U+2029） → {AGAIN}"),
    ("\u200b", f"第3个字符是不可见字符（U+200B） → {AGAIN}"),
    ("\u2060", f"第3个字符是不可见字符（U+2060） → {AGAIN}"),
    ("\ufeff", "第3个字符是多余的文件标记（BOM）（U+FEFF） → 请用记事本新建文件，复制内容后另存为 UTF-8"),
    ("\u00ad", f"第3个字符是不可见字符（U+00AD） → {AGAIN}"),
    ("\u200f", f"第3个字符是文字方向控制符（U+200F） → {AGAIN}"),
    ("\u202e", f"第3个字符是文字方向控制符（U+202E） → {AGAIN}"),
    ("\u2066", f"第3个字符是文字方向控制符（U+2066） → {AGAIN}"),
    ("\ue863", f"第3个字符是自造字（U+E863） → {AGAIN}"),
    ("\ufffd", "第3个字符是乱码替代符“\ufffd”，原字已丢失（U+FFFD） → 请从原始文件重新导出"),
)


@pytest.mark.parametrize(("char", "expected"), INVISIBLE, ids=[f"U+{ord(char):04X}" for char, _ in INVISIBLE])
def test_unseen_characters(char: str, expected: str) -> None:
    """A character that no reader sees is refused with its line and place, whatever ends the lines."""
    for ending in ("\n", "\r\n", "\r"):
        _, problems = decode(f"一{ending}ab{char}c{ending}".encode(), FILE)
        assert [str(problem) for problem in problems] == [f"[E114] {FILE} 第2行: {expected}"]


def test_reports_are_limited() -> None:
    """A file full of unseen characters is not answered with a flood."""
    _, problems = decode("\u200b".encode() * 1000, FILE)
    assert len(problems) == MOST_REPORTED


@given(st.text(st.characters(codec="gb18030", exclude_categories=["C"]), min_size=5))
def test_gb18030_is_never_changed_silently(text: str) -> None:
    """A GB18030 file reads as what was written, or as valid UTF-8 by chance, or is refused."""
    data = text.encode("gb18030")
    found, problems = decode(data, FILE)
    assert found in (text, data.decode("utf-8", errors="ignore")) or problems


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No bytes break the reader: there is a text, or a problem says why not."""
    text, problems = decode(data, FILE)
    assert text is not None or problems
