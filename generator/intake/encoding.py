"""Bytes → text, never guessed: byte order mark, then strict UTF-8, then strict GB18030 (promises.md, P6)."""

from __future__ import annotations

import codecs
import re
import unicodedata
from contextlib import suppress
from itertools import islice

from generator.intake.faults import Fault
from generator.intake.texts import restore
from generator.problems import Place, Problem

_SAMPLE = 2_000
"""Characters looked at to tell a damaged text."""
MOST_REPORTED = 20
"""Forbidden characters reported for one file; the rest are of the same making."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FOREIGN = (
    (b"PK\x03\x04", " Office 文件（.xlsx、.docx）或压缩包"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（.xls、.doc）"),
    (b"\x1f\x8b", "压缩文件"),
    (b"%PDF", " PDF 文件"),
)
_SAVE_AS = "请在 Excel 或 WPS 中用“另存为 → CSV UTF-8”重新保存"
_PUT_BACK = "请换回原来的文本文件，用记事本修改"
_EXPORT = "请从原始文件重新导出，另存为 UTF-8 编码"
_RESAVE = "请用记事本打开，“另存为”时编码选 UTF-8"

_CHINESE = b"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbf][\x80-\xbf])"
_CHINESE_RUN = re.compile(_CHINESE + b"{4}")
_CHINESE_PREFIX = re.compile(b"(?:[\x00-\x7f]*" + _CHINESE + b"){2,}[\x00-\x7f]*")

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\uffff\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_REMEDIES = {"\ufffd": "请从原始文件重新导出", "\ufeff": "请用记事本新建文件，复制内容后另存为 UTF-8"}
_FAMILIES = (
    ("\ufeff\ufeff", "多余的文件标记（BOM）"),
    ("\u202a\u202e", "文字方向控制符"),
    ("\u2066\u2069", "文字方向控制符"),
    ("\u200e\u200f", "文字方向控制符"),
    ("\u061c\u061c", "文字方向控制符"),
    ("\u2028\u2029", "特殊换行符"),
    ("\x85\x85", "特殊换行符"),
    ("\ufffd\ufffd", "乱码替代符“\ufffd”，原字已丢失"),
    ("\ue000\uf8ff", "自造字"),
    ("\U000f0000", "自造字"),
    ("\x00\x9f", "控制字符"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, or None, with what is wrong: its encoding or single characters."""
    fault = _check_bytes(data, _SAVE_AS if file.endswith(".csv") else _PUT_BACK)
    if fault is not None:
        return None, (fault.at(Place(file)),)
    text = _decode_strictly(data, file)
    if isinstance(text, Problem):
        return None, (text,)
    problems = tuple(find_forbidden(text, file))
    if problems and (fault := _explain_scrambled(text, data)):
        return None, (fault.at(Place(file)),)
    return text, problems


def without_forbidden(text: str) -> str:
    """The text without the characters already reported, so that they cause no second report."""
    return _FORBIDDEN.sub("", text)


def find_forbidden(text: str, file: str) -> list[Problem]:
    """Characters that no reader sees but programs obey, each with its line and its place in the line."""
    problems = []
    line, line_start, seen = 1, 0, 0
    for match in islice(_FORBIDDEN.finditer(text), MOST_REPORTED):
        start, char = match.start(), match[0]
        for line_end in _LINE_END.finditer(text, seen, start):
            line, line_start = line + 1, line_end.end()
        seen = start
        message = f"第{start - line_start + 1}个字符是{_family(char)}（U+{ord(char):04X}）"
        hint = _REMEDIES.get(char, "请删除该处内容后手工重新输入")
        problems.append(Problem("E114", Place(file, line), message, hint))
    return problems


def _explain_scrambled(text: str, data: bytes) -> Fault | None:
    """What happened to a text full of characters that nobody typed; None for one with a few of them."""
    first = text[:_SAMPLE]
    if sum("\u4e00" <= char <= "\u9fff" for char in restore(first)) >= 4:
        return Fault("E105", "内容是乱码，编码在转存时弄错了", _EXPORT)
    with suppress(UnicodeDecodeError):
        if len(_FORBIDDEN.findall(first)) > 1 and not _FORBIDDEN.search(data.decode("big5")):
            return Fault("E105", "编码像是繁体中文 Big5，不能识别", _RESAVE)
    return None


def _check_bytes(data: bytes, remedy: str) -> Fault | None:
    """What can be told from the bytes alone: another kind of file, UTF-16 without mark, NUL."""
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            return Fault("E105", f"内容其实是{kind}，不是文本", remedy)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return Fault("E105", "编码是 UTF-32，不能识别", _RESAVE)
    if b"\x00" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Fault("E105", "含有空字节（NUL），可能是没有标记的 UTF-16 或已损坏", _RESAVE)
    return None


def _decode_strictly(data: bytes, file: str) -> str | Problem:
    """The text, or why it cannot be known."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], name, file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        prefix, place = data[: error.start], Place(file, _line_at(data, error.start))
        cut = error.reason == "unexpected end of data"
    if cut:
        return Problem("E105", place, "最后一个字不完整，文件可能没有保存完", "请重新保存或重新复制该文件")
    if _CHINESE_PREFIX.fullmatch(prefix) or _CHINESE_RUN.search(data):
        return Problem("E105", place, "同一个文件里混有 UTF-8 和 GBK 两种编码", _RESAVE)
    return _decode_as(data, "gb18030", file)


def _decode_as(data: bytes, name: str, file: str) -> str | Problem:
    """The text in one encoding, or why it is not in that encoding."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        if name == "gb18030":
            place = Place(file, _line_at(data, error.start))
            return Problem("E105", place, "既不是 UTF-8 也不是 GBK 编码", _RESAVE)
        return Problem("E105", Place(file), f"编码标记是 {name.upper()}，内容却不符，文件可能已损坏", _RESAVE)


def _line_at(data: bytes, position: int) -> int:
    """The 1-based line of a byte."""
    return data.count(b"\n", 0, position) + 1


def _family(char: str) -> str:
    """What a forbidden character is, in words a clerk may have heard."""
    for ends, name in _FAMILIES:
        if ends[0] <= char <= ends[-1] or (ends == "\U000f0000" and char >= ends):
            return name
    return "不可见字符" if unicodedata.category(char) in ("Cf", "Cn") else "控制字符"
