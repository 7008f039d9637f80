"""The texts people wrote: cells of tables, values of forms, hand-written pages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

NUMBER_ALONE = re.compile(r"[\d.,%/\s+−-]+")
"""Found in some cell whatever it is, so that finding it says nothing."""


@dataclass(frozen=True)
class Entered:
    """Everything written below these folders."""

    folders: tuple[Path, ...]
    _asked: dict[str, bool] = field(default_factory=dict)

    def holds(self, text: str) -> bool:
        """Whether somebody wrote this text, more than a number, letter by letter."""
        text = _one_line(text)
        if text not in self._asked:
            self._asked[text] = not NUMBER_ALONE.fullmatch(text) and text in self._all
        return self._asked[text]

    @cached_property
    def _all(self) -> str:
        files = (file for folder in self.folders for file in sorted(folder.rglob("*")))
        return "\n".join(_one_line(text) for file in files for text in _texts(file))


def _texts(file: Path) -> Iterator[str]:
    match file.suffix:
        case ".csv":
            for row in csv.reader(io.StringIO(_decoded(file.read_bytes()))):
                yield from row
        case ".yml":
            yield from _scalars(yaml.safe_load(file.read_text(encoding="utf-8")))
        case ".md":
            yield file.read_text(encoding="utf-8")


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _scalars(value: Any) -> Iterator[str]:
    match value:
        case dict():
            yield from (text for one in value.values() for text in _scalars(one))
        case list():
            yield from (text for one in value for text in _scalars(one))
        case _:
            yield str(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
