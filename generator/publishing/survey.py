"""A folder read once: every file with its digest, how much its pages say, and what is no plain file."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.gate.files import listed
from generator.publishing.manifest import Entry, Manifest
from generator.publishing.shrinkage import Extent, Tally


@dataclass(frozen=True)
class Surveyed:
    """What is in a folder."""

    manifest: Manifest
    extent: Extent
    faults: tuple[str, ...] = ()
    """Links, devices and what cannot be opened, in Chinese; then the manifest is not the whole truth."""


def survey(folder: Path) -> Surveyed:
    """What is in a folder; OSError when a file cannot be read."""
    entries, faults, tally = [], [], Tally()
    for found in listed(folder):
        if found.fault:
            faults.append(f"{found.path or '.'}：{found.fault}")
            continue
        content = found.file.read_bytes()
        entries.append(Entry(found.path, len(content), sha256(content).hexdigest()))
        tally.add(found.path, content)
    return Surveyed(Manifest(tuple(sorted(entries))), tally.extent, tuple(faults))
