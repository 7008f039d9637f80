"""审定等次: complete, within quota and ceiling, in agreement with the awards (domain.md 7, 14 E122, E123)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.commendations import Commendation
from generator.model.grouping import grouped
from generator.model.results import Decision
from generator.model.tables import Tables, YearTables
from generator.model.terms import (
    AdjustmentKind,
    BoardGrade,
    CommendationStatus,
    CommendationType,
    CycleStatus,
    PersonGrade,
    RecipientKind,
    TargetKind,
)
from generator.problems import Level, Problem
from generator.review.ballots import is_newcomer
from generator.review.findings import at, column_in
from generator.review.lookup import (
    as_of,
    cycle_of,
    group_names,
    leaders,
    profiles,
    reached,
    scheme_of,
    unit_word,
)
from generator.review.wording import listing
from generator.scoring.adjustments import GRADES as ORDER
from generator.scoring.exact import percent
from generator.scoring.quota import quota_size

DEAD = frozenset({CommendationStatus.REVOKED, CommendationStatus.DISPUTED})
"""Awards that are not, or not yet, given."""


def targets(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A board has a board grade, a person a person grade, neither the other's."""
    for row in year.decisions:
        board = row.target_kind is TargetKind.BOARD
        own, other = ("grade", "person_grade") if board else ("person_grade", "grade")
        if getattr(row, own) is None:
            message = f"对象是{row.target_kind.label}，缺少等次"
            yield at(row, own).problem("E122", message, "请填写审定等次，未审定则删除这一行")
        if getattr(row, other) is not None:
            message = f"对象是{row.target_kind.label}，不填此列"
            yield at(row, other).problem("E122", message, "请删除，或核对对象类别")


