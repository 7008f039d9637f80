"""Rows and documents → files as the contract names them, row by row, so that no year is held in memory."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path

import yaml

from generator.contract.fields import Table
from generator.model.terms import Term

Row = Mapping[str, object]
"""Field name → value; what is missing or None stays empty."""

TableRow = tuple[Table, Row]


def write_tables(folder: Path, rows: Iterable[TableRow]) -> None:
    """Write each row to the end of its table, with English headers; ValueError for an unknown field."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        writers: dict[str, csv.DictWriter[str]] = {}
        for table, row in rows:
            if table.name not in writers:
                path = folder / f"{table.name}.csv"
                stream = files.enter_context(path.open("w", encoding="utf-8", newline=""))
                names = [field.name for field in table.fields]
                writers[table.name] = csv.DictWriter(stream, names, restval="", lineterminator="\n")
                writers[table.name].writeheader()
            writers[table.name].writerow({name: _cell(value) for name, value in row.items()})


def write_document(path: Path, content: Mapping[str, object]) -> None:
    """Write one form; dates and numbers come as text or int."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")


def _cell(value: object) -> str:
    """A value as somebody would type it."""
    match value:
        case None:
            text = ""
        case bool():
            text = "是" if value else "否"
        case Term():
            text = value.label
        case Decimal():
            text = f"{value.normalize():f}"
        case tuple():
            text = "；".join(map(_cell, value))
        case _:
            text = str(value)
    return text
