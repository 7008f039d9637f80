"""检查结果 as a reader finds it: the overview, the heat map, one leaf."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.editions.checklist import Checklist, DeductionRow, LeafRow
from generator.editions.edition import EditionUnit, EditionYear
from generator.model.checklist import LeafLink
from generator.model.terms import CheckStatus, LinkRelation, Scoring
from generator.scoring.exact import Rate
from tests.pages.builders import ORIGIN, edition, edition_year, leaf_not_applicable
from tests.pages.large import first_year, large_edition
from tests.pages.reader import book, page_at, read, rows, words

HEAT_B = "B 组织基础夯实：各单位得分率（%）"


def _with_row(year: EditionYear, unit_id: str, row: LeafRow) -> EditionYear:
    """The year with one result of one unit replaced."""

    def changed(unit: EditionUnit) -> EditionUnit:
        given = unit.checklist
        if unit.id != unit_id or given is None:
            return unit
        leaves = tuple(row if one.code == row.code else one for one in given.leaves)
        return replace(unit, checklist=replace(given, leaves=leaves))

    return replace(year, units=tuple(map(changed, year.units)))


def test_overview_says_the_rate_with_its_numbers() -> None:
    """One sentence answers how the company stands."""
    assert "被考核单位 3 个，党建考核公司得分率 89.17%（267.5/300）。" in words(
        read(book(edition()), "checklist/")
    )


def test_areas_show_company_rate_and_medians() -> None:
    """An area's rate is Σ earned over Σ applicable, beside the medians of all units and of each group."""
    table = rows(read(book(edition()), "checklist/"), "各领域得分率")
    assert table[1] == ["A 基层党组织政治建设", "2", "50", "90.67%（136/150）", "90.00%", "90.00%", "90.00%"]


def test_leaves_that_lost_most_come_first_and_lossless_ones_not_at_all() -> None:
    """The list names the leaf, the points and the share."""
    table = rows(read(book(edition()), "checklist/"), "失分最多的指标")
    assert table[1:] == [
        ["B2.1 支部党员大会", "22.5/90", "25.00%"],
        ["A1.2 年度理论学习计划与执行", "10/60", "16.67%"],
    ]


def test_heat_map_shows_percent_level_and_both_numbers() -> None:
    """A cell prints whole percent, its shade follows the print, its title has the numbers."""
    markup = read(book(edition()), "checklist/")
    key = ".leaves.B2.1.earned"
    assert f'<td class="kh-heat--3" title="28/30" data-figure="{key}">93</td>' in markup
    assert '<tr data-figures="2025:units.u01.checklist">' in markup
    assert rows(markup, HEAT_B)[1] == ["一号队", "96", "93", "100"]
    assert rows(markup, HEAT_B)[-1] == ["全部单位", "88", "79", "100"]


def test_areas_are_drawn_beside_the_median_of_the_units() -> None:
    """One bar an area, told in words too."""
    markup = read(book(edition()), "checklist/")
    assert "公司得分率：基层党组织政治建设 90.67%，单位中位数 90.00%；" in markup


def test_areas_of_the_heat_map_are_folds_with_the_first_one_open() -> None:
    """Each says its rate before it is opened; all are there without script."""
    markup = read(book(edition()), "checklist/")
    folds = re.findall(r'<details class="kh-area"( open)?>\s*<summary id="(area-\w)">(.*?) <span', markup)
    assert folds == [(" open", "area-a", "A 政治建设"), ("", "area-b", "B 组织基础")]
    assert markup.count('<table class="kh-heat"') == len(folds)


def test_heat_map_links_units_and_leaves() -> None:
    """Row heads lead to the unit, column heads to the leaf."""
    markup = read(book(edition()), "checklist/")
    assert '<th scope="row"><a href="../units/u01/">一号队</a></th>' in markup
    assert '<th scope="col"><a href="../checklist/b2-1/"><b>B2.1</b>' in markup


def test_heat_map_prints_a_dash_where_a_leaf_does_not_apply() -> None:
    """Not applicable is 「—」, never 0; not checked yet is said in words."""
    year = _with_row(edition_year(), "u01", leaf_not_applicable("B2.1", "30"))
    unchecked = replace(year.units[1].checklist or _nothing(), leaves=())
    year = replace(year, units=(year.units[0], replace(year.units[1], checklist=unchecked), year.units[2]))
    table = rows(read(book(edition(), year), "checklist/"), HEAT_B)
    assert table[1] == ["一号队", "96", "—", "100"]
    assert table[2][2:] == ["未查", "未查"]


