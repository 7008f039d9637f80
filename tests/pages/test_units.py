"""单位 and 单位档案."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.reports import Claim
from generator.figures import Figure
from generator.model.scheme import Area
from generator.model.terms import CommendationStatus, Light
from generator.pages.plan import plan_book
from generator.pages.units.claims import change, claim_row
from generator.pages.units.profile import plan_unit_profiles
from generator.scoring.exact import Rate
from tests.pages.builders import (
    ORIGIN,
    checklist,
    commendation,
    edition,
    edition_year,
    leaf_not_applicable,
    problem,
    scheme,
)
from tests.pages.figures import change_figure, figured, rate_figure, with_more
from tests.pages.large import large_edition
from tests.pages.sight import Sight, paths, seen, seen_in_year


def _profile(unit: EditionUnit) -> Sight:
    """The page of this unit in an otherwise unchanged edition."""
    year = edition_year()
    units = tuple(unit if one.id == unit.id else one for one in year.units)
    changed = replace(edition(), years=(edition_year(2024), replace(year, units=units)))
    return seen_in_year(changed, f"units/{unit.id}/")


def _first(base: Edition) -> EditionUnit:
    return base.years[-1].units[0]


def _claim(value: str, unit: str, last_year: str | None) -> Claim:
    return Claim("指标", Decimal(value), unit, None, None if last_year is None else Decimal(last_year))


def test_one_row_a_unit_in_group_and_official_order() -> None:
    """Grade, area rates, total with its basis, problems and commendations."""
    sight = seen_in_year(edition(), "units/")
    assert [row[0] for row in sight.rows[1:]] == ["一号队", "二号队", "联合队"]
    assert sight.row("一号队") == [
        "一号队",
        "生产单位",
        "★ 优秀",
        "92.00%",
        "96.00%",
        "94.00%（94/100）",
        "1/1",
        "1",
    ]
    assert sight.address("一号队") == "../units/u01/"


def test_a_small_bar_for_each_area_with_the_median_across_it() -> None:
    """As long as the printed rate, so that picture and number never disagree; nothing is drawn for 「—」."""
    year = edition_year()
    units = (*year.units[:2], replace(year.units[2], checklist=None))
    markup = seen_in_year(replace(edition(), years=(replace(year, units=units),)), "units/").html
    first, *_, last = markup.split("<tr")[2:]
    assert '<rect width="92.00%"/><rect x="90.00%"/>' in first
    assert "<svg" not in last


def test_the_table_of_a_large_company_stays_below_the_limit() -> None:
    """200 units with six bars each (look.md: about 300 KB)."""
    assert len(seen_in_year(large_edition(200), "units/").html.encode()) < 280_000


def test_what_is_missing_is_a_dash() -> None:
    """No checklist, no grade, no problems, no commendations: 「—」 and never 0."""
    year = edition_year()
    bare = replace(year.units[2], checklist=None, grade=None)
    empty = replace(year.ledger, problems=())
    changed = replace(year, units=(*year.units[:2], bare), ledger=empty)
    sight = seen_in_year(replace(edition(), years=(changed,)), "units/")
    assert sight.row("联合队")[2:] == ["—"] * 6


def test_no_grade_before_the_decision() -> None:
    """Neither in the table nor on the unit's own page nor in its years (E123)."""
    undecided = replace(edition_year(), decided_on=None)
    base = replace(edition(), years=(undecided,))
    assert seen_in_year(base, "units/").row("一号队")[2] == "—"
    profile = seen_in_year(base, "units/u01/").words
    assert "等次尚未审定" in profile
    assert "优秀" not in profile


def test_names_are_text() -> None:
    """Markup in a name, a portfolio or a remark reads as it was typed."""
    unit = _first(edition())
    sight = _profile(replace(unit, name="<b>队</b>", posts=(replace(unit.posts[0], position="<i>书记</i>"),)))
    assert "<b>队</b>" in sight.words
    assert "<i>书记</i>" in sight.words
    assert not {"b", "i"} & sight.tags


