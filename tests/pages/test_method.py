"""算法说明 as a reader finds it: all formulas of the year, with its settings and worked examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionYear
from generator.editions.project import for_audience
from generator.figures.rule import Subject
from generator.intake.read import read as read_data
from generator.model.scheme import Scheme
from generator.model.terms import (
    Abstain,
    BoardGrade,
    LedgerRate,
    Light,
    MissingClass,
    PointsTable,
    Rounding,
)
from generator.pages.plan import plan_book
from generator.rendering import Renderer
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT
from tests.pages.builders import edition, edition_year, scheme
from tests.pages.reader import TEMPLATES, book, page_at, read, rows, words

PATH = "scheme/method/"

Editions = Mapping[Audience, Edition]


@pytest.fixture(scope="module")
def editions() -> Editions:
    """The sample, for everyone."""
    archive = assemble(read_data(PROJECT / "data")[0])
    assessments = assess_years(archive)
    return {audience: for_audience(archive, assessments, audience) for audience in Audience}


def _sample(one: Edition, year: EditionYear) -> str:
    """The page of a sample year."""
    given = plan_book(one, year)
    return Renderer(given, TEMPLATES).render(page_at(given, PATH))


def _with(**changes: object) -> EditionYear:
    changed: Scheme = replace(scheme(), **changes)  # type: ignore[arg-type]
    return replace(edition_year(), scheme=changed)


def _markup(**changes: object) -> str:
    return read(book(edition(), _with(**changes)), PATH)


def _voting(**changes: object) -> str:
    """The page under other rules of 民主测评."""
    return _markup(ballot=replace(scheme().ballot, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("audience", list(Audience))
def test_every_formula_of_every_figure_is_told(editions: Editions, audience: Audience) -> None:
    """Whatever 依据 says under a table of the year is on the page of that year."""
    for year in editions[audience].years:
        text = words(_sample(editions[audience], year))
        formulas = {one.basis.formula for one in year.figures.values()}
        assert len(formulas) > 40
        assert [formula for formula in formulas if formula not in text] == []


def test_the_page_holds_rules_only(editions: Editions) -> None:
    """It is the same for all editions, so it cannot tell staff what they may not know; no money either."""
    for number, year in enumerate(editions[Audience.STAFF].years):
        pages = {words(_sample(one, one.years[number])) for one in editions.values()}
        assert len(pages) == 1
        text = pages.pop()
        assert "系数" not in text
        teams = [unit.short_name for unit in year.units if unit.group == "生产单位"]
        assert teams
        assert not [name for name in teams if name in text]


def test_chapters_follow_the_order_of_the_arithmetic() -> None:
    """Each is in the table of contents under the anchor others link to."""
    given = book(edition())
    headings = page_at(given, PATH).headings
    assert [one.title for one in headings] == [
        "民主测评",
        "党建考核",
        "综合得分",
        "等次",
        "整改台账",
        "通报表彰",
        "历年比较",
        "取整与缺项",
    ]
    assert [one.anchor for one in headings[:-1]] == [subject.value for subject in Subject]
    markup = read(given, PATH)
    assert all(f'<h2 id="{one.anchor}">' in markup for one in headings)


def test_formulas_stand_with_name_and_clause() -> None:
    """A reader can look up where a rule comes from."""
    table = rows(_markup(), "公式")
    assert table[:2] == [["数据", "公式", "出处"], ["测评到会率", "实到÷应到（各票种合计）", "规则 3.3"]]


def test_a_year_without_any_data_is_explained_all_the_same() -> None:
    """The rules are known before the first ballot."""
    year = replace(edition_year(), units=(), lost=())
    assert "整改完成率 （已销号＋待验收）÷问题总数 规则 9.5" in words(read(book(edition(), year), PATH))


def test_an_example_is_counted_by_the_rules_of_the_year() -> None:
    """Three votes of 95 and two of 85 are 91; both shares of 优秀 are shown side by side."""
    table = rows(_voting(), "示例：一个维度的得分（票数为优秀/良好/一般/较差/弃权）")
    assert table[1:] == [
        ["A", "40%", "3/2/0/0/0", "91", "60.00%"],
        ["B", "60%", "9/5/2/0/0", "89.3750", "56.25%"],
    ]
    text = words(_voting())
    assert "示例的维度得分：40%×91＋60%×89.3750＝90.0250，四舍五入为90.03。" in text
    assert "示例的优秀率：合并计算 12÷21＝57.14%，票种加权 57.75%" in text
    worth = {**scheme().ballot.points, BoardGrade.EXCELLENT: Decimal(100)}
    assert "40%×94＋" in words(_voting(points=worth))


@pytest.mark.parametrize(
    ("abstain", "score", "formula"),
    [
        (Abstain.EXCLUDE, "88.3929", "弃权票不计入"),
        (Abstain.ZERO, "85.3448", "弃权票计零分"),
        (Abstain.MIN_GRADE, "87.4138", "弃权票计最低档"),
    ],
)
def test_abstentions_in_words_and_in_the_example(abstain: Abstain, score: str, formula: str) -> None:
    """The formula and the third class of the example agree."""
    classes = tuple(
        replace(one, code=code, weight=Decimal(1) / 4)
        for code, one in zip("ABC", scheme().ballot.classes * 2, strict=False)
    )
    markup = _voting(abstain=abstain, classes=classes)
    table = rows(markup, "示例：一个维度的得分（票数为优秀/良好/一般/较差/弃权）")
    assert table[3][3] == score
    assert f"÷有效票，{formula}" in words(markup)


def test_other_ways_to_give_points() -> None:
    """Tiers come with their table, typed points with a sum and a number of ballots."""
    tiers = _voting(points_table=PointsTable.TIER)
    assert rows(tiers, "得票率分档")[1:] == [
        ["90% 及以上", "100 分"],
        ["80% 及以上", "95 分"],
        ["70% 及以上", "90 分"],
        ["60% 及以上", "85 分"],
        ["不足 60%，后两等票不足 1/3", "80 分"],
        ["不足 60%，后两等票达到 1/3", "65 分"],
    ]
    assert "按优秀得票率所在档次折分" in words(tiers)
    typed = _voting(points_table=PointsTable.DIRECT)
    assert rows(typed, "示例：一个维度的得分（票数为打分合计/打分票/弃权）")[1][2:4] == ["455/5/0", "91"]
    assert "各票打分合计÷打分票数" in words(typed)


def test_meetings_and_missing_classes_in_words() -> None:
    """As on the page of the scheme."""
    text = words(_voting(quorum_present=4, quorum_expected=5, missing_class=MissingClass.FAIL))
    assert "实到人数达到应到人数的 4/5，测评有效。任一票种收回的票多于发出的票，整场测评无效" in text
    assert "某票种没有有效票时，不计算民主测评得分。" in text
    assert "有票种没有有效票时不计算" in text


def test_the_examples_of_the_checklist() -> None:
    """93.37 and 97.5 of domain.md 6.3, as far as the caps of the year let them."""
    text = words(_markup())
    assert "基础分 91.5÷98×100＝93.37。" in text
    assert "加分 3＋2＋1＝6，按封顶计 5，扣分 1：93.5＋5－1＝97.5。" in text
    text = words(_markup(bonus_cap=Decimal(10), party_total_cap=Decimal(98)))
    assert "加分 3＋2＋1＝6，扣分 1：93.5＋6－1＝98.5，不超过总分上限，得 98。" in text


def test_leaves_from_the_ledger_of_last_year_are_named() -> None:
    """Only where the year has one."""
    assert "由上年整改台账计算" not in words(_markup())
    first, *others = edition_year().leaves
    year = replace(edition_year(), leaves=(replace(first, ledger_rate=LedgerRate.CLOSED), *others))
    text = words(read(book(edition(), year), PATH))
    assert "不另行打分的指标：A1.1 第一议题学习及时（销号率）。" in text
    assert "由上年销号率计算的指标得分 分值×上年整改台账销号率（已销号÷问题总数）" in text


def test_the_composite_is_rounded_once_at_the_end() -> None:
    """92.1750 becomes 92.18, by the weights of the first group."""
    text = words(_markup())
    assert "30%×88.6667＋20%×91＋25%×96.5＋25%×93＝92.1750，四舍五入为92.18。" in text
    assert rows(_markup(), "各组别权重")[1] == ["生产单位", "30%", "20%", "25%", "25%"]


def test_a_made_up_group_is_graded_by_the_rules_of_the_year() -> None:
    """Veto, tie at the edge of the quota, and the rank after a tie."""
    table = rows(_markup(), "示例：9 个单位，优秀名额 2 个")
    assert table[1:5] == [
        ["甲", "94.30", "第1", "优秀", "优秀", "优秀名额内"],
        ["乙", "92.85", "并列第2", "优秀", "良好", "综合得分相同，党建考核较低，优秀名额已满"],
        ["丙", "92.85", "并列第2", "优秀", "优秀", "综合得分相同，党建考核较高，在优秀名额内"],
        ["丁", "91.50", "第4", "优秀", "一般", "一票否决，等次不高于一般"],
    ]
    wide = replace(scheme().quota, ratio=Decimal("0.3"), rounding=Rounding.CEIL)
    table = rows(_markup(quota=wide), "示例：9 个单位，优秀名额 3 个")
    assert table[2][4:] == ["优秀", "优秀名额内"]


@pytest.mark.parametrize(
    ("rounding", "min_one", "places"),
    [
        (Rounding.FLOOR, True, ["1", "1", "2", "4"]),
        (Rounding.FLOOR, False, ["0", "1", "2", "4"]),
        (Rounding.ROUND, False, ["1", "2", "2", "5"]),
        (Rounding.CEIL, False, ["1", "2", "3", "5"]),
    ],
)
def test_quotas_of_groups_of_some_sizes(rounding: Rounding, *, min_one: bool, places: list[str]) -> None:
    """3, 7, 9 and 18 units at 25 % (domain.md 7.3)."""
    quota = replace(scheme().quota, rounding=rounding, min_one=min_one)
    table = rows(_markup(quota=quota), "示例：优秀名额")
    assert [row[0] for row in table[1:]] == ["3", "7", "9", "18"]
    assert [row[2] for row in table[1:]] == places


def test_steps_to_a_grade_hold_the_settings() -> None:
    """Thresholds, bars and the order of equals, as the scheme's own page words them."""
    bars = replace(scheme().bars, excellent_rate=Decimal("0.55"), last_in_group=False)
    text = words(_markup(bars=bars))
    assert "优秀：90 分及以上；良好：80–90 分（不含 90）" in text
    assert "民主测评优秀率低于 55%。" in text
    assert "居组内末位" not in text
    assert "依次比较党建考核、民主测评得分" in text


