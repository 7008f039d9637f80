"""Tables and texts of the data folder, as somebody at an editor changes them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from generator.contract import TABLES
from generator.contract.fields import Field, Table


@dataclass(frozen=True)
class Rows:
    """A table as text."""

    columns: list[str]
    rows: list[dict[str, str]]


def text_of(file: Path) -> str:
    """The text of a file in one of the encodings clerks save in."""
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def read_rows(file: Path) -> Rows:
    """The rows of a CSV file by column."""
    columns, *rows = csv.reader(text_of(file).splitlines())
    return Rows(columns, [dict(zip(columns, row, strict=True)) for row in rows])


def write_rows(file: Path, table: Rows) -> None:
    """Write them as UTF-8; a new file."""
    lines = [table.columns, *([row[column] for column in table.columns] for row in table.rows)]
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(lines)


def table_of(file: Path) -> Table:
    """The contract's table the file holds."""
    return next(table for table in TABLES if table.name == file.stem)


def field_of(file: Path, column: str) -> Field:
    """The contract's field under that header."""
    return next(field for field in table_of(file).fields if column in (field.label, field.name))
