"""Whether anything changed in the watched folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

Snapshot = Mapping[str, str]
"""Path → digest of the content."""


def take_snapshot(folders: Iterable[Path]) -> Snapshot:
    """Every file below the folders with the digest of its content.

    Times are not asked: a copy may bring an old one along, and two changes may share one.
    """
    return {str(path): _digest(path) for folder in folders for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith((".", "__pycache__")))
        yield from (Path(parent, name) for name in sorted(files) if not _litter(name))


def _litter(name: str) -> bool:
    """Lock and swap files of WPS, Excel and editors."""
    return name.startswith((".", "~$")) or name.endswith((".tmp", ".swp", "~", ".bak", ".pyc"))


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""  # gone or locked since it was listed; the next look will tell
