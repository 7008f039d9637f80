"""表彰通报 and 公示: whom they name, in which order, and what they say beside."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from generator.editions.commendations import Commendation
from generator.editions.edition import EditionYear
from generator.model.terms import CommendationStatus, CommendationType, RecipientKind
from generator.pages.sheets.commendations import CommendationsView
from generator.pages.sheets.notice import SIZES, NoticeView
from tests.pages.builders import commendation, edition, edition_year
from tests.pages.reader import book
from tests.pages.sheets import sheet_at, sheet_markup, sheet_paths, sheet_text

FIRST, SECOND = "commendations/1/", "commendations/2/"
NOTICE = "notice/1/"


def _one(number: int, recipient: str, **changes: object) -> Commendation:
    return replace(commendation(f"C-2025-{number:03}", "u01", recipient), **changes)  # type: ignore[arg-type]


def _person(number: int, name: str, **changes: object) -> Commendation:
    kind = {
        "type": CommendationType.EXCELLENT_MEMBER,
        "recipient_kind": RecipientKind.PERSON,
        "position": "班长",
    }
    return _one(number, name, **kind, **changes)


def _year(*rows: Commendation) -> EditionYear:
    return replace(edition_year(), commendations=rows)


def _names(year: EditionYear, path: str) -> list[str]:
    return re.findall(r"<li><span[^>]*>(.*?)</span>", sheet_markup(book(edition(), year), path))


def test_types_in_official_order_and_names_as_given() -> None:
    """Never by pinyin or strokes: the order of the data is the order that was decided."""
    year = _year(_person(1, "张三"), _person(2, "李四"), _person(3, "艾五"), _one(4, "一号掘进队"))
    assert _names(year, FIRST) == ["一号掘进队", "张三", "李四", "艾五"]
    heads = re.findall(r"<h3>(.*?)</h3>", sheet_markup(book(edition(), year), FIRST))
    assert [re.sub(r"<[^>]+>", "", head) for head in heads] == [
        "一、先进集体（1个）",
        "二、优秀共产党员（3名）",
    ]


def test_one_document_a_number_the_first_issued_first() -> None:
    """With number and date of each, and only its own names."""
    later = _one(1, "甲队", doc_no="×党发〔2026〕19号", date=dt.date(2026, 7, 1))
    year = _year(later, _one(2, "乙队"))
    assert [path for path in sheet_paths(book(edition(), year)) if "commendations" in path] == [FIRST, SECOND]
    assert _names(year, FIRST) == ["乙队"]
    assert _names(year, SECOND) == ["甲队"]
    assert "×党发〔2026〕19号" in sheet_text(book(edition(), year), SECOND)
    assert "2026年7月1日" in sheet_text(book(edition(), year), SECOND)
    assert "先进集体（1个）" in sheet_text(book(edition(), year), SECOND)


@pytest.mark.parametrize(
    "status", [CommendationStatus.IN_NOTICE, CommendationStatus.NOTICE_ENDED, CommendationStatus.REVIEWED]
)
def test_nobody_is_commended_before_it_is_so(status: CommendationStatus) -> None:
    """Only 已表彰 makes a document."""
    assert FIRST not in sheet_paths(
        book(edition(), _year(_one(1, "一号掘进队", status=status, doc_no=None, date=None)))
    )


def test_lead_says_by_what_after_which_notice_and_how_many() -> None:
    """Each kind with its number."""
    said = sheet_text(book(edition(), _year(_one(1, "一号掘进队"), _person(2, "张三"))), FIRST)
    assert (
        "根据《2025年度考核实施方案》（×党发〔2025〕30号）和2025年度基层领导班子述职暨党建工作考核结果，"
        "经2026年3月2日至6日公示，决定对集体1个、个人1名予以通报表彰。"
    ) in said


def test_revoked_stays_marked_is_not_counted_and_says_why() -> None:
    """Never silently gone."""
    revoked = _one(
        2,
        "二号掘进队",
        status=CommendationStatus.REVOKED,
        revoked_on=dt.date(2026, 5, 6),
        revoke_reason="事迹材料不实。",
    )
    said = sheet_text(book(edition(), _year(_one(1, "一号掘进队"), revoked)), FIRST)
    assert "决定对集体1个予以通报表彰" in said
    assert "二号掘进队■ 已撤销（2026年5月6日）" in said
    assert "注：二号掘进队的表彰已于2026年5月6日撤销：事迹材料不实。" in said


def test_a_name_of_two_is_as_wide_as_one_of_three_and_stays_one_word() -> None:
    """The blank is drawn, not written, so that whoever searches for 张三 finds it."""
    body = sheet_markup(book(edition(), _year(_person(1, "张三"), _person(2, "欧阳六"))), FIRST)
    assert '<span class="kp-two">张三</span><span class="kp-whose">一号队班长</span>' in body
    assert "<span>欧阳六</span>" in body


def test_markup_in_a_name_stays_text() -> None:
    """A recipient called `<b>` prints the characters."""
    assert "&lt;b&gt;甲" in sheet_markup(book(edition(), _year(_one(1, "<b>甲"))), FIRST)


def test_no_document_where_the_data_has_no_date_makes_one_up() -> None:
    """A line to write on instead."""
    view = sheet_at(book(edition(), _year(_one(1, "一号掘进队", doc_no=None, date=None))), FIRST).view
    assert isinstance(view, CommendationsView)
    assert (view.doc_no, view.date) == ("", "")


def _announced(*rows: Commendation) -> EditionYear:
    return _year(*(replace(row, status=CommendationStatus.IN_NOTICE, doc_no=None, date=None) for row in rows))


def test_a_notice_says_who_for_how_long_and_how_to_object() -> None:
    """Period, department, telephone, seal, real name, facts (domain.md 8.2)."""
    said = sheet_text(book(edition(), _announced(_one(1, "一号掘进队"), _person(2, "张三"))), NOTICE)
    assert "关于2025年度考核拟表彰对象的公示" in said
    assert "一、先进集体（1个）：一号掘进队。" in said
    assert "二、优秀共产党员（1名）：张三（一号队班长）。" in said
    assert "公示期：2026年3月2日至6日。" in said
    assert "以单位名义反映的，应当加盖公章；以个人名义反映的，应当署真实姓名。" in said
    assert "有具体事实" in said
    assert "受理部门：党委组织部，电话：0000-1234。" in said


def test_one_notice_a_period_and_none_for_what_is_commended() -> None:
    """A second notice is a second paper; one whose period is over says so."""
    again = replace(
        _one(3, "丙队", notice_from=dt.date(2026, 3, 9), notice_to=dt.date(2026, 3, 13)),
        status=CommendationStatus.NOTICE_ENDED,
    )
    year = _year(*_announced(_one(1, "甲队")).commendations, _one(2, "乙队"), again)
    assert [path for path in sheet_paths(book(edition(), year)) if "notice" in path] == [NOTICE, "notice/2/"]
    first, second = (sheet_text(book(edition(), year), path) for path in (NOTICE, "notice/2/"))
    assert "甲队" in first
    assert "乙队" not in first + second
    assert "公示期：2026年3月9日至13日（已期满）。" in second


@pytest.mark.parametrize(("many", "size"), [(3, ""), (20, "kp-small"), (120, SIZES[-1][0])])
def test_a_longer_list_is_set_smaller(many: int, size: str) -> None:
    """So that a notice is one page."""
    view = sheet_at(book(edition(), _announced(*(_person(n, f"张{n}") for n in range(many)))), NOTICE).view
    assert isinstance(view, NoticeView)
    assert view.size == size