def test_the_ledger_is_told_with_its_days_and_words() -> None:
    """Deadlines, lights in the company's own words, extensions and backlog."""
    rules = replace(
        scheme().rectification,
        amber_days=7,
        extensions_most=1,
        backlog_days=15,
        light_words={Light.AMBER: "预警"},
    )
    markup = _markup(rectification=rules)
    assert rows(markup, "预警灯")[2] == ["▲ 预警", "距时限 7 天以内（含）；或进度滞后 10 个百分点及以上"]
    text = words(markup)
    assert "同一问题最多延期 1 次" in text
    assert "待验收超过 15 个工作日的，列为验收积压。工作日按工作日历计算" in text


def test_one_ledger_by_every_formula() -> None:
    """62 % to 90 % of the same 50 problems (domain.md 9.5)."""
    table = rows(_markup(), "示例：50 个问题的台账")
    assert {row[0]: row[3] for row in table[1:]} == {
        "整改完成率": "72.00%",
        "限时整改完成率": "80.95%",
        "销号率": "62.00%",
        "按期销号率": "65.00%",
        "已销号按期占比": "90.32%",
        "逾期占未销号": "36.84%",
        "反弹率": "6.06%",
    }


def test_what_may_be_compared_between_years() -> None:
    """The worked numbers of domain.md 10.2 and 10.3, and why a relation does not count."""
    markup = _markup()
    text = words(markup)
    assert "上年 18.2÷22＝82.73%，本年 17.6÷20＝88.00%，得分少 0.6 分，得分率 +5.27 个百分点。" in text
    assert "87.53%，本年 76.4÷84＝90.95%，+3.42 个百分点，覆盖率 84.00%。" in text
    assert "19 个单位第 5 名为 77.8，18 个单位第 3 名为 88.2。" in text
    assert "（88.4×120＋91.2×80）÷200＝89.52。" in text
    table = {row[0]: row[1:] for row in rows(markup, "指标沿革关系")[1:]}
    assert table["更名"] == ["计入", "要求相同，一项对一项"]
    assert table["改写"] == ["不计入", "内容改写"]
    assert table["拆分"] == ["不计入", "一项拆分为多项；各项齐全时另列合计"]
    assert len(table) == 8


