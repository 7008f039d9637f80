"""What is made again, and what is not: the next run costs what changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.books.build import Workshop
from generator.books.source import Harvest, Order, gather
from generator.cli import main
from generator.contract.fields import Audience
from generator.crew.crew import ALONE, Crew
from generator.pages.page import Book
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.press.job import STATE, Press
from generator.press.volumes import Choice, misfits, planned_files, print_books
from generator.problems import ConfigError
from tests.conftest import PROJECT, SOURCE
from tests.press.poppler import text_of

TEMPLATES = PROJECT / "site_templates"
WORKSHOP = Workshop(PROJECT / "mkdocs.yml", TEMPLATES, PROJECT / "content")
SUMMARIES = Choice(units=("u01", "u02", "u10"), kinds=(SheetKind.SUMMARY,))


@pytest.fixture(scope="module")
def harvest() -> Harvest:
    """The sample as leaders see it."""
    return gather(Order(PROJECT / "data", Audience.LEADERS))


@pytest.fixture(scope="module")
def book(harvest: Harvest) -> Book:
    """Its newest year, with three units and the booklets of these."""
    newest = harvest.books[-1]
    sheets = tuple(filter(SUMMARIES.wants, newest.sheets))
    booklets = tuple(
        replace(one, sheets=own)
        for one in newest.booklets
        if len(own := tuple(sheet for sheet in one.sheets if sheet in sheets)) > 1
    )
    return replace(newest, sheets=sheets, booklets=booklets[:2])


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """An empty folder, one process."""
    return Press(TEMPLATES / "theme", tmp_path, crew=ALONE)


def times(folder: Path) -> dict[str, int]:
    """When each PDF was written."""
    return {file.relative_to(folder).as_posix(): file.stat().st_mtime_ns for file in folder.rglob("*.pdf")}


def changed(book: Book, path: str) -> Book:
    """The book with another title on one of its summaries."""

    def other(sheet: Sheet) -> Sheet:
        return replace(sheet, view=replace(sheet.view, line="另一句话")) if sheet.path == path else sheet  # type: ignore[type-var]

    sheets = {sheet.path: other(sheet) for sheet in book.sheets}
    booklets = tuple(
        replace(one, sheets=tuple(sheets[sheet.path] for sheet in one.sheets)) for one in book.booklets
    )
    return replace(book, sheets=tuple(sheets.values()), booklets=booklets)


def test_one_changed_unit_remakes_its_sheet_and_the_booklets_only(book: Book, press: Press) -> None:
    """Nothing changed: nothing is made; one unit changed: one sheet, and what binds it."""
    made = print_books([book], WORKSHOP, press)
    first = times(press.folder)
    assert set(first) == set(planned_files([book])) == {one.file for one in made}

    assert print_books([book], WORKSHOP, press) == made
    assert times(press.folder) == first

    print_books([changed(book, "print/summary/u02/")], WORKSHOP, press)
    again = times(press.folder)
    assert {file for file in first if again[file] != first[file]} == {
        "2025/print/summary/u02.pdf",
        *(f"2025/{one.path}" for one in book.booklets),
    }


def test_the_same_document_has_the_same_bytes(book: Book, tmp_path: Path) -> None:
    """Set twice, in one process and in two, it is one file."""
    for name, workers in (("one", 1), ("two", 2)):
        print_books([book], WORKSHOP, Press(TEMPLATES / "theme", tmp_path / name, crew=Crew(workers)))
    for file in planned_files([book]):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


@pytest.mark.parametrize(
    "damage", ["", "{", '{"version": 99}', '{"version": 1, "made": [{"file": "a"}]}', "[]"]
)
def test_a_damaged_state_makes_everything_again(book: Book, press: Press, damage: str) -> None:
    """Never an error, never a stale file."""
    one = replace(book, sheets=book.sheets[:1], booklets=())
    print_books([one], WORKSHOP, press)
    before = times(press.folder)
    (press.folder / STATE).write_text(damage, encoding="utf-8")
    print_books([one], WORKSHOP, press)
    assert times(press.folder) != before


def test_a_lost_file_is_made_again(book: Book, press: Press) -> None:
    """Somebody cleaned up."""
    one = replace(book, sheets=book.sheets[:1], booklets=())
    (made,) = print_books([one], WORKSHOP, press)
    (press.folder / made.file).unlink()
    print_books([one], WORKSHOP, press)
    assert (press.folder / made.file).is_file()


def test_what_nobody_plans_any_more_goes(book: Book, press: Press) -> None:
    """The paper of a unit that is gone is gone."""
    print_books([replace(book, booklets=())], WORKSHOP, press)
    press.remove_all_but(["2025/print/summary/u01.pdf"])
    assert set(times(press.folder)) == {"2025/print/summary/u01.pdf"}


def test_a_check_writes_nothing_and_says_what_does_not_fit(book: Book, press: Press) -> None:
    """Where, by how much and which words, in millimetres."""
    sheet = book.sheets[0]
    long = replace(sheet, view=replace(sheet.view, strengths=("此处文字过长，" * 120,)))  # type: ignore[type-var]
    found = print_books([replace(book, sheets=(long,), booklets=())], WORKSHOP, replace(press, writes=False))
    assert not list(press.folder.iterdir())
    (problem, *_) = misfits(found)
    assert problem.code == "W207"
    assert "第 1 页向下超出版心 " in problem.message
    assert problem.message.split("超出版心 ")[1].split(" 毫米")[0].replace(".", "").isdigit()


def test_a_unit_without_documents_is_named(book: Book, press: Press) -> None:
    """A mistyped unit is not an empty result."""
    with pytest.raises(ConfigError, match="没有单位 u99 的打印文件，现有单位：u01、u02、u10"):
        print_books([book], WORKSHOP, press, Choice(units=("u99",)))


@pytest.mark.xdist_group("papers")
def test_codes_on_paper_are_those_of_the_site_though_one_year_is_asked_for(
    papers: Path, leaders_site: Path
) -> None:
    """A year set alone still knows the year before it: the same words, the same code."""
    register = json.loads((leaders_site / "2025/print/codes.json").read_text(encoding="utf-8"))
    for one in register["papers"][:20]:
        assert one["code"] in text_of(papers.parent / f"{one['path'].rstrip('/')}.pdf")


def test_an_unknown_year_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """As with every other command."""
    assert main(["pdf", *SOURCE, "--year", "2019"]) == 2
    assert "数据中没有 2019 年度，现有年度：2023、2024、2025" in capsys.readouterr().err
