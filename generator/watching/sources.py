"""What is looked at: the data folder, the hand-written pages, and the program's own templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from generator.intake.files import LARGEST_CSV
from generator.intake.snapshot import Source
from generator.intake.survey import OTHER_FILES

DATA, CONTENT, PROGRAM = "data", "content", "program"
"""The slots."""
_TABLE = re.compile(r"[a-z0-9_-]+\.(?:csv|ya?ml|xlsx)", re.ASCII | re.IGNORECASE)
_DEEP = 3
"""The data folder, a year's, and one of documents in it: deeper nothing is read."""


@dataclass(frozen=True)
class Sources:
    """Where everything comes from."""

    data: Path
    content: Path
    written: frozenset[str]
    """Suffixes of hand-written files: `.md`."""
    program: tuple[Path, ...]
    """Templates and settings."""

    @property
    def all(self) -> tuple[Source, ...]:
        """As a snapshot is taken of them."""
        return (
            Source(self.data, DATA, _is_table, largest=LARGEST_CSV, deep=_DEEP),
            Source(self.content, CONTENT, lambda name: PurePath(name).suffix in self.written),
            *(Source(path, PROGRAM, links=True) for path in self.program),
        )

    def of_copy(self, folder: Path) -> Sources:
        """The same as they lie in a copy of all of them."""
        return Sources(
            folder / DATA / self.data.absolute().name,
            folder / CONTENT / self.content.absolute().name,
            self.written,
            tuple(folder / PROGRAM / path.name for path in self.program),
        )


def shown_path(path: str) -> str:
    """A snapshot's path as people know it: `data/2025/checks.csv`; what cannot be printed is spelled out."""
    return "".join(char if char.isprintable() else "?" for char in path.partition("/")[2])


def _is_table(name: str) -> bool:
    return bool(_TABLE.fullmatch(name)) or name in OTHER_FILES
