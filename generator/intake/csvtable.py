"""The text of a CSV file → typed records; columns never shift, no row is dropped unsaid (promises.md, P5)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.contract.fields import Audience, Field, Table, Text
from generator.intake.csvlines import Line, split_lines
from generator.intake.faults import MOST_PROBLEMS, Fault, too_many
from generator.intake.headers import TITLE, Header, find_secret, is_repeated, read_header
from generator.intake.personal import find_personal
from generator.intake.records import Layout, Record, TableRows
from generator.intake.texts import fold
from generator.intake.values import BLANK, blank_of, is_hidden, parse_value
from generator.problems import Place, Problem
from generator.store.again import recalled, remember, steady

_TOTALS = "(?:小计|合计|总计|共计|累计|平均|平均分|平均值|均值|最高分|最低分|标准差|total|Total|TOTAL)"
_TOTAL_END = r"(?:\(.{0,12}\))?[:：]?"
_TOTAL_WORD = re.compile(_TOTALS + _TOTAL_END)
_TOTAL_PHRASE = re.compile(".{0,12}" + _TOTALS + _TOTAL_END)
_REMARK = re.compile(
    r"\s*(?:注|备注|说明|填表说明|填表人|填报人|制表人?|审核人?|复核人?|负责人|单位负责人|填表日期|填报日期|制表日期|盖章|签字)\s*[:：]"
)
_SUBTOTAL = Fault("E108", "是小计、合计或平均行", "请删除该行；合计由系统计算")
_REMARKED = Fault("E108", "像是备注或签字行，不是数据", "请删除该行")
_ALONE = Fault("E108", "只有一格有内容，像是标题或备注行", "请删除该行，或把其他列填全")
_TWO_HEADERS = Fault("E102", "像是第二行表头", "请取消合并单元格，表头只留一行")
_TWO_LEVELS = Fault("E102", "表头像是占了两行", "请取消合并单元格，表头只留一行")
_TWO_HEADERS_BLANK = Fault(
    "E102", "首行数据的关键列是空的，像是多行表头", "请取消合并单元格，表头只留一行，数据逐行填写"
)
_MERGED = Fault("E102", "是空的，上一行却有内容，像是合并单元格", "请取消合并单元格后逐行填写")
_BLANK_ROW = Fault("E102", "整行是空的，后面还有数据", "请删除空行")


def parse_table(text: str, file: str, table: Table) -> tuple[TableRows, tuple[Problem, ...]]:
    """The rows of one file with every problem of it; rows with a problem are left out."""
    lines = split_lines(text)
    first = next(lines)
    if not text.strip():
        return _refused(table), (
            Problem("E105", Place(file), "文件是空的", "请填入表头和数据；没有数据时只保留表头"),
        )
    header, problems = read_header(first, file, table)
    if header is None:
        return _refused(table), _explain_header(first, next(lines, None), file, table) or problems
    return _read_rows(lines, file, table, header)


def _explain_header(first: Line, second: Line | None, file: str, table: Table) -> tuple[Problem, ...]:
    """The one problem of a first line that stands above the real header; empty when it does not."""
    words = [cell for cell in first.cells if cell.strip()]
    if second is None or not words or words[0].lower().startswith("sep=") or find_secret(first.cells):
        return ()
    if not is_repeated(second.cells, table):
        return ()
    fault = TITLE if len(words) == 1 else _TWO_LEVELS
    return (fault.at(Place(file, first.number)),)


@dataclass(frozen=True)
class _Column:
    """One column of the file, with the values of the texts already met in it."""

    field: Field
    leading: bool
    """Whether a text here may be the word of a total: a key, or one of the first two columns."""
    known: dict[str, object] = dataclasses.field(default_factory=dict)

    def parse(self, text: str) -> object:
        """The value of a text, or its fault; kept for the next row with the same text."""
        total = _TOTAL_WORD if isinstance(self.field.kind, Text) else _TOTAL_PHRASE
        leading = self.leading or not isinstance(self.field.kind, Text)
        if leading and len(text) < 24 and total.fullmatch(fold(text)):
            value: object = _SUBTOTAL
        else:
            value = parse_value(self.field, text)
        self.known[text] = value
        return value


def _read_rows(
    lines: Iterator[Line], file: str, table: Table, header: Header
) -> tuple[TableRows, tuple[Problem, ...]]:
    """The records of all data lines, and the problems of the rest."""
    columns = _columns(table, header)
    slot = ("lines", file)
    layout = steady(("layout", file), Layout({item.name: item.label for item in table.fields}))
    absent = {item.name: blank_of(item.kind) for item in header.absent}
    before = recalled(slot, header, dict[tuple[object, ...], Record]())
    read: dict[tuple[object, ...], Record] = {}
    records: list[Record] = []
    problems: list[Problem] = []
    above: Sequence[str] = ()
    for line in _without_blank(lines, file, problems):
        if len(problems) > MOST_PROBLEMS:
            problems[MOST_PROBLEMS:] = [too_many(file)]
            break
        words = (line.number, *line.cells)
        record = before.get(words) if above and line.fault is None else None
        if record is None:
            fault = _check_line(line, len(columns))
            if fault is None and not above and is_repeated(line.cells, table):
                fault = _TWO_HEADERS
            if fault is not None:
                problems.append(fault.at(Place(file, line.number)))
                continue
            values, faults = _values(line, columns, absent)
            if faults:
                problems += _explain(faults, Place(file, line.number), table, above)
            else:
                record = Record(values, Place(file, line.number), layout)
        if record is not None:
            read[words] = record
            records.append(record)
        above = line.cells
    remember(slot, header, read)
    return TableRows(table, tuple(records), complete=not problems), tuple(problems)


def _values(
    line: Line, columns: Sequence[_Column], absent: Mapping[str, object]
) -> tuple[dict[str, object], list[tuple[_Column, str, Fault]]]:
    """The values of a row by field, and the cells that have none."""
    values, faults = dict(absent), []
    for column, cell in zip(columns, line.cells, strict=True):
        value = column.known[cell] if cell in column.known else column.parse(cell)
        if isinstance(value, Fault):
            faults.append((column, cell, value))
        values[column.field.name] = value
    return values, faults


def _columns(table: Table, header: Header) -> tuple[_Column, ...]:
    """The columns of the file."""
    return tuple(_Column(item, at < 2 or item.name in table.key) for at, item in enumerate(header.fields))


def _without_blank(lines: Iterator[Line], file: str, problems: list[Problem]) -> Iterator[Line]:
    """The lines that hold something; blank ones at the end are Excel's, those before data are a problem."""
    blank: list[Line] = []
    for line in lines:
        if line.fault is None and not line.cells[0] and not "".join(line.cells).strip():
            blank.append(line)
            continue
        problems += [_BLANK_ROW.at(Place(file, gap.number)) for gap in blank]
        blank.clear()
        yield line


