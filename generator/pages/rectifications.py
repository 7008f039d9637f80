"""整改台账: the ledger of a year and one page a problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear, Happening, LedgerFigure, Problem
from generator.model.terms import Light
from generator.pages.links import Link, leaf_link, problem_path, unit_link
from generator.pages.marks import Mark, light_mark
from generator.pages.page import Heading, Page
from generator.pages.words import NONE, day, listed, rate, text

SECTION = "rectifications/"
SOON = 30
"""Days ahead that the list of problems falling due looks (look.md, page 5)."""


@dataclass(frozen=True)
class FigureRow:
    """A statistic with what it means."""

    label: str
    value: str
    meaning: str


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
    days: str
    """`临期 3 天`."""


@dataclass(frozen=True)
class MatrixRow:
    """How many problems of a unit show each light."""

    unit: Link
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class LedgerView:
    """整改台账 of a year."""

    sentence: str
    figures: tuple[FigureRow, ...]
    rows: tuple[ProblemRow, ...]
    lights: tuple[Mark, ...]
    """Heads of the matrix."""
    matrix: tuple[MatrixRow, ...]
    soon: tuple[ProblemRow, ...]
    """Open problems due within 30 days of the data's date, and those overdue, soonest first."""
    repeated: tuple[tuple[Link, Link], ...]
    """屡改屡犯: unit and leaf."""
    as_of: str


@dataclass(frozen=True)
class Fact:
    """A labelled line of a problem's sheet."""

    label: str
    value: str
    link: Link | None = None


@dataclass(frozen=True)
class Moment:
    """One point of a problem's timeline."""

    date: str
    what: str
    text: str
    by: str
    details: tuple[str, ...]
    """`进度 60%`, `新时限 2026-05-31`, `佐证材料：…`."""


@dataclass(frozen=True)
class ProblemView:
    """One problem from finding to 销号."""

    id: str
    problem: str
    status: str
    light: Mark
    days: str
    facts: tuple[Fact, ...]
    measures: tuple[str, ...]
    moments: tuple[Moment, ...]
    as_of: str


def plan_ledger(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The ledger of the year: the sentence that matters, statistics, matrix, all problems."""
    rows = {problem.id: _row(year, problem) for problem in year.ledger.problems}
    view = LedgerView(
        sentence=sentence(year),
        figures=tuple(_figure_row(figure) for figure in year.ledger.figures),
        rows=tuple(rows.values()),
        lights=tuple(light_mark(light, light.label) for light in Light),
        matrix=tuple(_matrix(year)),
        soon=tuple(rows[problem.id] for problem in due_soon(year)),
        repeated=tuple((unit_link(year, unit), leaf_link(year, code)) for unit, code in year.ledger.repeated),
        as_of=day(year.as_of),
    )
    headings = (
        Heading("figures", "统计"),
        Heading("matrix", "各单位亮灯"),
        Heading("soon", "三十天内到期"),
        Heading("ledger", "台账"),
        Heading("repeated", "屡改屡犯"),
    )
    yield Page(SECTION, "整改台账", "ledger.html.j2", view, SECTION, headings, view.sentence)


def plan_problems(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page for each problem."""
    for problem in year.ledger.problems:
        title = f"问题 {problem.id}"
        view = _problem(year, problem)
        yield Page(problem_path(problem.id), title, "problem.html.j2", view, SECTION, (), problem.problem)


def sentence(year: EditionYear) -> str:
    """`50 项，已销号 31，逾期 7。`"""
    ledger = year.ledger
    counts = {key: ledger.figure(key).count for key in ("total", "closed", "overdue")}
    return f"{counts['total']} 项，已销号 {counts['closed']}，逾期 {counts['overdue']}。"


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


def _figure_row(figure: LedgerFigure) -> FigureRow:
    value = rate(figure.rate) if figure.rate is not None else str(figure.count)
    return FigureRow(figure.label, value, figure.meaning)


def _matrix(year: EditionYear) -> Iterator[MatrixRow]:
    """Units with problems, in official order."""
    counted = Counter((problem.unit_id, problem.light) for problem in year.ledger.problems)
    for unit in year.units:
        counts = tuple(counted[unit.id, light] for light in Light)
        if any(counts):
            yield MatrixRow(unit_link(year, unit.id), counts, sum(counts))


def _row(year: EditionYear, problem: Problem) -> ProblemRow:
    return ProblemRow(
        link=Link(problem.id, problem_path(problem.id)),
        unit=unit_link(year, problem.unit_id),
        area=problem.area.label,
        problem=problem.problem,
        kind=problem.kind.label,
        owner=problem.owner,
        due=day(problem.due_current),
        closed=day(problem.closed_on),
        status=problem.status.label,
        light=light_mark(problem.light, problem.light_words),
        days=problem.light_words,
    )


def _problem(year: EditionYear, problem: Problem) -> ProblemView:
    return ProblemView(
        id=problem.id,
        problem=problem.problem,
        status=problem.status.label,
        light=light_mark(problem.light, problem.light_words),
        days=problem.light_words,
        facts=tuple(_facts(year, problem)),
        measures=problem.measures,
        moments=(_registered(problem), *(_moment(happening) for happening in problem.happenings)),
        as_of=day(year.as_of),
    )


def _facts(year: EditionYear, problem: Problem) -> Iterator[Fact]:
    """The sheet of the problem in the order of domain.md 9.1."""
    unit = unit_link(year, problem.unit_id)
    yield Fact("责任单位", unit.text, unit)
    if problem.co_units:
        yield Fact("配合单位", listed(tuple(unit_link(year, co_unit).text for co_unit in problem.co_units)))
    if problem.unit_from:
        yield Fact("原责任单位", unit_link(year, problem.unit_from).text)
    yield Fact("问题来源", problem.source.label)
    if problem.leaf_code:
        leaf = leaf_link(year, problem.leaf_code)
        yield Fact("对应指标", leaf.text, leaf)
    yield Fact("问题分类", problem.area.label)
    yield Fact("严重程度", problem.severity.label)
    yield Fact("原因分析", text(problem.cause))
    yield Fact("验收标准", text(problem.acceptance))
    yield Fact("整改类型", problem.kind.label)
    yield Fact("责任人", problem.owner)
    yield Fact("督办部门", problem.supervisor_dept)
    yield Fact("登记日期", day(problem.opened_on))
    yield Fact("整改时限", day(problem.due_on))
    if problem.due_current != problem.due_on:
        yield Fact("现行时限", day(problem.due_current))
    yield Fact("当前进度", NONE if problem.percent is None else f"{problem.percent}%")
    yield Fact("完成日期", day(problem.done_on))
    yield Fact("销号日期", day(problem.closed_on))
    yield Fact("长效机制", text(problem.mechanism))


def _registered(problem: Problem) -> Moment:
    return Moment(day(problem.opened_on), "登记", problem.problem, problem.supervisor_dept, ())


def _moment(happening: Happening) -> Moment:
    details = []
    if happening.percent is not None:
        details.append(f"进度 {happening.percent}%")
    if happening.new_due is not None:
        details.append(f"新时限 {day(happening.new_due)}")
    if happening.evidence:
        details.append(f"佐证材料：{listed(happening.evidence)}")
    return Moment(
        day(happening.date), happening.event.label, happening.text, happening.by, tuple(details)
    )
