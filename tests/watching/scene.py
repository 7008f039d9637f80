"""A watcher with a clock of its own and a builder that needs neither data nor MkDocs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.books.byhand.content import SUFFIXES
from generator.contract.fields import Audience
from generator.publishing.publish import Publication, Published, publish
from generator.publishing.root import Root
from generator.watching.board import REPORT, Board
from generator.watching.desk import Clock, Desk
from generator.watching.keeping import Keeper
from generator.watching.orders import Orders
from generator.watching.settling import Patience
from generator.watching.sources import Sources
from generator.watching.watcher import Watcher
from tests.publishing.small import Verdict, write_pages

START = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
ROWS = "编号,姓名\n" + "".join(f"u{number:02},单位{number}\n" for number in range(1, 21))
"""A table of 20 rows."""
SMALL: Mapping[str, str] = {
    "units.csv": ROWS,
    "2025/cycle.yml": "year: 2025\n",
    "2025/checks.csv": ROWS,
    "2025/restricted/interviews.csv": ROWS,
    "2024/checks.csv": ROWS,
}
Files = Mapping[str, bytes]


@dataclass
class Scene:
    """A data folder, somebody who watches it, and what was published so far."""

    place: Path
    audiences: tuple[Audience, ...] = (Audience.STAFF,)
    patience: Patience = field(default_factory=Patience)
    folder: str = "srv"
    """Where it is published to."""
    program: str = "p1"
    time: float = 1000.0
    published: list[tuple[Audience, Files]] = field(default_factory=list)
    """The data of every build that was shown, oldest first."""
    built: int = 0
    refuse: Callable[[Audience, Path], object] = lambda _audience, _data: None
    """Raises what a build of that data would raise."""
    verdict: Verdict = field(default_factory=Verdict)
    told: list[str] = field(default_factory=list)
    clock_shift: float = 0.0
    """Seconds by which the clock on the wall is wrong."""

    def __post_init__(self) -> None:
        self.data, self.content, self.to = (self.place / name for name in ("data", "content", self.folder))
        self.templates = self.place / "site_templates"
        for path, text in SMALL.items():
            self.write(path, text)
        for folder in (self.content, self.templates, self.to / ".watch"):
            folder.mkdir(parents=True)
        (self.templates / "page.html").write_text("<p>", encoding="utf-8")
        self.start()

    def start(self) -> None:
        """A process begins to watch; what the one before knew in memory is gone."""
        sources = Sources(self.data, self.content, SUFFIXES, (self.templates,))
        copy = self.to / ".watch/source"
        self.copied = sources.of_copy(copy).data
        self.roots = {one: Root(self.to / one.value) for one in self.audiences}
        clock = Clock(lambda: self.time, self.now)
        keeper = Keeper(self.to / ".watch")
        desk = Desk(
            self.roots,
            self.publish,
            lambda: "2026-06-30",
            keeper,
            self.program,
            self.patience.retry,
            clock,
            self.told.append,
        )
        status = {one: root.path / "status" for one, root in self.roots.items()}
        board = Board(Orders(self.to, self.data), status, self.place / REPORT, self.now, self.told.append)
        self.watcher = Watcher(sources, copy, desk, board, self.patience)
        self._next = self.time

    def now(self) -> dt.datetime:
        """The clock on the wall."""
        return START + dt.timedelta(seconds=self.time + self.clock_shift)

    def run(self, seconds: float) -> None:
        """So much time passes, with every look that falls into it."""
        end = self.time + seconds
        while self._next <= end:
            self.time = self._next
            self._next += self.watcher.step()
        self.time = end

    def publish(self, audience: Audience, accepted: bool) -> Published | None:
        """A site that says what the data says, after the checks somebody asked for."""

        def build(folder: Path) -> None:
            self.built += 1
            self.refuse(audience, self.copied)
            files = files_in(self.copied)
            pages = {
                f"2025/{path}.html": f"<pre>{text.decode(errors='replace')}</pre>"
                for path, text in files.items()
            }
            write_pages(folder, {"index.html": audience.value, **pages})

        files = files_in(self.copied)
        found = publish(
            Publication(self.roots[audience], build, lambda _: self.verdict, self.now, allow_shrink=accepted)
        )
        self.published.append((audience, files))
        return found

    def write(self, path: str, text: str | bytes) -> Path:
        """Save a file in the data folder, by a plain write."""
        file = self.data / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def last(self, path: str) -> str:
        """What the newest published state has in a file."""
        return self.published[-1][1][path].decode()

    def shown(self, path: str) -> str:
        """What staff read of a file."""
        return (self.roots[Audience.STAFF].current / f"2025/{path}.html").read_text(encoding="utf-8")

    def status(self, audience: Audience = Audience.STAFF) -> dict[str, object]:
        """`status.json` as a program reads it."""
        found: dict[str, object] = json.loads(self._laid(audience, "status.json"))
        return found

    def page(self, audience: Audience = Audience.STAFF) -> str:
        """The status page."""
        return self._laid(audience, "index.html")

    @property
    def report(self) -> str:
        """The page beside the data folder."""
        return (self.place / REPORT).read_text(encoding="utf-8")

    def kind(self, audience: Audience = Audience.STAFF) -> object:
        """Of the fault that is told; None when there is none."""
        fault = self.status(audience)["fault"]
        return fault["kind"] if isinstance(fault, dict) else fault

    def _laid(self, audience: Audience, name: str) -> str:
        return (self.roots[audience].path / "status" / name).read_text(encoding="utf-8")


def files_in(folder: Path) -> Files:
    """Every plain file below a folder."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and not one.is_symlink()
    }
