"""典型案例: 问题 → 做法 → 成效 → 可推广条件 (domain.md 8.3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionYear
from generator.model.commendations import Case, CaseResult
from generator.pages.commendations.commendations import SECTION, honour_anchor, state_details, state_mark
from generator.pages.facts import Fact
from generator.pages.links import Link, case_path, unit_link
from generator.pages.marks import Mark
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord, said
from generator.pages.words import day, number


@dataclass(frozen=True)
class ResultRow:
    """A figure before and after."""

    metric: str
    unit: str
    before: str
    after: str
    change: str


@dataclass(frozen=True)
class CommendationLine:
    """A commendation the case was given or led to."""

    link: Link
    state: Mark
    details: str


@dataclass(frozen=True)
class CaseView:
    """One case."""

    title: str
    facts: tuple[Fact, ...]
    problem: str
    practice: tuple[str, ...]
    result: str
    results: tuple[ResultRow, ...]
    conditions: tuple[str, ...]
    promoted_to: tuple[Link, ...]
    attachments: tuple[str, ...]
    commendations: tuple[CommendationLine, ...]
    as_of: str


HEADINGS = (
    Heading("problem", "问题"),
    Heading("practice", "做法"),
    Heading("result", "成效"),
    Heading("conditions", "可推广条件"),
)


def plan_cases(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page for each case."""
    related: dict[str, list[Commendation]] = defaultdict(list)
    for one in year.commendations:
        if one.case_id:
            related[one.case_id].append(one)
    for case in year.cases:
        view = _case(year, case, related[case.id])
        more = (Heading("commendations", "相关表彰"),) if view.commendations else ()
        headings = (*HEADINGS, *more)
        records = (_record(year, case),)
        path = case_path(case.id)
        yield Page(path, case.title, "case.html.j2", view, SECTION, headings, case.result, records)


def _record(year: EditionYear, case: Case) -> SearchRecord:
    """The case by its title and what it tells."""
    unit = unit_link(year, case.unit_id).text
    text = said(unit, case.area.label, case.problem, *case.practice, case.result)
    return SearchRecord(RecordKind.CASE, case.title, text, (case.id,), case.unit_id)


def _case(year: EditionYear, case: Case, commendations: list[Commendation]) -> CaseView:
    unit = unit_link(year, case.unit_id)
    return CaseView(
        title=case.title,
        facts=tuple(_facts(case, unit)),
        problem=case.problem,
        practice=case.practice,
        result=case.result,
        results=tuple(map(_result, case.results)),
        conditions=case.conditions,
        promoted_to=tuple(unit_link(year, unit_id) for unit_id in case.promoted_to),
        attachments=case.attachments,
        commendations=tuple(map(_commendation, commendations)),
        as_of=day(year.as_of),
    )


def _facts(case: Case, unit: Link) -> Iterator[Fact]:
    yield Fact("单位", unit.text, unit)
    yield Fact("领域", case.area.label)
    yield Fact("状态", case.status.label)
    if case.selected_by:
        yield Fact("评选部门", case.selected_by)
    yield Fact("联系部门", case.contact_dept)


def _result(row: CaseResult) -> ResultRow:
    return ResultRow(row.metric, row.unit, number(row.before), number(row.after), _change(row))


def _change(row: CaseResult) -> str:
    """`+250 米`, `−3.2 个百分点`: shares change by percentage points (domain.md 2.3)."""
    difference: Decimal = row.after - row.before
    unit = "个百分点" if row.unit in ("%", "％") else row.unit
    if not difference:
        return "持平"
    return f"{'+' if difference > 0 else '−'}{number(abs(difference))} {unit}"


def _commendation(one: Commendation) -> CommendationLine:
    link = Link(f"{one.type.label}：{one.recipient}", f"{SECTION}#{honour_anchor(one.id)}")
    return CommendationLine(link, state_mark(one.status), state_details(one))
