"""Taking something out of a data folder with everything that refers to it, and looking for what is left."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

OWNERS = frozenset({"unit_id", "单位编号", "责任单位"})
"""Columns that say whose row it is, besides the first one; elsewhere a number only refers to something."""
SEVERAL = "；"
SHORTEST = 4
NUMBER = re.compile(r"[\d.:%/-]*")


@dataclass
class Removal:
    """What goes: numbers as whole cells, names wherever they stand."""

    numbers: set[str]
    names: frozenset[str] = frozenset()
    texts: set[str] = field(default_factory=set)
    """Every text of the rows and files taken out."""

    def run(self, data: Path) -> None:
        """Rows, entries of lists and files go until nothing refers to what is gone."""
        before = -1
        while before != len(self.texts):
            before = len(self.texts)
            for file in sorted(data.rglob("*.csv")):
                self._table(file)
            for file in sorted(data.rglob("*.yml")):
                self._document(file)

    def _table(self, file: Path) -> None:
        head, *rows = csv.reader(io.StringIO(_text(file)))
        kept = []
        for row in rows:
            if self._goes(head, row):
                self.texts.update(part for cell in row for part in cell.split(SEVERAL))
                if file.stem in ("rectifications", "commendations", "leaders"):
                    self.numbers.add(row[0])
            else:
                kept.append([self._without(cell) for cell in row])
        if kept != rows:
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows([head, *kept])
            file.write_text(text.getvalue(), encoding="utf-8-sig")

    def _goes(self, head: list[str], row: list[str]) -> bool:
        owned = any(
            cell in self.numbers
            for at, (name, cell) in enumerate(zip(head, row, strict=True))
            if at == 0 or name in OWNERS
        )
        return owned or any(name in cell for name in self.names for cell in row)

    def _without(self, cell: str) -> str:
        return SEVERAL.join(one for one in cell.split(SEVERAL) if one not in self.numbers)

    def _document(self, file: Path) -> None:
        lines = _text(file).splitlines()
        if file.stem in self.numbers or any(f"unit_id: {number}" in lines[:3] for number in self.numbers):
            self.numbers.add(file.stem.upper())
            self.texts.update(line.partition(": ")[2].strip() or line.strip(" -") for line in lines)
            file.unlink()
            return
        kept = [line for line in lines if line.replace("issue_id:", "-").strip(" -") not in self.numbers]
        if kept != lines:
            file.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _text(file: Path) -> str:
    """As the sample has it: 2023 came from an old office."""
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def left_over(texts: Iterable[str], data: Path, content: Path) -> frozenset[str]:
    """Those of the texts that stand nowhere else in the data or in what was written by hand.

    Days, numbers and single words of the domain do not count: others may come out the same.
    """
    rest = "\n".join(
        _text(file).lower() for folder in (data, content) for file in folder.rglob("*") if file.is_file()
    )
    told = (text for text in texts if len(text) >= SHORTEST or text.isascii())
    return frozenset(text for text in told if not NUMBER.fullmatch(text) and text.lower() not in rest)


def traces(texts: Iterable[str], site: Path) -> Iterator[tuple[str, str]]:
    """Text and file, for every text in the name or in the bytes of a file of the site."""
    wanted = [(text, text.lower()) for text in texts]
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        whole = f"{name}\n{file.read_bytes().decode('utf-8', 'replace') if file.is_file() else ''}".lower()
        yield from ((text, name) for text, low in wanted if low in whole)
