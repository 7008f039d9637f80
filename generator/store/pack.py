"""One file with several values by name, each read when it is asked for."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

_MAGIC = b"kaohe pack 1\n"
_SUM = 32


@dataclass(frozen=True)
class Pack:
    """A file that was whole when it was opened; it stays readable when another takes its place."""

    file: Path
    content: mmap
    places: Mapping[str, tuple[int, int]]
    """First and last byte of each value."""

    @property
    def digest(self) -> bytes:
        """Of all its values."""
        return self.content[len(_MAGIC) :][:_SUM]

    def __getitem__(self, name: str) -> object:
        """The value; a new object each time. KeyError when there is none of that name."""
        first, last = self.places[name]
        return pickle.loads(self.content[first:last])  # noqa: S301 - our own bytes, by their sum


def write_pack(file: Path, values: Mapping[str, object]) -> None:
    """Write the values, whole or not at all."""
    places: dict[str, tuple[int, int]] = {}
    parts: list[bytes] = []
    end = len(_MAGIC) + _SUM
    for name, value in values.items():
        parts.append(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        places[name] = (end, end := end + len(parts[-1]))
    parts.append(pickle.dumps(places, pickle.HIGHEST_PROTOCOL) + end.to_bytes(8, "big"))
    body = b"".join(parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(_MAGIC + _digest(body) + body)
    new.replace(file)


def read_pack(file: Path) -> Pack | None:
    """The values of the file; None when it is not there, or not as it was written."""
    try:
        with file.open("rb") as opened:
            content = mmap(opened.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # not there; empty
        return None
    head = len(_MAGIC) + _SUM
    if content[:head] != _MAGIC + _digest(content[head:]):
        return None
    end = int.from_bytes(content[-8:], "big")
    return Pack(file, content, pickle.loads(content[end:-8]))  # noqa: S301 - our own bytes, by their sum


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM).digest()
