"""通报表彰: who is commended, in official order, and in which state each commendation is (domain.md 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionYear
from generator.model.commendations import Case
from generator.model.terms import CommendationStatus, CommendationType, RecipientKind
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.figures import Phrase, Shown, counted
from generator.pages.links import Link, case_path, slug, unit_link
from generator.pages.marks import Mark
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord, said
from generator.pages.words import day, period

SECTION = "commendations/"

_MARKS = {
    CommendationStatus.IN_NOTICE: ("◆", "公示中", "pending"),
    CommendationStatus.NOTICE_ENDED: ("●", "公示结束", "closed"),
    CommendationStatus.COMMENDED: ("★", "已表彰", "excellent"),
    CommendationStatus.REVOKED: ("■", "已撤销", "late"),
}


@dataclass(frozen=True)
class Honour:
    """One commendation as announced."""

    anchor: str
    recipient: str
    unit: Link
    position: str
    """职务 of a person, empty for others."""
    level: str
    batch: str
    citation: str
    state: Mark
    details: str
    """The state in words: dates, document, whom to tell."""
    revoked: bool
    case: Link | None


@dataclass(frozen=True)
class HonourList:
    """All commendations of one type."""

    anchor: str
    title: str
    count: Shown
    """`3 个`, without those revoked."""
    honours: tuple[Honour, ...]


@dataclass(frozen=True)
class CaseLine:
    """A case in the list of cases."""

    case: Link
    unit: Link
    area: str
    status: str


@dataclass(frozen=True)
class CommendationsView:
    """通报表彰 of a year."""

    sentence: Phrase
    basis: tuple[BasisRow, ...]
    lists: tuple[HonourList, ...]
    cases: tuple[CaseLine, ...]
    as_of: str


def plan_commendations(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page with the lists of all types."""
    view = CommendationsView(
        sentence=sentence(year),
        basis=basis_rows(year, (key for key in year.figures if key.startswith("company.commendations."))),
        lists=tuple(_lists(year)),
        cases=tuple(_case_line(year, case) for case in year.cases),
        as_of=day(year.as_of),
    )
    lists = tuple(Heading(one.anchor, one.title) for one in view.lists)
    headings = (*lists, Heading("cases", "典型案例")) if view.cases else lists
    records = tuple(_records(year))
    yield Page(SECTION, "通报表彰", "commendations.html.j2", view, SECTION, headings, view.sentence, records)


def _records(year: EditionYear) -> Iterator[SearchRecord]:
    """The page, everyone and everything commended, and the documents that say so."""
    yield SearchRecord(RecordKind.PAGE, "通报表彰", sentence(year))
    for one in year.commendations:
        yield _record(year, one)
    documents = {one.doc_no: one for one in reversed(year.commendations) if one.doc_no}
    for number, one in reversed(documents.items()):
        yield SearchRecord(RecordKind.DOCUMENT, number, said(one.batch, day(one.date)))


def _record(year: EditionYear, one: Commendation) -> SearchRecord:
    """A person stands under their name, a collective or a case under what it was commended as."""
    unit = unit_link(year, one.unit_id).text
    state = _MARKS[one.status][1] if one.status in _MARKS else one.status.label
    text = said(unit, one.position, one.type.label, state, one.citation, one.doc_no)
    if one.recipient_kind is RecipientKind.PERSON:
        return SearchRecord(RecordKind.PERSON, one.recipient, text, (), one.unit_id, honour_anchor(one.id))
    title = f"{one.type.label}：{one.recipient}"
    return SearchRecord(RecordKind.COMMENDATION, title, text, (), one.unit_id, honour_anchor(one.id))


