"""One folder, searched: every file for what may not be in it, the folder for what may not lie in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.gate.files import Found, read_file, strays
from generator.gate.finding import Finding, Kind
from generator.gate.glances import Glances, marks
from generator.gate.known import Known
from generator.gate.links import FETCHING, Flaw, dead, foreign, read_page, target
from generator.gate.needles import Needle
from generator.gate.views import UnreadableError, View
from generator.problems import Place

Progress = Callable[[str], None]
HIDDEN = "〔名称不显示〕"
STEP = 200
"""Files between two words of progress."""


def search(
    found: Sequence[Found], known: Known, progress: Progress = lambda _: None, glances: Glances | None = None
) -> tuple[Finding, ...]:
    """Everything that speaks against publishing a folder in which these lie, by file.

    No finding holds what was found.
    Planned files in which nothing was seen are not looked at again while the `glances` hold.
    """
    glances = glances or Glances()
    glances.hold_for(known.keys)
    looking = _Search(known, glances)
    for number, one in enumerate(found, 1):
        looking.look_at(one)
        if number % STEP == 0:
            progress(f"已检查 {number}/{len(found)} 个文件…")
    looking.look_at_folder(found)
    return tuple(sorted(looking.findings, key=lambda one: (one.file, one.kind.name, one.how)))


@dataclass
class _Search:
    """Gathers findings while files are looked at."""

    known: Known
    glances: Glances
    findings: dict[Finding, None] = field(default_factory=dict)
    _secret: dict[str, bool] = field(default_factory=dict)
    """Whether a text may not be shown."""
    _told: set[tuple[str, Kind, Place | None]] = field(default_factory=set)

    def look_at(self, one: Found) -> None:
        """One file: its name, what it is, what is in it."""
        if (
            one.path not in self.known.public.files
        ):  # a name the program gives without withheld texts tells none
            self._look_at_name(one.path)
        if one.fault:
            self._say(Kind.STRAY, one.path, one.fault)
            return
        planned = self.known.planned.get(one.path)
        if planned is None or one.path in self.known.handwritten:
            self._look_into(one, planned)
            return
        now, before = marks(one.file, planned), len(self.findings)
        if not self.glances.is_clean(one.path, now):
            self._look_into(one, planned)
            if len(self.findings) == before:
                self.glances.note(one.path, now)

    def _look_into(self, one: Found, planned: Path | None) -> None:
        try:
            content = read_file(one.file)
        except UnreadableError as reason:
            self._say(Kind.UNREADABLE, one.path, str(reason))
            return
        same = planned is not None and planned.read_bytes() == content
        if planned is not None and not same:
            self._say(Kind.CHANGED, one.path)
        self._look_at_text(one.path, content)
        if not same or one.path in self.known.handwritten:
            self._look_deep(one.path, content)

    def look_at_folder(self, found: Sequence[Found]) -> None:
        """What is too much, what is missing, and where links lead."""
        planned, files = self.known.planned, {one.path: one.file for one in found}
        for path, words in strays([one.path for one in found if not one.fault], planned):
            self._say(Kind.STRAY, path, words)
        for path in sorted(planned.keys() - files.keys()):
            self._say(Kind.MISSING, path)
        web = self.glances.web
        web.keep_only(files)
        for path in web.astray(files):
            page = read_page(files[path].read_text("utf-8", "replace"))
            for flaw in dead(path, page, web.anchors, files):
                self._say_flaw(path, flaw)

    def _look_at_name(self, path: str) -> None:
        for view in self._views(PurePosixPath(path).as_posix().encode("utf-8", "replace")):
            how = f"写在文件名里{'，' if view.how else ''}{view.how}"
            self._tell(path, View(how, view.text, view.doubtful), {})

    def _look_at_text(self, path: str, content: bytes) -> None:
        """What is looked for in every file, also in one that equals the reference."""
        suffix = PurePosixPath(path).suffix.lower()
        text = content.decode("utf-8", "replace")
        for _, needle in self.known.keys.found(text.lower()):
            self._say(needle.kind, path, "", needle.origin)
        if suffix in FETCHING:
            for flaw in foreign(text, suffix):
                self._say_flaw(path, flaw)
        if suffix in (".html", ".htm"):
            self.glances.web.put(path, read_page(text))

    def _look_deep(self, path: str, content: bytes) -> None:
        """What is looked for in every form there is."""
        byhand = path in self.known.handwritten
        expected = {} if byhand else self.known.expected(path)
        for view in self.known.reader.plain(content):
            self._tell(path, view, expected.get(view.how, {}), byhand=byhand)
        try:
            for view in self.known.reader.views(self.known.fresh(path, content)):
                if not view.plain:
                    self._tell(path, view, {}, byhand=byhand)
        except UnreadableError as reason:
            self._say(Kind.UNREADABLE, path, str(reason))

    def _tell(self, path: str, view: View, allowed: Mapping[str, int], *, byhand: bool = False) -> None:
        known = self.known

        def tells(needle: Needle, length: int) -> bool:
            chance = (view.doubtful and length < 3) or (byhand and not needle.told_by_hand(length))
            return not chance

        for piece, needle in known.needles.found(view.text, known.public.says, allowed, tells):
            # A name some page has by rights a person may write on a page of their own.
            if not (byhand and piece in known.needles.names and known.public.says([piece])):
                self._say(needle.kind, path, view.how, needle.origin)
        for _, needle in known.keys.found(view.text):
            self._say(needle.kind, path, view.how, needle.origin)
        for label, number in known.keys.said(view.text):
            if not known.public.says([f"{label} {number}"], known.keys.holds):
                needle = known.keys.labels(number)[label]
                self._say(needle.kind, path, view.how, needle.origin)

    def _say_flaw(self, path: str, flaw: Flaw) -> None:
        how, missing = f"第{flaw.line}行", ""
        if not self._is_secret(flaw.target):
            how += f" {_printable(flaw.target[:80])}"
            if flaw.kind in (Kind.LINK, Kind.ANCHOR):
                missing = "#".join(filter(None, target(path, flaw.target)))
        self._say(flaw.kind, path, how, None, missing)

    def _say(
        self, kind: Kind, path: str, how: str = "", origin: Place | None = None, missing: str = ""
    ) -> None:
        """Note a finding; the same text of a file once, however often and however written it is there."""
        if origin is None or (path, kind, origin) not in self._told:
            self._told.add((path, kind, origin))
            one = Finding(kind, self._shown(path), how, origin, self._shown(missing))
            self.findings[one] = None

    def _shown(self, path: str) -> str:
        """The path without what may not be shown."""
        parts = (HIDDEN if self._is_secret(part) else part for part in path.split("/"))
        return _printable("/".join(parts))

    def _is_secret(self, text: str) -> bool:
        if text not in self._secret:
            views = self._views(text.encode("utf-8", "replace"))
            found = (
                True for view in views for _ in self.known.needles.found(view.text, self.known.public.says)
            )
            self._secret[text] = any(found)
        return self._secret[text]

    def _views(self, content: bytes) -> Iterator[View]:
        """Views of a short text; one that cannot be read has none."""
        try:
            yield from self.known.reader.views(content)
        except UnreadableError:
            return


def _printable(text: str) -> str:
    """The text without anything a terminal would obey."""
    return "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in text)