def _nothing() -> Checklist:
    return Checklist(Rate.of(0, 0), (), (), None)


@pytest.mark.parametrize(
    ("part", "whole", "text", "level"),
    [
        ("2", 2, "100", "4"),
        ("1.995", 2, "99", "3"),
        ("1.79", 2, "90", "3"),
        ("1.78", 2, "89", "2"),
        ("1.6", 2, "80", "2"),
        ("1.2", 2, "60", "1"),
        ("1.18", 2, "59", "0"),
        ("0", 2, "0", "0"),
        ("0", 0, "—", "none"),
    ],
)
def test_shade_agrees_with_the_printed_percent(part: str, whole: int, text: str, level: str) -> None:
    """100 is for full marks only, and the limits of the legend hold for what is printed."""
    row = LeafRow("B2.1", CheckStatus.PARTLY, Decimal(whole), Decimal(part), None, (), None, None)
    given = book(edition(), _with_row(edition_year(), "u01", row))
    found = re.search(
        r'kh-heat--(\w+)" title="[^"]*"[^>]*>([^<]*)</td>', _heat_line(read(given, "checklist/"))
    )
    assert found and found.groups() == (level, text)


def _heat_line(markup: str) -> str:
    """The cell of 一号队 on B2.1 and what follows it."""
    line = markup[markup.index(f"<caption>{HEAT_B}") :].split('units/u01/">')[1]
    return line.split("</td>", 1)[1]


def test_legend_explains_every_shade_in_words() -> None:
    """A reader without colour understands the map."""
    text = words(read(book(edition()), "checklist/"))
    assert "满分 90%–99% 80%–89% 60%–79% 不足 60% 格内为得分率的百分数；“—”为不适用" in text


def test_required_and_innovative_actions_stand_apart() -> None:
    """创新举措 has figures of its own and a list; a year without any says nothing about it."""
    markup = read(book(edition()), "checklist/")
    assert rows(markup, "规定动作与创新举措")[2] == ["创新举措", "1", "20", "100.00%（60/60）"]
    year = edition_year()
    plain = replace(year, leaves=tuple(one for one in year.leaves if one.code != "B3.1"))
    assert "创新" not in words(read(book(edition(), plain), "checklist/"))


def test_unpublished_results_are_not_zero() -> None:
    """Where results are withheld the page says so and shows no map."""
    year = edition_year()
    units = tuple(replace(unit, checklist=None) for unit in year.units)
    hidden = replace(year, units=units, lost=())
    markup = read(book(edition(), hidden), "checklist/")
    assert "本年度检查结果尚未公布。" in words(markup)
    assert "kh-heat" not in markup
    assert "kh-chart" not in markup
    assert "没有可以公布的检查结果。" in words(read(book(edition(), hidden), "checklist/b2-1/"))


def test_leaf_page_lists_units_with_deductions_and_evidence() -> None:
    """Points, share, what was deducted, why and by which evidence."""
    table = rows(read(book(edition()), "checklist/b2-1/"), "各单位结果")
    assert table[1] == [
        "一号队",
        "▲ 基本符合",
        "28/30",
        "93.33%",
        "−2 三季度会议记录缺失 缺 1 次；依据：会议记录本",
        "",
    ]


def test_leaf_page_prints_a_dash_and_the_reason_where_it_does_not_apply() -> None:
    """不适用 has no points, and its reason stands beside it."""
    year = _with_row(edition_year(), "u01", leaf_not_applicable("B2.1", "30"))
    table = rows(read(book(edition(), year), "checklist/b2-1/"), "各单位结果")
    assert table[1] == ["一号队", "○ 不适用", "—", "—", "未设支委会", ""]


def test_leaf_page_shows_the_ratio_only_of_ratio_leaves() -> None:
    """完成率 has a column where points come from it; earned points keep two decimals."""
    row = LeafRow("B2.1", CheckStatus.PARTLY, Decimal(30), Decimal(20) / 3, Decimal("0.931"), (), None, None)
    year = _with_row(edition_year(), "u01", row)
    leaves = tuple(replace(one, scoring=Scoring.RATIO) if one.code == "B2.1" else one for one in year.leaves)
    markup = read(book(edition(), replace(year, leaves=leaves)), "checklist/b2-1/")
    assert rows(markup, "各单位结果")[1][2:5] == ["6.67/30", "22.22%", "93.10%"]
    assert "完成率" not in words(read(book(edition(), year), "checklist/b2-1/"))


