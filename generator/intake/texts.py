"""Plain text: folding of width and space, characters that are refused, signs of a damaged encoding."""

from __future__ import annotations

import re
import unicodedata

from generator.intake.faults import Fault

LONGEST_CELL = 2_000
"""Characters; longer texts slow every later step and are a paste by mistake (promises.md, P9)."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|#{3,}")
_SCIENTIFIC = re.compile(r"-?\d(?:\.\d+)?[Ee]\+\d{1,3}", re.ASCII)


def narrow(text: str) -> str:
    """The text trimmed, full-width letters, digits and signs as ASCII; `²` and `①` stay what they are."""
    return text.translate(_WIDE).strip()


def fold(text: str) -> str:
    """The form words are compared in: NFKC, no white space, one kind of quotation mark."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return "".join(text.split())


def fold_case(text: str) -> str:
    """The form identifiers are compared in: `fold`, without case."""
    return fold(text).casefold()


def check_shape(text: str) -> Fault | None:
    """What is wrong with a trimmed cell whatever its kind: too long, an Excel error, several lines."""
    if len(text) > LONGEST_CELL:
        return Fault(
            "E114",
            f"内容有{len(text)}个字，超过上限{LONGEST_CELL}字",
            "请删减，详细材料另作附件",
            secret=True,
        )
    if "\t" in text or "\n" in text:
        return Fault("E114", "内容里有换行或制表符", "请写成一行")
    if text[:1] == "#" and _EXCEL_ERROR.fullmatch(text):
        return Fault("E104", "是 Excel 的错误值", "请回到表格改正公式或列宽，再填入真实内容")
    return None


def check_digits(text: str) -> Fault | None:
    """The fault when a long number has become `1.1E+17` in a column that is not for numbers."""
    if _SCIENTIFIC.fullmatch(text):
        return Fault(
            "E110", "长数字被 Excel 改成了科学记数法", "请先把该列设为“文本”格式，再重新填写完整内容"
        )
    return None


def unscramble(text: str) -> str | None:
    """What a damaged text meant to say, or None when it is not damaged.

    Two accidents are common: UTF-8 read as GBK (`濮撳悕` for 姓名) and GBK read as Latin (`ÐÕÃû`).
    """
    for wrong, right in (("gb18030", "utf-8"), ("cp1252", "gb18030"), ("latin-1", "gb18030")):
        try:
            meant = text.encode(wrong).decode(right)
        except UnicodeError:
            continue
        chinese = sum(map(_is_chinese, meant))
        if chinese >= 2 and all(_is_chinese(char) or char.isascii() for char in meant):
            return meant
    return None


def restore(text: str) -> str:
    """What is left of a damaged text that was saved with losses, as far as it can be told; else nothing."""
    for wrong, right in (("gb18030", "utf-8"), ("cp1252", "gb18030"), ("latin-1", "gb18030")):
        meant = text.encode(wrong, errors="ignore").decode(right, errors="ignore")
        foreign = sum(not char.isascii() for char in text)
        chinese = sum(map(_is_chinese, meant))
        if 3 * chinese >= foreign and 2 * chinese >= sum(not char.isascii() for char in meant):
            return meant
    return ""


def is_scrambled(text: str) -> bool:
    """Whether a cell is a damaged text; short ones are left alone, where chance could make it so."""
    return len(text) >= 3 and not text.isascii() and unscramble(text) is not None


def _is_chinese(char: str) -> bool:
    """Whether the character is a Chinese one or a full-width sign."""
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
