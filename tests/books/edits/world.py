"""All that decides what a site looks like, and can be edited: files, and what the command line says."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.books.build import Workshop
from generator.books.source import Order
from generator.contract.fields import Audience
from tests.books.edits.sample import write_sample

Draw = Callable[[st.SearchStrategy[Any]], Any]
"""Lets hypothesis choose."""
_EDITED = ("data", "content", "site_templates", "mkdocs.yml")


@dataclass(frozen=True)
class State:
    """Everything at one moment."""

    files: Mapping[str, bytes]
    audience: Audience
    as_of: dt.date | None
    offline: bool

    @property
    def key(self) -> str:
        """The same for equal states."""
        digest = hashlib.sha256(repr((self.audience, self.as_of, self.offline)).encode())
        for path, content in sorted(self.files.items()):
            digest.update(f"{path} {len(content)}\n".encode() + content)
        return digest.hexdigest()


@dataclass
class World:
    """A company's project in a folder of its own."""

    root: Path
    audience: Audience = Audience.STAFF
    as_of: dt.date | None = None
    offline: bool = False
    first: State = field(init=False)
    """Before all edits."""

    def __post_init__(self) -> None:
        write_sample(self.root)
        self.first = self.state()

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "data"

    @property
    def content(self) -> Path:
        """Hand-written pages."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """Templates, theme, style sheets and scripts."""
        return self.root / "site_templates"

    @property
    def years(self) -> list[int]:
        """Those in the data folder, oldest first."""
        return sorted(int(one.name) for one in self.data.iterdir() if one.name.isdigit())

    @property
    def order(self) -> Order:
        """What is to be built."""
        return Order(self.data, self.audience, as_of=self.as_of)

    @property
    def workshop(self) -> Workshop:
        """What it is built with."""
        return Workshop(self.root / "mkdocs.yml", self.templates, self.content, self.offline)

    def tables(self) -> list[Path]:
        """Every CSV file of the data."""
        return sorted(self.data.rglob("*.csv"))

    def documents(self) -> list[Path]:
        """Every YAML file of the data."""
        return sorted(self.data.rglob("*.yml"))

    def state(self) -> State:
        """As everything is now."""
        files = {path: (self.root / path).read_bytes() for path in self._paths()}
        return State(files, self.audience, self.as_of, self.offline)

    def restore(self, state: State) -> None:
        """Make everything as it was then."""
        for path in set(self._paths()) - state.files.keys():
            remove(self.root / path)
        for path, content in state.files.items():
            file = self.root / path
            if not file.is_file() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        self.audience, self.as_of, self.offline = state.audience, state.as_of, state.offline

    def _paths(self) -> Iterator[str]:
        for top in _EDITED:
            below = [self.root / top] if "." in top else (self.root / top).rglob("*")
            yield from (one.relative_to(self.root).as_posix() for one in below if one.is_file())


def remove(file: Path) -> None:
    """Remove a file, and the folders it leaves empty."""
    file.unlink()
    for folder in file.parents:
        if any(folder.iterdir()):
            return
        folder.rmdir()


Edit = Callable[[World, Draw], None]
"""Changes something of the world, or nothing when there is nothing to change."""
