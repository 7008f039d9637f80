"""表彰通报: one a document number, a page of text and the list as given (domain.md 8.2, 11.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionYear
from generator.model.terms import CommendationStatus, RecipientKind
from generator.pages.commendations.commendations import SECTION
from generator.pages.figures import Phrase
from generator.pages.sheets.addressees import addressees
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.honours import ISSUED, HonourList, honour_lists, kind_counts
from generator.pages.sheets.prose import Title, listed_parts, long_period, on_paper, title
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.words import long_day

HOPES = {RecipientKind.COLLECTIVE: "集体", RecipientKind.PERSON: "个人"}
"""Those a document speaks to; a case has no ears."""


@dataclass(frozen=True)
class CommendationsView:
    """表彰通报."""

    doc_no: str
    title: Title
    recipients: str
    """主送."""
    lead: Phrase
    hope: str
    annex: str
    """Title of the list."""
    lists: tuple[HonourList, ...]
    notes: tuple[str, ...]
    """What was revoked since, and why."""
    date: str
    """成文日期; empty where the data has none."""


def plan_commendation_sheets(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for each document by which somebody was commended, the first issued first."""
    desk = Desk(edition, year, SheetKind.COMMENDATIONS)
    for number, (doc_no, rows) in enumerate(_documents(year), 1):
        view = _view(edition, year, doc_no, rows)
        name = f"{view.title}{f'（{doc_no}）' if doc_no else ''}"
        yield desk.about_all(name, view, SECTION, str(number), doc_no)


def _documents(year: EditionYear) -> list[tuple[str, list[Commendation]]]:
    """Rows by document number, each in the order of the data."""
    found: dict[str, list[Commendation]] = {}
    for one in year.commendations:
        if one.status in ISSUED:
            found.setdefault(one.doc_no or "", []).append(one)
    return sorted(found.items(), key=lambda document: _issued(document[1]) or dt.date.max)


def _issued(rows: Iterable[Commendation]) -> dt.date | None:
    return max((row.date for row in rows if row.date), default=None)


def _view(
    edition: Edition, year: EditionYear, doc_no: str, rows: Sequence[Commendation]
) -> CommendationsView:
    issued = _issued(rows)
    return CommendationsView(
        doc_no=doc_no,
        title=title(f"关于{year.year}年度考核表彰的通报"),
        recipients=addressees(year),
        lead=_lead(year, rows),
        hope=_hope(rows),
        annex=f"{year.year}年度考核表彰名单",
        lists=honour_lists(edition, year, rows),
        notes=tuple(_revoked(row) for row in rows if row.status is CommendationStatus.REVOKED),
        date=long_day(issued) if issued else "",
    )


def _lead(year: EditionYear, rows: Sequence[Commendation]) -> Phrase:
    """By what, after which notice, and how many are commended; who decided is not in the data."""
    scheme = year.scheme
    counts = [(kind, count) for count, kind in kind_counts(year, rows)]
    said = (*listed_parts(counts), "予以通报表彰") if counts else ("下列对象予以通报表彰",)
    return on_paper(
        f"根据《{scheme.title}》（{scheme.doc_no}）和{year.title}结果，{_noticed(rows)}决定对", *said, "。"
    )


def _noticed(rows: Iterable[Commendation]) -> str:
    """`经2026年3月2日至6日公示，`, where it was one notice for all."""
    periods = {(row.notice_from, row.notice_to) for row in rows}
    begun, ended = periods.pop() if len(periods) == 1 else (None, None)
    return f"经{long_period(begun, ended)}公示，" if begun and ended else "经公示，"


def _hope(rows: Iterable[Commendation]) -> str:
    kinds = {row.recipient_kind for row in rows}
    whose = "和".join(word for kind, word in HOPES.items() if kind in kinds)
    hope = f"希望受到表彰的{whose}珍惜荣誉，发挥示范带动作用。" if whose else ""
    return f"{hope}各单位要学习先进经验，改进工作，确保考核发现的问题整改到位。"


def _revoked(row: Commendation) -> str:
    """`机关第二党支部的表彰已于2025年9月12日撤销：申报内容不实。`"""
    on = f"于{long_day(row.revoked_on)}" if row.revoked_on else ""
    why = f"：{row.revoke_reason.rstrip('。')}" if row.revoke_reason else ""
    return f"{row.recipient}的表彰已{on}撤销{why}。"
