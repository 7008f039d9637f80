"""A made-up unit: name, profile and board, the ballots on the board, the components entered as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.contract import ballots, people, results, units
from generator.model.scheme import Ballot
from generator.model.terms import Component, PartyOrganisation, TargetKind, UnitKind
from tests.bench.company import MadeUpUnit
from tests.bench.made_up_checks import has_party_groups
from tests.bench.tables import TableRow

OPENED_ON = dt.date(2009, 5, 1)
VALID = {"A": 5, "B": 12, "C": 30}
"""Valid ballots of a class; others have ten."""


def unit_rows(unit: MadeUpUnit) -> Iterator[TableRow]:
    """What holds for all years."""
    entry = {
        "unit_id": unit.id,
        "kind": UnitKind.DEPARTMENT if unit.office else UnitKind.GRASSROOTS,
        "group": unit.group,
        "order": unit.number,
        "opened_on": OPENED_ON,
    }
    yield units.UNITS, entry
    name = {
        "unit_id": unit.id,
        "name": unit.name,
        "short_name": unit.short_name,
        "party_org_name": f"{unit.short_name}党支部",
        "party_org_kind": PartyOrganisation.BRANCH,
        "valid_from": OPENED_ON,
    }
    yield units.UNIT_NAMES, name


def people_rows(unit: MadeUpUnit) -> Iterator[TableRow]:
    """Profile and board of a year; a unit in fifty is not graded."""
    profile = {
        "unit_id": unit.id,
        "party_members": 20 + unit.number * 7 % 40,
        "employees": 90 + unit.number * 13 % 150,
        "board_posts": len(unit.board),
        "board_filled": len(unit.board),
        "board_age": f"{38 + unit.number % 90 / 10:.1f}",
        "has_committee": True,
        "has_party_groups": has_party_groups(unit),
        "ungraded_reason": "年内合并，不满六个月" if unit.number % 50 == 0 else None,
        "one_line": "运行平稳，基础台账还需细化",
    }
    yield people.PROFILES, profile
    since = dt.date(2010 + unit.number % 5, 3, 1)
    for post in unit.board:
        yield people.LEADERS, vars(post) | {"unit_id": unit.id, "in_post_since": since}


def ballot_rows(unit: MadeUpUnit, year: int, rules: Ballot) -> Iterator[TableRow]:
    """Rounds and counts of the board: every class on every dimension, nobody absent."""
    dice = unit.dice(year, "ballots")
    esteem = dice.uniform(0.5, 0.98)
    for one in rules.classes:
        valid = VALID.get(one.code, 10)
        place = {"unit_id": unit.id, "ballot_class": one.code}
        tickets = dict.fromkeys(("expected", "present", "issued", "returned", "valid"), valid)
        staff = {"invalid": 0, "counted_by": "臧思舒", "supervised_by": "阮朝则"}
        yield ballots.BALLOT_ROUNDS, place | {"sheet": TargetKind.BOARD} | tickets | staff
        for weight in rules.dimensions:
            best = sum(dice.random() < esteem for _ in range(valid))
            fair = (valid - best) // 3
            target = {"target_kind": TargetKind.BOARD, "dimension": weight.dimension}
            counts = {"n_excellent": best, "n_good": valid - best - fair, "n_fair": fair}
            yield ballots.BALLOTS, place | target | counts | {"n_poor": 0, "n_abstain": 0}


def component_rows(unit: MadeUpUnit, year: int, weights: Mapping[Component, Decimal]) -> Iterator[TableRow]:
    """Scores of the components that the unit's group weighs and nobody computes."""
    dice = unit.dice(year, "components")
    for component in (Component.SUPERIOR, Component.KPI):
        if weights.get(component):
            row = {"unit_id": unit.id, "component": component, "score": f"{dice.uniform(84, 98):.2f}"}
            yield results.COMPONENTS, row | {"source": f"{component.label}汇总表（{year}年度）"}