def test_every_unit_has_its_page() -> None:
    """One page each, under the tab 单位."""
    pages = list(plan_unit_profiles(edition(), edition().years[-1]))
    assert paths(pages) == ["units/u01/", "units/u02/", "units/u03/"]
    assert {page.section for page in pages} == {"units/"}


def test_head_of_the_profile() -> None:
    """Numbers, board, posts by position, and the name given up in the assessed year."""
    words = seen_in_year(edition(), "units/u01/").words
    assert "曾用名 第一掘进队（2015-01-01 至 2025-04-30）" in words
    assert "党员数 34 职工数 120 班子配备 4 人（核定 5 职）" in words
    assert seen_in_year(edition(), "units/u01/").row("队长") == ["队长", "—"]


def test_a_book_does_not_know_what_came_later() -> None:
    """The 2024 book has the name of 2024, no 曾用名, and no year after it."""
    sight = seen_in_year(edition(), "units/u01/", 2024)
    assert "曾用名" not in sight.words
    assert "2025" not in " ".join(cell for row in sight.rows for cell in row if "年度" in cell)


def test_veto_is_said_in_its_approved_wording_only() -> None:
    """No wording, no word of it."""
    unit = _first(edition())
    assert "因安全事故限定等次" in _profile(replace(unit, veto_wording="因安全事故限定等次")).words
    assert "kh-notice" not in _profile(unit).html


def test_rates_beside_the_group_in_percentage_points() -> None:
    """The portrait's table: rate with its basis, median, difference."""
    sight = seen_in_year(edition(), "units/u01/")
    assert sight.row("组织基础夯实") == ["组织基础夯实", "96.00%（48/50）", "90.00%", "+6.00 个百分点"]
    assert sight.row("合计")[1] == "94.00%（94/100）"


def test_the_portrait_says_what_the_table_says() -> None:
    """A radar of the areas by their short names, beside the group; an area nobody checked is a gap."""
    year = edition_year()
    areas = (*year.scheme.areas, Area("C", "党员教育管理", "党员教育", ORIGIN))
    wider = replace(year, scheme=replace(year.scheme, areas=areas))
    sight = seen_in_year(replace(edition(), years=(wider,)), "units/u01/")
    assert (
        "一号队：政治建设 92.00%，同组中位数 90.00%；组织基础 96.00%，同组中位数 90.00%；党员教育 无数据"
        in sight.words
    )


def test_two_areas_make_no_radar() -> None:
    """Two spokes enclose nothing; the table is there all the same."""
    sight = seen_in_year(edition(), "units/u01/")
    assert "kh-chart--radar" not in sight.html
    assert sight.row("组织基础夯实")[1] == "96.00%（48/50）"


def test_results_open_to_leaves_with_deductions() -> None:
    """Every leaf shows points, status, what was deducted and why."""
    sight = seen_in_year(edition(), "units/u01/")
    assert sight.row("B2.1 支部党员大会") == [
        "B2.1 支部党员大会",
        "28/30",
        "基本符合",
        "缺 1 次，扣 2 分：三季度会议记录缺失（依据：会议记录本）",
    ]
    assert sight.address("B2.1 支部党员大会") == "../../checklist/b2-1/"


def test_a_leaf_that_does_not_apply_has_no_points() -> None:
    """「—」 with the reason, never 0."""
    unit = _first(edition())
    assert unit.checklist is not None
    changed = replace(unit.checklist, leaves=(leaf_not_applicable("B2.1", "30"),))
    assert _profile(replace(unit, checklist=changed)).row("B2.1 支部党员大会")[1:] == [
        "—",
        "不适用",
        "未设支委会",
    ]


def test_points_of_a_ratio_are_rounded() -> None:
    """A third of three leaves no row of digits behind."""
    unit = _first(edition())
    found = checklist(Decimal(45), Decimal(45))
    third = replace(found.leaves[0], earned=Decimal(2) / 3, ratio=Decimal(1) / 3, deductions=())
    row = _profile(replace(unit, checklist=replace(found, leaves=(third,)))).row("A1.1 第一议题学习及时")
    assert (row[1], row[3]) == ("0.67/30", "完成率 33.33%")


