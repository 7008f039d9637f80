"""考核情况通报: what it says, to whom, and what it leaves unsaid."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Ledger
from generator.figures import Figure
from generator.model.terms import CommendationStatus, Light
from generator.pages.sheets.bulletin.annexes import MOST_PROBLEMS
from generator.pages.sheets.bulletin.bulletin import BulletinView, plan_bulletins
from generator.scoring.exact import Rate
from tests.pages.builders import commendation, edition, edition_year, problem
from tests.pages.figures import count_figure, rate_figure, with_more
from tests.pages.reader import book, words
from tests.pages.sheets import sheet_at, sheet_markup, sheet_paths, sheet_text, told_again

PATH = "bulletin/"
BLANK = re.compile(r"[\u2e80-\uffef] +[0-9]|[0-9] +[\u2e80-\uffef]")


def _read(year: EditionYear | None = None) -> str:
    return sheet_text(book(edition(), year or edition_year()), PATH)


def _ranked(*more: Figure) -> tuple[Edition, EditionYear]:
    """Leaders, where all units of both groups have scores and so many voters."""
    scores = (count_figure(f"units.u0{n}.composite", 90 + n, "分") for n in (1, 2, 3))
    year = with_more(edition_year(), *scores, *more)
    return told_again(year, edition(Audience.LEADERS)), year


def _voters(unit_id: str, valid: int) -> Figure:
    return rate_figure(f"units.{unit_id}.ballot.turnout.board.valid", Rate.of(valid, 60))


def _view(edition_: Edition, year: EditionYear) -> BulletinView:
    (sheet,) = plan_bulletins(edition_, year)
    assert isinstance(sheet.view, BulletinView)
    return sheet.view


def _said(view: BulletinView) -> str:
    return "".join(one.text for section in view.sections for one in section.paragraphs)


def test_no_bulletin_before_the_decision() -> None:
    """Until then nothing is final."""
    assert PATH in sheet_paths(book(edition(), edition_year()))
    assert PATH not in sheet_paths(book(edition(), replace(edition_year(), decided_on=None)))


def test_title_recipients_and_sections_in_their_order() -> None:
    """As official documents have them."""
    said = _read()
    assert (
        "关于2025年度基层领导班子述职暨党建工作考核情况的通报"
        in sheet_at(book(edition(), edition_year()), PATH).title
    )
    assert "各生产单位、辅助单位：" in said
    heads = re.findall(r"<h2>(.*?)</h2>", sheet_markup(book(edition(), edition_year()), PATH))
    assert heads == ["一、总体情况", "二、主要做法", "三、考核结果", "四、存在问题", "五、工作要求"]


def test_lead_says_by_what_when_and_who_decided() -> None:
    """Scheme, days, number of units, decision with its document."""
    assert (
        "根据《2025年度考核实施方案》（×党发〔2025〕30号），专项考核组于2026年1月12日至2月6日对3个单位开展了"
        "2025年度基层领导班子述职暨党建工作考核。考核结果经党委会2026年2月10日审定（×党发〔2026〕6号）。"
    ) in _read()


def test_grades_by_group_and_who_is_excellent() -> None:
    """With what the share is out of."""
    said = _read()
    assert "生产单位优秀1个、良好1个；辅助单位一般1个。" in said
    assert "优秀单位为一号队，占被考核单位的33.33%（1/3）。各单位等次见附件1。" in said


def test_no_blank_between_words_and_numbers() -> None:
    """The site sets them, an official document does not."""
    body = sheet_markup(book(edition(), edition_year()), PATH).split("<article")[1]
    found = BLANK.findall(words(re.sub(r"</?span[^>]*>", "", body)).split("附件：")[0])
    assert found == []


def test_overdue_problems_ask_for_work_and_settled_ones_do_not() -> None:
    """工作要求 follows the ledger: with everything closed nothing is asked, and there is no list."""
    said = _read()
    assert "对逾期的1项问题，责任单位要逐项说明原因，明确措施和完成时间；党建工作部要逐项督办。" in said
    assert "未销号的问题见附件3。" in said
    closed = Ledger((problem("2025-U01-001", "u01", Light.GREY),), ())
    settled = _read(replace(edition_year(), ledger=closed))
    assert "逾期" not in settled
    assert "附件3" not in settled
    assert "问题整改情况。" in settled


def test_how_to_ask_for_more_time_comes_from_the_scheme() -> None:
    """Days and times as the year's rules have them."""
    year = edition_year()
    rules = replace(year.scheme.rectification, extension_ahead=7, extensions_most=3)
    said = _read(replace(year, scheme=replace(year.scheme, rectification=rules)))
    assert "应提前7个工作日申请，同一问题最多延期3次" in said


