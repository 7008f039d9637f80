"""The private copy a site is made from, so that a file changing meanwhile cannot make a mixed state.

Whatever the sources hold is there under the same name, so that the check says of the copy what it would say
of the folder. What is not read has a stand-in: an empty file, a link that leads nowhere, a pipe.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.intake.files import LARGEST_CSV
from generator.intake.snapshot import Kind, Seen, Snapshot, Source, read_plain, take_snapshot

_TWIN = ".twin"


def copy_sources(wanted: Snapshot, sources: Iterable[Source], copies: Iterable[Source], folder: Path) -> bool:
    """Whether `folder` holds what the snapshot says; False when a source is no longer as it says."""
    sources = tuple(sources)
    homes = {source.name: source for source in sources}
    _remove_others(folder, wanted)
    there = take_snapshot(copies)
    for path in sorted(wanted.entries):
        seen = wanted.entries[path]
        if there.entries.get(path) == seen:
            continue
        name = "/".join(path.split("/")[:2])
        source = homes[name].path.joinpath(path.removeprefix(name).lstrip("/"))
        if not _copy(seen, source, homes[name], folder / path, folder / _TWIN):
            return False
    return take_snapshot(copies) == wanted and take_snapshot(sources) == wanted


def _remove_others(folder: Path, wanted: Snapshot) -> None:
    """Remove what the snapshot does not have, and what there is of another kind."""
    for parent, folders, files in os.walk(folder, topdown=False):
        inside = os.path.relpath(parent, folder)
        for name in (*files, *folders):
            path = name if inside == "." else f"{inside}/{name}"
            if path == _TWIN:
                continue
            seen, here = wanted.entries.get(path), folder / path
            if seen is None and any(one.startswith(f"{path}/") for one in wanted.entries):
                continue  # a slot
            is_folder = here.is_dir() and not here.is_symlink()
            if seen is None or is_folder != (seen.kind is Kind.FOLDER):
                shutil.rmtree(here) if is_folder else here.unlink()


def _copy(seen: Seen, source: Path, of: Source, target: Path, twin: Path) -> bool:
    """Whether the target is what was seen."""
    if seen.kind is Kind.FOLDER:
        target.mkdir(parents=True, exist_ok=True)
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if seen.kind is Kind.FILE:
        return _copy_file(source, of, target)
    make = _STAND_INS.get(seen.kind)
    if make is None:
        return False
    make(target, twin)
    return True


def _copy_file(source: Path, of: Source, target: Path) -> bool:
    """Whether there is a file; that it is the right one is seen when all of the copy is looked at."""
    try:
        _, content = read_plain(source, of)
    except OSError:
        return False
    target.write_bytes(content)
    return True


def _large(target: Path, _: Path) -> None:
    """Nothing but a size: it takes no room."""
    with target.open("wb") as file:
        file.truncate(LARGEST_CSV + 1)


def _twin(target: Path, twin: Path) -> None:
    twin.touch()
    target.hardlink_to(twin)


_STAND_INS: dict[Kind, Callable[[Path, Path], None]] = {
    Kind.OTHER: lambda target, _: target.touch(),
    Kind.LINK: lambda target, _: target.symlink_to("nowhere"),
    Kind.DEVICE: lambda target, _: os.mkfifo(target),
    Kind.LARGE: _large,
    Kind.TWIN: _twin,
}
