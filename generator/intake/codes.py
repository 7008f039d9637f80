"""Identifiers people give → one spelling each: unit ids, leaf codes, problem numbers, file stems.

They become parts of addresses and file names, so nothing else may pass (promises.md, P10).
"""

from __future__ import annotations

import re

from generator.contract.fields import Identifier
from generator.intake.faults import Fault
from generator.intake.texts import narrow

_DEVICES = tuple(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10))
RESERVED = frozenset(
    ("index", "404", "assets", "search", "sitemap", "tags", "con", "prn", "aux", "nul", *_DEVICES)
)
"""Names that are pages of the site itself or devices of Windows."""

UNIT_ID = re.compile(r"[a-z][a-z0-9-]{0,31}", re.ASCII)
_LEAF = re.compile(r"[A-Z]\d{1,2}(?:\.\d{1,2}){0,3}", re.ASCII)
_PROBLEM = re.compile(r"[12]\d{3}-[A-Z][A-Z0-9-]{0,31}-\d{3}", re.ASCII)
_SHORT_PROBLEM = re.compile(r"([12]\d{3}-[A-Z][A-Z0-9-]*)-(\d{1,2})", re.ASCII)
_STEM = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}", re.ASCII)
_DASHES = re.compile(r"\s*[-‐‑–—−_~]+\s*")
_DOTS = re.compile(r"\s*[.。·、,，]+\s*")
_NOT_IN_NAMES = re.compile(r"[\s\\/:*?\"<>|%#&]|\.\.|^\.|\.$")
_EATEN = "编号只剩数字，前导零或字母可能被 Excel 去掉了"
_AS_TEXT = "请先把该列设为“文本”格式，再重新填写完整编号"


def unit_id_of(text: str) -> str | None:
    """The unit id `text` spells, width and case folded, or None when it is none."""
    flat = narrow(text).lower()
    return flat if UNIT_ID.fullmatch(flat) and flat not in RESERVED else None


def check_unit_id(text: str) -> Fault | None:
    """What is wrong with the number under which a unit is entered."""
    flat = narrow(text).lower()
    if flat in RESERVED:
        return _reserved()
    if flat.isdigit():
        return Fault("E110", _EATEN, _AS_TEXT)
    if not UNIT_ID.fullmatch(flat):
        return Fault(
            "E113", "不是有效的单位编号", "编号以字母开头，只用字母、数字和短横线，最长32位，例如 u03"
        )
    return None


def parse_unit(text: str) -> str | Fault:
    """A unit id in lower case, or the text as entered: a name that is looked up once all units are known."""
    flat = narrow(text)
    if flat.isascii() and flat.isdigit():
        return Fault("E110", _EATEN, _AS_TEXT)
    return unit_id_of(text) or text


def parse_leaf(text: str) -> str | Fault:
    """A leaf code in upper case."""
    flat = narrow(text).upper()
    if _LEAF.fullmatch(flat):
        return flat
    if re.fullmatch(r"[\d.]+", flat, re.ASCII):
        return Fault("E110", _EATEN, _AS_TEXT)
    if _LEAF.fullmatch(plain := _DOTS.sub(".", flat)):
        return Fault("E113", "指标编号里的点不对", f"请写成 {plain}")
    return Fault("E113", "不是有效的指标编号", "编号是一个字母加数字，各级之间用点分开，例如 B2.1")


def parse_problem_number(text: str) -> str | Fault:
    """The permanent number of a ledger problem in upper case."""
    flat = narrow(text).upper()
    if _PROBLEM.fullmatch(flat):
        return flat
    if flat.isascii() and flat.isdigit():
        return Fault("E110", _EATEN, _AS_TEXT)
    if _PROBLEM.fullmatch(plain := _DASHES.sub("-", flat)):
        return Fault("E113", "问题编号里的横线不对", f"请写成 {plain}")
    if match := _SHORT_PROBLEM.fullmatch(flat):
        return Fault("E113", "问题编号的序号不足三位", f"请写成 {match[1]}-{match[2]:0>3}")
    return Fault("E113", "不是有效的问题编号", "编号由年度、单位编号和三位序号组成，例如 2025-U03-012")


def parse_identifier(kind: Identifier, text: str) -> str | Fault:
    """Any other number, width folded, otherwise as written."""
    flat = narrow(text)
    if len(flat) > kind.max_length:
        return Fault("E114", f"编号有{len(flat)}个字，超过上限{kind.max_length}字", "请核对编号")
    if flat.lower() in RESERVED:
        return _reserved()
    if _NOT_IN_NAMES.search(flat):
        return Fault(
            "E113", "编号里有空格或不能用于文件名的符号", "编号只用文字、数字、短横线和点，例如 C-2025-003"
        )
    return flat


def parse_year(text: str) -> int | Fault:
    """A year 1990…2100."""
    flat = narrow(text)
    if re.fullmatch(r"\d{4}", flat, re.ASCII) and 1990 <= int(flat) <= 2100:
        return int(flat)
    if match := re.fullmatch(r"(\d{4})年度?", flat, re.ASCII):
        return Fault("E104", "年度后带有“年”字", f"请只填数字，例如 {match[1]}")
    return Fault("E104", "不是有效的年度", "请填1990至2100之间的四位年份，例如 2025")


def check_stem(stem: str) -> Fault | None:
    """What is wrong with the name, without suffix, of a file that stands for a unit or a case."""
    if stem.lower() in RESERVED:
        return _reserved()
    if not _STEM.fullmatch(stem):
        return Fault("E113", "文件名不是有效的编号", "文件名以字母开头，只用字母、数字和短横线，例如 u03.yml")
    return None


def _reserved() -> Fault:
    """The fault of a name that the site or Windows keeps for itself."""
    return Fault("E113", "是系统保留的名称", "请换一个编号")
