"""考核结果: everything computed of one year, tied together; what is missing is None, never an exception."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.results import Decision
from generator.model.terms import Component, TargetKind
from generator.model.year import Archive, Unit, Year
from generator.scoring.adjustments import unit_adjustments
from generator.scoring.ballots import BallotAssessment, BallotMedians, BallotResult, assess_ballots
from generator.scoring.checklist import ChecklistAssessment, ChecklistMedians, UnitChecklist, assess_checklist
from generator.scoring.composite import Composite, unit_composite
from generator.scoring.exact import median, ranks, rounded
from generator.scoring.grades import Candidate, GroupGrading, Suggestion, grade_group
from generator.scoring.ledger import LedgerStatistics, by_unit, ledger_statistics
from generator.scoring.rectification import Life, lives
from generator.scoring.recurrence import Recurrence, recurrences
from generator.scoring.spread import Spread, spread
from generator.store.again import again, steady
from generator.store.traced import followed


@dataclass(frozen=True)
class UnitAssessment:
    """One unit in one year; 计算得分, 建议等次 and 审定等次 stay apart."""

    unit: Unit
    checklist: UnitChecklist | None
    """None for a unit nobody checked."""
    ballots: BallotResult | None
    """Of the board; None without ballots."""
    persons: Mapping[str, BallotResult]
    """Of board members, by person id."""
    composite: Composite | None
    component_ranks: Mapping[Component, int]
    """组内位次 by component, on 2 decimals; a component without a score is absent."""
    suggestion: Suggestion | None
    """None while the composite is incomplete."""
    decision: Decision | None
    """审定等次 of the board; None until the year is decided (domain.md 1.1)."""
    person_decisions: Mapping[str, Decision]
    """By person id; empty until the year is decided."""
    lives: tuple[Life, ...]
    """Its problems."""
    ledger: LedgerStatistics


@dataclass(frozen=True)
class Medians:
    """Medians of a group or of the company."""

    checklist: ChecklistMedians
    ballots: BallotMedians
    composite: Decimal | None


@followed("units", "checklist", "ballots", "gradings", "group_medians", "group_spreads")
@dataclass(frozen=True)
class Assessment:
    """A year, assessed as of a day."""

    year: int
    as_of: dt.date
    units: Mapping[str, UnitAssessment]
    """By unit id in official order."""
    checklist: ChecklistAssessment
    ballots: BallotAssessment
    gradings: Mapping[str, GroupGrading]
    """By group name in the order of the scheme."""
    medians: Medians
    """Of the company."""
    group_medians: Mapping[str, Medians]
    """By group name in the order of the scheme."""
    spread: Spread | None
    """Of 综合得分 over the company; None of fewer than two."""
    group_spreads: Mapping[str, Spread]
    """By group name in the order of the scheme; groups of fewer than two scores are absent."""
    lives: tuple[Life, ...]
    """Every problem registered by the day, in the order of the file."""
    ledger: LedgerStatistics
    recurrences: tuple[Recurrence, ...]
    """屡改屡犯 since the previous year."""


def assess_years(archive: Archive) -> Mapping[int, Assessment]:
    """Every year of the archive as of its own 数据截至."""
    return {
        year.year: assess(year, archive.before(year.year), year.cycle.as_of.date()) for year in archive.years
    }


def assess(year: Year, previous: Year | None, as_of: dt.date) -> Assessment:
    """The year's scores and suggestions, and its ledger as of the day; `previous` is the year just before."""
    name = year.year
    checklist, ballots = assess_checklist(year, previous), assess_ballots(year)
    composites = {
        unit.id: again(
            ("composite", name, unit.id),
            unit_composite,
            year,
            unit,
            checklist.units.get(unit.id),
            ballots.boards.get(unit.id),
        )
        for unit in year.units
    }
    gradings = {
        group.name: again(
            ("grading", name, group.name),
            grade_group,
            tuple(
                _candidate(year, unit, ballots.boards.get(unit.id), composites[unit.id])
                for unit in _members(year, group.name)
            ),
            year.scheme,
        )
        for group in year.scheme.groups
    }
    rules = year.scheme.rectification
    problems = again(("lives", name), lives, year.rectifications, as_of, rules)
    ranked = {group: _component_ranks(year, group, composites) for group in gradings}
    parts = _Parts(year, as_of, checklist, ballots, composites, gradings, ranked, by_unit(problems))
    return Assessment(
        year=year.year,
        as_of=as_of,
        units={unit.id: parts.unit(unit) for unit in year.units},
        checklist=checklist,
        ballots=ballots,
        gradings=gradings,
        medians=Medians(checklist.overall, ballots.overall, parts.median(year.units)),
        group_medians={
            group: Medians(
                checklist.groups[group], ballots.groups[group], parts.median(_members(year, group))
            )
            for group in gradings
        },
        spread=parts.spread(year.units),
        group_spreads={
            group: one for group in gradings if (one := parts.spread(_members(year, group))) is not None
        },
        lives=problems,
        ledger=again(("ledger", name), ledger_statistics, problems, as_of, rules, year.calendar),
        recurrences=again(
            ("recurrences", name),
            recurrences,
            tuple(one for one in (previous, year) if one is not None),
            as_of,
        ),
    )


