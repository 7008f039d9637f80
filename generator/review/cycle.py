"""考核周期: it belongs to its folder and scheme; teams and recusals hold (domain.md 1; codes E101, E128)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.checklist import Check, Verification
from generator.model.cycle import Cycle, Group, Recusal, Step, Team
from generator.model.tables import Tables, YearTables
from generator.problems import Level, Problem
from generator.review.findings import at
from generator.review.lookup import cycle_of, profiles, repeated, scheme_of, unit_word
from generator.review.wording import listing


def identity(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The cycle is of the folder's year."""
    cycle = cycle_of(year)
    if cycle.year != year.year:
        message = f"与文件夹的年度 {year.year} 不一致"
        yield at(cycle, "year").problem("E101", message, "请填被考核的年度，不是开会的年份")


def scheme_id(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The cycle names the scheme that lies beside it."""
    cycle, scheme = cycle_of(year), scheme_of(year)
    if cycle.scheme_id != scheme.id:
        yield at(cycle, "scheme_id").problem("E101", f"与考核方案的编号 {scheme.id} 不一致", "请核对方案编号")


def spans(year: YearTables, _: Tables) -> Iterator[Problem]:
    """What begins does not end before."""
    cycle = cycle_of(year)
    yield from _span(cycle, "held_from", "held_to")
    for team in cycle.group.teams:
        yield from _span(team, "date_from", "date_to")
    for step in cycle.steps:
        yield from _span(step, "planned_from", "planned_to")
        yield from _span(step, "actual_from", "actual_to")


def teams(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Each assessed unit belongs to one team, led by a member of the group (domain.md 1.3)."""
    group, assessed = cycle_of(year).group, profiles(year)
    for team, first in repeated(group.teams, lambda team: team.team_no):
        yield at(team, "team_no").problem("E128", f"与“{first.origin.column}”重复", "请核对分组的序号")
    home: dict[str, Team] = {}
    for team in group.teams:
        if not _belongs(team.leader, group):
            yield at(team, "leader").problem("E128", "组长不在考核组成员中", "请核对姓名，或补上这名成员")
        for unit_id in team.units:
            yield from _placed(team, unit_id, home.setdefault(unit_id, team), unit_word(tables, unit_id))
            if unit_id not in assessed:
                message = f"{unit_word(tables, unit_id)}不参加{year.year}年考核"
                yield at(team, "units").problem("E101", message, "请核对单位编号，或在单位概况中补上该单位")
    absent = [unit_word(tables, unit_id) for unit_id in assessed if unit_id not in home]
    if group.teams and absent:
        message = f"还有{len(absent)}个单位没有分组：{listing(absent)}"
        yield at(group, "teams").problem("E128", message, "请把每个单位分到一个组", Level.WARNING)


def recusals(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Who recuses neither leads the team of the unit nor checks or verifies there (domain.md 1.3)."""
    group = cycle_of(year).group
    for recusal in group.recusals:
        unit = unit_word(tables, recusal.unit_id)
        if not _belongs(recusal.person, group):
            yield at(recusal, "person").problem("E128", "回避人不在考核组成员中", "请核对姓名")
        for team in group.teams:
            if team.leader == recusal.person and recusal.unit_id in team.units:
                message = f"该组组长应当回避{unit}"
                yield at(team, "leader").problem("E128", message, "请调整分组，或更换组长")
        yield from _checked(recusal, year, unit)


def _span(row: Cycle | Team | Step, first: str, last: str) -> Iterator[Problem]:
    """The problem of an end before its beginning."""
    start, end = getattr(row, first), getattr(row, last)
    if start and end and end < start:
        yield at(row, last).problem("E128", f"早于开始日期 {start.isoformat()}", "请核对起止日期")


def _placed(team: Team, unit_id: str, home: Team, unit: str) -> Iterator[Problem]:
    """The problem of a unit that belongs to another team already, or is listed twice."""
    if home is not team or team.units.count(unit_id) > 1:
        message = f"{unit}已在第{home.team_no}组" if home is not team else f"{unit}列了两次"
        yield at(team, "units").problem("E128", message, "每个单位只属于一个组，请核对")


def _belongs(name: str, group: Group) -> bool:
    """Whether someone is in the group; its heads are entered with their posts: `党委书记 周正平`."""
    return any(name == member.name for member in group.members) or any(
        head.endswith(name) for head in (group.lead, *group.deputies)
    )


def _checked(recusal: Recusal, year: YearTables, unit: str) -> Iterator[Problem]:
    """The problem of a check or verification by someone who recused; once for each table."""
    checks: list[Check] = [
        row for row in year.checks if row.unit_id == recusal.unit_id and row.checker == recusal.person
    ]
    verifications: list[Verification] = [
        row for row in year.verifications if row.unit_id == recusal.unit_id and recusal.person in row.checkers
    ]
    if checks:
        message = f"检查人应当回避{unit}（共{len(checks)}行）"
        yield at(checks[0], "checker").problem("E128", message, "请由其他成员检查，或核对回避事项")
    if verifications:
        message = f"核实人应当回避{unit}（共{len(verifications)}行）"
        yield at(verifications[0], "checkers").problem("E128", message, "请由其他成员核实，或核对回避事项")
