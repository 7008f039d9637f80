"""What a reader gets: planned pages rendered through the real templates, as HTML or as plain words."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

from generator.editions.edition import Edition, EditionYear
from generator.pages.page import Book, Page
from generator.pages.plan import plan_book
from generator.rendering import Renderer
from tests.pages.figures import figured

TEMPLATES = Path(__file__).parents[2] / "site_templates"


def book(edition: Edition, year: EditionYear | None = None) -> Book:
    """The book of the latest year, or of `year` put in its place, with the figures of what it holds."""
    if year is not None:
        edition = replace(edition, years=(*edition.years[:-1], year))
    edition = figured(edition)
    return plan_book(edition, edition.years[-1])


def read(given: Book, path: str) -> str:
    """The HTML of one page."""
    return Renderer(given, TEMPLATES).render(page_at(given, path))


def page_at(given: Book, path: str) -> Page:
    """The planned page of that path."""
    return next(page for page in given.pages if page.path == path)


def words(markup: str) -> str:
    """The text between the tags, each run of white space as one blank; a figure is part of its sentence."""
    markup = re.sub(r'<span data-figure="[^"]*">([^<]*)</span>', r"\1", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def rows(markup: str, caption: str) -> list[list[str]]:
    """The table of that caption as words, row by row."""
    table = next(one for one in markup.split("<table")[1:] if f"<caption>{caption}</caption>" in one)
    lines = re.findall(r"<tr[^>]*>(.*?)</tr>", table.split("</table>")[0], re.DOTALL)
    return [
        [words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL)] for line in lines
    ]