def sentence(year: EditionYear) -> Phrase:
    """`已表彰 12 项：集体 3 个、个人 8 名、案例 1 项；公示中 2 项；已撤销 1 项。`"""
    if not year.commendations:
        return Phrase("本年度没有已经公示或通报的表彰。")
    parts: list[str] = [*_commended(year)]
    for status in (CommendationStatus.IN_NOTICE, CommendationStatus.NOTICE_ENDED, CommendationStatus.REVOKED):
        if _number(year, status.value):
            parts += [f"；{_MARKS[status][1]} ", _counted(year, status.value)]
    return Phrase(*parts, "。")


def honour_anchor(commendation_id: str) -> str:
    """Where a commendation is on its page: `c-2025-003`."""
    return slug(commendation_id)


def state_mark(status: CommendationStatus) -> Mark:
    """`★ 已表彰`."""
    return Mark(*_MARKS.get(status, ("○", status.label, "none")))


def state_details(one: Commendation) -> str:
    """The state in words, complete enough to act on."""
    match one.status:
        case CommendationStatus.IN_NOTICE:
            return f"公示期 {period(one.notice_from, one.notice_to)}{_contact(one)}"
        case CommendationStatus.NOTICE_ENDED:
            return f"公示期 {period(one.notice_from, one.notice_to)}，尚未印发表彰文件"
        case CommendationStatus.REVOKED:
            reason = f"，原因：{one.revoke_reason}" if one.revoke_reason else ""
            return f"{day(one.revoked_on)} 撤销{reason}{_former(one)}"
        case _:
            return "，".join(part for part in (one.doc_no, day(one.date) if one.date else None) if part)


def _contact(one: Commendation) -> str:
    """Whom to tell, as a notice must say."""
    if not one.contact_dept:
        return ""
    return f"；受理部门：{one.contact_dept}" + (f"，电话：{one.phone}" if one.phone else "")


def _former(one: Commendation) -> str:
    return f"（原表彰文号：{one.doc_no}）" if one.doc_no else ""


def _commended(year: EditionYear) -> Iterator[str]:
    if not _number(year, "commended"):
        yield "尚无已表彰的对象"
        return
    yield from ("已表彰 ", _counted(year, "commended"))
    kinds = [kind for kind in RecipientKind if _number(year, f"kinds.{kind.value}")]
    for n, kind in enumerate(kinds):
        yield from ("、" if n else "：", f"{kind.label} ", _counted(year, f"kinds.{kind.value}"))


def _number(year: EditionYear, what: str) -> int:
    """So many of that state or kind."""
    one = year.figure(f"company.commendations.{what}")
    return int(one.value or 0) if one else 0


def _counted(year: EditionYear, what: str) -> Shown:
    return counted(year, f"company.commendations.{what}")


def _lists(year: EditionYear) -> Iterator[HonourList]:
    """By type in the order of the list of types; within it as the data has them, never sorted."""
    found: Mapping[CommendationType, list[Commendation]] = defaultdict(list)
    for one in year.commendations:
        found[one.type].append(one)
    held = {case.id for case in year.cases}
    for kind in CommendationType:
        if found[kind]:
            honours = tuple(_honour(year, one, held) for one in found[kind])
            yield HonourList(kind.value, kind.label, _counted(year, f"types.{kind.value}"), honours)


def _honour(year: EditionYear, one: Commendation, cases: set[str]) -> Honour:
    return Honour(
        anchor=honour_anchor(one.id),
        recipient=one.recipient,
        unit=unit_link(year, one.unit_id),
        position=one.position or "",
        level=f"{one.level.label}级",
        batch=one.batch,
        citation=one.citation,
        state=state_mark(one.status),
        details=state_details(one),
        revoked=one.status is CommendationStatus.REVOKED,
        case=Link("查看案例", case_path(one.case_id)) if one.case_id in cases and one.case_id else None,
    )


def _case_line(year: EditionYear, case: Case) -> CaseLine:
    return CaseLine(
        case=Link(case.title, case_path(case.id)),
        unit=unit_link(year, case.unit_id),
        area=case.area.label,
        status=case.status.label,
    )
