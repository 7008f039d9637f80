"""通报表彰 and cases as a reader finds them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.editions.commendations import Commendation
from generator.editions.edition import EditionYear
from generator.model.commendations import CaseResult
from generator.model.terms import CommendationStatus, CommendationType, RecipientKind
from tests.pages.builders import ORIGIN, case, commendation, edition, edition_year
from tests.pages.reader import book, page_at, read, rows, words

PATH = "commendations/"


def _year(*commendations: Commendation) -> EditionYear:
    return replace(edition_year(), commendations=commendations)


def _read(*commendations: Commendation) -> str:
    return read(book(edition(), _year(*commendations)), PATH)


def _one(**changes: object) -> Commendation:
    return replace(commendation("C-2025-001", "u01", "一号掘进队"), **changes)  # type: ignore[arg-type]


def test_types_come_in_official_order_and_names_in_the_order_of_the_data() -> None:
    """Never by pinyin: the collective before the person, the persons as given."""
    persons = tuple(
        replace(
            commendation(f"C-2025-00{n}", "u01", name),
            type=CommendationType.EXCELLENT_MEMBER,
            recipient_kind=RecipientKind.PERSON,
            position="班长",
        )
        for n, name in enumerate(("张三", "李四", "艾五"), 2)
    )
    markup = _read(*persons, _one())
    names = re.findall(r"<strong>(.*?)</strong>", markup)
    assert names == ["一号掘进队", "张三", "李四", "艾五"]
    heads = re.findall(r"<h2[^>]*>(.*?)</h2>", markup)
    assert [words(head) for head in heads[:2]] == ["先进集体（1 个）", "优秀共产党员（3 名）"]


def test_lead_counts_what_stands_and_what_does_not() -> None:
    """Commended, in notice and revoked are counted apart."""
    markup = _read(
        _one(),
        _one(id="C-2025-002", status=CommendationStatus.IN_NOTICE),
        _one(id="C-2025-003", status=CommendationStatus.REVOKED, revoked_on=dt.date(2026, 5, 6)),
    )
    assert "已表彰 1 项：集体 1 个；公示中 1 项；已撤销 1 项。" in words(markup)
    assert "先进集体（2 个）" in words(markup)


def test_notice_says_how_long_and_whom_to_tell() -> None:
    """A notice without a place to object is no notice."""
    text = words(_read(_one(status=CommendationStatus.IN_NOTICE)))
    assert "◆ 公示中" in text
    assert "公示期 2026-03-02 至 2026-03-06；受理部门：党委组织部，电话：0000-1234" in text


def test_commended_shows_document_and_date() -> None:
    """The decision can be looked up."""
    text = words(_read(_one()))
    assert "★ 已表彰" in text
    assert "公司级 · 年度表彰 · ×党发〔2026〕8号，2026-03-09" in text


def test_revoked_stays_with_its_mark_date_and_reason() -> None:
    """A revoked commendation is never silently gone."""
    one = _one(
        status=CommendationStatus.REVOKED, revoked_on=dt.date(2026, 5, 6), revoke_reason="事迹材料不实"
    )
    markup = _read(one)
    assert "kh-honour--revoked" in markup
    text = words(markup)
    assert "■ 已撤销" in text
    assert "2026-05-06 撤销，原因：事迹材料不实（原表彰文号：×党发〔2026〕8号）" in text


def test_person_shows_unit_and_position() -> None:
    """Name, unit and position, the unit leading to its page."""
    markup = read(book(edition()), PATH)
    assert '<strong>张三</strong> <a href="../units/u02/">二号队</a> 班长' in markup


def test_case_link_only_where_the_case_is_there() -> None:
    """A case this edition does not hold is not linked."""
    assert 'href="../cases/case-2025-01/">查看案例' in read(book(edition()), PATH)
    year = replace(edition_year(), cases=())
    assert "查看案例" not in read(book(edition(), year), PATH)


def test_nothing_announced_is_said() -> None:
    """An empty list is a sentence."""
    assert "本年度没有已经公示或通报的表彰。" in words(_read())


def test_markup_in_names_stays_text() -> None:
    """A recipient called `<b>` prints the characters."""
    markup = _read(_one(recipient="<b>甲</b>", citation='"><script>x</script>'))
    assert "&lt;b&gt;甲&lt;/b&gt;" in markup
    assert "<script" not in markup


def test_case_tells_problem_practice_result_and_conditions() -> None:
    """In this order, with figures before and after."""
    markup = read(book(edition()), "cases/case-2025-01/")
    heads = re.findall(r"<h2[^>]*>(.*?)</h2>", markup)
    assert heads == ["问题", "做法", "成效", "可推广条件", "相关表彰"]
    assert rows(markup, "成效数据")[1] == ["掘进进尺", "米", "1000", "1250", "+250 米"]
    assert '<a href="../../commendations/#c-2025-001">先进集体：一号掘进队</a>' in markup


@pytest.mark.parametrize(
    ("before", "after", "unit", "change"),
    [
        ("98.4", "106.2", "%", "+7.8 个百分点"),
        ("12", "9.5", "天", "−2.5 天"),
        ("3", "3", "次", "持平"),
    ],
)
def test_case_figures_change_by_points_and_signs(before: str, after: str, unit: str, change: str) -> None:
    """A share changes by percentage points; a fall has a minus sign."""
    result = CaseResult("指标", Decimal(before), Decimal(after), unit, ORIGIN)
    year = replace(edition_year(), cases=(replace(case(), results=(result,)),))
    assert rows(read(book(edition(), year), "cases/case-2025-01/"), "成效数据")[1][-1] == change


def test_case_links_the_units_it_was_promoted_to() -> None:
    """推广 names units that can be asked."""
    year = replace(edition_year(), cases=(replace(case(), promoted_to=("u02", "u03")),))
    markup = read(book(edition(), year), "cases/case-2025-01/")
    assert "已推广到： 二号队 、 联合队 。" in words(markup)
    assert 'href="../../units/u03/"' in markup


def test_every_list_is_in_the_table_of_contents() -> None:
    """A reader jumps to the own kind of commendation."""
    given = book(edition())
    markup = read(given, PATH)
    anchors = [heading.anchor for heading in page_at(given, PATH).headings]
    assert anchors == ["advanced_unit", "excellent_member", "cases"]
    assert all(f'id="{anchor}"' in markup for anchor in anchors)
