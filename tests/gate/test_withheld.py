"""What an audience may not see follows from the contract, the rows and the editions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.books.source import Order, edited, examine
from generator.contract import TABLES
from generator.contract.fields import Audience, Field, Several, Table, Text
from generator.gate.cells import FolderTexts
from generator.gate.needles import needles
from generator.gate.normal import normal
from generator.gate.rows import Limits
from generator.gate.sayings import Printed, Sayings, texts_of
from generator.gate.withheld import Rule, Withheld, withheld
from generator.intake.read import read_records
from generator.intake.records import Layout, Record
from generator.model.terms import ItemAudience
from generator.problems import Place
from tests.conftest import PROJECT

pytestmark = pytest.mark.xdist_group("gate")

NOTES = Table(
    "notes",
    "随记",
    "考核组的随记。",
    (
        Field("title", "标题", Text(), "标题。"),
        Field("secret", "内容", Text(), "内容。", audience=Audience.LEADERS),
        Field("names", "人员", Several(Text(20)), "人员。", personal=True, audience=Audience.GROUP),
    ),
    key=("title",),
)
ROWS = "标题,内容,人员\n谁都可以看的一句话,只给公司领导看的一句话,佘霁昀；亓沐澜\n"


@pytest.fixture
def found(tmp_path: Path) -> Withheld:
    """What is kept from staff when a table is added that no code knows."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    (data / "2025/notes.csv").write_text(ROWS, encoding="utf-8")
    records, problems = read_records(data, audience=Audience.GROUP, tables=(*TABLES, NOTES))
    assert problems == ()
    examined = examine(PROJECT / "data")
    schemes = {year.year: year.scheme for year in examined.archive.years}
    said = Printed((Sayings(frozenset(texts_of(edited(examined, Order(PROJECT / "data"))))),))
    rule = Rule(Audience.STAFF, schemes, said, said)
    documents = {one.name: one for one in records.documents}
    cells = (
        cell
        for year, folder in records.placed()
        for cell in FolderTexts(year, folder, rule.limits(year, folder), documents).cells()
    )
    return withheld(cells, rule, str.upper)


def test_a_new_table_is_covered_by_its_entry(found: Withheld) -> None:
    """Fields for others are guarded, each with its place; what nobody prints is looked for outside pages."""
    guarded = {cell.text: str(cell.place) for cell in found.guarded if "notes.csv" in cell.place.file}
    assert guarded == {
        "只给公司领导看的一句话": "data/2025/notes.csv 第2行 「内容」",
        "佘霁昀": "data/2025/notes.csv 第2行 「人员」",
        "亓沐澜": "data/2025/notes.csv 第2行 「人员」",
    }
    assert "谁都可以看的一句话" in {cell.text for cell in found.unprinted}
    assert set(guarded) <= set(found.tokens)


def test_needles_follow_from_cells(found: Withheld) -> None:
    """Names as names, sentences in runs of eight; not what is public, not dates and names of units."""
    made = needles(found.guarded, (), ["只给公司领导"])
    assert "佘霁昀" in made.names
    assert "司领导看的一句话" in made.passages
    assert "只给公司领导看的" not in made.passages
    assert "领导看的一句话" not in made.words
    text = normal("这是只给公司领导看的一句话，没有别的")
    assert [piece for piece, _ in made.found(text, lambda _: set(text))] == ["公司领导看的一句话"]
    assert [piece for piece, _ in made.found(text, lambda asked: asked)] == []


def test_letters_that_link_rows_keep_their_meaning(found: Withheld) -> None:
    """票种 A of a ballot is the A of the scheme: no token stands for it."""
    assert {"A", "B", "C"} & set(found.tokens) == set()


def test_a_wording_nobody_approved_is_guarded() -> None:
    """公开表述 before its 表述审核 is nobody's yet; once approved it is what staff read."""
    reaches = []
    for approved in (None, "纪委办"):
        record = Record({"wording_approved_by": approved}, Place("data/2025/adjustments.csv", 2), Layout({}))
        reaches.append(Limits({}).of_field(("adjustments", "public_wording"), record))
    assert reaches == [ItemAudience.NONE, ItemAudience.STAFF]