def test_whoever_issues_it_fills_in_name_and_date() -> None:
    """Neither is in the data, so neither is made up."""
    body = sheet_markup(book(edition(), edition_year()), PATH)
    assert 'aria-label="发文机关署名，待填写"' in body
    assert "　　　　年　　月　　日" in body


def test_staff_read_no_scores_and_no_ranks() -> None:
    """Only grades: neither the sentence nor the columns are there."""
    view = _view(edition(), edition_year())
    assert "综合得分" not in _said(view)
    assert "综合得分" not in view.results.heads
    assert "位次" not in "".join(view.results.heads)


def test_leaders_read_the_first_of_each_group() -> None:
    """With the score, and in the table the score of everyone."""
    given, year = _ranked(*(_voters(f"u0{n}", 50) for n in (1, 2, 3)))
    view = _view(given, year)
    assert "组内位次第一的单位：生产单位二号队（92分）、辅助单位联合队（93分）。" in _said(view)
    assert "综合得分" in view.results.heads


def test_a_small_board_keeps_its_whole_group_unsaid() -> None:
    """Nine voters of one board: with the other components the score gives them away."""
    given, year = _ranked(_voters("u01", 9), _voters("u02", 50), _voters("u03", 50))
    said = _said(_view(given, year))
    assert "生产单位二号队" not in said
    assert "辅助单位联合队（93分）" in said


def test_a_revoked_commendation_keeps_its_place_marked() -> None:
    """And is counted no more."""
    one = replace(
        commendation("C-2025-003", "u02", "二号掘进队"),
        status=CommendationStatus.REVOKED,
        revoked_on=dt.date(2026, 5, 6),
    )
    year = replace(edition_year(), commendations=(*edition_year().commendations, one))
    said = _read(year)
    assert "一、先进集体（1个）" in said
    assert "二号掘进队■ 已撤销（2026年5月6日）" in said


def test_a_long_list_of_problems_says_what_it_leaves_out() -> None:
    """The first due are on the page."""
    many = tuple(problem(f"2025-U01-{n:03}", "u01", Light.GREEN, 100 - n) for n in range(MOST_PROBLEMS + 3))
    year = replace(edition_year(), ledger=Ledger(many, ()))
    said = _read(year)
    assert f"未销号18项，本表列时限最早的{MOST_PROBLEMS}项。" in said
    view = sheet_at(book(edition(), year), PATH).view
    assert isinstance(view, BulletinView)
    assert view.problems is not None
    assert len(view.problems.rows) == MOST_PROBLEMS
    assert view.problems.rows[0].due == "2026-09-21"


def test_attachments_are_numbered_only_where_there_are_several() -> None:
    """One alone is 附件."""
    year = replace(edition_year(), commendations=(), ledger=Ledger((), ()))
    view = sheet_at(book(edition(), year), PATH).view
    assert isinstance(view, BulletinView)
    assert [one.mark for one in view.annexes] == ["附件"]
    assert "附件：2025年度考核结果表" in _read(year)
    three = sheet_at(book(edition(), edition_year()), PATH).view
    assert isinstance(three, BulletinView)
    assert [one.mark for one in three.annexes] == ["附件1", "附件2", "附件3"]
