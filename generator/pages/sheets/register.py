"""核对码 of all printable documents: as a page to look one up, and as a file for `kaohe verify-print`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.pages.links import BookLink
from generator.pages.page import Book, BookFile, Page
from generator.pages.sheets.index import SECTION
from generator.pages.sheets.sheet import Sheet
from generator.pages.words import moment

REGISTER = "print/codes.json"
CODES = "print/codes/"
SHELF_CODES = "codes/"


@dataclass(frozen=True)
class CodeRow:
    """A document and the code its newest paper carries."""

    title: str
    code: str
    year: int
    path: str


@dataclass(frozen=True)
class CodesView:
    """核对码 of one year, and where those of other years are."""

    rows: tuple[CodeRow, ...]
    others: tuple[BookLink, ...]
    as_of: str


def plan_codes(year: EditionYear, sheets: Sequence[Sheet]) -> Iterator[Page]:
    """The page of a year's book."""
    if sheets:
        view = CodesView(_rows(year.year, sheets), (), moment(year.as_of))
        yield Page(CODES, "核对码", "codes.html.j2", view, SECTION, (), f"{year.year}年度打印文件的核对码。")


def plan_shelf_codes(
    edition: Edition, books: Sequence[Book], printed: Collection[str] = ()
) -> Iterator[Page]:
    """The page of the shelf: codes of the newest of the books, and links to those of the years before.

    `printed` names further books that have such a page.
    """
    with_papers = [book for book in books if book.sheets]
    if with_papers and edition.years:
        newest = with_papers[-1]
        names = {*printed, *(book.name for book in with_papers)} - {newest.name}
        others = tuple(
            BookLink(f"{name}年度核对码", int(name), CODES) for name in sorted(names, reverse=True)
        )
        view = CodesView(_rows(int(newest.name), newest.sheets), others, newest.as_of)
        yield Page(SHELF_CODES, "核对码", "codes.html.j2", view, None, (), "查打印文件是不是最新的。")


def register_file(year: EditionYear, edition: str, sheets: Sequence[Sheet]) -> BookFile:
    """The same for programs: which edition and moment, and each paper with its code."""
    papers = [
        {
            "code": sheet.code,
            "title": sheet.title,
            "path": sheet.path,
            "kind": sheet.kind.value,
            "unit": sheet.unit_id,
            "group": sheet.group,
        }
        for sheet in sheets
    ]
    register = {"year": year.year, "edition": edition, "as_of": moment(year.as_of), "papers": papers}
    return BookFile(REGISTER, json.dumps(register, ensure_ascii=False, separators=(",", ":")) + "\n")


def _rows(year: int, sheets: Sequence[Sheet]) -> tuple[CodeRow, ...]:
    return tuple(CodeRow(sheet.title, sheet.code, year, sheet.path) for sheet in sheets)
