"""Years as an audience sees them: without the problems withheld from it, and counted without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.contract.fields import Audience
from generator.editions.matrix import Publication
from generator.model.rectifications import RectificationEntry
from generator.model.terms import PublicationItem
from generator.model.year import Archive, Year
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.assessed import AssessedYear
from generator.scoring.ledger import LedgerStatistics, by_unit, ledger_statistics
from generator.scoring.rectification import Life
from generator.scoring.recurrence import recurrences
from generator.store.again import again


def seen_years(
    archive: Archive, assessments: Mapping[int, Assessment], audience: Audience
) -> Iterator[AssessedYear]:
    """The years with the problems this audience may see and statistics over exactly these, oldest first.

    Scores stay as they are: a leaf computed from a ledger counts every problem (domain.md 6.2).
    """
    before: Year | None = None
    for year in archive.years:
        yield seen_year(AssessedYear(year, assessments[year.year]), before, audience)
        before = year


def seen_year(one: AssessedYear, before: Year | None, audience: Audience) -> AssessedYear:
    """One of them; `before` is the year before it that was assessed, as it is."""
    publication = Publication.of(one.year.scheme, audience)
    ledgers = [_with_visible(year, audience) for year in (before, one.year) if year is not None]
    return _seen(one, publication, ledgers)


def _with_visible(year: Year, audience: Audience) -> Year:
    """The year with only the visible problems in its ledger; its scores would not come out right."""
    publication = Publication.of(year.scheme, audience)
    visible = (one for one in year.rectifications if _is_visible(one.entry, publication))
    return replace(year, rectifications=tuple(visible))


def _is_visible(entry: RectificationEntry, publication: Publication) -> bool:
    return publication.allows(PublicationItem.RECTIFICATIONS) and (
        not entry.sensitive or publication.allows(PublicationItem.SENSITIVE)
    )


def _seen(one: AssessedYear, publication: Publication, ledgers: list[Year]) -> AssessedYear:
    """`ledgers` are the year before, if any, and this one, as visible."""
    found = one.assessment
    lives = tuple(life for life in found.lives if _is_visible(life.entry, publication))
    groups = by_unit(lives)
    units = {
        unit_id: again(("seen", one.number, unit_id), _unit, one, unit, groups.get(unit_id, ()))
        for unit_id, unit in found.units.items()
    }
    assessment = replace(
        found,
        units=units,
        lives=lives,
        ledger=again(("seen ledger", one.number), _statistics, one, lives),
        recurrences=again(("seen recurrences", one.number), recurrences, tuple(ledgers), found.as_of),
    )
    return replace(one, assessment=assessment)


def _unit(one: AssessedYear, unit: UnitAssessment, lives: tuple[Life, ...]) -> UnitAssessment:
    if lives == unit.lives:
        return unit
    return replace(unit, lives=lives, ledger=_statistics(one, lives))


def _statistics(one: AssessedYear, lives: tuple[Life, ...]) -> LedgerStatistics:
    return ledger_statistics(lives, one.assessment.as_of, one.year.scheme.rectification, one.year.calendar)
