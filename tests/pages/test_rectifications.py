"""整改台账 as a reader finds it: the ledger, its pages, one problem."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.editions.edition import EditionYear
from generator.editions.ledger import Happening, Ledger, Problem
from generator.model.terms import Light, RectificationEventType, RectificationStatus
from generator.pages.rectifications.ledger import due_soon
from generator.pages.rectifications.parts import ROWS
from tests.pages.builders import edition, edition_year, ledger, problem, scheme
from tests.pages.large import large_edition
from tests.pages.reader import book, page_at, read, rows, words

PATH = "rectifications/"


def _year(*problems: Problem) -> EditionYear:
    return replace(edition_year(), ledger=replace(ledger(), problems=problems))


def _read(*problems: Problem) -> str:
    return read(book(edition(), _year(*problems)), PATH)


def _sheet(one: Problem) -> str:
    return read(book(edition(), _year(one)), f"{PATH}{one.id.lower()}/")


def test_lead_is_the_sentence_that_matters() -> None:
    """Total, closed, overdue."""
    assert "3 项，已销号 1，逾期 1。" in words(read(book(edition()), PATH))


def test_figures_show_numbers_and_meaning() -> None:
    """A share never stands without what it is out of."""
    table = rows(read(book(edition()), PATH), "整改统计")
    assert ["ledger.closed_rate", "33.33%（1/3）", "公式"] in table


def test_matrix_counts_each_unit_by_light_in_official_order() -> None:
    """Only units with problems, each adding up."""
    table = rows(read(book(edition()), PATH), "各单位亮灯")
    assert table == [
        ["单位", "● 已销号", "◆ 待验收", "● 正常", "▲ 临期", "■ 逾期", "合计"],
        ["一号队", "1", "0", "0", "0", "1", "2"],
        ["联合队", "0", "0", "1", "0", "0", "1"],
    ]


def test_matrix_uses_the_schemes_own_words() -> None:
    """A company that calls amber 预警 reads 预警."""
    rules = replace(scheme().rectification, light_words={Light.AMBER: "预警"})
    year = replace(edition_year(), scheme=replace(scheme(), rectification=rules))
    assert "▲ 预警" in rows(read(book(edition(), year), PATH), "各单位亮灯")[0]


def test_a_unit_no_longer_assessed_is_called_by_its_name() -> None:
    """Its problems count in the matrix, and no reader meets a bare number."""
    markup = _read(problem("2025-U08-001", "u08", Light.GREY))
    assert rows(markup, "各单位亮灯")[1][0] == "三号队"
    assert rows(markup, "整改台账")[1][1] == "三号队"


def test_due_list_holds_overdue_and_the_next_thirty_days_most_urgent_first() -> None:
    """Closed and submitted problems are nobody's worry."""
    year = _year(
        problem("2025-U01-001", "u01", Light.GREEN, 30),
        problem("2025-U01-002", "u01", Light.GREEN, 31),
        problem("2025-U01-003", "u01", Light.RED, -6),
        problem("2025-U01-004", "u01", Light.BLUE, 2),
        problem("2025-U01-005", "u01", Light.GREY),
    )
    assert [one.id for one in due_soon(year)] == ["2025-U01-003", "2025-U01-001"]
    table = rows(read(book(edition(), year), PATH), "已逾期和三十天内到期的问题")
    assert table[1][:2] == ["2025-U01-003", "■ 逾期 6 天"]


def test_ledger_lists_every_problem_with_its_page() -> None:
    """In the order of registration, closed ones too."""
    markup = read(book(edition()), PATH)
    assert [row[0] for row in rows(markup, "整改台账")[1:]] == [
        "2025-U01-001",
        "2025-U01-002",
        "2025-U03-001",
    ]
    assert 'href="../rectifications/2025-u01-002/"' in markup
    closed = rows(markup, "整改台账")[1]
    assert closed[-3:] == ["2026-06-30", "已销号", "● 已销号"]
    assert rows(markup, "整改台账")[2][-3] == "—"


def test_empty_ledger_reads_as_sentences() -> None:
    """No empty table, no zero that looks like a result."""
    year = replace(edition_year(), ledger=Ledger((), ()))
    markup = read(book(edition(), year), PATH)
    text = words(markup)
    assert "台账中没有问题。" in text
    assert "本年度没有登记问题。" in text
    assert "没有连续两年重复发生的问题。" in text
    assert "<caption>各单位亮灯</caption>" not in markup


