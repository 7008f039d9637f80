"""算法说明: the page, chapter by chapter in the order of the arithmetic (look.md, page 7).

Rules only, no results: what a chapter says follows from the scheme, its formulas are those the figures rest
on, and its examples are computed from made-up numbers by the same functions as the results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.figures.rule import Rule, Subject
from generator.figures.rules import rules
from generator.pages.links import METHOD, Link
from generator.pages.method.ballot import ballot
from generator.pages.method.checklist import checklist
from generator.pages.method.commendations import commendations
from generator.pages.method.composite import composite
from generator.pages.method.grading import grading
from generator.pages.method.history import history
from generator.pages.method.ledger import ledger
from generator.pages.method.rounding import rounding
from generator.pages.page import Page
from generator.pages.scheme.chapters import Chapter, Column, Grid, chapter_headings, chapter_records
from generator.pages.search_records import RecordKind, SearchRecord
from generator.pages.words import day

SECTION = "scheme/"

Write = Callable[[EditionYear, Grid], Chapter]
"""A chapter with its table of formulas put in its place."""

CHAPTERS: tuple[tuple[Subject, Write], ...] = (
    (Subject.BALLOT, ballot),
    (Subject.CHECKLIST, checklist),
    (Subject.COMPOSITE, composite),
    (Subject.GRADES, grading),
    (Subject.LEDGER, ledger),
    (Subject.COMMENDATIONS, commendations),
    (Subject.HISTORY, history),
)


@dataclass(frozen=True)
class MethodView:
    """算法说明 of a year."""

    sentence: str
    scheme: Link
    chapters: tuple[Chapter, ...]
    as_of: str


def plan_method(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page with every rule of the year."""
    known = rules(year.scheme, year.leaves)
    chapters = (*(write(year, _formulas(known, subject)) for subject, write in CHAPTERS), rounding())
    view = MethodView(
        sentence=f"{year.year}年度每一项数据怎样算出：{len(known)} 条公式，全部按本年度方案的设置。",
        scheme=Link(year.scheme.title, SECTION),
        chapters=chapters,
        as_of=day(year.as_of),
    )
    records = (SearchRecord(RecordKind.PAGE, "算法说明", view.sentence), *chapter_records(chapters))
    headings = chapter_headings(chapters)
    yield Page(METHOD, "算法说明", "method.html.j2", view, SECTION, headings, view.sentence, records)


def _formulas(known: tuple[Rule, ...], subject: Subject) -> Grid:
    """数据, 公式, 出处 of one subject."""
    columns = (Column("数据"), Column("公式", "kh-wide"), Column("出处", "kh-state"))
    rows = tuple((one.label, one.formula, _clause(one.clause)) for one in known if one.subject is subject)
    return Grid("公式", columns, rows, "kh-stack")


def _clause(clause: str) -> str:
    """`domain.md 3.4` → `规则 3.4`."""
    return f"规则 {clause.removeprefix('domain.md ')}"
