"""What lies in a folder, and what a build wrote there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_PAGE = ".html"


@dataclass(frozen=True)
class File:
    """A file as it was found."""

    size: int
    written: tuple[int, int]
    """Its node and the nanosecond it was written: another after each writing, of the same bytes too."""
    digest: str


Contents = Mapping[str, File]
"""By path below the folder."""


@dataclass(frozen=True)
class Written:
    """How much was written, or is there."""

    files: int
    pages: int
    """HTML files."""
    bytes: int


def look(folder: Path) -> Contents:
    """Every file below the folder, hidden ones too."""
    return {
        os.path.relpath(path, folder): _file(path)
        for parent, _, names in os.walk(folder)
        for path in (Path(parent, name) for name in names)
    }


def written(before: Contents, after: Contents) -> Contents:
    """What was written since, whatever its bytes."""
    return {
        path: file
        for path, file in after.items()
        if path not in before or before[path].written != file.written
    }


def needless(before: Contents, after: Contents) -> tuple[str, ...]:
    """Pages written with the bytes they had."""
    return tuple(
        path
        for path, file in written(before, after).items()
        if path.endswith(_PAGE) and path in before and before[path].digest == file.digest
    )


def differences(one: Contents, other: Contents) -> tuple[str, ...]:
    """Files that are in one of the two alone, or have other bytes there."""
    both = {**one, **other}
    digests = ({path: file.digest for path, file in side.items()} for side in (one, other))
    first, second = digests
    return tuple(path for path in sorted(both) if first.get(path) != second.get(path))


def counted(files: Contents) -> Written:
    """How much that is."""
    return Written(len(files), _pages(files), sum(file.size for file in files.values()))


def _pages(paths: Iterable[str]) -> int:
    return sum(path.endswith(_PAGE) for path in paths)


def _file(path: Path) -> File:
    content, status = path.read_bytes(), path.stat()
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return File(len(content), (status.st_ino, status.st_mtime_ns), digest)
