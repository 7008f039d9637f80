"""A site as a list of digests, and the name that follows from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from json.encoder import encode_basestring_ascii
from operator import attrgetter

ID_LENGTH = 16
"""Hex digits of a release's name."""


@dataclass(frozen=True, order=True)
class Entry:
    """One file of a site."""

    path: str
    """Below the site's root, with forward slashes."""
    size: int
    """Bytes."""
    sha256: str


by_path = attrgetter("path")


@dataclass(frozen=True)
class Manifest:
    """Every file of a site by path; it tells no time, so the same site always has the same one."""

    entries: tuple[Entry, ...]

    @cached_property
    def text(self) -> str:
        """JSON with a line a file; ASCII, so that no name can be written two ways."""
        return "[\n" + ",\n".join(_lines(self.entries)) + "\n]\n"

    @cached_property
    def id(self) -> str:
        """The name of the release that has these files."""
        return sha256(self.text.encode("ascii")).hexdigest()[:ID_LENGTH]

    @property
    def pages(self) -> int:
        """How many of the files are pages."""
        return sum(entry.path.endswith(".html") for entry in self.entries)

    @property
    def bytes(self) -> int:
        """Of all files together."""
        return sum(entry.size for entry in self.entries)


EMPTY = Manifest(())
"""Of a folder with nothing in it."""


def parse_manifest(text: str) -> Manifest:
    """The manifest a file holds; ValueError when it is none or was changed in form."""
    try:
        found = Manifest(tuple(Entry(one["path"], one["size"], one["sha256"]) for one in json.loads(text)))
    except (TypeError, KeyError) as error:
        raise ValueError("not a manifest") from error
    if found.text != text:
        raise ValueError("not written by us")
    return found


def _lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in sorted(entries, key=by_path):
        path = encode_basestring_ascii(entry.path)
        yield f'{{"path": {path}, "size": {entry.size}, "sha256": "{entry.sha256}"}}'
