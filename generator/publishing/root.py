"""The names in a folder that is published to, and what they say; nothing here writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.publishing.history import History, parse_history
from generator.publishing.known import KnownFiles
from generator.publishing.manifest import ID_LENGTH
from generator.publishing.survey import Surveyed, survey

ID = re.compile(rf"[0-9a-f]{{{ID_LENGTH}}}")
TEMPORARY = ".tmp-"
LINK = ".cur-"
"""How names begin that only an interrupted run leaves behind."""


@dataclass(frozen=True)
class Root:
    """The folder the site of one audience is published to."""

    path: Path
    known: KnownFiles | None = field(default=None, compare=False, repr=False)
    """Files read before, for a process that publishes again and again; None to read them all each time."""

    @property
    def releases(self) -> Path:
        """All that may be shown."""
        return self.path / "releases"

    @property
    def manifests(self) -> Path:
        """What is in each."""
        return self.path / "manifests"

    @property
    def current(self) -> Path:
        """The link the web server follows."""
        return self.path / "current"

    @property
    def previous(self) -> Path:
        """The link to what a rollback would show."""
        return self.path / "previous"

    @property
    def log(self) -> Path:
        """The file of the history."""
        return self.path / "history.jsonl"

    @property
    def work(self) -> Path:
        """Where the site is built; kept between runs."""
        return self.path / ".work"

    @property
    def site(self) -> Path:
        """The built site in it."""
        return self.work / "site"

    def release(self, name: str) -> Path:
        """The folder of a release."""
        return self.releases / name

    def manifest(self, name: str) -> Path:
        """The file of its manifest."""
        return self.manifests / f"{name}.json"

    def shown(self) -> str | None:
        """What `current` names, whether it is there or not; None when it names no release."""
        return _named(self.current)

    def before(self) -> str | None:
        """What `previous` names."""
        return _named(self.previous)

    def history(self) -> History:
        """The events so far; none when nothing was published yet."""
        if not self.log.exists():
            return History()
        return parse_history(self.log.read_text(encoding="utf-8", errors="replace"))

    def names(self) -> Iterator[str]:
        """The releases there are, by name."""
        if self.releases.is_dir():
            yield from sorted(one.name for one in self.releases.iterdir() if ID.fullmatch(one.name))

    def intact(self, name: str) -> Surveyed | None:
        """What is in a release; None when it is missing or its files are not those it is named after."""
        folder = self.release(name)
        if folder.is_symlink() or not folder.is_dir():
            return None
        found = survey(folder, self.known)
        return found if found.manifest.id == name and not found.faults else None


def _named(link: Path) -> str | None:
    """The release a link leads to."""
    if not link.is_symlink():
        return None
    folder, _, name = str(link.readlink()).rpartition("/")
    return name if folder == "releases" and ID.fullmatch(name) else None
