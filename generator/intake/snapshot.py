"""What lies in folders at one moment, by its bytes: never by events, and never by times.

Times are not asked: a copy may bring an old one along, two changes may share one, and a share may have a
clock of its own.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from pathlib import Path

from generator.intake.files import explain_os
from generator.intake.litter import is_litter, locked_names


class Kind(Enum):
    """What stands under a name."""

    FILE = "file"
    OTHER = "other"
    """A plain file nobody asked for: it is noted and not read."""
    FOLDER = "folder"
    LINK = "link"
    DEVICE = "device"
    """A pipe, a socket or a device."""
    TWIN = "twin"
    """A file with another name elsewhere (a hard link): not read."""
    LARGE = "large"
    """Beyond what is read."""
    UNREADABLE = "unreadable"
    """There, and the system does not let us see it."""


@dataclass(frozen=True)
class Seen:
    """One name in a snapshot."""

    kind: Kind
    size: int = 0
    """Bytes; of what is not read 0, since nothing follows from it."""
    sha256: str = ""
    rows: int = -1
    """Lines of a `.csv` with something in them, without the head; -1 for anything else."""
    whole: bool = True
    """Whether the last line has its end; a file that is still being written mostly has not."""
    why: str = field(default="", compare=False)
    """Of what cannot be read, the reason in Chinese."""


@dataclass(frozen=True)
class Source:
    """A folder, or a single file, that is looked at."""

    path: Path
    slot: str = ""
    """How the paths of its snapshot begin: `data` gives `data/<name of the folder>/2025/checks.csv`."""
    reads: Callable[[str], bool] = lambda _: True
    """Whether a file of this name is read; others are noted."""
    largest: int | None = None
    """Bytes a file may have to be read."""
    deep: int | None = None
    """Levels of folders that are listed, this one too; None for all."""
    links: bool = False
    """Whether links to files, and files with two names, are read like others: of the program's own files."""

    @property
    def name(self) -> str:
        """What the paths of its snapshot begin with."""
        own = self.path.absolute().name
        return f"{self.slot}/{own}" if self.slot else own


@dataclass(frozen=True)
class Snapshot:
    """What lay there; two are equal when every name and every byte is."""

    entries: Mapping[str, Seen] = field(default_factory=dict)
    """By path: slot, name of the folder, path in it."""
    locked: frozenset[str] = field(default=frozenset(), compare=False)
    """Paths of files that a program has open, going by the lock it left beside them."""

    def under(self, *slots: str) -> Snapshot:
        """Only what is in these slots."""
        begins = tuple(f"{slot}/" for slot in slots)
        return Snapshot({path: one for path, one in self.entries.items() if path.startswith(begins)})

    @property
    def digest(self) -> str:
        """Changes when anything in it does."""
        lines = (f"{path}\0{one.kind.value} {one.sha256}\n" for path, one in sorted(self.entries.items()))
        return sha256("".join(lines).encode(errors="surrogateescape")).hexdigest()


def take_snapshot(sources: Iterable[Source]) -> Snapshot:
    """What lies there now; a missing source has no entry, one that cannot be seen an unreadable one."""
    look = _Look()
    for source in sources:
        look.take(source)
    return Snapshot(look.entries, frozenset(look.locked))


@dataclass
class _Look:
    """A snapshot while it is taken."""

    entries: dict[str, Seen] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)

    def take(self, source: Source) -> None:
        """Look at a source; that it is a link itself is a way of mounting."""
        try:
            if stat.S_ISDIR(source.path.stat().st_mode):
                self.entries[source.name] = Seen(Kind.FOLDER)
                self._list(source, source.path, source.name, 1)
            else:
                self.entries[source.name] = read_plain(source.path, source)[0]
        except FileNotFoundError:
            pass
        except OSError as error:
            self.entries[source.name] = _unreadable(error)

    def _list(self, source: Source, folder: Path, path: str, level: int) -> None:
        try:
            with os.scandir(folder) as found:
                items = sorted(found, key=lambda item: item.name)
        except OSError as error:
            self.entries[path] = _unreadable(error)
            return
        self.locked.update(f"{path}/{name}" for name in locked_names(item.name for item in items))
        for item in items:
            if not is_litter(item.name):
                self._take_item(source, item, f"{path}/{item.name}", level)

    def _take_item(self, source: Source, item: os.DirEntry[str], path: str, level: int) -> None:
        try:
            seen = self.entries[path] = _seen(source, item)
        except FileNotFoundError:
            return  # gone since it was listed
        except OSError as error:
            self.entries[path] = _unreadable(error)
            return
        if seen.kind is Kind.FOLDER and (source.deep is None or level < source.deep):
            self._list(source, Path(item.path), path, level + 1)


def _unreadable(error: OSError) -> Seen:
    return Seen(Kind.UNREADABLE, why=explain_os(error))


def _seen(source: Source, item: os.DirEntry[str]) -> Seen:
    if item.is_symlink() and not source.links:
        return Seen(Kind.LINK)
    status = item.stat(follow_symlinks=source.links)
    if stat.S_ISDIR(status.st_mode):
        return Seen(Kind.FOLDER)
    if not stat.S_ISREG(status.st_mode):
        return Seen(Kind.DEVICE)
    if not source.reads(item.name):
        return Seen(Kind.OTHER)
    return read_plain(Path(item.path), source)[0]


def read_plain(path: Path, source: Source) -> tuple[Seen, bytes]:
    """A file of a source and its bytes, none if it is not one to read; OSError when it cannot be opened.

    Its status is asked of the open file, so nothing else is read and no pipe blocks.
    """
    follow = 0 if source.links else os.O_NOFOLLOW
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | follow)
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Seen(Kind.DEVICE), b""
        if status.st_nlink > 1 and not source.links:
            return Seen(Kind.TWIN), b""
        if source.largest is not None and status.st_size > source.largest:
            return Seen(Kind.LARGE), b""
        content = stream.read()
    return _seen_in(path.name, content), content


def _seen_in(name: str, content: bytes) -> Seen:
    """A plain file with this content."""
    digest = sha256(content).hexdigest()
    whole = content.endswith((b"\n", b"\r", b"\n\0", b"\r\0"))
    rows = sum(1 for _ in _filled(content)) - 1 if name.lower().endswith(".csv") else -1
    return Seen(Kind.FILE, len(content), digest, max(rows, -1), whole)


def _filled(content: bytes) -> Iterator[bytes]:
    """Lines with something in them; in UTF-16 a line's end has a zero byte beside it."""
    return (line for line in content.split(b"\n") if line.strip(b"\0 \t\r,;"))
