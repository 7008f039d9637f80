"""Official Chinese: dates, titles, blanks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.figures import Phrase, Shown
from generator.pages.links import Link
from generator.pages.sheets.limits import widths
from generator.pages.sheets.prose import TITLE_WIDTH, listed_parts, long_period, numbered, on_paper, title

JANUARY = dt.date(2026, 1, 12)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (dt.date(2026, 1, 12), "2026年1月12日"),
        (dt.date(2026, 1, 16), "2026年1月12日至16日"),
        (dt.date(2026, 2, 6), "2026年1月12日至2月6日"),
        (dt.date(2027, 1, 4), "2026年1月12日至2027年1月4日"),
    ],
)
def test_what_two_dates_share_is_said_once(end: dt.date, said: str) -> None:
    """Year and month once, and no leading zero."""
    assert long_period(JANUARY, end) == said


def test_a_long_title_breaks_between_words_with_the_longer_line_above() -> None:
    """Never inside 述职 or 情况."""
    lines = title("关于2025年度基层领导班子述职暨党建工作考核情况的通报").lines
    assert lines == ("关于2025年度基层领导班子述职", "暨党建工作考核情况的通报")


def test_a_short_title_is_one_line() -> None:
    """Twenty characters have room."""
    assert title("关于2025年度考核情况的通报").lines == ("关于2025年度考核情况的通报",)


@given(st.text(alphabet="关于年度述职暨考核情况的通报甲乙2", min_size=1, max_size=38))
def test_a_title_loses_nothing_and_stays_on_its_lines(text: str) -> None:
    """Where a break was found each line fits; without one it is left whole for the browser to break."""
    found = title(text)
    assert str(found) == text
    assert len(found.lines) == 1 or all(widths(line) <= TITLE_WIDTH for line in found.lines)


def test_no_blanks_around_numbers_and_no_links() -> None:
    """The site's blanks go, words of another script keep theirs; a figure keeps its key without its unit."""
    said = on_paper(
        "共 ", Shown("18 个", "2025:company.units"), " 单位，见 ", Link("B2.1 党员大会", "x/"), " A B。"
    )
    assert said == "共18个单位，见B2.1党员大会A B。"
    assert [part for part in said.parts if isinstance(part, Shown)] == ["18"]
    assert not any(isinstance(part, Link) for part in said.parts)


def test_words_of_a_figure_stay_with_it() -> None:
    """`增加 2 个` is the figure, all of it."""
    said = on_paper("比上年", Shown("增加 2 个", "2025:a"))
    assert [part for part in said.parts if isinstance(part, Shown)] == ["增加 2 个"]


def test_paragraphs_that_say_nothing_have_no_number() -> None:
    """Three, of which the second is empty, are numbered one and two; one alone has no head."""
    heads = [one.head for one in numbered((("甲", Phrase("一")), ("乙", Phrase()), ("丙", Phrase("三"))))]
    assert heads == ["（一）甲。", "（二）丙。"]
    assert [one.head for one in numbered((("甲", Phrase("一")),))] == [""]


def test_clauses_have_a_mark_between_them() -> None:
    """All of them: an official list leaves nobody out."""
    assert (
        "".join(str(part) for part in listed_parts([("甲",), ("乙",), ("丙",), ("丁",)])) == "甲、乙、丙、丁"
    )
