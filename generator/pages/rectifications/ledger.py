"""整改台账: the ledger of a year, on one page or, when long, on several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Problem
from generator.figures.rule import Subject
from generator.model.terms import Light
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.charts import Stack
from generator.pages.figures import Phrase, named
from generator.pages.headlines.headline import Headlines, with_basis
from generator.pages.headlines.ledger import ledger_headlines
from generator.pages.links import (
    Link,
    known_unit_link,
    leaf_link,
    ledger_sheet,
    method_link,
    problem_path,
)
from generator.pages.marks import Mark, problem_mark
from generator.pages.page import Heading, Page
from generator.pages.rectifications.lights import MatrixRow, light_heads, light_matrix, light_stack
from generator.pages.rectifications.parts import ROWS, LedgerPart, ledger_parts
from generator.pages.rectifications.statistics import FigureRow, figure_rows, ledger_figures, ledger_tiles
from generator.pages.tiles import Tile
from generator.pages.words import day

SECTION = "rectifications/"
SOON = 30
"""Days ahead that the list of problems falling due looks (look.md, page 5)."""
SOON_ROWS = 50
"""How many of them the page lists."""

HEADINGS = (
    Heading("matrix", "各单位亮灯"),
    Heading("soon", "三十天内到期"),
    Heading("ledger", "台账"),
    Heading("repeated", "屡改屡犯"),
    Heading("figures", "统计和口径"),
)


@dataclass(frozen=True)
class ProblemRow:
    """One line of the ledger."""

    link: Link
    unit: Link
    area: str
    problem: str
    kind: str
    owner: str
    due: str
    closed: str
    status: str
    light: Mark
    """`▲ 临期 3 天`."""


@dataclass(frozen=True)
class LedgerView:
    """整改台账 of a year."""

    sentence: Phrase
    tiles: tuple[Tile, ...]
    stack: Stack
    headlines: Headlines
    lights: tuple[Mark, ...]
    """Heads of the matrix, in the scheme's own words."""
    matrix: tuple[MatrixRow, ...]
    soon: tuple[ProblemRow, ...]
    """Open problems due within 30 days of the data's date, and those overdue, soonest first."""
    soon_note: str
    """What the list leaves out, or empty."""
    rows: tuple[ProblemRow, ...]
    rows_note: str
    parts: tuple[Link, ...]
    """The pages of a long ledger."""
    repeated: tuple[tuple[Link, Link], ...]
    """屡改屡犯: unit and leaf."""
    figures: tuple[FigureRow, ...]
    basis: tuple[BasisRow, ...]
    method: Link
    sheets: tuple[Link, ...]
    """The same for paper, its parts when it is long."""
    as_of: str


@dataclass(frozen=True)
class LedgerPartView:
    """One page of a long ledger."""

    title: str
    rows: tuple[ProblemRow, ...]
    parts: tuple[Link, ...]
    sheet: Link
    """The same rows for paper."""
    up: Link
    as_of: str


def plan_ledger(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The ledger of the year: the sentence that matters, statistics, matrix, problems."""
    rows = {problem.id: _row(edition, year, problem) for problem in year.ledger.problems}
    shown, note = _shown(year)
    soon = due_soon(year)
    parts = ledger_parts(len(rows))
    links = tuple(map(_part_link, parts))
    view = LedgerView(
        sentence=sentence(year),
        tiles=tuple(ledger_tiles(year)),
        stack=light_stack(year),
        headlines=with_basis(edition, year, ledger_headlines(edition, year)),
        lights=light_heads(year),
        matrix=tuple(light_matrix(edition, year)),
        soon=tuple(rows[problem.id] for problem in soon[:SOON_ROWS]),
        soon_note=f"共 {len(soon)} 项，只列最紧急的 {SOON_ROWS} 项。" if len(soon) > SOON_ROWS else "",
        rows=tuple(rows[problem.id] for problem in shown),
        rows_note=note,
        parts=links,
        repeated=tuple(_repeated(edition, year)),
        figures=tuple(figure_rows(year)),
        basis=basis_rows(year, (figure.key for figure in ledger_figures(year))),
        method=method_link(Subject.LEDGER),
        sheets=tuple(replace(ledger_sheet(one.place), text=one.text) for one in parts) or (ledger_sheet(),),
        as_of=day(year.as_of),
    )
    yield Page(SECTION, "整改台账", "ledger.html.j2", view, SECTION, HEADINGS, view.sentence)
    yield from _part_pages(tuple(rows.values()), parts, links, view.as_of)


def sentence(year: EditionYear) -> Phrase:
    """`50 项，已销号 31，逾期 7。`"""
    if not year.ledger.problems:
        return Phrase("台账中没有问题。")
    total, closed, overdue = (named(year, f"ledger.{key}") for key in ("total", "closed", "overdue"))
    return Phrase(total, " 项，已销号 ", closed, "，逾期 ", overdue, "。")


def due_soon(year: EditionYear) -> list[Problem]:
    """Overdue problems and those due within 30 days, the most urgent first."""
    urgent = [
        problem
        for problem in year.ledger.problems
        if problem.light not in (Light.GREY, Light.BLUE)
        and problem.days_left is not None
        and problem.days_left <= SOON
    ]
    return sorted(urgent, key=lambda problem: (problem.days_left or 0, problem.id))


def _shown(year: EditionYear) -> tuple[Sequence[Problem], str]:
    """What the first page lists, and what it leaves to the others."""
    problems = year.ledger.problems
    if len(problems) <= ROWS:
        return problems, ""
    unsettled = sorted((one for one in problems if one.light is not Light.GREY), key=_by_due)
    if len(unsettled) <= ROWS:
        return unsettled, f"本页列出未销号的 {len(unsettled)} 项；全部 {len(problems)} 项分页列出："
    return (
        unsettled[:ROWS],
        f"未销号 {len(unsettled)} 项，本页列出时限最早的 {ROWS} 项；全部 {len(problems)} 项分页列出：",
    )


def _by_due(problem: Problem) -> tuple[dt.date, str]:
    return (problem.due_current, problem.id)


def _part_link(part: LedgerPart) -> Link:
    return Link(part.text, f"{SECTION}{part.place}/")


def _part_pages(
    rows: Sequence[ProblemRow], parts: Sequence[LedgerPart], links: tuple[Link, ...], as_of: str
) -> Iterator[Page]:
    """The whole ledger in the order of registration."""
    for part, link in zip(parts, links, strict=True):
        title, up = f"整改台账：{part.text}", Link("整改台账", SECTION)
        view = LedgerPartView(title, tuple(part.of(rows)), links, ledger_sheet(part.place), up, as_of)
        yield Page(link.path or "", title, "ledger_part.html.j2", view, SECTION, (), title)


def _repeated(edition: Edition, year: EditionYear) -> Iterator[tuple[Link, Link]]:
    for unit_id, code in year.ledger.repeated:
        yield known_unit_link(edition, year, unit_id), leaf_link(year, code)


def _row(edition: Edition, year: EditionYear, problem: Problem) -> ProblemRow:
    return ProblemRow(
        link=Link(problem.id, problem_path(problem.id)),
        unit=known_unit_link(edition, year, problem.unit_id),
        area=problem.area.label,
        problem=problem.problem,
        kind=problem.kind.label,
        owner=problem.owner,
        due=day(problem.due_current),
        closed=day(problem.closed_on),
        status=problem.status.label,
        light=problem_mark(problem),
    )
