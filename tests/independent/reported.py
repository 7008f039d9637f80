"""What the generator computed, under the keys of the recount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from generator.archive import assemble
from generator.figures import Figure, figures
from generator.intake.read import read
from generator.model.year import Year
from generator.problems import Level
from generator.scoring.assess import Assessment, UnitAssessment, assess_years
from generator.scoring.assessed import AssessedYear, assessed_years
from generator.scoring.ballots import BallotResult
from generator.scoring.checklist import UnitChecklist
from generator.scoring.exact import Rate
from generator.scoring.ledger import LedgerStatistics, by_unit, ledger_statistics
from generator.scoring.rectification import Life

EXPLAINED = re.compile(
    r"units\.[^.]+\.(checklist\.(.*\.)?(difference|earned)|composite\.(percentile|difference)|trend\..*)"
    r"|company\.(units|grades\..*|excellent\.share|checklist\.(areas|leaves|kinds)\..*\.(rate|losing|rank|times)|trend\..*)"
    r"|(groups\.[^.]+|company)\.composite\.(scored|range|deviation)"
    r"|groups\.[^.]+\.(units|grades\.(excellent|good|fair|poor|ungraded))"
    r"|indicators\..*|company\.commendations\..*|units\.[^.]+\.commendations"
    r"|ledger\.(trend\..*|overdue_units)|(units\.[^.]+\.)?ledger\.(due_soon|longest_overdue)"
)
Figures = dict[str, Any]
Pairs = Iterator[tuple[str, Any]]


def reported(folder: Path) -> dict[int, Figures]:
    """The figures of every year as of its 数据截至; the files must hold no errors, the ledger no missteps."""
    tables, problems = read(folder)
    assert not [str(one) for one in problems if one.level is Level.ERROR]
    archive = assemble(tables)
    years = assessed_years(archive, assess_years(archive))
    found = {}
    for n, one in enumerate(years, 1):
        assert not [step.message for life in one.assessment.lives for step in life.missteps]
        rows = (*all_figures(one.assessment), *unit_ledgers(one.year, one.assessment), *explained(years[:n]))
        found[one.number] = {key: plain(value) for key, value in rows}
    return found


def explained(years: Sequence[AssessedYear]) -> Pairs:
    """Figures of `kaohe figures` that no assessment holds: differences, changes, counts and pooled rates."""
    for one in figures(years):
        if EXPLAINED.fullmatch(one.key):
            rate = None if one.part is None or one.whole is None else Rate(one.part, one.whole)
            yield f"figures.{_named(one)}", one.value if rate is None else rate
            if one.key.endswith(("difference", "change", "percentile", "deviation")):
                yield f"figures.{one.key}.text", one.text


def _named(one: Figure) -> str:
    """Its key; a type of commendations by its word, since the recount knows the words of the data only."""
    stem, types, _ = one.key.partition(".types.")
    return f"{stem}{types}{one.label}" if types else one.key


def plain(value: Any) -> Any:
    """Numbers as exact fractions, rates as their two numbers."""
    if isinstance(value, Rate):
        return (Fraction(value.part), Fraction(value.whole))
    return value if value is None or isinstance(value, str | tuple) else Fraction(value)


def all_figures(it: Assessment) -> Pairs:
    """Units, ballots, groups, medians and the ledger."""
    for unit_id, one in it.units.items():
        yield from unit_figures(f"units.{unit_id}", one)
    for unit_id, board in it.ballots.boards.items():
        yield from ballots(f"ballots.{unit_id}.board", board)
    for unit_id, persons in it.ballots.persons.items():
        for person, result in persons.items():
            yield from ballots(f"ballots.{unit_id}.{person}", result)
    for name, group in it.gradings.items():
        yield f"groups.{name}.n", group.graded
        yield f"groups.{name}.quota", group.quota
        yield f"groups.{name}.median", it.group_medians[name].composite
    yield from ((f"medians.areas.{code}", value) for code, value in it.checklist.overall.areas.items())
    yield from ((f"ledger.{name}", value) for name, value in ledger(it.ledger))
    yield from ((f"problems.{one.id.lower()}", state(one)) for one in it.lives)


def unit_ledgers(year: Year, it: Assessment) -> Pairs:
    """The ledger of each unit that answers for a problem, also of one that was founded after the year."""
    for unit_id, lives in by_unit(it.lives).items():
        own = it.units[unit_id].ledger if unit_id in it.units else None
        figures = own or ledger_statistics(lives, it.as_of, year.scheme.rectification, year.calendar)
        yield from ((f"ledgers.{unit_id}.{name}", value) for name, value in ledger(figures))


def unit_figures(key: str, one: UnitAssessment) -> Pairs:
    """Checklist, composite, rank and suggested grade of a unit."""
    if one.checklist is not None:
        yield from ((f"{key}.checklist.{name}", value) for name, value in checklist(one.checklist))
    yield f"{key}.composite", one.composite.score if one.composite else None
    yield f"{key}.rounded", one.composite.rounded if one.composite else None
    yield f"{key}.grade", one.suggestion.grade.label if one.suggestion else None
    if one.suggestion is not None and one.suggestion.rank is not None:
        yield f"{key}.rank", (one.suggestion.rank, one.suggestion.tied)
    for component, rank in one.component_ranks.items():
        yield f"{key}.ranks.{component.label}", rank


def checklist(one: UnitChecklist) -> Pairs:
    """Leaves, areas, base, adjustments and 党建得分."""
    yield from ((f"leaves.{leaf.leaf.code}", leaf.earned) for leaf in one.leaves)
    yield from ((f"areas.{area.area.code}", area.rate) for area in one.areas if area.rate.whole)
    yield "earned", one.total.part
    yield "applicable", one.total.whole
    yield "base", one.base
    yield "score", one.score
    yield "bonus_uncapped", one.adjustments.bonus_uncapped
    yield "bonus", one.adjustments.bonus
    yield "penalty", one.adjustments.penalty


def ballots(key: str, one: BallotResult) -> Pairs:
    """Scores by class and dimension, shares, and the score of one target."""
    for dimension in one.dimensions:
        yield f"{key}.dimensions.{dimension.dimension.label}", dimension.score
        for cell in dimension.classes:
            if cell.score is not None:
                yield f"{key}.classes.{dimension.dimension.label}.{cell.ballot_class.code}", cell.score
    for name, share in (("excellent", one.excellent), ("competent", one.competent)):
        yield f"{key}.{name}.part", share.pooled.part
        yield f"{key}.{name}.whole", share.pooled.whole
        yield f"{key}.{name}.weighted", share.weighted
    yield f"{key}.stands", str(one.turnout is None or one.turnout.stands)
    yield f"{key}.score", one.score
    yield f"{key}.rounded", one.rounded


def ledger(one: LedgerStatistics) -> Pairs:
    """All statistics of domain.md 9.5."""
    statuses = {status.label: count for status, count in one.by_status.items()}
    statuses |= {"并案": one.merged, "作废": one.void}
    yield from ((f"status.{label}", count) for label, count in statuses.items())
    names = (
        "total open due completed completed_in_time_limit closed closed_on_time done_on_time on_time_share"
    )
    names += " overdue overdue_original backlog relapse extensions extended first_days reopened_days"
    yield from ((name, getattr(one, name)) for name in names.split())


def state(one: Life) -> tuple[Any, ...]:
    """A problem's status, dates and rounds."""
    return (one.status.label, one.due_on, one.due_current, one.done_on, one.closed_on, len(one.cycles))
