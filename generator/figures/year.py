"""All figures of one assessed year, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.figures.ballots import ballot_figures
from generator.figures.checklist import checklist_figures
from generator.figures.commendations import commendation_figures
from generator.figures.company import company_figures
from generator.figures.comparable import comparable_figures
from generator.figures.composite import composite_figures, typed
from generator.figures.deadlines import deadline_figures
from generator.figures.differences import difference_figures
from generator.figures.distribution import distribution_figures
from generator.figures.earlier import Earlier, earlier
from generator.figures.figure import Figure
from generator.figures.grades import grade_figures, quota_figures
from generator.figures.indicators import indicator_figures
from generator.figures.ledger import company_scope, ledger_figures, unit_scopes
from generator.figures.losses import loss_figures
from generator.figures.medians import median_figures
from generator.figures.merged import reference_figures
from generator.figures.movements import count_changes, leaf_movements, unit_movements
from generator.figures.ranks import rank_figures
from generator.figures.spreads import spread_figures
from generator.figures.trends import company_changes, ledger_changes, unit_changes
from generator.model.year import Year
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear


def figures(years: Sequence[AssessedYear]) -> tuple[Figure, ...]:
    """The figures of the last of these years, given oldest first: what came later is not known there.

    Units in official order, each subject by subject; then groups, company and ledger; then indicators and
    commendations; then what stands beside others: each unit in its group, everything against the year before.
    """
    last, before = years[-1], earlier(years)
    year, assessment = last.year, last.assessment
    of_units = _by_key(_of_units(year, before.assessed.year if before else None, assessment))
    of_groups = _by_key(_of_groups(year, assessment, of_units))
    company = company_scope(year, assessment)
    ledger = (*ledger_figures(company), *deadline_figures(company))
    lists = (*indicator_figures(year), *commendation_figures(year))
    differences = difference_figures(last, of_units | of_groups)
    changes = _changes(last, before, of_groups) if before else ()
    return (*of_units.values(), *of_groups.values(), *ledger, *lists, *differences, *changes)


def _by_key(figures: Iterator[Figure]) -> dict[str, Figure]:
    return {one.key: one for one in figures}


def _of_units(year: Year, previous: Year | None, assessment: Assessment) -> Iterator[Figure]:
    """`previous` is the year just before, whose ledger some leaves are computed from."""
    units = assessment.units.values()
    rows = typed(year)
    yield from ballot_figures(year, units)
    for unit in units:
        if unit.checklist is not None:
            yield from checklist_figures(year, previous, unit.unit, unit.checklist)
    for unit in units:
        yield from composite_figures(year, unit, rows)
    yield from rank_figures(assessment)
    for unit in units:
        yield from grade_figures(year, assessment, unit)
    for scope in unit_scopes(year, assessment):
        yield from ledger_figures(scope)
        yield from deadline_figures(scope)


def _of_groups(year: Year, assessment: Assessment, of_units: Mapping[str, Figure]) -> Iterator[Figure]:
    """Groups, then the company."""
    yield from distribution_figures(year, assessment)
    yield from quota_figures(year, assessment)
    yield from median_figures(year, assessment, of_units)
    yield from spread_figures(year, assessment, of_units)
    yield from company_figures(year, assessment, of_units)
    yield from loss_figures(year, assessment.checklist, of_units)


def _changes(last: AssessedYear, before: Earlier, of_groups: Mapping[str, Figure]) -> Iterator[Figure]:
    """Everything against the year just before."""
    yield from unit_changes(last, before)
    comparable = _by_key(comparable_figures(last, before))
    yield from comparable.values()
    yield from unit_movements(last, comparable)
    yield from reference_figures(last, before)
    yield from count_changes(of_groups, before)
    yield from company_changes(last, before)
    yield from leaf_movements(last, before)
    now, then = (company_scope(one.year, one.assessment) for one in (last, before.assessed))
    yield from ledger_changes(now, then, before.number)
