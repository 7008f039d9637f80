"""A value of the sample put by hand into its staff site is found, in every form, and never repeated."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.gate import specimens
from generator.gate.cells import Cell
from generator.gate.finding import LEAKS, Finding, Kind
from generator.gate.known import Known
from generator.gate.needles import PASSAGE
from generator.gate.normal import normal
from generator.gate.reference import Reference
from tests.gate.conftest import PAGE, Searched

pytestmark = pytest.mark.xdist_group("gate")

NOTES = "班子带头跟班，断层带施工最紧张时支部书记连续住队九天"
"""Of an interview: `restricted/interviews.csv`."""
CANDIDATE = "佘霁昀"
"""Of `restricted/recommendations.csv`."""

FORMS: dict[str, Callable[[str], bytes]] = {
    "text": lambda text: text.encode(),
    "comment": lambda text: f"<!-- {text} -->".encode(),
    "alt": lambda text: f"<img alt='{text}'>".encode(),
    "entities": lambda text: "".join(f"&#{ord(one)};" for one in text).encode(),
    "twice": lambda text: "".join(f"&amp;#{ord(one)};" for one in text).encode(),
    "percent": lambda text: quote(text).encode(),
    "escapes": lambda text: json.dumps(text).encode(),
    "spaced": lambda text: "\u3000".join(text).encode(),
    "zero width": lambda text: "\u200b".join(text).encode(),
    "soft hyphens": lambda text: "\u00ad".join(text).encode(),
    "tags": lambda text: "<b></b>".join(text).encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64 of utf-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
    "base64 of gzip": lambda text: base64.b64encode(gzip.compress(text.encode() * 3)),
    "utf-16": lambda text: text.encode("utf-16-le"),
    "utf-16, big": lambda text: text.encode("utf-16-be"),
    "gb18030": lambda text: text.encode("gb18030"),
}
FILES: dict[str, Callable[[str], bytes]] = {
    "a.gz": specimens.gz,
    "a.zip": lambda text: specimens.zipped({"b.txt": text.encode()}, 3),
    "a.xlsx": specimens.workbook,
    "a.jpg": specimens.jpeg,
    "a.png": specimens.png,
    "text.pdf": specimens.pdf_text,
    "keywords.pdf": specimens.pdf_keywords,
    "attachment.pdf": specimens.pdf_attachment,
    "remains.pdf": specimens.pdf_remains,
    "a.json": lambda text: json.dumps({"text": text}).encode(),
}


def leaks(found: list[Finding]) -> set[Kind]:
    """The kinds of leak among findings."""
    return {one.kind for one in found} & LEAKS


def page_with(what: Known, more: bytes) -> bytes:
    """A page of the site with something typed into it."""
    page = what.planned[PAGE].read_bytes()
    return page.replace(b"</h1>", b"</h1>" + more, 1)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "case",
    [
        (CANDIDATE, Kind.NAME, "data/2025/restricted/recommendations.csv 第2行 「姓名」"),
        (NOTES, Kind.PASSAGE, "data/2025/restricted/interviews.csv 第4行 「内容」"),
    ],
)
def test_a_value_typed_into_a_page_is_found(
    searched: Searched, what: Known, form: str, case: tuple[str, Kind, str]
) -> None:
    """The message names page, kind and cell, and does not say the text again."""
    text, kind, origin = case
    found = searched(PAGE, page_with(what, FORMS[form](text)))
    (leak,) = [one for one in found if one.kind is kind]
    assert str(leak.origin) == origin
    assert Kind.CHANGED in {one.kind for one in found}
    assert not any(part in str(one) for one in found for part in (text, text[:6]))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("text", [CANDIDATE, NOTES])
def test_a_value_in_a_file_is_found(searched: Searched, name: str, text: str) -> None:
    """In what nobody planned, whatever it is packed in."""
    assert leaks(searched(name, FILES[name](text)))


def test_a_page_as_it_should_be_is_clean(searched: Searched, what: Known) -> None:
    """Nothing is said of the page itself; its links lead to files that are not in this little folder."""
    assert {one.kind for one in searched(PAGE, page_with(what, b""))} <= {Kind.LINK}


def kept(made: Reference, what: Known) -> list[Cell]:
    """A guarded cell of each column that has a needle."""
    found: dict[tuple[str, str], Cell] = {}
    for cell in made.withheld.guarded:
        if any(what.needles.found(normal(cell.text), what.public.says)):
            found.setdefault(column_of(cell), cell)
    return list(found.values())


def column_of(cell: Cell) -> tuple[str, str]:
    """Table or form, and the column or the last field of the way to it."""
    file = cell.place.file.split("/")
    table = file[-2] if file[-2] in ("reports", "cases") else file[-1]
    return table, (cell.place.column or "").rpartition(" › ")[2]


def test_a_value_of_every_guarded_column_is_found(searched: Searched, made: Reference, what: Known) -> None:
    """Whatever field it comes from; and no message holds any needle at all."""
    columns = kept(made, what)
    assert len(columns) > 50
    for cell in columns:
        found = searched(PAGE, page_with(what, cell.text.encode()))
        assert leaks(found), cell.place
        for one in found:
            assert not list(what.needles.found(normal(str(one)), what.public.says)), cell.place


def test_columns_without_needle_are_known(made: Reference, what: Known) -> None:
    """What is too short or says nothing by itself; a change of a page is seen all the same."""
    having = {column_of(cell) for cell in kept(made, what)}
    lacking = {column_of(cell) for cell in made.withheld.guarded} - having
    assert {(table, column) for table, column in lacking if table.endswith(".csv")} == LACKING


LACKING = {
    *((file, "票种") for file in ("ballots.csv", "ballot_rounds.csv")),
    *(("rectifications.csv", column) for column in ("责任人", "经办人", "督办部门", "协调人")),
    ("rectification_events.csv", "经办"),
    ("verifications.csv", "转入问题"),
    *(("objections.csv", column) for column in ("表彰编号", "方式")),
}
"""Letters, 「来信」, and posts, departments and numbers that stand on public pages too."""


def test_a_name_may_stand_where_the_reference_has_it(searched: Searched, what: Known) -> None:
    """One more than the reference has on that page is a leak, as many as it has are none."""
    page, name = next(
        (path, name)
        for path in what.public.files
        if path.endswith(".html")
        for name in what.expected(path).get("", {})
    )
    assert what.public.says([name])
    content = what.planned[page].read_bytes()
    assert not leaks(searched(page, content + b"<!-- later -->"))
    assert Kind.NAME in leaks(searched(page, content + name.encode()))


def test_a_withheld_figure_is_found_by_key_and_label(searched: Searched, what: Known) -> None:
    """`data-figure` of other editions, whole or put together with its row's; 综合得分 with its number."""
    for more in (
        "<td data-figure='2025:units.u03.composite'>1</td>",
        "<tr data-figures='2025:units.u03'><td data-figure='.composite.rank'>1</td>",
        "<td data-figure='2025:units.u03.nothing'>1</td>",
        '{"key":"2025:units.u03.ballot.board.score"}',
    ):
        assert Kind.KEY in leaks(searched(PAGE, page_with(what, more.encode()))), more
    number, labels = next(
        (n, by) for one in what.keys.years for n, by in one.labels.items() if "综合得分" in by
    )
    typed = f"综合得分：<b>{number}</b>"
    assert Kind.FIGURE in leaks(searched(PAGE, page_with(what, typed.encode()))), labels


