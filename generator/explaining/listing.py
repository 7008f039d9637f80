"""Cells of the data, told by file: which columns, which rows of which unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.explaining.rows import Rows
from generator.figures.text import runs
from generator.problems import Place

_ENTRY = re.compile(r"第\d+项")
MOST_UNITS = 4
MOST_COLUMNS = 6
MOST_RUNS = 12


def by_file(places: Iterable[Place], rows: Rows) -> Iterator[str]:
    """`data/2025/checks.csv 「得分、完成率」：u03 第2—46行`, a line a file, in order."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.file, []).append(place)
    for file in sorted(found):
        columns = dict.fromkeys(_short(place.column) for place in found[file] if place.column)
        units: dict[str, set[int]] = {}
        for place in found[file]:
            if place.line is not None:
                units.setdefault(rows.unit(place), set()).add(place.line)
        yield f"{file}{_columns(list(columns))}{_rows(units)}"


def _short(column: str) -> str:
    """The column; of a document the last two labels, without the numbers of entries."""
    labels = [label for label in column.split(" › ") if not _ENTRY.fullmatch(label)]
    return " › ".join(labels[-2:])


def _columns(names: list[str]) -> str:
    if not names:
        return ""
    more = f"等 {len(names)} 栏" if len(names) > MOST_COLUMNS else ""
    return f" 「{'、'.join(names[:MOST_COLUMNS])}」{more}"


def _rows(rows: dict[str, set[int]]) -> str:
    """The rows of each unit; of many units only how many rows they have."""
    if not rows:
        return ""
    if len(rows) > MOST_UNITS:
        return f"：{len(rows)} 个单位的 {len(set[int]().union(*rows.values()))} 行"
    return "：" + "；".join(f"{unit} {_lines(lines)}".strip() for unit, lines in sorted(rows.items()))


def _lines(lines: set[int]) -> str:
    listed = list(runs(sorted(lines)))
    more = f"等共 {len(lines)} 行" if len(listed) > MOST_RUNS else ""
    return f"第{'、'.join(listed[:MOST_RUNS])}行{more}"