def test_halves_are_rounded_up_and_a_dash_is_not_a_zero() -> None:
    """0.125 is 0.13."""
    text = words(_markup())
    assert "0.125 取两位小数为 0.13。" in text
    assert "“—”表示不适用、没有数据或不能计算，不是零" in text


def test_the_scheme_and_the_ledger_lead_there() -> None:
    """A reader who doubts a number is one click away from its rule."""
    given = book(edition())
    assert 'href="../scheme/method/">算法说明' in read(given, "scheme/").replace("../../", "../")
    assert 'href="../scheme/method/#ledger">算法说明</a>' in read(given, "rectifications/")
    assert 'href="../../scheme/">' in read(given, PATH)


def test_a_list_of_grounds_leads_to_its_chapter(editions: Editions) -> None:
    """To the chapter when all its figures belong there, else to the page; one link a list."""
    staff = editions[Audience.STAFF]
    given = plan_book(staff, staff.years[-1])
    renderer = Renderer(given, TEMPLATES)

    def links(path: str) -> list[list[str]]:
        folded = re.findall(
            r'<details class="kh-basis-list">.*?</details>', renderer.render(page_at(given, path)), re.DOTALL
        )
        return [re.findall(r'href="[./]*(scheme/method/[^"]*)"', one) for one in folded]

    assert links("rectifications/") == [["scheme/method/#ledger"], ["scheme/method/#ledger"]]
    assert ["scheme/method/#checklist"] in links("units/u03/"), (
        "the rates; the lists of leaves lead to leaves"
    )
    assert set(map(tuple, links("checklist/b2-1/"))) == {("scheme/method/#checklist",)}
    assert ["scheme/method/"] in links("")