def test_a_bare_number_changes_the_page(searched: Searched, what: Known) -> None:
    """A count of ballots is no text to look for; that the page is not what the data gives is seen."""
    found = searched(PAGE, page_with(what, "优秀 31 票".encode()))
    assert Kind.CHANGED in {one.kind for one in found}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (f"<p>{CANDIDATE}同志</p>", {Kind.NAME}),
        (f"<p>{NOTES}</p>", {Kind.PASSAGE}),
        (f"<p>{NOTES[:13]}</p>", {Kind.PASSAGE}),
        (f"<p>{NOTES[:9]}</p>", set()),
        ("<p>瓮寄尘同志</p>", {Kind.PASSAGE}),
        ("<p>考核组组长</p>", set()),
    ],
)
def test_a_page_written_by_hand_is_searched(
    searched: Searched, what: Known, typed: str, expected: set[Kind]
) -> None:
    """Names of nobody public, those in notes too, and twelve characters: eight are common phrases."""
    page = "2025/notice/index.html"
    content = what.planned[page].read_bytes().replace(b"</h1>", b"</h1>" + typed.encode(), 1)
    assert leaks(searched(page, content)) == expected


def test_passages_are_of_eight_characters(searched: Searched, what: Known) -> None:
    """Eight characters out of the middle are enough on a page nobody writes by hand."""
    assert PASSAGE == 8
    assert Kind.PASSAGE in leaks(searched(PAGE, page_with(what, NOTES[7:15].encode())))


def test_what_cannot_be_looked_into_is_refused(searched: Searched, tmp_path: Path) -> None:
    """Damaged and deeply packed files, and PDF that is none, are findings, not passed over."""
    for name, content in {
        "broken.zip": b"PK\x03\x04nothing",
        "deep.zip": specimens.zipped({"a": b""}, 6),
        "broken.gz": b"\x1f\x8b\x08nothing",
        "broken.pdf": b"%PDF-1.7 nothing",
    }.items():
        assert Kind.UNREADABLE in {one.kind for one in searched(name, content)}, name
    assert tmp_path.exists()
