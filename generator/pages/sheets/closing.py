"""销号单: one page for each problem closed or handed in to be closed, to sign (domain.md 9.1, 9.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Happening, Problem
from generator.model.terms import RectificationEventType, RectificationStatus
from generator.pages.facts import Fact
from generator.pages.links import known_unit_link, slug
from generator.pages.marks import Mark, problem_mark
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.limits import clipped
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.words import day, listed, text

PROBLEM, CAUSE, MEASURES, ACCEPTANCE, EVIDENCE, OPINION, MECHANISM = 175, 70, 175, 105, 70, 70, 35
"""Characters that have room beside a heading, 35 a line: measured on the longest texts the data may hold."""
SHORT, EVENT = 14, 22
"""Characters of half a line, of two halves, and of what happened beside its date."""
EVENTS = 5
"""The latest of 整改经过."""
SIGNATURES = ("申请单位", "验收人", "督办部门", "批准")


@dataclass(frozen=True)
class Step:
    """One event on its line."""

    on: str
    event: str
    text: str


@dataclass(frozen=True)
class Slip:
    """销号单 of one problem."""

    anchor: str
    id: str
    light: Mark
    facts: tuple[tuple[Fact, Fact], ...]
    """Short ones, two a line."""
    texts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    done: tuple[Fact, Fact]
    verified: tuple[Fact, Fact] | None
    """By whom and when; None while it is not, so that it is written by hand."""
    opinion: str


@dataclass(frozen=True)
class ClosingView:
    """The slips of one unit."""

    title: str
    slips: tuple[Slip, ...]
    signatures: tuple[str, ...]


def has_slip(problem: Problem) -> bool:
    """Whether 销号 was applied for or given."""
    return problem.status in (RectificationStatus.CLOSED, RectificationStatus.PENDING)


def plan_closings(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for each unit that has slips, in official order, those no longer assessed after them."""
    official = (unit.id for unit in year.units)
    others = (problem.unit_id for problem in year.ledger.problems)
    for unit_id in dict.fromkeys((*official, *others)):
        problems = [one for one in year.ledger.problems if one.unit_id == unit_id and has_slip(one)]
        if problems:
            yield _sheet(edition, year, unit_id, problems)


def _sheet(edition: Edition, year: EditionYear, unit_id: str, problems: list[Problem]) -> Sheet:
    unit, name = year.unit(unit_id), known_unit_link(edition, year, unit_id).text
    view = ClosingView("问题销号单", tuple(_slip(name, one) for one in problems), SIGNATURES)
    title = f"{name}{year.year}年度问题销号单"
    desk = Desk(edition, year, SheetKind.CLOSING)
    if unit:
        return desk.about(unit, title, view)
    return replace(desk.about_all(title, view, "rectifications/", unit_id), unit_id=unit_id)


def _slip(unit: str, one: Problem) -> Slip:
    closed = _last(one, RectificationEventType.CLOSE) if one.closed_on else None
    submitted = _last(one, RectificationEventType.SUBMIT)
    return Slip(
        anchor=slug(one.id),
        id=one.id,
        light=problem_mark(one),
        facts=tuple(_facts(unit, one)),
        texts=tuple(_texts(one)),
        steps=tuple(_step(event) for event in one.happenings[-EVENTS:]),
        done=(
            Fact("完成日期", day(one.done_on)),
            Fact("申请日期", day(submitted.date if submitted else closed.date if closed else None)),
        ),
        verified=_verified(closed) if closed else None,
        opinion=clipped(closed.text, OPINION) if closed else "",
    )


def _last(one: Problem, event: RectificationEventType) -> Happening | None:
    return next((each for each in reversed(one.happenings) if each.event is event), None)


def _facts(unit: str, one: Problem) -> Iterator[tuple[Fact, Fact]]:
    moved = f"{day(one.due_on)}，延至 {day(one.due_current)}"
    due = day(one.due_on) if one.due_current == one.due_on else moved
    yield Fact("责任单位", clipped(unit, SHORT)), Fact("责任人", clipped(one.owner, SHORT))
    yield Fact("问题来源", one.source.label), Fact("问题分类", f"{one.area.label}（{one.severity.label}）")
    yield Fact("整改类型", one.kind.label), Fact("督办部门", clipped(one.supervisor_dept, SHORT))
    yield Fact("登记日期", day(one.opened_on)), Fact("整改时限", due)


def _texts(one: Problem) -> Iterator[Fact]:
    yield Fact("问题描述", clipped(one.problem, PROBLEM))
    yield Fact("原因分析", clipped(text(one.cause), CAUSE))
    yield Fact("整改措施", clipped(listed(one.measures, "；"), MEASURES))
    yield Fact("验收标准", clipped(text(one.acceptance), ACCEPTANCE))
    evidence = tuple(dict.fromkeys(each for event in one.happenings for each in event.evidence))
    yield Fact("佐证材料", clipped(listed(evidence, "；"), EVIDENCE))
    yield Fact("长效机制", clipped(text(one.mechanism), MECHANISM))


def _step(one: Happening) -> Step:
    return Step(day(one.date), one.event.label, clipped(one.text, EVENT))


def _verified(closed: Happening) -> tuple[Fact, Fact]:
    return Fact("验收人", ""), Fact("验收日期", day(closed.date))
