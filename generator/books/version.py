"""What made a site: as long as it is the same, equal pages have equal bytes."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pymdown-extensions", "pypinyin")
_PROGRAM = Path(__file__).parents[1]


def code_digest(templates: Path, config_file: Path) -> str:
    """A digest of the program as this process runs it, of templates and settings."""
    digest = hashlib.sha256(_program().encode())
    _add(digest, [config_file, *_files(templates)])
    return digest.hexdigest()


def content_digest(folder: Path) -> str:
    """A digest of the hand-written files below the folder, which may be missing."""
    digest = hashlib.sha256()
    _add(digest, _files(folder))
    return digest.hexdigest()


@cache
def _program() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    _add(digest, _PROGRAM.rglob("*.py"))
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _add(digest: hashlib._Hash, files: Iterable[Path]) -> None:
    for file in sorted(files):
        digest.update(f"{file}\n".encode())
        digest.update(file.read_bytes())