def timing(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """No decision while 审定日期 is empty; none later than 数据截至 (domain.md 1.1, E123)."""
    cycle = cycle_of(year)
    if cycle.decided_on is None:
        if year.decisions:
            place = column_in(year, tables, "decisions", "grade")
            message = f"审定日期为空，却有{len(year.decisions)}行审定等次"
            hint = "请在考核周期中填写审定日期和审定文号；党委还没有审定的，请删除审定等次"
            yield place.problem("E123", message, hint)
        if reached(year, CycleStatus.NOTICE):
            message = f"状态已到“{cycle.status.label}”，审定日期为空"
            yield at(cycle, "decided_on").problem("E123", message, "请填写审定日期，或核对状态")
        return
    if cycle.decision_doc is None:
        yield at(cycle, "decision_doc").problem("E123", "已有审定日期，缺少审定文号", "请填写审定文号")
    if not reached(year, CycleStatus.DECIDING):
        message = f"已有审定日期，状态仍是“{cycle.status.label}”"
        yield at(cycle, "status").problem("E123", message, "请核对状态和审定日期")
    if cycle.decided_on > as_of(year):
        message = f"晚于数据截至 {as_of(year).isoformat()}"
        yield at(cycle, "decided_on").problem("E123", message, "请核对审定日期，或更新数据截至")


def completeness(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Once decided, every assessed unit has a decision, 不定等次 included."""
    if cycle_of(year).decided_on is None:
        return
    decided = set(_boards(year))
    missing = [unit_word(tables, unit_id) for unit_id in profiles(year) if unit_id not in decided]
    if missing:
        message = f"已有审定日期，缺少{len(missing)}个单位的审定等次：{listing(missing)}"
        hint = "请逐个补上；不评定等次的单位填“不定等次”"
        yield column_in(year, tables, "decisions", "unit_id").problem("E122", message, hint)


def quotas(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """优秀 stays within the quota of the group; 不定等次 does not count, a vetoed unit does (7.3)."""
    rules, boards = scheme_of(year).quota, _boards(year)
    members = grouped(group_names(year, tables).items(), lambda pair: pair[1])
    for group, units in members.items():
        own = [boards[unit_id] for unit_id, _ in units if unit_id in boards]
        graded = len(units) - sum(row.grade is BoardGrade.UNGRADED for row in own)
        best = [row for row in own if row.grade is BoardGrade.EXCELLENT]
        most = quota_size(graded, rules)
        if len(best) > most:
            message = (
                f"{group}组优秀 {len(best)} 个，超过名额 {most} 个"
                f"（评定等次 {graded} 个×{percent(rules.ratio)}，{rules.rounding.label}）"
            )
            last = max(best, key=lambda row: row.origin.order)
            yield at(last, "grade").problem("E122", message, "请核对优秀名额")


def ceilings(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """A vetoed unit's grade is not above the ceiling (domain.md 6.3, 7.4)."""
    vetoes = veto_ceilings(year)
    for unit_id, row in _boards(year).items():
        ceiling = vetoes.get(unit_id)
        if ceiling is not None and row.grade in ORDER and ORDER.index(row.grade) < ORDER.index(ceiling):
            message = f"高于一票否决后的等次上限“{ceiling.label}”"
            hint = f"请核对{unit_word(tables, unit_id)}的审定等次和否决事项"
            yield at(row, "grade").problem("E122", message, hint)


def ungraded(year: YearTables, _: Tables) -> Iterator[Problem]:
    """不定等次 agrees with the unit's profile, and with the person's time in post (7.4 step 3, 1.1)."""
    units, board = profiles(year), leaders(year)
    for unit_id, row in _boards(year).items():
        reason = units[unit_id].ungraded_reason if unit_id in units else None
        if unit_id not in units or row.grade is None or row.override_reason:
            continue
        if row.grade is BoardGrade.UNGRADED and reason is None:
            yield at(row, "grade").problem(
                "E122", "单位概况没有不定等次原因", "请在单位概况中写明原因，或核对等次"
            )
        elif row.grade is not BoardGrade.UNGRADED and reason is not None:
            message = "单位概况写明该单位不定等次"
            yield at(row, "grade").problem("E122", message, "请改为“不定等次”，或填写调整理由")
    for row in year.decisions:
        leader = board.get(row.person_id or "")
        graded = row.person_grade not in (None, PersonGrade.UNGRADED)
        if leader and graded and not row.override_reason and is_newcomer(leader, year.year):
            message = "该人员年末任职不满半年"
            yield at(row, "person_grade").problem("E122", message, "请改为“不定等次”，或填写调整理由")


def awards(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Collective awards need at least 良好 and no veto, 优秀领导人员 the grade 优秀 (domain.md 8.2)."""
    if cycle_of(year).decided_on is None:
        return
    boards, vetoes = _boards(year), veto_ceilings(year)
    for row in year.commendations:
        if row.status in DEAD:
            continue
        grade = boards[row.unit_id].grade if row.unit_id in boards else None
        collective = row.recipient_kind is RecipientKind.COLLECTIVE
        if row.unit_id in vetoes:
            level = Level.ERROR if collective else Level.WARNING
            message = "该单位本年度被一票否决，不得受表彰" if collective else "所在单位本年度被一票否决"
            yield at(row, "unit_id").problem("E122", message, "请核对表彰名单和否决事项", level)
        elif collective and grade is not None and grade not in ORDER[:2]:
            message = f"该单位审定等次是“{grade.label}”，集体表彰须在良好以上"
            yield at(row, "unit_id").problem("E122", message, "请核对表彰名单和审定等次")
        if row.type is CommendationType.EXCELLENT_LEADER:
            yield from _leader_award(year, row)


def veto_ceilings(year: YearTables) -> Mapping[str, BoardGrade]:
    """The lowest veto ceiling of each unit this year: as determined, else as the scheme sets."""
    usual = {veto.id: veto.ceiling for veto in scheme_of(year).vetoes}
    ceilings: dict[str, BoardGrade] = {}
    for row in year.adjustments:
        effect = row.effect or usual.get(row.item)
        applied = row.kind is AdjustmentKind.VETO and row.year_applied == year.year
        if applied and effect in ORDER:
            held = ceilings.get(row.unit_id, BoardGrade.EXCELLENT)
            ceilings[row.unit_id] = max(held, effect, key=ORDER.index)
    return ceilings


def _boards(year: YearTables) -> Mapping[str, Decision]:
    """The decisions on boards by unit id."""
    return {row.unit_id: row for row in year.decisions if row.target_kind is TargetKind.BOARD}


def _leader_award(year: YearTables, award: Commendation) -> Iterator[Problem]:
    """The problem of 优秀领导人员 for someone not decided 优秀."""
    board = leaders(year)
    holders = [
        row
        for row in year.decisions
        if row.unit_id == award.unit_id
        and row.person_id is not None
        and row.person_id in board
        and board[row.person_id].name == award.recipient
    ]
    if not holders:
        message = "审定等次中没有该单位的这名班子成员，“优秀领导人员”须个人等次为优秀"
        yield at(award, "unit_id").problem("E122", message, "请核对姓名和单位，或补上个人审定等次")
    elif all(row.person_grade is not PersonGrade.EXCELLENT for row in holders):
        message = "“优秀领导人员”须个人审定等次为优秀"
        yield at(award, "type").problem("E122", message, "请核对表彰名单和个人审定等次")
