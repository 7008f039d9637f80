"""Sites built again and again, and what each build gave."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.books.cabinet import Cabinet
from generator.books.memory import without_collection
from generator.books.yearly import Written, cabinet_of, write_years
from generator.problems import DataError, KaoheError
from generator.store.again import Memory
from tests.books.edits.losses import first_packs
from tests.books.edits.world import World


@dataclass(frozen=True)
class Outcome:
    """What a build gave."""

    refused: bool
    told: tuple[str, ...]
    """What it said of the data."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Of the site, by the digest of their bytes."""

    def unlike(self, other: Outcome) -> Sequence[str]:
        """Files and lines of what was told that only one of them has, or that are not the same in both."""
        files = {path for path, _ in self.files.items() ^ other.files.items()}
        return sorted(files | (set(self.told) ^ set(other.told)))


@dataclass
class Site:
    """A folder that is built into; with a cabinet that is kept, or one for each build."""

    folder: Path
    cabinet: Cabinet | None = None

    @classmethod
    def watched(cls, folder: Path) -> Site:
        """As a watcher builds it: one cabinet for all builds, which remembers what was done.

        Not that the folder is its own: here files are lost behind its back.
        """
        return cls(folder, replace(cabinet_of(folder), memory=Memory()))

    def built(self, world: World, *, by_another: bool = False) -> Outcome:
        """The site after a build; what it says it changed, it changed, and a second one changes nothing.

        It may be built `by_another` process, which has none of what this one keeps.
        """
        cabinet = self.cabinet if self.cabinet and not by_another else cabinet_of(self.folder)
        before, aside = digests(self.folder), digests(self.folder.with_name(f".{self.folder.name}.old"))
        try:
            written = self._write(world, cabinet)
        except KaoheError as error:
            assert digests(self.folder) == (before or aside)
            return Outcome(True, _told(error))
        after = digests(self.folder)
        other = {path for path in after if after[path] != before.get(path)}
        assert set(written.site.changed) in (other, set(after))  # all, when nothing was known of the site
        self._nothing_twice(world, cabinet, written)
        self._back_up()
        return Outcome(False, tuple(map(str, written.problems)), after)

    def _nothing_twice(self, world: World, cabinet: Cabinet, written: Written) -> None:
        stamps = _stamps(self.folder)
        again = self._write(world, cabinet)
        assert (again.site.changed, again.problems) == ((), written.problems)
        assert _stamps(self.folder) == stamps

    def _back_up(self) -> None:
        packs = cabinet_of(self.folder).folder
        if packs.is_dir() and not first_packs(self.folder).exists():
            shutil.copytree(packs, first_packs(self.folder))

    def _write(self, world: World, cabinet: Cabinet) -> Written:
        with without_collection():
            return write_years(world.order, self.folder, world.workshop, cabinet)


def digests(folder: Path) -> Mapping[str, str]:
    """Every file below the folder by the digest of its bytes."""
    return {
        one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.rglob("*")
        if one.is_file()
    }


def _stamps(folder: Path) -> Mapping[Path, tuple[int, int]]:
    """Changes with every file that is written, be it with the same bytes."""
    files = ((one, one.stat()) for one in folder.rglob("*"))
    return {one: (status.st_ino, status.st_mtime_ns) for one, status in files}


def _told(error: KaoheError) -> tuple[str, ...]:
    return tuple(map(str, error.problems)) if isinstance(error, DataError) else (str(error),)