def _members(year: Year, group: str) -> tuple[Unit, ...]:
    return tuple(unit for unit in year.units if unit.group == group)


def _candidate(year: Year, unit: Unit, voted: BallotResult | None, composite: Composite | None) -> Candidate:
    void = voted is not None and voted.turnout is not None and not voted.turnout.stands
    counted = None if void else voted
    return Candidate(
        unit_id=unit.id,
        composite=composite.rounded if composite else None,
        components=_scores(composite),
        ceiling=unit_adjustments(year, unit.id).ceiling,
        ungraded=unit.profile.ungraded_reason,
        excellent=counted.excellent.pooled if counted else None,
        competent=counted.competent.pooled if counted else None,
    )


def _scores(composite: Composite | None) -> Mapping[Component, Decimal]:
    parts = composite.components if composite else ()
    return {part.component: part.score for part in parts if part.score is not None}


@dataclass(frozen=True)
class _Parts:
    """The parts of a year on their way into its units."""

    year: Year
    as_of: dt.date
    checklist: ChecklistAssessment
    ballots: BallotAssessment
    composites: Mapping[str, Composite | None]
    gradings: Mapping[str, GroupGrading]
    ranked: Mapping[str, Mapping[Component, Mapping[str, int]]]
    """By group and component, the ranks by unit id."""
    problems: Mapping[str, tuple[Life, ...]]

    def unit(self, unit: Unit) -> UnitAssessment:
        """One unit's parts."""
        problems = self.problems.get(unit.id, ())
        grading = self.gradings.get(unit.group)
        decisions = self._decisions(unit.id)
        rules = self.year.scheme.rectification
        name, ranked = self.year.year, self.ranked.get(unit.group, {})
        assessed = UnitAssessment(
            unit=unit,
            checklist=self.checklist.units.get(unit.id),
            ballots=self.ballots.boards.get(unit.id),
            persons=self.ballots.persons.get(unit.id, {}),
            composite=self.composites[unit.id],
            component_ranks={
                component: found[unit.id] for component, found in ranked.items() if unit.id in found
            },
            suggestion=grading.suggestions.get(unit.id) if grading else None,
            decision=next((one for one in decisions if one.target_kind is TargetKind.BOARD), None),
            person_decisions={one.person_id: one for one in decisions if one.person_id is not None},
            lives=problems,
            ledger=again(
                ("ledger", name, unit.id), ledger_statistics, problems, self.as_of, rules, self.year.calendar
            ),
        )
        return steady(("assessed", name, unit.id), assessed)

    def median(self, units: tuple[Unit, ...]) -> Decimal | None:
        """Median composite of the units, unrounded."""
        composites = (self.composites[unit.id] for unit in units)
        scores = (one.score for one in composites if one is not None)
        return median(score for score in scores if score is not None)

    def spread(self, units: tuple[Unit, ...]) -> Spread | None:
        """Spread of the composites as they are ranked, on 2 decimals."""
        composites = (self.composites[unit.id] for unit in units)
        scores = (one.rounded for one in composites if one is not None)
        return spread(score for score in scores if score is not None)

    def _decisions(self, unit_id: str) -> tuple[Decision, ...]:
        decided = self.year.cycle.decided_on is not None
        return tuple(one for one in self.year.decisions if decided and one.unit_id == unit_id)


def _component_ranks(
    year: Year, group: str, composites: Mapping[str, Composite | None]
) -> Mapping[Component, Mapping[str, int]]:
    """By component, the rank of each unit of the group that has a score in it."""
    scores = {unit.id: _scores(composites[unit.id]) for unit in _members(year, group)}
    return {
        component: ranks(
            {unit_id: rounded(own[component]) for unit_id, own in scores.items() if component in own}
        )
        for component in Component
    }
