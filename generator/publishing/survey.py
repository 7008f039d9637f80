"""A folder read once: every file with its digest, how much its pages say, and what is no plain file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.known import KnownFiles, content_of
from generator.publishing.manifest import Entry, Manifest, by_path
from generator.publishing.shrinkage import Extent, Tally


@dataclass(frozen=True)
class Surveyed:
    """What is in a folder."""

    manifest: Manifest
    extent: Extent
    faults: tuple[str, ...] = ()
    """Links and devices, in Chinese; then the manifest is not the whole truth."""


def survey(folder: Path, known: KnownFiles | None = None) -> Surveyed:
    """What is in a folder; OSError when anything in it cannot be read, since a bad disk is not empty.

    Of files that are `known` the bytes are not read again.
    """
    entries, faults, tally = [], [], Tally()
    for path, entry in _walked(folder):
        if not entry.is_file(follow_symlinks=False):
            faults.append(f"{path}：{'是链接' if entry.is_symlink() else '不是普通文件'}，不能发布")
            continue
        found = content_of(entry.path) if known is None else known.content(entry)
        entries.append(Entry(path, found.size, found.sha256))
        tally.add(path, found.rows)
    return Surveyed(Manifest(tuple(sorted(entries, key=by_path))), tally.extent, tuple(sorted(faults)))


def _walked(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below the folder but folders, with its path; links are never followed."""
    pending = [("", str(folder))]
    while pending:
        above, place = pending.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append((f"{above}{entry.name}/", entry.path))
                else:
                    yield f"{above}{entry.name}", entry
