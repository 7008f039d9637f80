"""销号单: which problems have one, what is filled in, and what is left to the pen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.contract.fields import Audience
from generator.editions.ledger import Happening, Problem
from generator.model.terms import Light, RectificationEventType, RectificationStatus
from generator.pages.page import Book
from generator.pages.plan import plan_book
from tests.pages.builders import edition, edition_year, problem
from tests.pages.reader import book, read, words
from tests.pages.sheets import read_sheet, sample_editions, sheet_at, sheet_paths

BLANK = "□通过 □部分通过 □不通过"


def _with(*problems: Problem) -> Book:
    year = edition_year()
    return book(edition(), replace(year, ledger=replace(year.ledger, problems=problems, repeated=())))


def _event(event: RectificationEventType, on: dt.date, text: str) -> Happening:
    return Happening(on, event, text, "党建工作部", None, None, ("会议记录本",))


def _closed() -> Problem:
    one = problem("2025-U01-001", "u01", light=Light.GREY)
    events = (
        _event(RectificationEventType.SUBMIT, dt.date(2026, 6, 20), "申请验收"),
        _event(
            RectificationEventType.CLOSE,
            dt.date(2026, 6, 24),
            "达到标准，同意销号",
        ),
    )
    return replace(one, happenings=(*one.happenings, *events))


def _pending() -> Problem:
    one = problem("2025-U01-002", "u01", light=Light.BLUE)
    event = _event(RectificationEventType.SUBMIT, dt.date(2026, 6, 20), "申请验收")
    done = dt.date(2026, 6, 19)
    return replace(one, status=RectificationStatus.PENDING, happenings=(event,), done_on=done)


def _slip(given: Book, number: str) -> str:
    article = read_sheet(given, "closing/u01/").split(f'id="{number}"')[1]
    return words(article.split("</article>")[0])


def test_a_closed_problem_says_when_it_was_verified() -> None:
    """From finding to 销号 on one page, with four places to sign."""
    text = _slip(_with(_closed(), _pending()), "2025-u01-001")
    assert "2025-U01-001 ● 已销号 责任单位 一号队 责任人 党支部书记" in text
    assert "整改措施 补齐会议记录；明确记录人 验收标准 抽查三次会议记录齐全 佐证材料 会议记录本" in text
    assert "2026-06-20 提交验收： 申请验收 2026-06-24 销号： 达到标准，同意销号" in text
    assert "申请日期 2026-06-20" in text
    assert "验收结论 通过 验收人 验收日期 2026-06-24 验收意见 达到标准，同意销号" in text
    assert "申请单位 验收人 督办部门 批准 签字：" in text
    assert BLANK not in text


def test_a_pending_one_is_left_to_the_pen() -> None:
    """Boxes for the verdict, blanks for people, day and opinion."""
    text = _slip(_with(_closed(), _pending()), "2025-u01-002")
    assert "◆ 待验收" in text
    assert f"完成日期 2026-06-19 申请日期 2026-06-20 验收方式 □查阅 □现场 □测评 验收结论 {BLANK}" in text
    assert "验收人 验收日期 年 月 日 验收意见 申请单位" in text


def test_a_problem_closed_on_the_spot_was_applied_for_that_day() -> None:
    """立行立改 has no event of its own for it (domain.md 9.2)."""
    one = replace(_closed(), happenings=_closed().happenings[-1:])
    assert "申请日期 2026-06-24" in _slip(_with(one), "2025-u01-001")


def test_what_was_closed_before_and_opened_again_is_not_verified() -> None:
    """The verdict of an earlier round does not stand for the new one."""
    again = replace(_closed(), status=RectificationStatus.PENDING, closed_on=None)
    assert BLANK in _slip(_with(again), "2025-u01-001")


def test_a_problem_still_being_put_right_has_none() -> None:
    """And a unit without any has no sheet."""
    open_ = problem("2025-U01-003", "u01", light=Light.RED, days_left=-6)
    given = _with(_closed(), open_)
    assert "2025-U01-003" not in read_sheet(given, "closing/u01/")
    assert "closing/u01/" not in sheet_paths(_with(open_))


def test_the_page_of_the_problem_leads_to_its_slip() -> None:
    """Where there is one."""
    open_ = problem("2025-U01-003", "u01", light=Light.RED, days_left=-6)
    given = _with(_closed(), open_)
    link = '<a href="../../print/closing/u01/#2025-u01-001">销号单</a>'
    assert link in read(given, "rectifications/2025-u01-001/")
    assert "销号单" not in read(given, "rectifications/2025-u01-003/")


def test_a_unit_no_longer_assessed_has_its_slips_too() -> None:
    """It leads back to the ledger, having no page."""
    sheet = sheet_at(_with(replace(_closed(), unit_id="u08")), "closing/u08/")
    assert sheet.back == "rectifications/"
    assert sheet.title == "三号队2025年度问题销号单"


@pytest.mark.parametrize("audience", Audience)
def test_sensitive_problems_have_no_slip_for_staff(audience: Audience) -> None:
    """2024-U10-002 is tagged 敏感 and closed."""
    given = sample_editions()[audience]
    planned = plan_book(given, next(one for one in given.years if one.year == 2024))
    text = read_sheet(planned, "closing/u10/")
    assert "2024-U10-001" in text
    assert ("2024-U10-002" in text) is (audience is not Audience.STAFF)
