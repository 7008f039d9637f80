"""Printable documents as a reader finds them: planned and rendered through the real templates."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.editions.edition import Edition, EditionYear
from generator.pages.page import Book
from generator.pages.sheets.sheet import Sheet
from generator.rendering import Renderer
from tests.pages.builders import edition
from tests.pages.reader import TEMPLATES, book, words


def papers(year: EditionYear, given: Edition | None = None) -> Book:
    """The book with the documents of that year, put in place of the last one of the edition."""
    return book(given or edition(), year)


def paths(given: Book) -> list[str]:
    """Of all its documents."""
    return [sheet.path for sheet in given.sheets]


def paper(given: Book, path: str) -> Sheet:
    """The document of that path."""
    return next(sheet for sheet in given.sheets if sheet.path == path)


def markup(given: Book, path: str) -> str:
    """What of it goes onto paper, as HTML."""
    whole = Renderer(given, TEMPLATES).render_sheet(paper(given, path))
    return re.sub(r"<nav.*?</nav>", "", whole, flags=re.DOTALL)


def text(given: Book, path: str) -> str:
    """The same as words, with nothing between the pieces of a sentence."""
    return words(re.sub(r"</?span[^>]*>|<wbr>", "", markup(given, path)))


def told_again(year: EditionYear, given: Edition) -> Edition:
    """The edition with that year as its last, figures as they are."""
    return replace(given, years=(*given.years[:-1], year))
