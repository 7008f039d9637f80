"""What lies in the data folder at one moment: every file the contract names, by its bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import Audience, Document, Table
from generator.intake.files import Found, read_bytes
from generator.intake.survey import Survey, survey
from generator.problems import Problem
from generator.store.again import again, recalled, remember
from generator.store.marks import Mark, mark_in


@dataclass(frozen=True)
class Stock:
    """The files of a data folder."""

    root: str
    """The data folder's name as problems print it: `data`."""
    found: Survey
    contents: Mapping[str, bytes | Problem]
    """By file as problems print it; a problem where it could not be read."""
    tables: tuple[Table, ...]
    """Those of the contract that this audience may have opened."""
    documents: tuple[Document, ...]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of every file that could be read, by path relative to the data folder."""
        return {
            file.split("/", 1)[1]: again(("digest", file), _sha256, data)
            for file, data in self.contents.items()
            if isinstance(data, bytes)
        }

    def size(self, year: int) -> int:
        """Bytes of all files of a year that could be read."""
        found = (self.contents[item.file] for item in self.found.files if item.year == year)
        return sum(len(data) for data in found if isinstance(data, bytes))

    def digest(self, year: int | None) -> str:
        """Of all files of a year, of those at the top for None, and of what is wrong with files there."""
        digest = sha256()
        for item in self.found.files:
            if item.year == year:
                digest.update(f"{item.file} {self.digests.get(item.file.split('/', 1)[1])}\n".encode())
        folder = f"{self.root}/{year}/" if year else ""
        problems = [str(one) for one in self.found.problems if one.place.file.startswith(folder)]
        refused = sorted(name for at, name in self.found.refused if at == year)
        digest.update(repr((problems, refused)).encode())
        return digest.hexdigest()


def take_stock(
    data_dir: Path,
    *,
    years: Sequence[int] | None = None,
    audience: Audience = Audience.STAFF,
    tables: Sequence[Table] = TABLES,
    documents: Sequence[Document] = DOCUMENTS,
) -> Stock:
    """Every file of the data folder, of these years only if given; restricted ones for the group alone."""
    opened = tuple(table for table in tables if not table.restricted or audience is Audience.GROUP)
    found = survey(data_dir, [*tables, *documents], years, restricted=audience is Audience.GROUP)
    contents = {item.file: _bytes(item) for item in found.files}
    return Stock(data_dir.absolute().name, found, contents, opened, tuple(documents))


def _bytes(item: Found) -> bytes | Problem:
    """The bytes of a file; those of the build before when it has been at rest since."""
    slot, mark = ("bytes", item.file), _mark(item.path)
    data: bytes | Problem | None = recalled(slot, mark, None) if mark is not None else None
    if data is None:
        data = read_bytes(item)
    if mark is not None and isinstance(data, bytes):
        remember(slot, mark, data)
    return data


def _mark(file: Path) -> tuple[Mark, int] | None:
    """With the time no program sets back; None if the file is not at rest."""
    try:
        status = file.stat(follow_symlinks=False)
    except OSError:
        return None
    mark = mark_in(status)
    return None if mark is None else (mark, status.st_ctime_ns)


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()
