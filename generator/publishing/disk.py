"""Writes that last through a loss of power and have the right mode under any umask.

Nothing here follows a link or writes over a file: what is changed is replaced by rename.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = 0o644
FOLDER = 0o755
PRIVATE = 0o700
"""Of the folder of the build, which nobody has judged yet."""
_CHUNK = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""
_libc = ctypes.CDLL(None, use_errno=True)
"""For two calls the standard library has no name for."""


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    """A handle; errors of what is done with it name the path."""
    handle = os.open(path, flags, 0o600)
    try:
        yield handle
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise
    finally:
        os.close(handle)


def make_folder(path: Path, mode: int = FOLDER) -> None:
    """The folder, and those above it that are missing; one that is there keeps its mode."""
    if not path.is_dir():
        if not path.parent.is_dir():
            make_folder(path.parent)
        path.mkdir(exist_ok=True)
        path.chmod(mode)


def make_new_folder(path: str) -> None:
    """A folder where there is none, below one that is there."""
    os.mkdir(path)  # noqa: PTH102 - one for each page: a path object takes longer than the call
    os.chmod(path, FOLDER)  # noqa: PTH101


def copy_file(source: Path, target: Path) -> None:
    """The bytes of a plain file under a new name; not yet lasting."""
    with _opened(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC) as taken, _opened(target, _NEW) as given:
        os.fchmod(given, FILE)
        while chunk := os.read(taken, _CHUNK):
            _write(given, chunk)


def replace_file(path: Path, content: bytes) -> None:
    """The file with this content, whole or not at all; lasting when its folder is synced."""
    temporary = path.with_name(f".tmp-{path.name}")
    temporary.unlink(missing_ok=True)
    with _opened(temporary, _NEW) as handle:
        os.fchmod(handle, FILE)
        _write(handle, content)
        os.fsync(handle)
    temporary.replace(path)


def append_line(path: Path, line: str) -> None:
    """One line more, lasting; after a line that was cut off it begins on a new one."""
    with _opened(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC) as handle:
        os.fchmod(handle, FILE)
        end = os.lseek(handle, 0, os.SEEK_END)
        torn = end > 0 and os.pread(handle, 1, end - 1) != b"\n"
        _write(handle, ("\n" * torn + line + "\n").encode())
        os.fsync(handle)


def _write(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def sync_folder(path: Path) -> None:
    """The names in a folder last from here on."""
    with _opened(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) as handle:
        os.fsync(handle)


def sync_file_system(path: Path) -> None:
    """All that was written to the path's file system lasts from here on: one call for thousands of files."""
    with _opened(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) as handle:
        if _libc.syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


def exchange(one: Path, other: Path) -> None:
    """Each of two names has what the other had, at no moment nothing."""
    if _libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


def point(link: Path, target: str) -> None:
    """The link leads to `target` from one moment to the next; lasting when its folder is synced."""
    temporary = link.with_name(f".cur-{os.getpid()}")
    temporary.unlink(missing_ok=True)
    try:
        temporary.symlink_to(target)
        temporary.replace(link)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def remove_folder(path: Path) -> None:
    """The folder is gone at once; what is cut short while it is emptied has a name nobody takes for whole."""
    doomed = path.with_name(f".tmp-del-{path.name}")
    if doomed.exists():
        shutil.rmtree(doomed)
    path.rename(doomed)
    sync_folder(path.parent)
    shutil.rmtree(doomed)