def test_report_with_data_and_approved_shortcomings() -> None:
    """亮点 with figures; 短板 with its cause, measure and the problem it became."""
    sight = seen_in_year(edition(), "units/u01/")
    assert "掘进进尺完成率 106.2%（目标100%，上年98.4%，提高7.8个百分点）" in sight.words
    assert "掘进进尺 1250米（上年1000米，增加250米，增长25%）" in sight.words
    assert "短板 设备检修计划执行不严（转入台账：2025-U01-002）" in sight.words
    assert "举措 逐台明确检修责任人（队长，2026-03-31 前完成）" in sight.words


def test_a_report_folds_by_focus_area() -> None:
    """What is folded says beforehand where there is something to read about (look.md)."""
    sight = seen_in_year(edition(), "units/u01/")
    report = sight.html.split('id="reports"')[1].split('id="results"')[0]
    heads = re.findall(r'<details class="kh-area">\s*<summary>(.*?)</summary>', report)
    assert heads == ["政治建设铸魂", "生产经营攻坚（有短板）"]


def test_no_shortcomings_without_approval() -> None:
    """Where none are approved, not even the word 短板 appears."""
    unit = _first(edition())
    report = unit.reports[0]
    areas = tuple(replace(area, shortcomings=(), causes=(), measures=()) for area in report.areas)
    words = _profile(replace(unit, reports=(replace(report, areas=areas),))).words
    assert not any(word in words for word in ("短板", "根源", "举措"))


def test_a_problem_the_edition_does_not_hold_stays_unnamed() -> None:
    """The shortcoming is shown, the number of a withheld problem is not."""
    year = edition_year()
    held = replace(year, ledger=replace(year.ledger, problems=()))
    sight = seen_in_year(replace(edition(), years=(held,)), "units/u01/")
    assert "设备检修计划执行不严" in sight.words
    assert "2025-U01-002" not in sight.html


@pytest.mark.parametrize(
    ("value", "unit", "last_year", "words"),
    [
        ("106.2", "%", "98.4", "提高7.8个百分点"),
        ("90", "%", "92.5", "降低2.5个百分点"),
        ("3", "项", "4", "减少1项，下降25%"),
        ("100", "万吨", "98", "增加2万吨，增长2.04%"),
        ("5", "项", "0", "增加5项"),
        ("5", "项", "5", "与上年持平"),
        ("5", "项", None, ""),
    ],
)
def test_change_of_a_claim(value: str, unit: str, last_year: str | None, words: str) -> None:
    """Shares change in 百分点, other figures in their unit and in percent where there is a base."""
    assert change(_claim(value, unit, last_year)) == words


def test_a_claim_with_nothing_to_compare_stands_alone() -> None:
    """No empty brackets."""
    assert claim_row(_claim("12", "次", None)).basis == ""
    assert "第一议题 12次 " in seen_in_year(edition(), "units/u01/").words


def test_problems_with_lights_also_those_of_others() -> None:
    """What the unit answers for and where it helps."""
    sight = seen_in_year(edition(), "units/u02/")
    assert sight.row("2025-U03-001")[1] == "配合"
    late = seen_in_year(edition(), "units/u01/").row("2025-U01-002")
    assert (late[1], late[-1]) == ("责任", "■ 逾期 6 天")


def test_commendations_of_a_unit_mark_revoked_ones() -> None:
    """A revoked one keeps its place and no longer counts."""
    year = edition_year()
    revoked = replace(commendation("C-2025-009", "u01", "李某"), status=CommendationStatus.REVOKED)
    base = replace(edition(), years=(replace(year, commendations=(revoked,)),))
    assert "已撤销" in seen_in_year(base, "units/u01/").words
    assert seen_in_year(base, "units/").row("一号队")[-1] == "—"


def test_cases_of_a_unit_lead_to_their_page() -> None:
    """The case of 一号队."""
    sight = seen_in_year(edition(), "units/u01/")
    assert sight.address("党员责任区带动掘进提速") == "../../cases/case-2025-01/"


