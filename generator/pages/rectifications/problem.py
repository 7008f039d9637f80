"""One problem of the ledger, from finding to 销号."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Happening, Problem
from generator.pages.checklist.leaf import unit_anchor
from generator.pages.facts import Fact
from generator.pages.links import Link, known_unit_link, leaf_link, problem_path, slip_path
from generator.pages.marks import Mark, problem_mark
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord, said
from generator.pages.sheets.closing import has_slip
from generator.pages.words import NONE, day, listed, text
from generator.store.again import again
from generator.store.values import value

SECTION = "rectifications/"

HEADINGS = (
    Heading("facts", "登记内容"),
    Heading("measures", "整改措施"),
    Heading("timeline", "整改经过"),
)


@value(frozen=True, slots=True)
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
    facts: tuple[Fact, ...]
    measures: tuple[str, ...]
    moments: tuple[Moment, ...]
    slip: Link | None
    """销号单, once 销号 was applied for."""
    as_of: str


def plan_problems(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page for each problem."""
    checked = {(unit.id, row.code) for unit in year.units if unit.checklist for row in unit.checklist.leaves}
    for problem in year.ledger.problems:
        slot, known = ("problem page", year.year, problem.id), (problem.unit_id, problem.leaf_code) in checked
        yield again(slot, _page, edition, year, problem, known)


def _page(edition: Edition, year: EditionYear, problem: Problem, checked: bool) -> Page:
    """`checked` says whether its leaf has a row of the unit."""
    finding = _finding(year, problem, checked)
    view = ProblemView(
        id=problem.id,
        problem=problem.problem,
        status=problem.status.label,
        light=problem_mark(problem),
        facts=tuple(_facts(edition, year, problem, finding)),
        measures=problem.measures,
        moments=(_registered(problem), *map(_moment, problem.happenings)),
        slip=Link("销号单", slip_path(problem.id, problem.unit_id)) if has_slip(problem) else None,
        as_of=day(year.as_of),
    )
    path, title = problem_path(problem.id), f"问题 {problem.id}"
    record = _record(edition, year, problem)
    return Page(path, title, "problem.html.j2", view, SECTION, HEADINGS, problem.problem, (record,))


def _record(edition: Edition, year: EditionYear, problem: Problem) -> SearchRecord:
    """The problem by its number, its words, and who has to put it right."""
    unit = known_unit_link(edition, year, problem.unit_id).text
    text = said(unit, problem.problem, f"责任人：{problem.owner}", problem.supervisor_dept, problem.leaf_code)
    return SearchRecord(RecordKind.PROBLEM, problem.id, text, (), problem.unit_id)


def _finding(year: EditionYear, problem: Problem, checked: bool) -> Link | None:
    """The leaf the problem came from, where possible the unit's own row on its page."""
    if problem.leaf_code is None:
        return None
    leaf = leaf_link(year, problem.leaf_code)
    if leaf.path is None or not checked:
        return leaf
    return Link(leaf.text, f"{leaf.path}#{unit_anchor(problem.unit_id)}")


def _facts(edition: Edition, year: EditionYear, problem: Problem, finding: Link | None) -> Iterator[Fact]:
    """The sheet of the problem in the order of domain.md 9.1."""
    yield from _responsible(edition, year, problem)
    yield Fact("问题来源", problem.source.label)
    if finding:
        yield Fact("对应指标", finding.text, finding)
    yield Fact("问题分类", problem.area.label)
    yield Fact("严重程度", problem.severity.label)
    yield Fact("原因分析", text(problem.cause))
    yield Fact("验收标准", text(problem.acceptance))
    yield Fact("整改类型", problem.kind.label)
    yield Fact("责任人", problem.owner)
    yield Fact("督办部门", problem.supervisor_dept)
    yield from _course(problem)
    yield Fact("长效机制", text(problem.mechanism))


def _responsible(edition: Edition, year: EditionYear, problem: Problem) -> Iterator[Fact]:
    unit = known_unit_link(edition, year, problem.unit_id)
    yield Fact("责任单位", unit.text, unit)
    if problem.co_units:
        others = (known_unit_link(edition, year, unit_id).text for unit_id in problem.co_units)
        yield Fact("配合单位", listed(tuple(others)))
    if problem.unit_from:
        yield Fact("原责任单位", known_unit_link(edition, year, problem.unit_from).text)


def _course(problem: Problem) -> Iterator[Fact]:
    """Dates and progress."""
    yield Fact("登记日期", day(problem.opened_on))
    yield Fact("整改时限", day(problem.due_on))
    if problem.due_current != problem.due_on:
        yield Fact("现行时限", day(problem.due_current))
    if problem.cycle > 1:
        yield Fact("整改轮次", f"第 {problem.cycle} 轮（销号后重启 {problem.cycle - 1} 次）")
    yield Fact("当前进度", NONE if problem.percent is None else f"{problem.percent}%")
    yield Fact("完成日期", day(problem.done_on))
    yield Fact("销号日期", day(problem.closed_on))


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
    return Moment(day(happening.date), happening.event.label, happening.text, happening.by, tuple(details))
