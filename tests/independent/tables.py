"""Tables and documents of a data folder, changed in place."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, str]
Rows = list[Row]


def rewrite(file: Path, change_rows: Callable[[Rows], Rows]) -> None:
    """The table with other rows, as UTF-8 with BOM."""
    header, rows = read_rows(file)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(change_rows(rows))


def read_rows(file: Path) -> tuple[list[str], Rows]:
    """Header and rows of a table, UTF-8 or the GBK of an old Excel."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    reader = csv.DictReader(io.StringIO(text))
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def read_document(file: Path) -> dict[str, Any]:
    """The document with every scalar as text."""
    found: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 text only
    return found


def change(file: Path, change_document: Callable[[dict[str, Any]], None]) -> None:
    """The document with other settings."""
    document = read_document(file)
    change_document(document)
    file.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), "utf-8")
