"""Printable documents as their readers get them, from the small invented year and from the sample."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition, EditionYear
from generator.intake.read import read as read_data
from generator.pages.page import Book
from generator.pages.sheets.sheet import Sheet
from generator.rendering import Renderer
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT
from tests.pages.reader import TEMPLATES, words


@cache
def sample_editions() -> Mapping[Audience, Edition]:
    """The sample for each audience, read for that audience as a build does."""
    return {audience: _sample(audience) for audience in Audience}


def sheet_at(book: Book, path: str) -> Sheet:
    """The planned document of that path below `print/`: `ledger/u03/`."""
    return next(sheet for sheet in book.sheets if sheet.path == f"print/{path}")


def sheet_paths(book: Book) -> list[str]:
    """What can be printed, below `print/`, in the order of the page 打印."""
    return [sheet.path.removeprefix("print/") for sheet in book.sheets]


def read_sheet(book: Book, path: str) -> str:
    """The whole HTML of one document."""
    return Renderer(book, TEMPLATES).render_sheet(sheet_at(book, path))


def sheet_markup(book: Book, path: str) -> str:
    """What of it goes onto paper, as HTML."""
    return re.sub(r"<nav.*?</nav>", "", read_sheet(book, path), flags=re.DOTALL)


def sheet_text(book: Book, path: str) -> str:
    """The same as words, with nothing between the pieces of a sentence."""
    return words(re.sub(r"</?span[^>]*>|<wbr>", "", sheet_markup(book, path)))


def told_again(year: EditionYear, given: Edition) -> Edition:
    """The edition with that year as its last, figures as they are."""
    return replace(given, years=(*given.years[:-1], year))


def _sample(audience: Audience) -> Edition:
    archive = assemble(read_data(PROJECT / "data", audience=audience)[0])
    return for_audience(archive, assess_years(archive), audience)
