"""Text → typed value, by the kind the contract declares; a `Fault` stands in for a value that is none."""

from __future__ import annotations

import re

from generator.contract.fields import (
    Audience,
    Block,
    Choice,
    Date,
    Field,
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
from generator.intake.choices import parse_choice, parse_flag
from generator.intake.codes import (
    parse_identifier,
    parse_leaf,
    parse_problem_number,
    parse_unit,
    parse_year,
)
from generator.intake.dates import parse_date, parse_moment
from generator.intake.faults import Fault
from generator.intake.numbers import parse_integer, parse_number, parse_percent
from generator.intake.personal import check_name, find_personal
from generator.intake.texts import check_digits, check_shape, is_scrambled

BLANK = Fault("E102", "此项必填，不能为空", "请补填")
"""What a required field without text is answered with."""

_PARTS = re.compile("[;；]")


def parse_value(field: Field, text: str) -> object | Fault:
    """The value of a field from its text: a cell, or a scalar of a document; blank is None, `()` or `{}`."""
    bare = text.strip()
    if not bare:
        return BLANK if field.required else blank_of(field.kind)
    fault = find_personal(bare) or check_shape(bare)
    if fault is None and not isinstance(field.kind, (Number, Integer, Percent)):
        fault = check_digits(bare)
    if fault is not None:
        return fault
    if isinstance(field.kind, Several):
        return _parse_parts(field.kind, bare, field.personal)
    return parse_kind(field.kind, bare, personal=field.personal)


def blank_of(kind: Kind) -> object:
    """The value of a field where nothing was filled in."""
    if isinstance(kind, Several):
        return ()
    return {} if isinstance(kind, Keyed) else None


def is_hidden(field: Field) -> bool:
    """Whether messages about the field must not repeat its text (promises.md, P23)."""
    return field.personal or field.audience is Audience.GROUP


def parse_kind(kind: Kind, bare: str, *, personal: bool = False) -> object | Fault:  # noqa: PLR0911, PLR0912
    """The value of a trimmed, not empty text; one case a kind, so that a new kind is one more line."""
    match kind:
        case Text():
            return _parse_text(kind, bare, personal)
        case UnitId():
            return parse_unit(bare)
        case LeafCode():
            return parse_leaf(bare)
        case ProblemNumber():
            return parse_problem_number(bare)
        case Identifier():
            return parse_identifier(kind, bare)
        case Year():
            return parse_year(bare)
        case Integer():
            return parse_integer(kind, bare)
        case Number():
            return parse_number(kind, bare)
        case Percent():
            return parse_percent(kind, bare)
        case Date():
            return parse_date(bare)
        case Moment():
            return parse_moment(bare)
        case Flag():
            return parse_flag(bare)
        case Choice():
            return parse_choice(kind.terms, bare)
        case Several() | Block() | Keyed():
            raise TypeError(f"{type(kind).__name__} is not written as one text")


def check_count(kind: Several, count: int) -> Fault | None:
    """The fault when a list is too short or too long."""
    if count < kind.least:
        return Fault("E102", f"至少填{kind.least}项，现有{count}项", "请补填")
    if count > kind.most:
        return Fault("E114", f"最多填{kind.most}项，现有{count}项", "请删减")
    return None


def _parse_parts(kind: Several, bare: str, personal: bool) -> tuple[object, ...] | Fault:
    """The values of a cell parted by `；`; the first fault of a part stands for the cell."""
    values = []
    for part in _PARTS.split(bare):
        if not part.strip():
            return Fault("E102", "多写了分号，有一项是空的", "请删除多余的分号，各项之间只用一个“；”")
        value = parse_kind(kind.of, part.strip(), personal=personal)
        if isinstance(value, Fault):
            return value
        values.append(value)
    return check_count(kind, len(values)) or tuple(values)


def _parse_text(kind: Text, bare: str, personal: bool) -> str | Fault:
    """The text itself, its inner characters unchanged."""
    if len(bare) > kind.max_length:
        return Fault("E114", f"有{len(bare)}个字，超过上限{kind.max_length}字", "请删减")
    if len(bare) < kind.min_length:
        return Fault("E114", f"只有{len(bare)}个字，至少要{kind.min_length}字", "请写完整")
    if is_scrambled(bare):
        return Fault("E105", "是乱码，编码在转存时弄错了", "请从原始文件重新导出，另存为“CSV UTF-8”")
    return (check_name(bare) if personal else None) or bare
