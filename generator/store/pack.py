"""One file with several values by name, each read when it is asked for."""

from __future__ import annotations

import hashlib
import mmap
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_MAGIC = b"kaohe pack 1\n"
_SUM = 32


@dataclass(frozen=True)
class Pack:
    """A file that was whole when it was opened; it stays readable when another takes its place."""

    file: Path
    content: mmap.mmap
    places: Mapping[str, tuple[int, int]]
    """First and last byte of each value."""

    @property
    def digest(self) -> bytes:
        """Of all its values."""
        return self.content[len(_MAGIC) : len(_MAGIC) + _SUM]

    def __getitem__(self, name: str) -> object:
        """The value; a new object each time. KeyError when there is none of that name."""
        first, last = self.places[name]
        return pickle.loads(self.content[first:last])  # noqa: S301 - our own bytes, by their sum


def write_pack(file: Path, values: Mapping[str, object]) -> None:
    """Write the values, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    with new.open("wb") as opened:
        _write(opened, values)
    new.replace(file)


def _write(file: BinaryIO, values: Mapping[str, object]) -> None:
    """One value after the other: all of them at once may be a hundred megabytes."""
    digest = hashlib.blake2b(digest_size=_SUM)
    places: dict[str, tuple[int, int]] = {}
    end = file.write(_MAGIC + bytes(_SUM))
    for name, value in values.items():
        part = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        digest.update(part)
        places[name] = (end, end := end + file.write(part))
    last = pickle.dumps(places, pickle.HIGHEST_PROTOCOL) + end.to_bytes(8, "big")
    digest.update(last)
    file.write(last)
    file.seek(len(_MAGIC))
    file.write(digest.digest())


def read_pack(file: Path) -> Pack | None:
    """The values of the file; None when it is not there, or not as it was written."""
    try:
        with file.open("rb") as opened:
            content = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # not there; empty
        return None
    head = len(_MAGIC) + _SUM
    with memoryview(content) as whole, whole[head:] as body:
        if whole[:head] != _MAGIC + hashlib.blake2b(body, digest_size=_SUM).digest():
            return None
    if hasattr(content, "madvise"):  # read through once; what is asked for is read from the file again
        content.madvise(mmap.MADV_DONTNEED)
    end = int.from_bytes(content[-8:], "big")
    return Pack(file, content, pickle.loads(content[end:-8]))  # noqa: S301 - our own bytes, by their sum
