"""单位档案: one unit in one year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.contract.fields import Audience
from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionHistory, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.model.terms import CommendationStatus
from generator.pages.basis import BasisRow
from generator.pages.by_unit import UnitRecords
from generator.pages.charts import Portrait, Trend
from generator.pages.facts import Fact
from generator.pages.grades import absent_grades, unit_grade
from generator.pages.headlines.headline import Headline, Headlines, with_basis
from generator.pages.headlines.transitions import EarlierLeaves
from generator.pages.headlines.unit import unit_headlines
from generator.pages.links import Link, case_path, ledger_sheet, problem_path, unit_path
from generator.pages.marks import Mark, problem_mark
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord, other_names, said
from generator.pages.units.inquiry import InquiryView, unit_inquiry
from generator.pages.units.portrait import PortraitView, unit_portrait
from generator.pages.units.reports import ReportRow, report_rows
from generator.pages.units.results import (
    RateRow,
    ResultArea,
    area_portrait,
    rate_basis,
    rate_rows,
    rate_start,
    result_areas,
)
from generator.pages.units.scores import Scores, unit_scores
from generator.pages.units.units import SECTION
from generator.pages.units.years import IndexedYear, UnitYear, indexed, rate_trend, unit_years
from generator.pages.words import day, listed, period, text
from generator.store.again import again
from generator.store.traced import followed

PORTRAIT = Heading("portrait", "考核组评价")
SCORES = Heading("scores", "民主测评与综合得分")
INQUIRY = Heading("inquiry", "核实与谈话")
HEADINGS = (
    Heading("profile", "基本情况"),
    Heading("rates", "画像"),
    PORTRAIT,
    SCORES,
    Heading("reports", "述职摘要"),
    INQUIRY,
    Heading("results", "检查结果"),
    Heading("commendations", "表彰与案例"),
    Heading("rectifications", "整改"),
    Heading("years", "历年"),
)


@dataclass(frozen=True)
class PostRow:
    """班子成员 by position."""

    position: str
    portfolio: str


@dataclass(frozen=True)
class ProblemRow:
    """A problem of the unit."""

    link: Link
    role: str
    """责任 or 配合."""
    problem: str
    due: str
    status: str
    light: Mark


@dataclass(frozen=True)
class CommendationRow:
    """A commendation of the unit or of one of its people."""

    type: str
    recipient: str
    level: str
    state: str
    doc_no: str
    date: str


@dataclass(frozen=True)
class ProfileView:
    """单位档案."""

    name: str
    group: str
    grade: Mark | None
    absent_grade: str
    """Why there is no grade."""
    veto: str | None
    headlines: Headlines
    facts: tuple[Fact, ...]
    posts: tuple[PostRow, ...]
    portrait: Portrait | None
    rates: tuple[RateRow, ...]
    rates_start: str
    """What the keys in them begin with."""
    basis: tuple[BasisRow, ...]
    """Of the rates."""
    words: PortraitView | None
    """画像 in words; None where the edition does not hold it."""
    scores: Scores | None
    """None where the edition holds neither ballots nor composites."""
    reports: tuple[ReportRow, ...]
    inquiry: InquiryView | None
    """None where the edition does not hold it."""
    areas: tuple[ResultArea, ...]
    adjustments: tuple[Fact, ...]
    """加减分与否决: kind and cause."""
    commendations: tuple[CommendationRow, ...]
    cases: tuple[Link, ...]
    problems: tuple[ProblemRow, ...]
    sheet: Link
    """整改台账 of the unit for paper."""
    trend: Trend | None
    years: tuple[UnitYear, ...]
    as_of: str


def plan_unit_profiles(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page for each unit; its history ends with this year, later years are on the shelf."""
    years = indexed((one for one in edition.years if one.year <= year.year), str(year.year))
    desk = _Desk(edition, years, EarlierLeaves.of(edition, year))
    histories = {history.id: history for history in edition.units}
    for unit in year.units:
        yield again(("unit page", year.year, unit.id), _page, desk, unit, histories.get(unit.id))


@followed("edition", "years", "leaves")
@dataclass(frozen=True)
class _Desk:
    """What the pages of all units are written from."""

    edition: Edition
    years: tuple[IndexedYear, ...]
    """That of the book, then those before."""
    leaves: EarlierLeaves


def _page(desk: _Desk, unit: EditionUnit, history: EditionHistory | None) -> Page:
    edition, years, year, leaves = desk.edition, desk.years, desk.years[0].year, desk.leaves
    problems = years[0].records[unit.id].problems
    said_first = unit_headlines(edition, year, unit, leaves, problems)
    headlines = with_basis(edition, year, said_first, _unexplained(year, unit, said_first))
    view = _profile(edition.audience, unit, years, history, headlines)
    description = f"{unit.name}{year.year}年度考核档案。"
    found = tuple(_records(year, unit, history))
    path, headings = unit_path(unit.id), tuple(_headings(view))
    return Page(path, unit.name, "unit.html.j2", view, SECTION, headings, description, found)


def _headings(view: ProfileView) -> Iterator[Heading]:
    """Without those of sections only some editions hold."""
    optional = {PORTRAIT: view.words, SCORES: view.scores, INQUIRY: view.inquiry}
    return (one for one in HEADINGS if one not in optional or optional[one] is not None)


