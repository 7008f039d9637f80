"""A folder read once: every file with its digest, how much its pages say, and what is no plain file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.publishing.manifest import Entry, Manifest
from generator.publishing.shrinkage import Extent, Tally


@dataclass(frozen=True)
class Surveyed:
    """What is in a folder."""

    manifest: Manifest
    extent: Extent
    faults: tuple[str, ...] = ()
    """Links and devices, in Chinese; then the manifest is not the whole truth."""


def survey(folder: Path) -> Surveyed:
    """What is in a folder; OSError when anything in it cannot be read, since a bad disk is not empty."""
    entries, faults, tally = [], [], Tally()
    for path, entry in _walked(folder):
        if not entry.is_file(follow_symlinks=False):
            faults.append(f"{path}：{'是链接' if entry.is_symlink() else '不是普通文件'}，不能发布")
            continue
        content = Path(entry.path).read_bytes()
        entries.append(Entry(path, len(content), sha256(content).hexdigest()))
        tally.add(path, content)
    return Surveyed(Manifest(tuple(sorted(entries))), tally.extent, tuple(faults))


def _walked(folder: Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below the folder but folders, with its path; links are never followed."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(Path(entry.path), f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry
