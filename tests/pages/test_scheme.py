"""方案 and the indicator tree as a reader finds them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.editions.edition import EditionYear
from generator.model.checklist import LeafLink
from generator.model.scheme import Grade, Quota, Scheme, Usage
from generator.model.terms import (
    Abstain,
    BoardGrade,
    Component,
    ItemAudience,
    Light,
    LinkRelation,
    PointsTable,
    Rounding,
)
from generator.pages.scheme.grading_rules import grade_words, quota_words, tie_words
from generator.pages.scheme.schedule import numeral, step_state
from tests.pages.builders import ORIGIN, edition, edition_year, scheme, step, steps
from tests.pages.reader import book, page_at, read, rows, words

PATH = "scheme/"
INDICATORS = "scheme/indicators/"


def _with(**changes: object) -> EditionYear:
    changed: Scheme = replace(scheme(), **changes)  # type: ignore[arg-type]
    return replace(edition_year(), scheme=changed)


def _words(**changes: object) -> str:
    return words(read(book(edition(), _with(**changes)), PATH))


def test_chapters_follow_the_order_of_an_official_document() -> None:
    """And each is in the table of contents."""
    given = book(edition())
    titles = [heading.title for heading in page_at(given, PATH).headings]
    assert titles == [
        "指导思想",
        "考核对象",
        "考核内容",
        "方法步骤",
        "日程安排",
        "专项考核组",
        "权重",
        "民主测评",
        "等次和优秀名额",
        "评优限制",
        "加分、扣分和否决",
        "公示",
        "整改时限和预警",
        "结果运用",
        "纪律要求",
        "附件",
        "方案版本",
    ]
    markup = read(given, PATH)
    assert all(f'<h2 id="{heading.anchor}">' in markup for heading in page_at(given, PATH).headings)


def test_chapters_with_nothing_to_say_are_left_out() -> None:
    """No heading stands over nothing."""
    text = _words(attachments=(), discipline=(), result_usage=())
    assert not any(f" {title} " in text for title in ("附件", "纪律要求", "结果运用"))


@pytest.mark.parametrize(
    ("least", "below", "text"),
    [
        (90, None, "优秀：90 分及以上"),
        (80, 90, "优秀：80–90 分（不含 90）"),
        (0, 70, "优秀：不足 70 分"),
    ],
)
def test_thresholds_say_which_end_is_closed(least: int, below: int | None, text: str) -> None:
    """90.00 is 优秀, 89.99 is not, and the words say so."""
    limit = None if below is None else Decimal(below)
    assert grade_words(Grade(BoardGrade.EXCELLENT, Decimal(least), limit, ORIGIN)) == text


@pytest.mark.parametrize(
    ("rounding", "min_one", "text"),
    [
        (Rounding.FLOOR, True, "计算，只取整数，舍去小数；不足一名的，可评一名。"),
        (Rounding.ROUND, False, "计算，四舍五入取整。"),
        (Rounding.CEIL, False, "计算，向上进位取整。"),
    ],
)
def test_quota_is_a_rule_a_reader_can_apply(rounding: Rounding, *, min_one: bool, text: str) -> None:
    """The share as set, the rounding in words, the least."""
    quota = Quota(Decimal("0.225"), rounding, min_one, ORIGIN)
    assert quota_words(quota) == f"优秀名额：按各组参加评定单位数的 22.5% {text}"


def test_equal_scores_are_decided_in_the_set_order() -> None:
    """And at last by the party committee."""
    order = (Component.PARTY, Component.BALLOT, Component.KPI)
    expected = "综合得分相同的，依次比较党建考核、民主测评、经营业绩得分；仍相同的，由党委会决定。"
    assert tie_words(order) == expected


def test_weights_of_each_group() -> None:
    """A component only some groups have is 「—」 in the others."""
    first, second = scheme().groups
    less: dict[Component, Decimal] = {
        part: value for part, value in second.weights.items() if part is not Component.KPI
    }
    year = _with(groups=(first, replace(second, weights=less)))
    table = rows(read(book(edition(), year), PATH), "各组别权重")
    assert table[1] == ["生产单位", "30%", "20%", "25%", "25%"]
    assert table[2][-1] == "—"


def test_ballot_rules_in_words() -> None:
    """Classes, dimensions and points as tables, abstention and quorum as sentences."""
    markup = read(book(edition()), PATH)
    assert rows(markup, "票种和权重")[1] == ["A", "公司领导", "40%"]
    assert rows(markup, "等次折分")[4] == ["较差", "60 分"]
    text = words(markup)
    assert "实到人数达到应到人数的 2/3，测评有效。" in text
    assert "弃权（不了解）票不计入有效票。" in text
    changed = replace(scheme().ballot, abstain=Abstain.ZERO, points_table=PointsTable.DIRECT)
    text = _words(ballot=changed)
    assert "按零分计入" in text
    assert "等次折分" not in text


def test_bars_adjustments_and_notice_in_words() -> None:
    """Every limit with its figure, every item with its basis."""
    markup = read(book(edition()), PATH)
    text = words(markup)
    assert "民主测评称职以上率低于 90%" in text
    assert "加分合计不超过 5 分；党建得分最高 100 分。" in text
    assert rows(markup, "扣分项")[1] == ["被上级通报批评", "−3 至 −5", "通报文件"]
    assert rows(markup, "否决项")[1] == ["生产安全责任亡人事故", "一般", "安全监察部", "安全生产责任制"]
    assert "公示不少于 5 个工作日" in text
    assert "党建得分不设上限" in _words(party_total_cap=None)


def test_lights_mean_what_the_scheme_says() -> None:
    """Days and points of the year, in the scheme's own words for a light."""
    rules = replace(scheme().rectification, amber_days=7, light_words={Light.AMBER: "预警"})
    table = rows(read(book(edition(), _with(rectification=rules)), PATH), "预警灯")
    assert ["▲ 预警", "距时限 7 天以内（含）；或进度滞后 10 个百分点及以上"] in table


def test_result_usage_shows_examples_only_where_there_are_some() -> None:
    """The staff edition has none, so it has no empty column either."""
    assert "示例" not in _words()
    usage = Usage("综合等次为优秀", "单位", "通报表彰", "绩效系数 1.10", ItemAudience.STAFF, ORIGIN)
    assert "示例 综合等次为优秀 单位 通报表彰 绩效系数 1.10" in _words(result_usage=(usage,))


def test_version_and_reason_of_a_change() -> None:
    """Who compares two versions learns what happened."""
    text = _words(version=2, changed_on=dt.date(2026, 1, 20), reason="指标调整")
    assert "第 2 版，2026-01-20 变更。 变更原因：指标调整。" in text
    assert "第 1 版，印发后没有变更。" in _words()


def test_group_names_members_teams_and_units() -> None:
    """Team numbers read as in a document; units lead to their pages."""
    markup = read(book(edition()), PATH)
    assert rows(markup, "考核组成员")[1] == ["李四", "党建工作部", "资料检查"]
    assert rows(markup, "分组")[1][0] == "第一考核组"
    assert '<a href="../units/u01/">一号队</a>' in markup


@pytest.mark.parametrize(
    ("value", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一")]
)
def test_numerals_of_teams(value: int, text: str) -> None:
    """第十考核组, not 第一十考核组."""
    assert numeral(value) == text


@pytest.mark.parametrize(
    ("today", "word"),
    [
        (dt.date(2026, 1, 13), "未开始"),
        (dt.date(2026, 1, 14), "进行中"),
        (dt.date(2026, 1, 20), "已完成"),
    ],
)
def test_state_of_a_step_follows_the_day_of_the_data(today: dt.date, word: str) -> None:
    """What lies after that day has not happened yet."""
    one = step(steps()[0].step_type, dt.date(2026, 1, 14), dt.date(2026, 1, 16))
    assert step_state(one, today).word == word


def test_a_step_never_begun_is_said_once_its_time_is_over() -> None:
    """Nothing is called 未开始 that should be done."""
    one = step(steps()[0].step_type, dt.date(2026, 1, 14), dt.date(2026, 1, 16))
    idle = replace(one, actual_from=None, actual_to=None)
    assert step_state(idle, dt.date(2026, 1, 16)).word == "未开始"
    assert step_state(idle, dt.date(2026, 1, 17)).word == "已过计划时间"


def test_indicator_tree_adds_up_and_leads_to_its_leaves() -> None:
    """Subtotal of each area, total of all."""
    markup = read(book(edition()), INDICATORS)
    table = rows(markup, "B 组织基础夯实")
    assert table[1] == [
        "组织生活",
        "B2.1 支部党员大会",
        "30",
        "规定动作",
        "扣分制",
        "季",
        "会议记录",
        "党建工作部",
    ]
    assert table[-1][:2] == ["小计（2 项）", "50"]
    assert "合计 4 项，100 分。" in words(markup)
    assert 'href="../../checklist/b2-1/"' in markup


def test_changes_since_last_year_are_listed_with_both_leaves() -> None:
    """新增 and 取消 first; an unchanged leaf only when its points moved."""
    links = (
        LeafLink("A1.1", "A1.1", LinkRelation.SAME, None, ORIGIN),
        LeafLink("B2.1", "B2.1", LinkRelation.REWORDED, "频次由月改为季", ORIGIN),
        LeafLink("A1.2", None, LinkRelation.REMOVED, None, ORIGIN),
        LeafLink(None, "B3.1", LinkRelation.NEW, None, ORIGIN),
    )
    before, year = edition().years[0], replace(edition_year(), links=links)
    leaves = tuple(replace(one, points=Decimal(25)) if one.code == "A1.1" else one for one in before.leaves)
    two = replace(edition(), years=(replace(before, leaves=leaves), year))
    markup = read(book(two), INDICATORS)
    assert rows(markup, "与上年比较")[1:] == [
        ["新增", "—", "B3.1 活动阵地创新", "—", ""],
        ["取消", "A1.2 年度理论学习计划与执行", "—", "—", ""],
        ["分值调整", "A1.1 第一议题学习及时", "A1.1 第一议题学习及时", "25 → 30", ""],
        ["改写", "B2.1 支部党员大会", "B2.1 支部党员大会", "—", "频次由月改为季"],
    ]
    assert 'href="../../../2024/checklist/a1-2/"' in markup


def test_indicators_of_the_first_year_have_nothing_to_compare() -> None:
    """The page says so instead of showing an empty table."""
    first = replace(edition(), years=edition().years[:1])
    assert "没有上年的指标体系可以比较。" in words(read(book(first), INDICATORS))


def test_markup_in_the_scheme_stays_text() -> None:
    """Prose is prose, also when it looks like a tag."""
    markup = read(book(edition(), _with(guiding="<b>坚持</b>", discipline=("<script>x</script>",))), PATH)
    assert "&lt;b&gt;坚持&lt;/b&gt;" in markup
    assert "<script" not in markup
