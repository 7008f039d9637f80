"""Small built folders, and a publisher of them that needs neither data nor MkDocs."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.publishing.publish import Publication, Published, publish
from generator.publishing.rollback import roll_back
from generator.publishing.root import Root

Pages = Mapping[str, str]
START = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
SMALL: Pages = {
    "index.html": "<h1>考核</h1>",
    "assets/site.css": "h1 { color: black }",
    "units/u01/index.html": "<table><tr><td>一处</table>",
    "2025/index.html": "<table>" + "<tr><td>2025" * 20 + "</table>",
    "2025/units/u01/index.html": "<h1>一处</h1>",
}
"""Path → text of a site with a shelf and one year."""


def write_pages(folder: Path, pages: Pages) -> None:
    """The folder holds these files and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _build(folder: Path, pages: Pages, links: Mapping[str, str]) -> None:
    write_pages(folder, pages)
    for path, target in links.items():
        (folder / path).symlink_to(target)


def pages_in(folder: Path) -> dict[str, str]:
    """What a reader of the folder gets."""
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_text(encoding="utf-8") for one in files}


@dataclass(frozen=True)
class Verdict:
    """A gate that has made up its mind."""

    code: int = 0
    said: str = ""

    @property
    def lines(self) -> Iterator[str]:
        """What it says."""
        yield self.said


@dataclass
class Press:
    """Publishes pages to a root, an hour later each time."""

    root: Root
    time: dt.datetime = START
    told: list[str] = field(default_factory=list)

    def publish(
        self,
        pages: Pages,
        *,
        verdict: Verdict = Verdict(),
        keep: int = 5,
        allow_shrink: bool = False,
        links: Mapping[str, str] | None = None,
        during: Callable[[], object] = lambda: None,
    ) -> Published:
        """Publish them; `during` happens while they are judged."""

        def judge(_: Path) -> Verdict:
            during()
            return verdict

        found = publish(
            Publication(
                self.root,
                lambda folder: _build(folder, pages, links or {}),
                judge,
                self.later,
                keep=keep,
                allow_shrink=allow_shrink,
                tell=self.told.append,
            )
        )
        assert found is not None
        return found

    def roll_back(self) -> str:
        """Show the release before; its name."""
        return roll_back(self.root, self.later(), self.told.append)

    def later(self, hours: int = 1) -> dt.datetime:
        """So many hours pass."""
        self.time += dt.timedelta(hours=hours)
        return self.time


@contextmanager
def read_meanwhile(root: Root, paths: Iterable[str]) -> Iterator[list[str]]:
    """Two readers ask for these pages again and again until the block ends; what they did not get."""
    misses: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for path in paths:
                try:
                    (root.current / path).read_bytes()
                except OSError as error:
                    misses.append(f"{path}: {error}")
                time.sleep(0.0005)  # the publisher wants its turn

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        yield misses
    finally:
        done.set()
        for reader in readers:
            reader.join()


def version(number: int) -> Pages:
    """The small site, told apart by its front page."""
    return {**SMALL, "index.html": f"<h1>第 {number} 版</h1>"}


def assert_whole(root: Root) -> None:
    """What is shown is what its manifest says, and nothing is left over."""
    shown = root.shown()
    assert shown is not None
    names = set(root.names())
    for name in names:
        found = root.intact(name)
        assert found is not None
        assert root.manifest(name).read_text(encoding="ascii") == found.manifest.text
    assert shown in names
    assert {one.stem for one in root.manifests.iterdir()} == names
    assert {one.name for one in root.releases.iterdir()} == names
    there = {one.name for one in root.path.iterdir()} - {"previous"}
    assert there == {"releases", "manifests", "current", "history.jsonl", ".work", ".lock", ".switch"}
