"""Two folders, byte by byte: a site as builds left it, and the same made from nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.books.changes import files_below

Progress = Callable[[int, int], None]
"""Files compared so far, and all."""
STEP = 500


@dataclass(frozen=True)
class Difference:
    """A file that is not the same in both."""

    path: str
    what: str
    """In Chinese."""

    def __str__(self) -> str:
        return f"{self.path}：{self.what}"


@dataclass(frozen=True)
class Comparison:
    """What came of it."""

    files: int
    """Of the folder made from nothing."""
    size: int
    """Their bytes."""
    differences: tuple[Difference, ...]
    """By path."""


def compare(site: Path, clean: Path, progress: Progress = lambda *_: None) -> Comparison:
    """Every file of both folders: which are in one only, and which have other bytes."""
    theirs, ours = set(files_below(clean)), set(files_below(site)) if site.is_dir() else set[str]()
    found = [Difference(path, "网站中缺少") for path in theirs - ours]
    found += [Difference(path, "网站中多出") for path in ours - theirs]
    size, both = 0, sorted(theirs & ours)
    for number, path in enumerate(both, 1):
        content = (clean / path).read_bytes()
        size += len(content)
        if not _same(site / path, content):
            found.append(Difference(path, "内容不同"))
        if number % STEP == 0 or number == len(both):
            progress(number, len(both))
    return Comparison(len(theirs), size, tuple(sorted(found, key=lambda one: one.path)))


def _same(file: Path, content: bytes) -> bool:
    """Whether it is a plain file of these bytes; a link to one is none."""
    return file.is_file() and not file.is_symlink() and file.read_bytes() == content
