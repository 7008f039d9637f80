"""The cycle of one assessed year (domain.md 1.1, 1.3, 1.4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model.terms import CycleStatus, GroupDuty, StepType
from generator.problems import Place


@dataclass(frozen=True)
class Member:
    """考核组成员: a member of the assessment group."""

    name: str
    dept: str
    duty: GroupDuty
    origin: Place


@dataclass(frozen=True)
class Team:
    """分组: a team and the units it checks."""

    team_no: int
    leader: str
    units: tuple[str, ...]
    date_from: dt.date
    date_to: dt.date
    origin: Place


@dataclass(frozen=True)
class Recusal:
    """回避: a member who must not check a unit."""

    person: str
    unit_id: str
    reason: str
    origin: Place


@dataclass(frozen=True)
class Group:
    """专项考核组: who assesses."""

    lead: str
    deputies: tuple[str, ...]
    members: tuple[Member, ...]
    teams: tuple[Team, ...]
    recusals: tuple[Recusal, ...]
    origin: Place


@dataclass(frozen=True)
class Step:
    """实施步骤: one step of the schedule."""

    step_type: StepType
    title: str
    planned_from: dt.date
    planned_to: dt.date
    actual_from: dt.date | None
    actual_to: dt.date | None
    place: str | None
    owner_dept: str
    participants: str | None
    docs: tuple[str, ...]
    origin: Place


@dataclass(frozen=True)
class Cycle:
    """考核周期: one assessed year."""

    year: int
    title: str
    held_from: dt.date
    held_to: dt.date
    scheme_id: str
    status: CycleStatus
    decision_doc: str | None
    decided_on: dt.date | None
    as_of: dt.datetime
    group: Group
    steps: tuple[Step, ...]
    origin: Place