def test_leaf_page_says_rule_rate_and_rank() -> None:
    """The lead names the company's rate and the place among all leaves."""
    markup = read(book(edition()), "checklist/b2-1/")
    lead = "公司得分率 79.44%（71.5/90）；失分率 25.00%（22.5/90），由高到低居 4 项指标第 1 位。"
    assert lead in words(markup)
    assert rows(markup, "计分规则")[1] == ["1", "缺 1 次", "0.5 分", "每次", "—"]


def test_leaf_page_leads_to_the_earlier_leaf_in_its_own_book() -> None:
    """The crosswalk finds last year's leaf, its rate and its page."""
    markup = read(book(edition()), "checklist/b2-1/")
    assert rows(markup, "历年对应指标")[1][:5] == [
        "2024",
        "B2.1 支部党员大会",
        "相同",
        "30",
        "71.67%（86/120）",
    ]
    assert 'href="../../../2024/checklist/b2-1/"' in markup


def test_leaf_page_warns_where_the_rates_do_not_compare() -> None:
    """A reworded leaf keeps its line to last year, with a warning."""
    links = (LeafLink("A1.1", "B2.1", LinkRelation.REWORDED, None, ORIGIN),)
    markup = read(book(edition(), replace(edition_year(), links=links)), "checklist/b2-1/")
    assert rows(markup, "历年对应指标")[1][1:3] == ["A1.1 第一议题学习及时", "改写"]
    assert rows(markup, "历年对应指标")[1][-1] == "口径不完全可比"


@pytest.mark.parametrize(
    ("links", "sentence"),
    [
        ((LeafLink(None, "B2.1", LinkRelation.NEW, None, ORIGIN),), "本年新增的指标，上年没有对应指标。"),
        ((), "指标沿革中没有登记上年的对应指标。"),
    ],
)
def test_leaf_page_says_why_there_is_no_earlier_leaf(links: tuple[LeafLink, ...], sentence: str) -> None:
    """New, or not written down: the reader learns which."""
    year = replace(edition_year(), links=links)
    assert sentence in words(read(book(edition(), year), "checklist/b2-1/"))


def test_markup_in_data_stays_text() -> None:
    """A reason with `<b>` in it prints the characters."""
    deduction = DeductionRow("缺<b>1</b>次", 2, Decimal(2), "<script>x</script>", '"><img src=x>')
    row = LeafRow("B2.1", CheckStatus.PARTLY, Decimal(30), Decimal(28), None, (deduction,), "<i>", None)
    markup = read(book(edition(), _with_row(edition_year(), "u01", row)), "checklist/b2-1/")
    assert not re.search(r"<script|<img|<i>|<b>1", markup)
    assert "&lt;script&gt;" in markup


def test_many_units_get_a_page_an_area_below_the_limit() -> None:
    """200 units: the overview links to six maps, and no page passes 300 KB."""
    given = book(large_edition(200))
    pages = [page for page in given.pages if page.path.startswith("checklist/")]
    assert [page.path for page in pages if "area" in page.path] == [f"checklist/area-{x}/" for x in "abcdef"]
    assert "../checklist/area-b/" in read(given, "checklist/")
    assert max(len(read(given, page.path).encode()) for page in pages) < 300_000


def test_a_very_large_area_is_paged_by_group() -> None:
    """Each group has its pages, and every unit is on exactly one of them."""
    big = large_edition(500)
    given = book(big)
    parts = [page.path for page in given.pages if page.path.startswith("checklist/area-b/")]
    assert parts == ["checklist/area-b/", "checklist/area-b/1/", "checklist/area-b/2/"]
    assert page_at(given, parts[1]).title == "B 领域B：生产单位"
    listed = [
        row[0] for path in parts[1:] for row in rows(read(given, path), "B 领域B：各单位得分率（%）")[1:-1]
    ]
    assert sorted(listed) == sorted(unit.short_name for unit in first_year(big).units)