def test_years_newest_first_with_links_and_break() -> None:
    """The year being read is no link; another indicator system is said between the rows."""
    sight = seen_in_year(edition(), "units/u01/")
    assert sight.row("2025年度")[1:5] == ["一号掘进队", "生产单位", "★ 优秀", "94.00%（94/100）"]
    assert sight.row("2024年度")[1] == "第一掘进队"
    assert sight.address("2024年度") == "../../../2024/units/u01/"
    assert "2025年度" not in [text for text, _ in sight.links]
    assert ["方案调整，口径不完全可比"] in sight.rows


def _compared(*more: Figure, year: EditionYear | None = None) -> Sight:
    """The page of 一号队 with these figures of 可比口径得分率."""
    years = figured(replace(edition(), years=(edition_year(2024), year or edition_year()))).years
    base = replace(edition(), years=(years[0], with_more(years[1], *more)))
    return seen(plan_book(base, base.years[1]), "units/u01/")


def _comparable(covered: int) -> tuple[Figure, ...]:
    key = "units.u01.trend.comparable"
    return (
        rate_figure(f"{key}.before", Rate.of(76, 80)),
        rate_figure(f"{key}.after", Rate.of(75, 80)),
        change_figure(f"{key}.change", Decimal("-1.25")),
        rate_figure(f"{key}.coverage", Rate.of(covered, 100)),
    )


def test_where_the_system_changed_the_comparable_rate_stands_between_the_years() -> None:
    """What may be compared is, with what it covers (domain.md 10.2)."""
    sight = _compared(*_comparable(80))
    assert [
        "方案调整，口径不完全可比；可比口径得分率由 95.00%（76/80）变为 93.75%（75/80），"
        "−1.25 个百分点，可比指标占本年分值 80.00%（80/100）"
    ] in sight.rows
    assert 'data-figures="2025:units.u01.trend.comparable"' in sight.html
    assert 'data-figure=".coverage"' in sight.html


@pytest.mark.parametrize(("covered", "told"), [(80, True), (100, False)])
def test_within_one_system_it_stands_only_where_it_differs(covered: int, told: bool) -> None:
    """When everything compares, 党建得分率 of both years says it already."""
    same = replace(edition_year(), scheme=scheme(2024))
    words = _compared(*_comparable(covered), year=same).words
    assert ("可比口径得分率由" in words) is told
    assert "方案调整" not in words


def test_no_break_between_years_of_one_system() -> None:
    """The note stands only where it must."""
    same = replace(edition_year(2024), scheme=scheme(2025))
    sight = seen_in_year(replace(edition(), years=(same, edition_year())), "units/u01/")
    assert "方案调整" not in sight.words


def test_the_trend_is_interrupted_where_the_system_changed() -> None:
    """The picture says it as the table does (domain.md 10.2)."""
    sight = seen_in_year(edition(), "units/u01/")
    assert "2024年 86.00%；2025年 94.00%（方案调整，口径不完全可比）。" in sight.words


def test_a_trend_keeps_the_place_of_a_missing_year() -> None:
    """Not assessed in 2024: a gap, and still the scheme of 2023 is not that of 2025."""
    years = (replace(edition_year(2024), year=2023), edition_year())
    sight = seen_in_year(replace(edition(), years=years), "units/u01/")
    assert "2023年 86.00%；2024年 无数据；2025年 94.00%（方案调整" in sight.words


def test_one_year_is_no_trend() -> None:
    """Neither for a new unit nor in the first book, nor where only one year was published."""
    assert "kh-chart--trend" not in seen_in_year(edition(), "units/u03/").html
    assert "kh-chart--trend" not in seen_in_year(edition(), "units/u01/", 2024).html
    unpublished = replace(_first(edition()), checklist=None)
    assert "kh-chart--trend" not in _profile(unpublished).html


def test_waiting_for_verification_is_open_and_not_overdue() -> None:
    """A problem handed in late waits for others, not for the unit (domain.md 9.5)."""
    year = edition_year()
    waiting = problem("2025-U02-001", "u02", light=Light.BLUE, days_left=-3)
    base = replace(edition(), years=(replace(year, ledger=replace(year.ledger, problems=(waiting,))),))
    assert seen_in_year(base, "units/").row("二号队")[-2] == "1/0"
