"""Numbers as people write them → exact `Decimal`; each usual slip has its message (domain.md 13, 4 and 6)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from generator.contract.fields import Integer, Number, Percent
from generator.intake.faults import Fault
from generator.intake.texts import narrow

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,4})?", re.ASCII)
_PERCENT = re.compile(r"(-?\d{1,9}(?:\.\d{1,4})?)\s?%", re.ASCII)
_PLACEHOLDERS = frozenset(
    ("-", "--", "—", "——", "–", "/", "\\", "无", "暂无", "N/A", "n/a", "NA", "null", "None")
)
_CORE = r"-?\d+(?:\.\d+)?"

_SLIPS = tuple(
    (re.compile(pattern, re.ASCII), message, hint)
    for pattern, message, hint in (
        (rf"({_CORE})\s*%", "带有百分号，此处应为不带百分号的数字", "请只填数字，例如 {0}"),
        (r"(\d{1,3}(?:[,_' ]\d{3})+(?:\.\d+)?)", "含有千位分隔符", "请去掉分隔符，例如 {plain}"),
        (rf"\+({_CORE})", "数字前有加号", "请去掉加号，例如 {0}"),
        (r"=.*[A-Za-z+*/(-].*", "是公式，不是数字", "请填公式算出的数字"),
        (
            rf"(?:[≥≤><=~≈]+|约|近|超|不低于|不少于)\s*({_CORE}).*",
            "数字前有比较符号或约数词",
            "请填实际数字，例如 {0}",
        ),
        (r"-?\d+(?:\.\d+)?[eE][+-]?\d+", "是科学记数法", "请写出全部数位，例如 1000"),
        (r"[+-]?(?:inf|infinity|nan)", "不是数字", "请填阿拉伯数字，没有数字时留空"),
        (rf"[−–—]\s*({_CORE})", "负号用了其他横线", "请用半角减号，例如 -{0}"),
        (rf"({_CORE})\s*[-~～至到]\s*{_CORE}.*", "是一个范围，不是一个数字", "请填实际数字"),
        (r"[\d.]+\s[\d.\s]*\d", "数字中间有空格", "请删除空格"),
        (r"(-?\d+)[。·、,，`'](\d{1,4})", "小数点不对", "小数点只用半角“.”，例如 {0}.{1}"),
        (rf"({_CORE})\s*[^\d\s.,][^\d]*", "数字后带有单位", "请只填数字，例如 {0}"),
        (rf"{_CORE}\s*[^\d\s.,].*", "不只是一个数字", "请只填一个数字，说明写在别的列"),
        (r"-?(?:\.\d+|\d+\.)", "小数点一侧缺少数字", "请写全，例如 0.5"),
        (r"-?\d{10,}(?:\.\d+)?", "数字太大，整数部分最多9位", "请核对，或换用更大的计量单位"),
        (r"-?\d+\.\d{5,}", "小数太长，最多4位", "请四舍五入后填写"),
    )
)


def parse_number(kind: Number, text: str) -> Decimal | Fault:
    """The number in `text`, or what is wrong with it."""
    flat = narrow(text)
    if not _NUMBER.fullmatch(flat):
        return _slip(flat)
    value = _exact(flat)
    if -_exponent(value) > kind.places:
        return Fault("E104", f"小数位数超过{kind.places}位", "请四舍五入后填写")
    return _within(value, kind.least, kind.most) or value


def parse_integer(kind: Integer, text: str) -> int | Fault:
    """The whole number in `text`, or what is wrong with it."""
    flat = narrow(text)
    if not _NUMBER.fullmatch(flat):
        return _slip(flat)
    value = _exact(flat)
    if "." in flat:
        return Fault("E104", "应为整数", f"请填整数，例如 {int(value)}")
    return _within(value, Decimal(kind.least), Decimal(kind.most)) or int(value)


def parse_percent(kind: Percent, text: str) -> Decimal | Fault:
    """The share written with its sign, `62.5%` → 0.625; a bare number is E106: is 0.62 meant, or 62?"""
    flat = narrow(text)
    match = _PERCENT.fullmatch(flat)
    if match is None:
        return (
            _bare_percent(flat)
            if _NUMBER.fullmatch(flat)
            else _slip(flat, "E106", "请写成带百分号的数，例如 62%")
        )
    value = _exact(match[1]).scaleb(-2)
    if not kind.least <= value <= kind.most:
        return Fault("E106", f"超出范围{_share(kind.least)}至{_share(kind.most)}", "请核对百分数")
    return value


def _bare_percent(flat: str) -> Fault:
    """The fault of a share without sign, with the likely meaning spelled out."""
    value = _exact(flat)
    if abs(value) > 1:
        return Fault("E106", "缺少百分号，分不清是百分数还是小数", f"请写成 {flat}%")
    meant = _share(value)
    return Fault(
        "E106", "缺少百分号，分不清是百分数还是小数", f"请写成 {meant}（如果本意就是 {flat}%，请写 {flat}%）"
    )


def _slip(flat: str, code: str = "E104", remedy: str | None = None) -> Fault:
    """The message for a text that is no number; `remedy` replaces the usual hint."""
    if flat in _PLACEHOLDERS:
        return Fault(code, "不是数字", "没有数字时请留空；必填的请补上数字")
    if any(unicodedata.category(char)[0] == "N" and not char.isascii() for char in flat):
        return Fault(code, "含有特殊的数字字符", remedy or "请改用普通数字 0–9")
    for pattern, message, hint in _SLIPS:
        if match := pattern.fullmatch(flat.lower()):
            return Fault(code, message, remedy or _example(hint, match))
    return Fault(code, "不是数字", remedy or "请只填阿拉伯数字，例如 92.5")


def _example(hint: str, match: re.Match[str]) -> str:
    """The hint with the number the person meant."""
    groups = match.groups()
    plain = re.sub(r"[,_' ]", "", groups[0]) if groups and groups[0] else ""
    return hint.format(*groups, plain=plain)


def _within(value: Decimal, least: Decimal | None, most: Decimal | None) -> Fault | None:
    """The fault when a number lies outside its range."""
    if least is not None and value < least:
        return Fault("E104", f"小于最小值{least}", "请核对数字")
    if most is not None and value > most:
        return Fault("E104", f"大于最大值{most}", "请核对数字")
    return None


def _exact(flat: str) -> Decimal:
    """The decimal of a matched text; minus zero is zero."""
    value = Decimal(flat)
    return value if value else abs(value)


def _exponent(value: Decimal) -> int:
    """The exponent of a finite decimal."""
    return int(value.as_tuple().exponent)


def _share(value: Decimal) -> str:
    """A share as a person writes it: 0.62 → `62%`."""
    return f"{(value * 100).normalize():f}%"