def test_repeated_findings_lead_to_unit_and_leaf() -> None:
    """屡改屡犯 names both."""
    markup = read(book(edition()), PATH)
    line = re.search(r"<li>(.*?)</li>", markup[markup.index('id="repeated"') :])
    assert line
    assert 'href="../units/u01/"' in line[1]
    assert 'href="../checklist/b2-1/"' in line[1]


def test_problem_sheet_holds_what_was_registered() -> None:
    """Responsibility, finding, deadline; the finding leads to the unit's row of the leaf."""
    markup = _sheet(problem("2025-U03-001", "u03", Light.GREEN, 20))
    text = words(markup)
    assert "责任单位 联合队 配合单位 二号队" in text
    assert "整改时限 2026-07-20 当前进度 40% 完成日期 — 销号日期 —" in text
    assert 'href="../../checklist/b2-1/#unit-u03"' in markup


def test_problem_says_extension_and_reopening() -> None:
    """A moved deadline and a second round are not hidden."""
    one = replace(
        problem("2025-U01-001", "u01", Light.GREEN, 20), due_on=dt.date(2026, 5, 31), cycle=2, unit_from="u09"
    )
    text = words(_sheet(one))
    assert "整改时限 2026-05-31 现行时限 2026-07-20 整改轮次 第 2 轮（销号后重启 1 次）" in text
    assert "原责任单位 四号队" in text
    assert "整改轮次" not in words(_sheet(problem("2025-U01-001", "u01", Light.GREEN, 20)))


def test_timeline_runs_from_registration_to_the_last_event() -> None:
    """Each with date, who and what came with it."""
    progress = Happening(
        dt.date(2026, 3, 5),
        RectificationEventType.PROGRESS,
        "已补齐两次记录",
        "一号队",
        60,
        dt.date(2026, 7, 31),
        ("会议记录扫描件", "签到表"),
    )
    one = replace(problem("2025-U01-001", "u01", Light.GREEN, 20), happenings=(progress,))
    text = words(_sheet(one))
    story = text[text.rindex("整改经过") :]
    assert story.startswith(
        "整改经过 2026-02-11 登记 党建工作部 三季度支部党员大会没有会议记录 2026-03-05 进展"
    )
    assert "进度 60% 新时限 2026-07-31 佐证材料：会议记录扫描件、签到表" in story


def test_problem_without_measures_says_so() -> None:
    """A problem nobody has accepted yet has no empty list."""
    one = replace(
        problem("2025-U01-001", "u01", Light.GREEN, 20),
        measures=(),
        percent=None,
        status=RectificationStatus.REGISTERED,
    )
    text = words(_sheet(one))
    assert "尚未登记整改措施。" in text
    assert "当前进度 —" in text


def test_markup_in_problems_stays_text() -> None:
    """In the ledger and on the sheet."""
    one = replace(
        problem("2025-U01-001", "u01", Light.GREEN, 20), problem="<b>无记录</b>", owner='"><script>x</script>'
    )
    for markup in (_read(one), _sheet(one)):
        assert "&lt;b&gt;无记录&lt;/b&gt;" in markup
        assert "<script" not in markup


def test_a_long_ledger_lists_the_unsettled_and_pages_the_rest() -> None:
    """Nothing is lost: the pages hold every problem once, and none passes 300 KB."""
    big = large_edition(200, 900)
    given = book(big)
    pages = [page.path for page in given.pages if page.path.startswith(f"{PATH}all/")]
    assert pages == [f"{PATH}all/{number}/" for number in (1, 2, 3, 4, 5)]
    first = read(given, PATH)
    assert "未销号 600 项，本页列出时限最早的 200 项；全部 900 项分页列出：" in words(first)
    assert len(rows(first, "整改台账")) == ROWS + 1
    assert "只列最紧急的 50 项。" in words(first)
    listed = [row[0] for path in pages for row in rows(read(given, path), page_at(given, path).title)[1:]]
    assert listed == [one.id for one in big.years[0].ledger.problems]
    assert max(len(read(given, path).encode()) for path in (PATH, *pages)) < 300_000


def test_a_ledger_that_fits_has_no_further_pages() -> None:
    """Up to 200 problems everything is on one page, where it can be filtered."""
    given = book(large_edition(18, ROWS))
    assert not [page for page in given.pages if page.path.startswith(f"{PATH}all/")]
    assert len(rows(read(given, PATH), "整改台账")) == ROWS + 1
    assert len(read(given, PATH).encode()) < 300_000
