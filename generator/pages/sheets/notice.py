"""公示: who is to be commended, for how long it is announced, and how to object (domain.md 8.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionYear
from generator.model.terms import CommendationStatus
from generator.pages.commendations.commendations import SECTION
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.honours import HonourLine, HonourList, honour_lists
from generator.pages.sheets.limits import widths
from generator.pages.sheets.prose import Paragraph, Title, long_period, on_paper, title
from generator.pages.sheets.sheet import Sheet, SheetKind

ANNOUNCED = (CommendationStatus.IN_NOTICE, CommendationStatus.NOTICE_ENDED)
OBJECTIONS = (
    "公示期间，对公示对象有异议的，可以向受理部门反映。以单位名义反映的，应当加盖公章；"
    "以个人名义反映的，应当署真实姓名。反映情况应当实事求是，有具体事实，不得诬告。"
)
"""The rules of every notice: seal, real name, facts."""
SIZES = (("", 28, 28.95), ("kp-small", 36, 20.0), ("kp-smaller", 42, 18.0), ("kp-smallest", 42, 15.0))
"""Class, characters a line and points from line to line: the largest that keeps it on one page is taken."""
ROOM = 19 * 28.95
"""Points below a title of one line: 22 lines without it and the blank ones around it."""
SIGNED = 4
"""Lines of 署名 and 成文日期 with the blank one above, and one to be safe."""


@dataclass(frozen=True)
class NoticeView:
    """公示 of one period."""

    title: Title
    lead: str
    lists: tuple[Paragraph, ...]
    period: str
    objections: str
    contacts: tuple[str, ...]
    size: str
    """Class of the type it is set in."""


def plan_notices(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for each period in which somebody is announced, or was and is not commended yet."""
    desk = Desk(edition, year, SheetKind.NOTICE)
    for number, (period, rows) in enumerate(_periods(year), 1):
        view = _view(edition, year, period, rows)
        name = f"{view.title}（{long_period(*period)}）"
        yield desk.about_all(name, view, SECTION, str(number))


def _periods(year: EditionYear) -> list[tuple[tuple[dt.date, dt.date], list[Commendation]]]:
    """Rows by 公示期, the first begun first, each in the order of the data."""
    found: dict[tuple[dt.date, dt.date], list[Commendation]] = {}
    for one in year.commendations:
        if one.status in ANNOUNCED and one.notice_from and one.notice_to:
            found.setdefault((one.notice_from, one.notice_to), []).append(one)
    return sorted(found.items())


def _view(
    edition: Edition, year: EditionYear, period: tuple[dt.date, dt.date], rows: Sequence[Commendation]
) -> NoticeView:
    lists = tuple(_paragraph(one) for one in honour_lists(edition, year, rows))
    rules, whom = f"《{year.scheme.title}》（{year.scheme.doc_no}）", f"{year.year}年度考核拟表彰对象"
    lead = f"根据{rules}的规定，现将{whom}予以公示。"
    said, contacts = _period(period, rows), _contacts(rows)
    lines = (lead, *(f"{one.head}{one.text}" for one in lists), said, OBJECTIONS, *contacts)
    return NoticeView(
        title=title(f"关于{whom}的公示"),
        lead=lead,
        lists=lists,
        period=said,
        objections=OBJECTIONS,
        contacts=contacts,
        size=_size(lines),
    )


def _paragraph(one: HonourList) -> Paragraph:
    """`一、先进集体（4个）：综采一队、综掘一队。`"""
    return Paragraph(one.title, on_paper(*one.count.parts, f"：{'、'.join(map(_name, one.lines))}。"))


def _name(line: HonourLine) -> str:
    return f"{line.name}（{line.whose}）" if line.whose else line.name


def _period(period: tuple[dt.date, dt.date], rows: Sequence[Commendation]) -> str:
    ended = all(row.status is CommendationStatus.NOTICE_ENDED for row in rows)
    return f"公示期：{long_period(*period)}{'（已期满）' if ended else ''}。"


def _contacts(rows: Sequence[Commendation]) -> tuple[str, ...]:
    """`受理部门：党委组织部、纪委办公室，电话：0000-2345678。`, each once."""
    found = dict.fromkeys((row.contact_dept, row.phone) for row in rows if row.contact_dept)
    return tuple(f"受理部门：{dept}{f'，电话：{phone}' if phone else ''}。" for dept, phone in found)


def _size(paragraphs: Sequence[str]) -> str:
    """The class of the largest type in which these paragraphs fit on the page; the smallest if none does."""
    for name, characters, pitch in SIZES:
        lines = SIGNED + sum(ceil((2 + widths(text)) / (characters - 1)) for text in paragraphs)
        if lines * pitch <= ROOM:
            return name
    return SIZES[-1][0]
