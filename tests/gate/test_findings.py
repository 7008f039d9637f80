"""Every kind of finding is produced by a fault of its kind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.books.changes import files_below
from generator.gate import specimens
from generator.gate.files import listed
from generator.gate.finding import Finding, Kind
from generator.gate.glances import Glances
from generator.gate.judge import tokens
from generator.gate.known import Known
from generator.gate.planted import LEAKS, missed
from generator.gate.readers import READER
from generator.gate.reference import Reference
from generator.gate.search import _Search, search
from generator.gate.views import LARGEST
from tests.gate.conftest import PAGE

pytestmark = pytest.mark.xdist_group("gate")

Spoil = Callable[[Path], str]
"""Does something to the page, and says which file it is about."""


def typed(text: str) -> Spoil:
    """Types something into the page."""

    def spoil(page: Path) -> str:
        page.write_bytes(page.read_bytes().replace(b"</h1>", f"</h1>{text}".encode(), 1))
        return PAGE

    return spoil


def beside(name: str, content: bytes) -> Spoil:
    """Puts a file beside the page."""

    def spoil(page: Path) -> str:
        page.with_name(name).write_bytes(content)
        return str(Path(PAGE).with_name(name).as_posix())

    return spoil


def removed(page: Path) -> str:
    """The page is gone."""
    page.unlink()
    return PAGE


def huge(page: Path) -> str:
    """The page has become larger than anybody looks at."""
    with page.open("r+b") as stream:
        stream.truncate(LARGEST + 1)
    return PAGE


SPOILT: Mapping[Kind, tuple[Spoil, ...]] = {
    Kind.NAME: (typed("佘霁昀"),),
    Kind.WORD: (typed("T-2025-01"),),
    Kind.PASSAGE: (typed("断层带施工最紧张时支部书记连续住队九天"),),
    Kind.KEY: (typed("<b data-figure='2025:units.u03.composite'>—</b>"),),
    Kind.FIGURE: (typed("综合得分：92.94"),),
    Kind.CHANGED: (typed(" "), typed("91 票"), lambda page: (page.write_bytes(b""), PAGE)[1]),
    Kind.STRAY: (beside("x.bak", b""), beside("page.html", b"<p>")),
    Kind.MISSING: (removed,),
    Kind.HOST: (typed("<img src='//cdn.invalid/x.png'>"),),
    Kind.LINK: (typed("<a href='nowhere/'>x</a>"),),
    Kind.ANCHOR: (typed("<a href='#q'>x</a>"),),
    Kind.UNREADABLE: (huge, beside("a.zip", b"PK\x03\x04"), beside("b.zip", specimens.zipped({"a": b""}, 6))),
}
"""What makes each kind; one that is missing here has no test."""
CASES = [(kind, spoil) for kind, ways in SPOILT.items() for spoil in ways]


def found_when(spoil: Spoil, made: Reference, what: Known, folder: Path) -> tuple[str, list[Finding]]:
    """The file it is about, and what is said beside what is said of the page alone."""
    page = folder / PAGE
    page.parent.mkdir(parents=True)
    shutil.copy(made.site / PAGE, page)
    before = search(tuple(listed(folder)), what)
    file = spoil(page)
    return file, [one for one in search(tuple(listed(folder)), what) if one not in before]


def test_every_kind_has_its_fault() -> None:
    """A new kind brings its own; a token in the reference is made below."""
    assert SPOILT.keys() == set(Kind) - {Kind.TOKEN}


@pytest.mark.parametrize(("kind", "spoil"), CASES, ids=[kind.name for kind, _ in CASES])
def test_a_fault_is_found(kind: Kind, spoil: Spoil, made: Reference, what: Known, tmp_path: Path) -> None:
    """The finding names the file; nothing is said of another, but of the folder where nothing is left."""
    file, findings = found_when(spoil, made, what, tmp_path)
    assert (kind, file) in {(one.kind, one.file) for one in findings}
    others = {(one.kind, one.file) for one in findings if one.file != file}
    assert others == ({(Kind.STRAY, "2025/units/u03/")} if kind is Kind.MISSING else set())


def test_a_token_and_what_cannot_be_read_in_the_reference(made: Reference, tmp_path: Path) -> None:
    """What the program itself let through, and what it packed so that nobody can look into it."""
    site = tmp_path / "site"
    site.mkdir()
    token = next(iter(made.withheld.tokens.values()))
    (site / "a.html").write_text(f"<p>{token}</p>", encoding="utf-8")
    (site / "b.zip").write_bytes(specimens.zipped({"c.txt": token.encode()}, 2))
    (site / "d.zip").write_bytes(b"PK\x03\x04")
    planned = {path: site / path for path in files_below(site)}
    found = {(one.kind, one.file) for one in tokens(replace(made, planned=planned), Glances())}
    assert found == {(Kind.TOKEN, "a.html"), (Kind.TOKEN, "b.zip"), (Kind.UNREADABLE, "d.zip")}


@pytest.mark.parametrize("kind", SPOILT, ids=lambda kind: str(kind.name))
def test_a_gate_that_does_not_say_a_kind_is_not_believed(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind is among the planted leaks, and missed when nobody says it: the check is invalid then."""
    say = _Search._say

    def silent(self: _Search, said: Kind, *rest: object) -> None:
        if said is not kind:
            say(self, said, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(_Search, "_say", silent)
    assert set(missed(READER)) == {leak.label for leak in LEAKS if leak.kind is kind} != set()
