"""Brings what was made in a stage to the folder of the site: all of it, or nothing.

A new site takes the place of the folder at once. Into a site that stands, files are moved one by one, each
whole; the state is away meanwhile, so that after a kill in between everything is made again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.books.state import SiteState, state_file, write_state


@contextmanager
def staged(out_dir: Path) -> Iterator[Path]:
    """An empty folder beside `out_dir`, gone when the block ends; first what a kill left is put right."""
    absent = [folder for folder in (out_dir.parent, *out_dir.parent.parents) if not folder.exists()]
    out_dir.parent.mkdir(parents=True, exist_ok=True)
    stage, old = out_dir.with_name(f".{out_dir.name}.new"), _old(out_dir)
    if old.exists() and not out_dir.exists():
        old.rename(out_dir)  # killed between the two renames below
    for leftover in (stage, old):
        shutil.rmtree(leftover, ignore_errors=True)
    stage.mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        for folder in absent:
            if not any(folder.iterdir()):
                folder.rmdir()


def bring(
    stage: Path, out_dir: Path, present: Collection[str], state: SiteState
) -> tuple[tuple[str, ...], SiteState]:
    """Bring the stage to `out_dir`, where `present` files lie.

    The files whose bytes changed, and the state that was kept, which knows them.
    """
    planned = state.files
    state_file(out_dir).unlink(missing_ok=True)
    if planned.isdisjoint(present) or not out_dir.is_dir():
        _swap(stage, out_dir)
        changed = tuple(sorted(planned))
    else:
        changed = tuple(path for path in sorted(files_below(stage)) if _moved(stage / path, out_dir / path))
        for path in set(present) - planned:
            _remove(out_dir, path)
    settled = state.settled(changed)
    write_state(out_dir, settled)
    return changed, settled


def files_below(folder: Path) -> Iterator[str]:
    """Every file below the folder, links too, relative to it."""
    pending = [""]
    while pending:
        inside = pending.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{inside}{entry.name}/")
                else:
                    yield f"{inside}{entry.name}"


def _swap(stage: Path, out_dir: Path) -> None:
    old = _old(out_dir)
    try:
        if out_dir.exists():
            out_dir.rename(old)
        stage.rename(out_dir)
    finally:
        if old.exists() and not out_dir.exists():
            old.rename(out_dir)
        shutil.rmtree(old, ignore_errors=True)


def _moved(new: Path, file: Path) -> bool:
    """Whether the stage's file has other bytes than the site's; then it is there now."""
    if holds(file, new.read_bytes()):
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    new.replace(file)
    return True


def holds(file: Path, content: bytes) -> bool:
    """Whether it is a plain file of these bytes; a link to one is none."""
    return file.is_file() and not file.is_symlink() and file.read_bytes() == content


def _remove(out_dir: Path, path: str) -> None:
    """Remove a file nobody plans any more, and the folders it leaves empty."""
    file = out_dir / path
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == out_dir or any(folder.iterdir()):
            return
        folder.rmdir()


def _old(out_dir: Path) -> Path:
    return out_dir.with_name(f".{out_dir.name}.old")
