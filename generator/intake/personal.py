"""Personal data that may stand nowhere in the data folder, and words that betray it (domain.md 4.2)."""

from __future__ import annotations

import re
import unicodedata

from generator.intake.faults import Fault
from generator.problems import Level

FORBIDDEN_WORDS = (
    "后备",
    "推荐票",
    "考察对象",
    "拟提拔",
    "拟任",
    "人选",
    "举报",
    "线索",
    "初核",
)
"""No file, folder, column or key outside `restricted/` may have one of these in its name."""
PRIVATE_WORDS = ("身份证", "手机", "家庭住址")
"""Nor one of these, and what they name may stand nowhere at all."""

_GAP = r"[\s\-‐‑–—]?"
_CANDIDATE = re.compile(rf"(?:\d{_GAP}){{10}}\d")
_MOBILE = re.compile(rf"(?<![\d.])(?:86{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!{_GAP}\d|\.\d)")
_IDENTITY = re.compile(rf"(?<![\d.])[1-9](?:{_GAP}\d){{16}}{_GAP}[\dXx](?!{_GAP}\d)")
_NOT_DIGIT = re.compile(r"[^\dXx]")
_BIRTHDAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_BEGINS_WITH_DATE = re.compile(r"\d{4}-\d{1,2}-")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SPACED_NAME = re.compile(r"[^\x00-\u2fff](?:\s*[^\x00-\u2fff])*\s+[^\x00-\u2fff](?:\s*[^\x00-\u2fff])*")
_LONGEST_NAME = 4


def find_personal(text: str) -> Fault | None:
    """The fatal fault when the text holds an 18-digit identity number or an 11-digit mobile number."""
    if len(text) < 11 or not _CANDIDATE.search(text) or _DIGEST.fullmatch(text):
        return None
    flat = unicodedata.normalize("NFKC", text)
    if any(_is_identity(match[0]) for match in _IDENTITY.finditer(flat)):
        return _fatal("含有18位身份证号", "请删除；本系统任何文件都不得出现身份证号")
    if any(not _BEGINS_WITH_DATE.match(match[0]) for match in _MOBILE.finditer(flat)):
        return _fatal("含有11位手机号", "请删除；需要联系方式时只填办公电话")
    return None


def _is_identity(found: str) -> bool:
    """Whether 18 digits in a row are there, or spaced ones with a day of birth; two dates are neither."""
    digits = _NOT_DIGIT.sub("", found)
    return len(found) == len(digits) or _BIRTHDAY.fullmatch(digits[6:14]) is not None


def find_forbidden_word(name: str) -> Fault | None:
    """The fatal fault when the name of a file, column or key holds a forbidden word."""
    flat = "".join(unicodedata.normalize("NFKC", name).split())
    for word in (*FORBIDDEN_WORDS, *PRIVATE_WORDS):
        if word in flat:
            remedy = "请删除；确属考核组内部数据的，只能放入 restricted 文件夹"
            if word in PRIVATE_WORDS:
                remedy = "请连同内容一起删除；本系统任何文件都不得出现这类内容"
            return _fatal(f"名称含有“{word}”，这类内容不得放在这里", remedy)
    return None


def check_name(text: str) -> Fault | None:
    """The fault when a person's name has spaces inside, `张 三`, or has lost a rare character, `张?`."""
    if "?" in text or "？" in text:
        return Fault(
            "E105",
            "姓名里有问号，可能是生僻字在保存时丢失",
            "请补上原字，另存为“CSV UTF-8”",
            secret=True,
        )
    if len("".join(text.split())) <= _LONGEST_NAME and _SPACED_NAME.fullmatch(text):
        return Fault("E110", "姓名中间有空格", "请删除姓名中的空格，否则会被当作另一个人", secret=True)
    return None


def _fatal(message: str, hint: str) -> Fault:
    """A fault that forbids building and never shows the text."""
    return Fault("E110", message, hint, Level.FATAL, secret=True)
