"""Edits of tables: cells and rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from generator.contract.fields import (
    Choice,
    Date,
    Flag,
    Identifier,
    Integer,
    Kind,
    Number,
    ProblemNumber,
    Text,
)
from tests.books.edits.tables import Rows, field_of, read_rows, table_of, text_of, write_rows
from tests.books.edits.world import Draw, Edit, World, remove


def change_text(world: World, draw: Draw) -> None:
    """Other words in a cell; such an edit is seldom refused."""
    _change(world, draw, lambda kind: isinstance(kind, Text))


def change_value(world: World, draw: Draw) -> None:
    """Another number, date or choice in a cell; whatever belongs to it stays."""
    _change(world, draw, lambda kind: isinstance(kind, Integer | Number | Date | Choice | Flag))


def add_row(world: World, draw: Draw) -> None:
    """A row like another, under a key of its own where it has a number of its own."""
    file, table = _table(world, draw)
    row = dict(draw(st.sampled_from(table.rows)))
    for column in table.columns:
        field = field_of(file, column)
        if field.name in table_of(file).key:
            row[column] = _next(field.kind, row[column], [one[column] for one in table.rows])
    table.rows.insert(draw(st.integers(0, len(table.rows))), row)
    write_rows(file, table)


def delete_row(world: World, draw: Draw) -> None:
    """One row fewer; the file goes with its last."""
    file, table = _table(world, draw)
    table.rows.remove(draw(st.sampled_from(table.rows)))
    if table.rows:
        write_rows(file, table)
    else:
        remove(file)


def save_otherwise(world: World, draw: Draw) -> None:
    """The rows in another order, the text in another encoding, with other ends of lines."""
    file, table = _table(world, draw)
    write_rows(file, Rows(table.columns, [*table.rows[1:], *table.rows[:1]]))
    text = text_of(file).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    file.write_bytes(text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))))


def break_cells(world: World, draw: Draw) -> None:
    """Words no cell may hold, in one table or several."""
    for file in draw(st.lists(st.sampled_from(world.tables()), min_size=1, max_size=3, unique=True)):
        table = read_rows(file)
        place = draw(st.integers(0, len(table.rows) - 1))
        table.rows[place][draw(st.sampled_from(table.columns))] = "<br>？？"
        write_rows(file, table)


def _table(world: World, draw: Draw) -> tuple[Path, Rows]:
    file = draw(st.sampled_from(world.tables()))
    return file, read_rows(file)


def _change(world: World, draw: Draw, wanted: object) -> None:
    file, table = _table(world, draw)
    row = draw(st.sampled_from(table.rows))
    columns = [one for one in table.columns if row[one] and wanted(field_of(file, one).kind)]  # type: ignore[operator]
    if columns:
        column = draw(st.sampled_from(columns))
        row[column] = _other(field_of(file, column).kind, row[column], draw)
        write_rows(file, table)


def _other(kind: Kind, text: str, draw: Draw) -> str:
    """Another value of the kind."""
    match kind:
        case Text():
            return text[:-1] + draw(st.sampled_from("甲乙丙丁戊")) if len(text) > 1 else text
        case Integer():
            return str(max(0, int(text) + draw(st.sampled_from([-1, 1]))))
        case Number():
            return str(max(Decimal(), Decimal(text) + Decimal(draw(st.sampled_from(["-0.1", "0.1"])))))
        case Date():
            return str(dt.date.fromisoformat(text) + dt.timedelta(draw(st.sampled_from([-1, 1]))))
        case Choice():
            return str(draw(st.sampled_from([one.label for one in kind.terms])))
        case _:
            return {"是": "否", "否": "是"}.get(text, text)


def _next(kind: Kind, text: str, taken: list[str]) -> str:
    """A value no other row has, where the kind allows for one."""
    match kind:
        case Integer():
            return str(max(int(one) for one in taken) + 1)
        case ProblemNumber():
            head = text[:-3]
            return f"{head}{max(int(one[-3:]) for one in taken if one.startswith(head)) + 1:03}"
        case Identifier():
            return f"{text}b"
        case Text():
            return f"{text}乙"
        case _:
            return text


EDITS: tuple[Edit, ...] = (change_text, change_value, add_row, delete_row, save_otherwise, break_cells)
