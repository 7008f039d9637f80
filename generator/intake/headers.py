"""The first line of a table → the field each column holds; tells a wrong separator or a damaged encoding."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.contract.fields import Field, Table
from generator.intake.csvlines import Line
from generator.intake.faults import Fault, nearest, shorten
from generator.intake.personal import find_forbidden_word, find_personal
from generator.intake.texts import unscramble
from generator.problems import Place, Problem

_SEPARATORS = {
    "\t": "制表符（TAB）",
    "；": "全角分号“；”",
    ";": "分号“;”",
    "，": "全角逗号“，”",
    "、": "顿号“、”",
    "|": "竖线“|”",
}
TITLE = Fault("E105", "第一行像是标题，应为表头", "请删除标题行，第一行写列名")
_MOST_COLUMNS = 200
_AS_CSV = "请在 Excel 或 WPS 中另存为“CSV（逗号分隔）”"


@dataclass(frozen=True)
class Header:
    """The columns of a table as its file has them."""

    fields: tuple[Field, ...]
    """One a column, from left to right."""
    absent: tuple[Field, ...]
    """Fields whose whole column is left out, as the contract allows."""


def read_header(line: Line, file: str, table: Table) -> tuple[Header | None, tuple[Problem, ...]]:
    """The header, or None with every problem of it."""
    fault = line.fault or _check_whole(line.cells, table)
    if fault is not None:
        return None, (fault.at(Place(file, line.number)),)
    names = [_clean(cell) for cell in line.cells]
    known = _known(table)
    problems = [
        fault.at(Place(file, line.number, None if fault.secret else shorten(name) or None))
        for at, name in enumerate(names)
        if (fault := _check_name(name, at, names, known, table))
    ]
    if not problems:
        problems = [fault.at(Place(file, line.number)) for fault in _check_set(names, known, table)]
    if problems:
        return None, tuple(problems)
    fields = tuple(known[name] for name in names)
    return Header(fields, tuple(field for field in table.fields if field not in fields)), ()


def find_secret(cells: list[str]) -> Fault | None:
    """The fatal fault when a cell holds personal data or a forbidden word."""
    return next(
        (fault for cell in cells if (fault := find_personal(cell) or find_forbidden_word(cell))), None
    )


def is_repeated(cells: list[str], table: Table) -> bool:
    """Whether a data row is a second line of the header: most of its words are names of columns."""
    words = _known(table)
    filled = [name for cell in cells if (name := _clean(cell))]
    return len(filled) >= 2 and 2 * sum(name in words for name in filled) > len(filled)


def _clean(cell: str) -> str:
    """The form headers are compared in."""
    return unicodedata.normalize("NFKC", cell).strip()


def _check_whole(cells: list[str], table: Table) -> Fault | None:
    """What is wrong with the first line as a whole."""
    whole = ",".join(cells).strip()
    if whole.lower().startswith("sep="):
        return Fault("E105", "第一行是“sep=”，应为表头", "请删除这一行")
    return _check_words(cells, whole, table)


def _check_words(cells: list[str], whole: str, table: Table) -> Fault | None:
    """What is wrong with a first line that is meant as a header."""
    if len(cells) > _MOST_COLUMNS:
        return Fault("E105", f"第一行有{len(cells)}列，超过{_MOST_COLUMNS}列", "请删除表头右侧多余的列")
    if not whole.strip(", "):
        return Fault("E105", "第一行是空的，应为表头", "请删除空行，第一行写列名")
    if whole.startswith("<"):
        return Fault("E105", "内容其实是网页（HTML），不是 CSV", _AS_CSV)
    if len(cells) > 1 and sum(bool(cell.strip()) for cell in cells) == 1:
        return TITLE
    if len(cells) == 1 < len(table.fields) and (separator := _separator(whole)):
        return Fault("E105", f"列与列之间用了{separator}", f"列之间只能用半角逗号；{_AS_CSV}")
    return _check_damage(whole) or _check_known(cells, table)


def _check_damage(whole: str) -> Fault | None:
    """What is wrong with a first line whose characters are not those that were typed."""
    if (meant := unscramble(whole)) is not None:
        return Fault(
            "E105", f"表头是乱码，原文应为“{shorten(meant)}”", "编码在转存时弄错了，请从原始文件重新导出"
        )
    if not whole.strip("?, "):
        return Fault(
            "E105", "表头变成了问号，原字已丢失", "请从原始文件重新导出，另存为“CSV UTF-8（逗号分隔）”"
        )
    return None


def _check_known(cells: list[str], table: Table) -> Fault | None:
    """The fault when not one cell of the first line is a column's name: they are data, perhaps of persons."""
    words = _known(table)
    if len(cells) < 3 or any(_clean(cell) in words for cell in cells) or find_secret(cells):
        return None
    labels = "、".join(field.label for field in table.fields)
    return Fault("E105", "第一行里没有一个列名，表头可能被删除了", f"请在第一行写上列名：{labels}")


def _known(table: Table) -> dict[str, Field]:
    """Every name of a column, Chinese and English, with its field."""
    return {_clean(word): field for field in table.fields for word in (field.label, field.name)}


def _separator(line: str) -> str | None:
    """What parts the columns of a line that has no comma."""
    return next((name for char, name in _SEPARATORS.items() if char in line), None)


def _check_name(name: str, at: int, names: list[str], known: dict[str, Field], table: Table) -> Fault | None:
    """What is wrong with one column name."""
    if fault := find_personal(name) or (None if table.restricted else find_forbidden_word(name)):
        return fault
    if not name:
        extra = all(not other for other in names[at:])
        hint = "请删除表头右侧多余的逗号或空列" if extra else "请补上列名，或删除该列"
        return Fault("E105", f"第{at + 1}列没有列名", hint)
    if name not in known:
        return _explain_unknown(name, names, known, table)
    first = next(place for place, other in enumerate(names) if known.get(other) is known[name])
    if first < at:
        return Fault("E105", f"第{at + 1}列与第{first + 1}列的列名重复", "请删除其中一列")
    return None


def _explain_unknown(name: str, names: list[str], known: dict[str, Field], table: Table) -> Fault:
    """The fault of a name that is no column's: two names in one cell, a slip, or a column too many."""
    parts = re.split("[,;、|\t]", name)
    if len(parts) > 1 and all(part.strip() in known for part in parts):
        return Fault("E105", "几个列名写在了一格里", "列名之间请用半角逗号，不用“，”或“、”")
    meant = nearest(name, [word for word in known if word not in names])
    allowed = f"请删除这一列，或改用已有的列名：{'、'.join(field.label for field in table.fields)}"
    return Fault("E105", "不认识的列名", f"是否想写“{meant}”？" if meant else allowed)


def _check_set(names: list[str], known: dict[str, Field], table: Table) -> list[Fault]:
    """What is wrong with the columns taken together: two languages, or some are missing."""
    english = {_clean(field.name) for field in table.fields} - {_clean(field.label) for field in table.fields}
    chinese = {_clean(field.label) for field in table.fields} - {_clean(field.name) for field in table.fields}
    faults = []
    if english & set(names) and chinese & set(names):
        faults.append(Fault("E105", "表头混用了中文列名和英文列名", "请全部用中文列名，或全部用英文列名"))
    present = [known[name] for name in names]
    missing = [field.label for field in table.fields if field not in present and not field.column_optional]
    if missing:
        faults.append(
            Fault("E105", f"缺少列：{'、'.join(missing)}", "请补上这些列；没有内容的列也要保留列名")
        )
    return faults
