"""Whether the installed packages are those that were locked, file by file."""

from __future__ import annotations

import base64
import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution
from pathlib import Path

OURS = frozenset({"kaohe", "pip"})
"""Installed without being locked: this program itself, and what installs."""
_PIN = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def altered(packages: Iterable[Distribution]) -> Iterator[str]:
    """The files that are no longer, or no longer as, their package says; `name: path`.

    The RECORD is read here: what `package.files` leaves out depends on who answers for `importlib.metadata`.
    """
    for package in packages:
        for path, recorded, _ in csv.reader((package.read_text("RECORD") or "").splitlines()):
            mode, _, expected = recorded.partition("=")
            if recorded and expected != _digest(Path(str(package.locate_file(path))), mode):
                yield f"{package.name}：{path}"


def _digest(file: Path, mode: str) -> str:
    """As a RECORD writes it; empty when the file cannot be read."""
    try:
        content = file.read_bytes()
    except OSError:
        return ""
    return base64.urlsafe_b64encode(hashlib.new(mode, content).digest()).rstrip(b"=").decode("ascii")


def unlocked(packages: Iterable[Distribution], lock: str) -> Iterator[str]:
    """The packages the text of the lock does not name."""
    known = OURS | frozenset(_PIN.findall(lock))
    for package in packages:
        name = re.sub(r"[-_.]+", "-", package.name).lower()
        if name not in known:
            yield name
