"""Many documents at once: over the cores, only what changed, nothing half written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from generator.crew.crew import ALONE, Crew
from generator.crew.turn import turn
from generator.pages.sheets.sheet import Layout
from generator.press.engine import Manuscript, bind, lay_out, set_by, weasyprint_version, write
from generator.press.fit import Overflow, overflows

STATE = "state.json"
VERSION = 1
"""Of what is kept about a PDF; another one makes everything again."""
Progress = Callable[[int, int], None]
"""Told how many are done, of how many."""


@dataclass(frozen=True)
class Part:
    """A document inside a PDF."""

    manuscript: Manuscript
    layout: Layout


@dataclass(frozen=True)
class Task:
    """A PDF to be made."""

    file: str
    """Below the folder of all PDFs: `2025/print/summary/u03.pdf`."""
    title: str
    parts: tuple[Part, ...]
    """One, or for a booklet its cover with the contents, then all it holds."""


@dataclass(frozen=True)
class Made:
    """A PDF that was made, or would be."""

    file: str
    title: str
    fingerprint: str
    pages: int
    overflows: tuple[Overflow, ...]
    """What leaves the text area, in the order of the pages."""


@dataclass(frozen=True)
class Press:
    """Where PDFs are made from and to."""

    theme: Path
    """The folder that holds `assets`."""
    folder: Path
    """All PDFs of one edition, with what is known about each."""
    writes: bool = True
    """Whether files are written, or only laid out and measured."""
    crew: Crew = field(default_factory=Crew)

    def run(self, tasks: Sequence[Task], progress: Progress = lambda *_: None) -> tuple[Made, ...]:
        """Make what is missing or changed; every task with its pages, in the order given.

        The first fault of a document stops it (ConfigError); files made until then stay.
        """
        kept = self._kept()
        style = _style(self.theme)
        prints = {task.file: _fingerprint(task, style) for task in tasks}
        due = [task for task in tasks if not self._is_there(kept.get(task.file), prints[task.file])]
        found = {task.file: kept[task.file] for task in tasks if task not in due}
        try:
            for number, made in enumerate(self._made(due, prints), 1):
                found[made.file] = made
                progress(number, len(due))
        finally:
            if self.writes:
                self._keep({**kept, **found})
        return tuple(found[task.file] for task in tasks)

    def remove_all_but(self, files: Iterable[str], books: Collection[str] = ()) -> None:
        """Remove PDFs nobody plans any more: of a unit that is gone, of a document withheld by now.

        Looked for in the folders of these books, in all when none is named, and on the disk: what is known
        of them may be lost.
        """
        kept = self._kept()
        there = {file.relative_to(self.folder).as_posix() for file in self.folder.glob("*/print/**/*.pdf")}
        unplanned = (there | kept.keys()) - frozenset(files)
        gone = {file for file in unplanned if not books or file.split("/")[0] in books}
        for file in gone:
            (self.folder / file).unlink(missing_ok=True)
        if gone & kept.keys():
            self._keep({file: made for file, made in kept.items() if file not in gone})

    def _made(self, due: Sequence[Task], prints: Mapping[str, str]) -> Iterator[Made]:
        if not due:
            return
        weasyprint_version()  # what is missing here is told before others are asked
        alone = replace(self, crew=ALONE)
        orders = [(alone, task, prints[task.file], Path.cwd()) for task in due]
        if self.crew.alone or len(due) == 1:
            yield from map(_make, orders)
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.crew.at_work(len(due), self.folder) as executor:
            yield from executor.map(_make, orders)

    def _is_there(self, made: Made | None, fingerprint: str) -> bool:
        if made is None or made.fingerprint != fingerprint:
            return False
        return not self.writes or (self.folder / made.file).is_file()

    def _kept(self) -> dict[str, Made]:
        """What is known of PDFs made before; nothing when it cannot be read, so that all are made again."""
        try:
            state = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
            if state["version"] != VERSION:
                return {}
            return {one["file"]: _read(one) for one in state["made"]}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _keep(self, made: Mapping[str, Made]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        listed = [asdict(made[file]) for file in sorted(made)]
        text = json.dumps({"version": VERSION, "made": listed}, ensure_ascii=False, indent=1)
        part = self.folder / f".{STATE}.part"
        part.write_text(text, encoding="utf-8")
        part.replace(self.folder / STATE)


def _make(order: tuple[Press, Task, str, Path]) -> Made:
    """In any process: a document from its manuscript to its file, paths as seen from the folder given."""
    press, task, fingerprint, folder = order
    with turn(folder):
        documents = [lay_out(part.manuscript, press.theme) for part in task.parts]
        beyond = (
            each
            for part, document in zip(task.parts, documents, strict=True)
            for each in overflows(document, part.layout)
        )
        pages = sum(len(one.pages) for one in documents)
        made = Made(task.file, task.title, fingerprint, pages, tuple(beyond))
        if press.writes:
            write(bind(documents), press.folder / task.file)
    return made


def _fingerprint(task: Task, style: bytes) -> str:
    """Changes whenever another PDF would come out."""
    digest = hashlib.sha256(style)
    for part in task.parts:
        beside = (text for pair in sorted(part.manuscript.beside.items()) for text in pair)
        for text in (part.layout.value, part.manuscript.html, part.manuscript.style, *beside):
            digest.update(f"{len(text)}\n{text}".encode())
    return digest.hexdigest()


def _style(theme: Path) -> bytes:
    """What all documents depend on: their style sheets and what sets them."""
    digest = hashlib.sha256(set_by().encode())
    for file in sorted((theme / "assets/print").glob("*.css")):
        digest.update(file.read_bytes())
    return digest.digest()


def _read(one: Mapping[str, object]) -> Made:
    beyond = one["overflows"]
    if not isinstance(beyond, list):
        raise TypeError
    return Made(**{**one, "overflows": tuple(Overflow(**each) for each in beyond)})  # type: ignore[arg-type]