def _check_line(line: Line, width: int) -> Fault | None:
    """What is wrong with a row as a whole; personal data in a row that cannot be split is told first."""
    fault = line.fault or _check_width(line.cells, width) or _check_sense(line.cells)
    if fault is None:
        return None
    return next(filter(None, map(find_personal, line.cells)), fault)


def _check_width(cells: list[str], width: int) -> Fault | None:
    """The fault when a row has more or fewer cells than the header."""
    count = len(cells)
    if count == width:
        return None
    message = f"这一行有{count}列，表头有{width}列"
    if count < width:
        wide = "；列之间的“，”请改成半角逗号" if any("，" in cell for cell in cells) else ""
        return Fault("E105", message, f"请补齐缺少的逗号{wide}；文件若没有保存完，请重新保存")
    if not any(cell.strip() for cell in cells[width:]):
        return Fault(
            "E105", message, "内容里若有英文逗号，请改成中文逗号“，”；确实没有，再删除行尾多余的逗号"
        )
    return Fault("E105", message, "内容里的英文逗号请改成中文逗号“，”")


def _check_sense(cells: list[str]) -> Fault | None:
    """The fault when a row is a remark or a line for signatures below the table."""
    first = next((cell for cell in cells if cell.strip()), "")
    alone = len(cells) > 2 and len("".join(cells).strip()) == len(first.strip())
    if _REMARK.match(first):
        return _REMARKED
    return _ALONE if alone and not _TOTAL_PHRASE.fullmatch(fold(first[:40])) else None


def _explain(
    faults: list[tuple[_Column, str, Fault]], row: Place, table: Table, above: Sequence[str]
) -> Iterator[Problem]:
    """The problems of one row: a total says it all, a merged cell stands for the blank keys."""
    for column, cell, fault in faults:
        if fault is _SUBTOTAL:
            yield _SUBTOTAL.at(_at(row, column), cell.strip())
            return
    merged = [column for column, _, fault in faults if fault is BLANK and column.field.name in table.key]
    if merged:
        yield (_MERGED if above else _TWO_HEADERS_BLANK).at(_at(row, merged[0]))
    for column, cell, fault in faults:
        if column not in merged:
            hidden = table.restricted or table.audience is Audience.GROUP or is_hidden(column.field)
            yield fault.at(_at(row, column), None if hidden or fault is BLANK else cell.strip())


def _at(row: Place, column: _Column) -> Place:
    """The place of one cell."""
    return Place(row.file, row.line, column.field.label)


def _refused(table: Table) -> TableRows:
    """The rows of a file that cannot be read at all."""
    return TableRows(table, complete=False)
