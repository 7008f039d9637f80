"""What may stand in a field, in words for the person who fills it in."""

from __future__ import annotations

from decimal import Decimal

from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Flag,
    Identifier,
    Integer,
    Keyed,
    Kind,
    LeafCode,
    Moment,
    Number,
    Percent,
    ProblemNumber,
    Several,
    Text,
    UnitId,
    Year,
)
from generator.pages.words import number, share

_FIXED: dict[type, str] = {
    UnitId: "单位编号，也可填单位名称或别名",
    LeafCode: "指标代码，例如 B2.1",
    ProblemNumber: "问题编号，例如 2025-U03-012",
    Year: "年份，例如 2025",
    Date: "日期，例如 2026-03-05",
    Moment: "日期，可带时间，例如 2026-06-30 18:00",
    Flag: "是或否",
    Choice: "允许的词之一",
    Block: "一组内容，见下列各项",
}


def kind_words(kind: Kind) -> str:
    """`整数，0 至 999`."""
    match kind:
        case Several():
            words = _several(kind)
        case Keyed():
            words = f"按项填写，每项的名称为{kind_words(kind.keys)}，内容为{kind_words(kind.values)}"
        case Text() | Identifier():
            words = _text(kind)
        case Integer() | Number() | Percent():
            words = _number(kind)
        case _:
            words = _FIXED[type(kind)]
    return words


def allowed_words(kind: Kind) -> tuple[str, ...]:
    """The closed list behind a kind, in its order; empty where any value may stand."""
    match kind:
        case Choice():
            return tuple(term.label for term in kind.terms)
        case Several():
            return allowed_words(kind.of)
        case Keyed():
            return allowed_words(kind.keys) + allowed_words(kind.values)
        case _:
            return ()


def block_of(kind: Kind) -> Block | None:
    """The fields a kind holds, for documents with fields inside fields."""
    match kind:
        case Block():
            return kind
        case Several():
            return block_of(kind.of)
        case Keyed():
            return block_of(kind.values)
        case _:
            return None


def _text(kind: Text | Identifier) -> str:
    if isinstance(kind, Identifier):
        return f"编号，不超过 {kind.max_length} 个字符"
    least = f"，不少于 {kind.min_length} 字" if kind.min_length > 1 else ""
    return f"文字，不超过 {kind.max_length} 字{least}"


def _number(kind: Integer | Number | Percent) -> str:
    if isinstance(kind, Integer):
        return f"整数，{kind.least} 至 {kind.most}"
    if isinstance(kind, Percent):
        return f"百分数，带百分号，例如 62.5%，{share(kind.least, 0)} 至 {share(kind.most, 0)}"
    return f"数字，不带单位{_range(kind.least, kind.most)}"


def _range(least: Decimal | None, most: Decimal | None) -> str:
    if least is not None and most is not None:
        return f"，{number(least)} 至 {number(most)}"
    if least is not None:
        return f"，不小于 {number(least)}"
    return "" if most is None else f"，不大于 {number(most)}"


def _several(kind: Several) -> str:
    least = f"，至少 {kind.least} 项" if kind.least else ""
    most = f"，最多 {kind.most} 项" if kind.most < Several(kind.of).most else ""
    return f"可填多项{least}{most}，每项为{kind_words(kind.of)}"
