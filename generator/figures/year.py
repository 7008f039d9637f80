"""All figures of one assessed year, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.ballots import ballot_figures
from generator.figures.checklist import checklist_figures
from generator.figures.company import company_figures
from generator.figures.composite import composite_figures, typed
from generator.figures.figure import Figure
from generator.figures.grades import grade_figures, quota_figures
from generator.figures.ledger import company_scope, ledger_figures, unit_scopes
from generator.figures.medians import median_figures
from generator.figures.ranks import rank_figures
from generator.model.year import Year
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear, year_before


def figures(years: Sequence[AssessedYear]) -> tuple[Figure, ...]:
    """The figures of the last of these years: units in official order, each subject by subject; then groups,
    company and ledger.

    Years are given oldest first and end with the one asked for: what came later is not known there.
    """
    before, last = year_before(years), years[-1]
    year, assessment = last.year, last.assessment
    previous = before.year if before else None
    of_units = {one.key: one for one in _of_units(year, previous, assessment)}
    return (
        *of_units.values(),
        *quota_figures(year, assessment),
        *median_figures(year, assessment, of_units),
        *company_figures(year, assessment, of_units),
        *ledger_figures(company_scope(year, assessment)),
    )


def _of_units(year: Year, previous: Year | None, assessment: Assessment) -> Iterator[Figure]:
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