def _records(year: EditionYear, unit: EditionUnit, history: EditionHistory | None) -> Iterator[SearchRecord]:
    """The unit by every name so far, the posts of its board, and who holds them where names are read."""
    names = _names_until(history, dt.date(year.year, 12, 31)) if history else ()
    aliases = history.aliases if history else ()
    known = other_names(unit.short_name, (unit.id, unit.name, unit.party_org_name, *names, *aliases))
    about = said(unit.group, unit.kind.label, unit.party_org_name, unit.name)
    yield SearchRecord(RecordKind.UNIT, unit.short_name, about, known, unit.id)
    for post in unit.posts:
        text = said(unit.short_name, post.portfolio)
        yield SearchRecord(RecordKind.POST, post.position, text, (), unit.id, "profile")
    for member in unit.members:
        text = said(unit.short_name, member.position)
        yield SearchRecord(RecordKind.MEMBER, member.name, text, (), unit.id, SCORES.anchor)


def _unexplained(year: EditionYear, unit: EditionUnit, found: Iterable[Headline]) -> Iterator[str]:
    """Keys of the numbers printed whose 依据 is not under a table below: rates and points of this year are.

    Numbers a rule compared and did not print stand in those tables; 200 pages need not carry them twice.
    """
    below = f"{year.year}:units.{unit.id}.checklist."
    for key in (key for one in found for key in one.prints):
        if not (key.startswith(below) and key.endswith((".rate", ".earned"))):
            yield key


def _profile(
    audience: Audience,
    unit: EditionUnit,
    years: tuple[IndexedYear, ...],
    history: EditionHistory | None,
    headlines: Headlines,
) -> ProfileView:
    year, found = years[0].year, years[0].records[unit.id]
    return ProfileView(
        name=unit.name,
        group=unit.group,
        grade=unit_grade(year, unit),
        absent_grade=absent_grades(year),
        veto=unit.veto_wording if year.decided_on else None,
        headlines=headlines,
        facts=tuple(_facts(year, unit, history)),
        posts=tuple(PostRow(post.position, text(post.portfolio)) for post in unit.posts),
        portrait=area_portrait(year, unit),
        rates=tuple(rate_rows(year, unit)),
        rates_start=rate_start(year, unit),
        basis=rate_basis(year, unit),
        words=unit_portrait(unit),
        scores=unit_scores(audience, year, unit),
        reports=tuple(report_rows(year, unit)),
        inquiry=unit_inquiry(year, unit),
        areas=tuple(result_areas(year, unit)),
        adjustments=tuple(Fact(one.kind.label, one.what) for one in unit.adjustments),
        commendations=tuple(map(_commendation, found.commendations)),
        cases=tuple(Link(case.title, case_path(case.id)) for case in found.cases),
        problems=tuple(_problems(found)),
        sheet=ledger_sheet(unit.id),
        trend=rate_trend(years, unit.id),
        years=tuple(unit_years(years, unit.id, here=year.year)),
        as_of=day(year.as_of),
    )


def _facts(year: EditionYear, unit: EditionUnit, history: EditionHistory | None) -> Iterator[Fact]:
    yield Fact("简称", unit.short_name)
    former = _former_names(history, dt.date(year.year, 12, 31)) if history else ()
    if former:
        yield Fact("曾用名", listed(former))
    yield Fact("组别", unit.group)
    yield Fact("单位类别", unit.kind.label)
    yield Fact("党组织", text(unit.party_org_name))
    yield Fact("党员数", str(unit.party_members))
    yield Fact("职工数", str(unit.employees))
    yield Fact("班子配备", f"{unit.board_filled} 人（核定 {unit.board_posts} 职）")


def _names_until(history: EditionHistory, at: dt.date) -> tuple[str, ...]:
    """Full and short names of all times up to that day."""
    begun = (one for one in history.names if one.valid_from <= at)
    return tuple(name for one in begun for name in (one.name, one.short_name))


def _former_names(history: EditionHistory, at: dt.date) -> tuple[str, ...]:
    """Names given up by that day: what came later was not known when the book was made."""
    return tuple(
        f"{name.name}（{period(name.valid_from, name.valid_to)}）"
        for name in history.names
        if name.valid_to is not None and name.valid_to <= at
    )


def _commendation(one: Commendation) -> CommendationRow:
    revoked = one.status is CommendationStatus.REVOKED
    state = f"已撤销（{day(one.revoked_on)}）" if revoked else one.status.label
    recipient = f"{one.recipient}（{one.position}）" if one.position else one.recipient
    return CommendationRow(one.type.label, recipient, one.level.label, state, text(one.doc_no), day(one.date))


def _problems(records: UnitRecords) -> Iterator[ProblemRow]:
    for problem in records.problems:
        yield _problem(problem, "责任")
    for problem in records.helped:
        yield _problem(problem, "配合")


def _problem(problem: Problem, role: str) -> ProblemRow:
    return ProblemRow(
        link=Link(problem.id, problem_path(problem.id)),
        role=role,
        problem=problem.problem,
        due=day(problem.due_current),
        status=problem.status.label,
        light=problem_mark(problem),
    )
