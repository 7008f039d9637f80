"""总览 and what it is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import CommendationStatus, StepType
from generator.pages.overview.stages import stages
from generator.pages.tiles import tiles
from tests.pages.builders import commendation, edition, edition_year, step
from tests.pages.figures import figured
from tests.pages.sight import Sight, seen_in_year


def _with(year: EditionYear, before: EditionYear | None = None) -> Edition:
    """An edition of this year after 2024, or after `before`."""
    return figured(replace(edition(), years=(before or edition_year(2024), year)))


def _seen(year: EditionYear) -> Sight:
    return seen_in_year(_with(year), "")


def test_the_line_shows_date_and_state_of_each_stage() -> None:
    """述, 评, 查 are done, 改 goes on."""
    words = seen_in_year(edition(), "").words
    assert "述 述职述廉 2026-01-14 ● 已完成" in words
    assert "查 资料查阅与实地查看 2026-01-19 至 2026-01-23 ● 已完成" in words
    assert "改 建账整改销号 2026-02-11 至今 ◆ 进行中" in words


def test_a_stage_ahead_shows_its_plan_and_one_without_steps_nothing() -> None:
    """What has not begun is announced by its planned days."""
    first, last = dt.date(2026, 1, 14), dt.date(2026, 1, 15)
    ahead = replace(step(StepType.REPORT, first, last), actual_from=None, actual_to=None)
    report, ballot, *_ = stages(replace(edition_year(), steps=(ahead,)))
    assert (report.date, report.state.word) == ("计划 2026-01-14 至 2026-01-15", "未开始")
    assert (ballot.date, ballot.state.word) == ("—", "未安排")


def test_a_stage_of_several_steps_is_done_when_all_are() -> None:
    """The second of two checks keeps the stage going."""
    first, second = dt.date(2026, 1, 14), dt.date(2026, 1, 20)
    steps = (
        step(StepType.CHECK, first, first),
        replace(step(StepType.CHECK, second, second), actual_from=None, actual_to=None),
    )
    assert stages(replace(edition_year(), steps=steps))[2].state.word == "进行中"


def test_tiles_show_the_figure_its_basis_and_the_change() -> None:
    """Each figure stands beside last year's, a share with what it is out of."""
    shown = {tile.label: (tile.value, tile.note) for tile in tiles(edition(), edition().years[-1])}
    assert shown["被考核单位"] == ("3 个", "上年 4 个，减少 1 个")
    assert shown["优秀单位"] == ("1 个", "占 33.33%（1/3）；上年 1 个，持平")
    assert shown["整改销号率"] == ("33.33%", "1/3；上年 100.00%（1/1），−66.67 个百分点")
    value, note = shown["党建平均得分率"]
    assert value == "89.17%"
    assert note == "267.5/300；上年 85.00%（340/400），+4.17 个百分点，方案调整，口径不完全可比"


def test_tiles_of_the_first_year_say_there_is_nothing_to_compare_with() -> None:
    """No figure is invented for a year that is not there."""
    first = replace(edition(), years=(edition_year(2024),))
    assert all(tile.note.endswith("上年无数据") for tile in tiles(first, first.years[0]))


def test_checklist_withheld_leaves_a_dash_and_no_sentence_about_it() -> None:
    """Where results are not published there is no rate of nothing."""
    year = edition_year()
    year = replace(year, units=tuple(replace(unit, checklist=None) for unit in year.units), lost=())
    sight = _seen(year)
    assert "党建平均得分率 — 本年无数据" in sight.words
    assert "得分率的中位数" not in sight.words
    assert "失分最多" not in sight.words


def test_sentences_lead_to_what_they_name() -> None:
    """The leaf and the overdue problems are one click away, and the 依据 of every number is folded below."""
    sight = seen_in_year(edition(), "")
    assert "整改台账中有逾期问题 1 项，涉及 1 个单位：一号队。" in sight.words
    assert "依据 ledger.overdue：1" in sight.words
    assert sight.address("B2.1 支部党员大会") == "./checklist/b2-1/"
    assert sight.address("1") == "./rectifications/#soon"


def test_grades_by_group_with_links() -> None:
    """Counts and units of each grade."""
    sight = seen_in_year(edition(), "")
    assert sight.row("生产单位") == ["生产单位", "1 一号队", "1 二号队", "0", "0", "2"]
    assert sight.address("联合队") == "./units/u03/"


def test_no_grade_before_the_decision() -> None:
    """Even a grade that is in the data stays unsaid until it is decided (E123)."""
    sight = _seen(replace(edition_year(), decided_on=None, commendations=()))
    assert "等次尚未审定" in sight.words
    assert "优秀单位 — 等次尚未审定" in sight.words
    assert "良好" not in sight.words
    assert "×党发〔2026〕6号" not in sight.words


def test_urgent_problems_lead_the_ledger() -> None:
    """Overdue first, then what falls due in thirty days; counts of each light."""
    sight = seen_in_year(edition(), "")
    assert sight.row("2025-U01-002") == [
        "2025-U01-002",
        "一号队",
        "三季度支部党员大会没有会议记录",
        "2026-06-24",
        "■ 逾期 6 天",
    ]
    assert "● 已销号 1" in sight.words
    assert "已销号 1 项；" in sight.words
    assert "已逾期 1 个，三十天内到期 1 个" in sight.words


def test_commendations_by_type_leave_out_revoked_ones() -> None:
    """A type shows its first recipients; a person with the unit's name, a unit without."""
    revoked = replace(commendation("C-2025-003", "u02", "李某"), status=CommendationStatus.REVOKED)
    year = edition_year()
    sight = _seen(replace(year, commendations=(*year.commendations, revoked)))
    assert "先进集体（1） 一号掘进队 优秀共产党员（1） 张三（二号队）" in sight.words
    assert "李某" not in sight.words


def test_a_commendation_in_notice_says_so() -> None:
    """What is not decided yet is not shown as decided."""
    pending = replace(commendation("C-2025-003", "u02", "李某"), status=CommendationStatus.IN_NOTICE)
    assert "李某（二号队，公示中）" in _seen(replace(edition_year(), commendations=(pending,))).words


def test_corrections_are_announced_at_the_top() -> None:
    """更正 with old and new value and the document; nothing when there is none."""
    sight = seen_in_year(edition(), "")
    assert ["2026-04-01", "二号队 B2.1 得分", "20.5", "20", "录入有误", "×党发〔2026〕12号"] in sight.rows
    assert sight.address("本年度公布后有更正，见本页末。") == "#errata"
    assert "更正" not in _seen(replace(edition_year(), errata=())).words
