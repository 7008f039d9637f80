"""The text of a CSV file → its rows of cells, line by line, so that one bad quote spoils one line only."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from generator.intake.faults import Fault
from generator.store.values import value

MOST_LINES = 200_000
LONGEST_LINE = 100_000
"""Characters; below the field limit of the csv module."""
_LONGEST_CELL_LINES = 50
"""Lines a cell with line breaks is followed over, to tell it from a quote that never closes."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_CELL = r'(?:"(?:[^"]|"")*+"|[^",]*)'
_WELL_FORMED = re.compile(rf"{_CELL}(?:,{_CELL})*+")
_OPEN_QUOTE = re.compile(rf'(?:{_CELL},)*+"(?:[^"]|"")*+')


@value(frozen=True, slots=True)
class Line:
    """One row of a file, or what is wrong with it."""

    number: int
    """1-based line in the file."""
    cells: list[str]
    fault: Fault | None = None


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a CSV text in order; a line that cannot be split carries a fault and no cells."""
    lines = _LINE_END.split(text, maxsplit=MOST_LINES + 2)
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if number > MOST_LINES + 1 and line:
            yield Line(number, [], Fault("E114", f"超过{MOST_LINES}行", "请核对是否粘贴了多余的行"))
            return
        if len(line) > LONGEST_LINE:
            yield Line(number, [], Fault("E114", f"一行超过{LONGEST_LINE}个字符", "请核对该行内容"))
        elif '"' not in line:
            yield Line(number, line.split(","))
        elif _WELL_FORMED.fullmatch(line):
            yield Line(number, next(csv.reader([line], strict=True)))
        else:
            taken, fault = _explain_quote(lines, number - 1)
            yield Line(number, [], fault)
            number += taken


def _explain_quote(lines: list[str], at: int) -> tuple[int, Fault]:
    """How many further lines belong to the bad line at index `at`, and what is wrong with it."""
    if not _OPEN_QUOTE.fullmatch(lines[at]):
        return 0, Fault("E105", "引号位置不对", "内容里的英文引号请改用中文引号“”，或删除")
    joined = lines[at]
    for taken, line in enumerate(lines[at + 1 : at + _LONGEST_CELL_LINES], start=1):
        joined += line
        if _WELL_FORMED.fullmatch(joined):
            return taken, Fault("E105", "单元格里有换行", "请删除单元格内的换行（Alt+Enter），写成一行")
        if not _OPEN_QUOTE.fullmatch(joined) or len(joined) > LONGEST_LINE:
            break
    return 0, Fault(
        "E105", "引号没有成对，后面的内容无法分列", "请补上或删除引号；文件若没有保存完，请重新保存"
    )
