"""A folder becomes a release: complete, read again, lasting, and only then under its name."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.disk import (
    copy_file,
    exchange,
    make_folder,
    make_new_folder,
    remove_folder,
    replace_file,
    sync_file_system,
    sync_folder,
)
from generator.publishing.faults import RefusedError
from generator.publishing.manifest import Entry, Manifest
from generator.publishing.root import TEMPORARY, Root
from generator.publishing.survey import survey

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK)


@dataclass(frozen=True)
class Base:
    """The release that is shown, whose files need not be written again."""

    folder: Path
    entries: Collection[Entry]


def stage(root: Root, site: Path, manifest: Manifest, base: Base | None) -> int:
    """The release of that manifest, from the files of `site`; how many of them were written.

    RefusedError when the site changed since the manifest was taken.
    """
    folder = root.releases / f"{TEMPORARY}{manifest.id}"
    try:
        copied = _fill(folder, site, manifest, base)
        if survey(folder, root.known).manifest != manifest:
            raise RefusedError("发布过程中网站文件有变动，没有发布，网站没有变。请重新运行。")
        _keep(root, folder, manifest)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # on a full disk what is shown needs the room
        raise
    return copied


def _fill(folder: Path, site: Path, manifest: Manifest, base: Base | None) -> int:
    """Link what is the same as in the release that is shown, copy the rest; never link into the build."""
    known = frozenset(base.entries) if base else frozenset()
    make_folder(folder)
    copied, made = 0, {str(folder)}
    for entry in manifest.entries:
        target = f"{folder}/{entry.path}"
        _make_above(target, made)
        if base is None or entry not in known or not _linked(f"{base.folder}/{entry.path}", target):
            copy_file(site / entry.path, Path(target))
            copied += 1
    return copied


def _make_above(path: str, made: set[str]) -> None:
    """The folders above a file, unless they were made; there may be as many as pages."""
    above = path.rpartition("/")[0]
    if above not in made:
        _make_above(above, made)
        make_new_folder(above)
        made.add(above)


def _linked(source: str, target: str) -> bool:
    """Whether the file has a second name now; some file systems know no such thing."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno in _NO_LINKS:
            return False
        raise
    return True


def _keep(root: Root, folder: Path, manifest: Manifest) -> None:
    """Everything lasts before it has its name: a name without bytes is what a loss of power would leave."""
    replace_file(root.manifest(manifest.id), manifest.text.encode("ascii"))
    sync_file_system(folder)
    release = root.release(manifest.id)
    if release.exists():  # damaged, or it would have been taken as it is; readers may be in it
        exchange(folder, release)
        sync_folder(root.releases)
        remove_folder(folder)
    else:
        folder.rename(release)
        sync_folder(root.releases)
