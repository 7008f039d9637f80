"""All figures of one assessed year, in one fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVarTuple

from generator.figures.ballots.ballots import ballot_figures
from generator.figures.batch import Batch, Batches, Name, by_key
from generator.figures.checklist.checklist import checklist_figures
from generator.figures.checklist.company import company_losses, company_rates, kind_rates
from generator.figures.checklist.losses import losing, rule_times
from generator.figures.commendations import commendation_figures
from generator.figures.comparing.comparable import comparable_figures
from generator.figures.comparing.differences import difference_figures
from generator.figures.comparing.medians import medians
from generator.figures.comparing.merged import reference_figures
from generator.figures.comparing.movements import count_changes, leaf_movements, unit_movements
from generator.figures.comparing.spreads import spread_figures
from generator.figures.comparing.trends import areas_of_both, company_changes, ledger_changes, unit_changes
from generator.figures.earlier import Earlier, earlier
from generator.figures.figure import Figure
from generator.figures.grades.composite import composite_figures, typed
from generator.figures.grades.distribution import distribution_figures
from generator.figures.grades.grades import grade_figures, quota_figures
from generator.figures.grades.ranks import rank_figures
from generator.figures.indicators import indicator_figures
from generator.figures.ledger.deadlines import deadline_figures
from generator.figures.ledger.ledger import company_scope, ledger_figures, unit_scopes
from generator.figures.ledger.problems import Scope
from generator.model.year import Year, by_unit
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear

Given = TypeVarTuple("Given")


def figures(years: Sequence[AssessedYear]) -> tuple[Figure, ...]:
    """The figures of the last of these years, given oldest first: what came later is not known there.

    Units in official order, each subject by subject; then groups, company and ledger; then indicators and
    commendations; then what stands beside others: each unit in its group, everything against the year before.
    """
    return tuple(one for batch in figure_batches(years).values() for one in batch)


def figure_batches(years: Sequence[AssessedYear]) -> Batches:
    """The same, batch by batch: each is made again only when something it is made from changed."""
    last, before = years[-1], earlier(years)
    desk = _Desk(last, before)
    of_units = desk.of_units()
    units_by_key = by_key(of_units)
    of_groups = desk.of_groups(units_by_key)
    groups_by_key = by_key(of_groups)
    return {
        **of_units,
        **of_groups,
        **desk.of_ledger(),
        **desk.lists(),
        **desk.differences(units_by_key | groups_by_key),
        **(desk.changes(before, groups_by_key) if before else {}),
    }


@dataclass(frozen=True)
class _Desk:
    """Where the batches of a year are made."""

    last: AssessedYear
    before: Earlier | None
    """The year just before."""

    @property
    def year(self) -> Year:
        """The year itself."""
        return self.last.year

    @property
    def assessment(self) -> Assessment:
        """Its results."""
        return self.last.assessment

    def of_units(self) -> Batches:
        """Unit by unit, subject by subject."""
        return {
            **self._ballots(),
            **self._checklists(),
            **self._composites(),
            **self._ranks(),
            **self._grades(),
            **self._ledgers(),
        }

    def of_groups(self, of_units: Mapping[str, Figure]) -> Batches:
        """Groups, then the company."""
        year, assessment = self.year, self.assessment
        return {
            ("distribution",): self._made(("distribution",), distribution_figures, year, assessment),
            ("quota",): self._made(("quota",), quota_figures, year, assessment),
            **self._each(medians(year, assessment, of_units)),
            ("spreads",): self._made(("spreads",), spread_figures, year, assessment, of_units),
            **self._company(of_units),
            **self._each(losing(year, assessment.checklist, of_units)),
            ("rule times",): self._made(("rule times",), rule_times, year),
        }

    def _company(self, of_units: Mapping[str, Figure]) -> Batches:
        year, checklist = self.year, self.assessment.checklist
        rates = self._each(company_rates(year, checklist, of_units))
        return {
            **rates,
            ("kinds",): self._made(("kinds",), kind_rates, year, by_key(rates)),
            **self._each(company_losses(year, checklist, of_units)),
        }

    def of_ledger(self) -> Batches:
        """整改台账 of the company."""
        return dict(self._ledger(company_scope(self.year, self.assessment), "company"))

    def lists(self) -> Batches:
        """Indicators and commendations."""
        return {
            ("indicators",): self._made(("indicators",), indicator_figures, self.year),
            ("commendations",): self._made(("commendations",), commendation_figures, self.year),
        }

    def differences(self, figures: Mapping[str, Figure]) -> Batches:
        """Each unit in its group."""
        return {
            (name := ("differences", unit_id)): self._made(
                name, difference_figures, self.last, unit_id, figures
            )
            for unit_id in self.assessment.units
        }

    def changes(self, before: Earlier, of_groups: Mapping[str, Figure]) -> Batches:
        """Everything against the year just before."""
        last = self.last
        comparable = comparable_figures(last, before)
        now, then = (company_scope(one.year, one.assessment) for one in (last, before.assessed))
        return {
            **self._unit_changes(before),
            **comparable,
            ("movements",): self._made(("movements",), unit_movements, last, by_key(comparable)),
            ("references",): self._made(("references",), reference_figures, last, before),
            ("counts",): self._made(("counts",), count_changes, of_groups, before),
            ("company changes",): self._made(("company changes",), company_changes, last, before),
            ("leaf movements",): self._made(("leaf movements",), leaf_movements, last, before),
            ("ledger changes",): self._made(("ledger changes",), ledger_changes, now, then, before.number),
        }

    def _each(self, batches: Iterable[Batch]) -> Batches:
        return {one.name: one.made(self.last.number) for one in batches}

    def _made(
        self, name: Name, work: Callable[[*Given], Iterator[Figure]], *given: *Given
    ) -> tuple[Figure, ...]:
        """The batch of that name."""
        return Batch(name, work, given).made(self.last.number)

    def _ballots(self) -> Batches:
        rules, counts = self.year.scheme.ballot, by_unit(self.year.ballots)
        return {
            (name := ("ballots", unit_id)): self._made(
                name,
                ballot_figures,
                rules,
                tuple(one for one in (unit.ballots, *unit.persons.values()) if one is not None),
                counts.get(unit_id, ()),
            )
            for unit_id, unit in self.assessment.units.items()
        }

    def _checklists(self) -> Batches:
        previous = self.before.assessed.year if self.before else None
        return {
            (name := ("checklist", unit_id)): self._made(
                name, checklist_figures, self.year, previous, unit.unit, unit.checklist
            )
            for unit_id, unit in self.assessment.units.items()
            if unit.checklist is not None
        }

    def _composites(self) -> Batches:
        rows = typed(self.year)
        return {
            (name := ("composite", unit_id)): self._made(name, composite_figures, self.year, unit, rows)
            for unit_id, unit in self.assessment.units.items()
        }

    def _ranks(self) -> Batches:
        units = self.assessment.units.values()
        return {
            (name := ("ranks", group)): self._made(
                name, rank_figures, tuple(one for one in units if one.unit.group == group)
            )
            for group in self.assessment.gradings
        }

    def _grades(self) -> Batches:
        return {
            (name := ("grades", unit_id)): self._made(name, grade_figures, self.year, self.assessment, unit)
            for unit_id, unit in self.assessment.units.items()
        }

    def _ledgers(self) -> Batches:
        scopes = unit_scopes(self.year, self.assessment)
        return dict(item for scope in scopes for item in self._ledger(scope, scope.unit_id or ""))

    def _ledger(self, scope: Scope, whose: str) -> Iterator[tuple[tuple[str, ...], tuple[Figure, ...]]]:
        for name, work in (("ledger", ledger_figures), ("deadlines", deadline_figures)):
            yield (name, whose), self._made((name, whose), work, scope)

    def _unit_changes(self, before: Earlier) -> Batches:
        old, shared = before.assessment.checklist.units, areas_of_both(self.last, before)
        return {
            (name := ("changes", unit_id)): self._made(name, unit_changes, unit, before, shared)
            for unit_id, unit in self.assessment.checklist.units.items()
            if unit_id in old
        }
