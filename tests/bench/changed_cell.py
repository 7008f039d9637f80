"""The cell of the open year that is changed again and again: a score, or a note, of one unit on one leaf."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.books.source import check
from generator.problems import has_errors
from tests.bench.workload import LAST

TURNS = 16
"""How often the score can fall."""
_HIGH = range(93, 100)
"""Percent from which it starts."""


@dataclass(frozen=True)
class ChangedCell:
    """The 完成率 of one row of the checks, and the 说明 beside it."""

    file: Path
    row: int
    """From 0, the head."""
    percent: int
    """As it was."""

    def score(self, turn: int) -> None:
        """Another score each turn: a point of percent less."""
        self.write("ratio", f"{self.percent - turn}%")

    def note(self, turn: int) -> None:
        """Another note each turn."""
        self.write("note", f"第{turn}次补充说明")

    def write(self, column: str, value: str) -> None:
        """Write a cell as somebody would who saves the file."""
        rows = _read(self.file)
        rows[self.row][rows[0].index(column)] = value
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.file.write_text(text.getvalue(), encoding="utf-8", newline="")


def prepare(data: Path) -> ChangedCell:
    """A row whose score can fall without putting a decided grade in question, which would be an error.

    The points typed beside the 完成率 are removed, since they would have to follow it.
    """
    years = tuple(year for year in (LAST - 1, LAST) if (data / str(year)).is_dir())
    for cell in _candidates(data / str(LAST) / "checks.csv"):
        before = cell.file.read_bytes()
        cell.write("earned", "")
        cell.score(TURNS)
        if not has_errors(check(data, years)):
            cell.score(0)
            return cell
        cell.file.write_bytes(before)
    raise ValueError(f"{data}: no score that can fall")


def _candidates(file: Path) -> Iterator[ChangedCell]:
    """Rows with a 完成率 just below the whole, the last of the file first."""
    rows = _read(file)
    at = rows[0].index("ratio")
    for row in range(len(rows) - 1, 0, -1):
        percent = rows[row][at].removesuffix("%")
        if percent.isdecimal() and int(percent) in _HIGH:
            yield ChangedCell(file, row, int(percent))


def _read(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
