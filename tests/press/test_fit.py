"""一页纸 holds one page whatever the data are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.books.build import Workshop
from generator.books.source import Order, gather
from generator.contract.fields import Audience
from generator.pages.figures import Phrase, Shown
from generator.pages.page import Book
from generator.pages.sheets.limits import clipped
from generator.pages.sheets.sheet import Layout, Sheet, SheetKind
from generator.pages.sheets.summary import (
    DUE,
    HONOUR,
    HONOURS,
    ONE_LINE,
    SENTENCE,
    SENTENCE_UNDER_AREAS,
    SENTENCES,
    SummaryView,
)
from generator.press.engine import lay_out
from generator.press.fit import overflows
from generator.press.tasks import Setting
from generator.rendering import Renderer
from tests.conftest import PROJECT

TEMPLATES = PROJECT / "site_templates"
WORKSHOP = Workshop(PROJECT / "mkdocs.yml", TEMPLATES, PROJECT / "content")
WORDS = "安全生产与党建融合堃垚喆䶮，" * 20
FULL: dict[str, Any] = {
    "name": WORDS[:30],
    "long_name": True,
    "line": clipped(WORDS, ONE_LINE),
    "strengths": (clipped(WORDS, SENTENCE),) * SENTENCES,
    "weaknesses": (clipped(WORDS, SENTENCE),) * SENTENCES,
    "ledger": Phrase("问题 40 项：已销号 10，待验收 10，逾期 10，长期整改 10。"),
    "due": (f"2026-07-05　{clipped(WORDS, DUE)}",) * SENTENCES,
    "honours": (clipped(WORDS, HONOUR),) * HONOURS,
}
"""The longest of everything at once: 30 characters of name, 40 problems, all sentences at their limit."""
SHORTER = dict.fromkeys(("strengths", "weaknesses"), (clipped(WORDS, SENTENCE_UNDER_AREAS),) * SENTENCES)
"""The same where the edition has no components, and six areas in their place."""
EMPTY: dict[str, Any] = {
    "grade": None,
    "score": None,
    "rank": Phrase(),
    "rate": Shown("—"),
    "line": "",
    "radar": None,
    "bars": None,
    "trend": None,
    "strengths": (),
    "weaknesses": (),
    "ledger": Phrase("没有列入台账的问题。"),
    "due": (),
    "honours": (),
}
"""A unit before anything is decided, without ballots, results, problems and a year before."""


@pytest.fixture(scope="module", params=[Audience.STAFF, Audience.LEADERS])
def book(request: pytest.FixtureRequest) -> Book:
    """The newest year of the sample, where staff see six areas and leaders the four components."""
    return gather(Order(PROJECT / "data", request.param)).books[-1]


def summary_of(book: Book) -> Sheet:
    """一页纸 of its first unit."""
    return next(sheet for sheet in book.sheets if sheet.kind is SheetKind.SUMMARY)


def pages_and_overflows(book: Book, sheet: Sheet) -> tuple[int, list[str]]:
    """How many pages the document takes, and what leaves its text area."""
    setting = Setting.of(replace(book, sheets=(sheet,)), Renderer(book, TEMPLATES, ("brief/", "notice/")))
    document = lay_out(setting.parts[sheet.path].manuscript, TEMPLATES / "theme")
    return len(document.pages), [str(one) for one in overflows(document, Layout.ONE_PAGE)]


def view_of(sheet: Sheet) -> SummaryView:
    """The view of a summary."""
    assert isinstance(sheet.view, SummaryView)
    return sheet.view


@pytest.mark.parametrize("given", [FULL, EMPTY], ids=["full", "empty"])
def test_the_fullest_and_the_emptiest_unit_take_one_page(book: Book, given: dict[str, Any]) -> None:
    """Nothing is cut off, nothing goes on to a second page."""
    sheet = summary_of(book)
    view = view_of(sheet)
    if given is FULL and view.score is None:
        given = {**FULL, **SHORTER}
    extreme = replace(sheet, view=replace(view, **given))
    assert pages_and_overflows(book, extreme) == (1, [])


def test_one_line_more_would_not_fit(book: Book) -> None:
    """The measure sees it: two pages' worth of sentences are named with their millimetres."""
    sheet = summary_of(book)
    grown = replace(sheet, view=replace(view_of(sheet), **{**FULL, "strengths": (WORDS * 3,) * 3}))
    _, found = pages_and_overflows(book, grown)
    assert any("向下超出版心" in one for one in found)


def test_a_word_that_cannot_break_is_seen_at_the_side(book: Book) -> None:
    """A table wider than its paper is named too."""
    sheet = summary_of(book)
    view = view_of(sheet)
    wide = replace(view.table, rows=(tuple(Shown("9" * 30) for _ in view.table.heads),))
    _, found = pages_and_overflows(book, replace(sheet, view=replace(view, table=wide)))
    assert any("向右超出版心" in one for one in found)
