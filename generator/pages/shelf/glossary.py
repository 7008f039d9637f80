"""名词解释 on the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition
from generator.pages.glossary import CHAPTERS, Chapter
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord

PATH = "glossary/"


@dataclass(frozen=True)
class GlossaryView:
    """Every word of the site, chapter by chapter."""

    chapters: tuple[Chapter, ...]


def plan_glossary(edition: Edition) -> Iterator[Page]:
    """One page with all words."""
    headings = tuple(Heading(chapter.anchor, chapter.title) for chapter in CHAPTERS)
    description = "本站用到的名词和口径。"
    terms = (
        SearchRecord(RecordKind.TERM, term.word, term.meaning, anchor=chapter.anchor)
        for chapter in CHAPTERS
        for term in chapter.terms
    )
    records = (SearchRecord(RecordKind.PAGE, "名词解释", description), *terms)
    view = GlossaryView(CHAPTERS)
    yield Page(PATH, "名词解释", "glossary.html.j2", view, "help/", headings, description, records)
