"""The verdict: may this folder be published for this audience?"""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.books.build import Workshop
from generator.books.source import Order
from generator.gate.desk import Desk
from generator.gate.files import listed
from generator.gate.finding import Finding, Kind, remarks
from generator.gate.glances import Glances
from generator.gate.known import known
from generator.gate.planted import missed
from generator.gate.readers import READER
from generator.gate.reference import Reference, reference_on
from generator.gate.search import search
from generator.gate.views import UnreadableError
from generator.problems import ConfigError, Place
from generator.store.marks import mark_of

Progress = Callable[[str], None]
_TOKEN = re.compile(r"kh[0-9a-f]{20}")
TEXTS = (".html", ".css", ".js", ".json", ".txt", ".xml", ".svg")
"""Where the build writes tokens as they are, if it does."""
LISTED = 200
"""Lines that are printed; more help nobody."""


@dataclass(frozen=True)
class Inspection:
    """What is to be judged, and what it was made from."""

    folder: Path
    order: Order
    workshop: Workshop


@dataclass(frozen=True)
class Verdict:
    """What the gate says."""

    findings: tuple[Finding, ...] = ()
    files: int = 0
    needles: int = 0
    missed: tuple[str, ...] = ()
    """Planted leaks the gate did not find: then it says nothing about the folder."""

    @property
    def code(self) -> int:
        """0 nothing found, 1 findings, 2 the check itself does not work."""
        return 2 if self.missed else 1 if self.findings else 0

    @property
    def lines(self) -> Iterator[str]:
        """What a clerk reads."""
        if self.missed:
            kinds = "、".join(self.missed)
            yield f"本次检查无效：自检时没有发现预先埋入的问题（{kinds}）。请勿发布，并告知开发人员。"
            return
        told = list(remarks(self.findings))
        yield from (one.text for one in told[:LISTED])
        if len(told) > LISTED:
            yield f"…… 另有 {sum(one.count for one in told[LISTED:])} 处"
        if self.findings:
            counts = Counter(one.kind.label for one in self.findings)
            yield "不得发布：" + "，".join(f"{label} {count} 处" for label, count in counts.items())
        else:
            yield f"可以发布：检查了 {self.files} 个文件、{self.needles} 项不公开内容，没有发现问题。"


@dataclass
class Gate:
    """Judges again and again; that it finds what is planted need be shown once in the life of a process.

    What it needs for a verdict stays at hand, and is only brought up to date (`Desk`).
    """

    _proved: bool = False
    _desks: dict[tuple[Order, Path, bool], Desk] = field(default_factory=dict)

    def judge(self, inspection: Inspection, progress: Progress = lambda _: None) -> Verdict:
        """The verdict on a folder; errors as `judge`."""
        if (blind := _missed(inspection, progress, proved=self._proved)) is not None:
            return blind
        self._proved = True
        shop = inspection.workshop
        key = (inspection.order, shop.content, shop.offline)
        desk = self._desks.pop(key, None) or Desk(Path(tempfile.mkdtemp(dir=self._place)), again=True)
        try:
            verdict = _judged(inspection, desk, progress)
        except BaseException:  # then it is not known what is on the desk
            shutil.rmtree(desk.folder, ignore_errors=True)
            raise
        self._desks[key] = desk
        return verdict

    @cached_property
    def _place(self) -> Path:
        """Gone with the gate, at the end of the process at last."""
        place = Path(tempfile.mkdtemp(prefix="kaohe-gate-"))
        weakref.finalize(self, shutil.rmtree, place, ignore_errors=True)
        return place


def judge(inspection: Inspection, progress: Progress = lambda _: None) -> Verdict:
    """The verdict on a folder; ConfigError when there is none, DataError when the data has errors."""
    if (blind := _missed(inspection, progress)) is not None:
        return blind
    with tempfile.TemporaryDirectory(prefix="kaohe-gate-") as place:
        return _judged(inspection, Desk(Path(place) / "desk"), progress)


def _missed(inspection: Inspection, progress: Progress, *, proved: bool = False) -> Verdict | None:
    """The verdict of a gate that does not find what is planted; None when it does."""
    if not inspection.folder.is_dir():
        raise ConfigError(f"找不到文件夹 {inspection.folder}")
    if proved:
        return None
    progress("自检：查找预先埋入的泄密…")
    found = missed(READER)
    return Verdict(missed=found) if found else None


def _judged(inspection: Inspection, desk: Desk, progress: Progress) -> Verdict:
    made = reference_on(desk, inspection.order, inspection.workshop, progress)
    what = known(made, READER, desk.witnesses)
    found = tuple(listed(inspection.folder))
    files = sum(1 for one in found if not one.fault)
    total = what.needles.size
    progress(f"检查 {inspection.folder}（{files} 个文件，{total} 项不公开内容）…")
    findings = (*tokens(made, desk.glances), *search(found, what, progress, desk.glances))
    return Verdict(findings, files, total)


def tokens(made: Reference, glances: Glances) -> Iterator[Finding]:
    """Places where the reference holds a token: the program itself lets a withheld text through."""
    texts = {token: text for text, token in made.withheld.tokens.items()}
    origins: dict[str, Place] = {}
    for cell in (*made.withheld.guarded, *made.withheld.unprinted):
        origins.setdefault(cell.text, cell.place)
    for path, file in made.planned.items():
        if glances.is_plain(path, now := mark_of(file)):
            continue
        try:
            found = _tokens_in(path, file.read_bytes())
        except UnreadableError as reason:  # what the program packs itself it must be able to look into
            yield Finding(Kind.UNREADABLE, path, str(reason))
            continue
        if not found:
            glances.note_plain(path, now)
        for token in sorted(found & texts.keys()):
            yield Finding(Kind.TOKEN, path, "", origins[texts[token]])


def _tokens_in(path: str, content: bytes) -> set[str]:
    """The tokens in name and bytes of a file, in what is packed in it too where it is no plain text."""
    found = set(_TOKEN.findall(f"{path}\n{content.decode('utf-8', 'replace')}".lower()))
    if not path.endswith(TEXTS):
        for view in READER.views(content):
            found.update(_TOKEN.findall(view.text))
    return found
