"""日程和考核组: what is done when, and who does it (domain.md 1.3, 1.4)."""

from __future__ import annotations

import datetime as dt

from generator.editions.edition import EditionYear
from generator.model.cycle import Member, Step, Team
from generator.model.terms import GroupDuty
from generator.pages.links import unit_link
from generator.pages.marks import Mark
from generator.pages.scheme.chapters import Cell, Chapter, Column, Grid, words
from generator.pages.words import NONE, listed, period, text

_DIGITS = "零一二三四五六七八九"

DONE = Mark("●", "已完成", "closed")
RUNNING = Mark("◆", "进行中", "pending")
AHEAD = Mark("○", "未开始", "none")
MISSED = Mark("■", "已过计划时间", "late")


def schedule(year: EditionYear) -> Chapter:
    """The steps with planned and actual dates, and how far each is."""
    today = year.as_of.date()
    columns = (
        Column("步骤"),
        Column("状态"),
        *(Column(head, "kh-date") for head in ("计划时间", "实际时间")),
        *words("地点", "牵头部门", "参加范围", "材料"),
    )
    rows = tuple(
        (
            step.title,
            step_state(step, today),
            period(step.planned_from, step.planned_to),
            period(step.actual_from, step.actual_to),
            text(step.place),
            step.owner_dept,
            text(step.participants),
            listed(step.docs),
        )
        for step in year.steps
    )
    span = f"实施期间：{period(year.held_from, year.held_to)}。"
    return Chapter("schedule", "日程安排", (span,), grids=(Grid("日程安排", columns, rows),))


def step_state(step: Step, today: dt.date) -> Mark:
    """How far a step is on the day the data ends."""
    if step.actual_to is not None and step.actual_to <= today:
        return DONE
    if step.actual_from is not None and step.actual_from <= today:
        return RUNNING
    return MISSED if step.planned_to < today else AHEAD


def assessment_group(year: EditionYear) -> Chapter:
    """考核组: lead, deputies, members by department and duty, teams with their units."""
    group = year.group
    grids = []
    if group.members:
        members = sorted(group.members, key=_duty_order)
        rows = tuple((member.name, member.dept, member.duty.label) for member in members)
        grids.append(Grid("考核组成员", words("成员", "部门", "职责"), rows))
    if group.teams:
        columns = (*words("分组", "组长"), Column("负责单位", "kh-wide"), Column("时间", "kh-date"))
        grids.append(Grid("分组", columns, tuple(_team(year, team) for team in group.teams)))
    people = (f"组长：{group.lead}。", f"副组长：{listed(group.deputies)}。")
    return Chapter("group", "专项考核组", people if group.deputies else people[:1], grids=tuple(grids))


def _duty_order(member: Member) -> int:
    """By duty in the order of the list of duties, otherwise as in the file."""
    return tuple(GroupDuty).index(member.duty)


def _team(year: EditionYear, team: Team) -> tuple[Cell, ...]:
    units = tuple(unit_link(year, unit_id) for unit_id in team.units)
    name = f"第{numeral(team.team_no)}考核组"
    return (name, team.leader, units or NONE, period(team.date_from, team.date_to))


def numeral(value: int) -> str:
    """`一`, `十`, `十二`, `二十一`: 1 to 99 as written in a name."""
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"
