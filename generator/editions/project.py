"""Archive and assessments → Edition: every value passes the visibility matrix on its way (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.contract.fields import Audience
from generator.editions.adjustments import adjustments
from generator.editions.checklist import checklist
from generator.editions.commendations import cases, commendations
from generator.editions.edition import (
    Change,
    Edition,
    EditionHistory,
    EditionUnit,
    EditionYear,
    LostLeaf,
    NamePeriod,
    Post,
)
from generator.editions.few_voters import hidden_targets
from generator.editions.figures import published
from generator.editions.inquiry import inquiry, objections, recommendations
from generator.editions.ledger import ledger
from generator.editions.matrix import Publication
from generator.editions.members import members
from generator.editions.portraits import portrait
from generator.editions.reports import summaries
from generator.editions.seen import seen_years
from generator.figures import Figure
from generator.figures.ballots.targets import target_key
from generator.model.scheme import Scheme, Usage
from generator.model.terms import AdjustmentKind, BoardGrade, ItemAudience, PublicationItem
from generator.model.units import UnitEvent, UnitName
from generator.model.year import Archive, Unit, UnitHistory, Year
from generator.problems import Problem
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.assessed import AssessedYear
from generator.store.again import again, steady


def for_audience(
    archive: Archive,
    assessments: Mapping[int, Assessment],
    audience: Audience,
    warnings: Iterable[Problem] = (),
) -> Edition:
    """Everything of the archive this audience may see; `assessments` by year, `warnings` about the data."""
    years = tuple(seen_years(archive, assessments, audience))
    made: list[EditionYear] = []
    for end, one in enumerate(years):
        made.append(
            edition_year(one, years[end - 1] if end else None, {y.year: y.figures for y in made}, audience)
        )
    return edition(made, archive.units, audience, warnings)


def edition(
    years: Iterable[EditionYear],
    units: Iterable[UnitHistory],
    audience: Audience,
    warnings: Iterable[Problem] = (),
) -> Edition:
    """The years, oldest first, bound together; `warnings` are for the group alone."""
    return Edition(
        audience=audience,
        years=tuple(years),
        units=tuple(steady(("history", unit.id), _history(unit)) for unit in units),
        warnings=tuple(warnings) if audience is Audience.GROUP else (),
    )


def edition_year(
    one: AssessedYear,
    before: AssessedYear | None,
    published_before: Mapping[int, Container[str]],
    audience: Audience,
) -> EditionYear:
    """What the audience may see of a year, given as it sees it (`seen_year`).

    `before` is the assessed year before it, `published_before` the keys of the figures of earlier years.
    """
    publication = again(("publication", one.number), Publication.of, one.year.scheme, audience)
    years = (one,) if before is None else (before, one)
    return _year(one, publication, published(years, publication, published_before))


def _year(one: AssessedYear, publication: Publication, figures: Mapping[str, Figure]) -> EditionYear:
    year, assessment = one.year, one.assessment
    shown = frozenset(life.id for life in assessment.lives if life.counted)
    eyes = steady(("eyes", year.year), _Eyes(publication, shown, hidden_targets(year, publication)))
    results = assessment.checklist
    open_checklist = publication.allows(PublicationItem.CHECKLIST)
    return EditionYear(
        year=year.year,
        title=year.cycle.title,
        status=year.cycle.status,
        as_of=year.cycle.as_of,
        held_from=year.cycle.held_from,
        held_to=year.cycle.held_to,
        decided_on=year.cycle.decided_on,
        decision_doc=year.cycle.decision_doc if year.cycle.decided_on else None,
        group=year.cycle.group,
        steps=year.cycle.steps,
        scheme=again(("edition scheme", year.year), _scheme, year.scheme, publication),
        units=tuple(
            again(("edition unit", year.year, unit.id), _unit, year, unit, assessment, eyes)
            for unit in year.units
        ),
        leaves=year.leaves,
        rules=year.rules,
        links=year.links,
        lost=tuple(LostLeaf(loss.leaf.code, loss.lost) for loss in results.losses) if open_checklist else (),
        ledger=again(("edition ledger", year.year), ledger, one),
        commendations=commendations(year, publication),
        cases=cases(year, publication),
        errata=tuple(each for each in year.errata if publication.reaches(each.audience)),
        figures=figures,
        recommendations=recommendations(year, publication),
        objections=objections(year, publication),
    )


@dataclass(frozen=True)
class _Eyes:
    """What one audience may see of one year."""

    publication: Publication
    problems: frozenset[str]
    """Numbers of the problems it may know of."""
    few: frozenset[str]
    """Keys of the boards and persons on whom too few voted."""


def _unit(year: Year, unit: Unit, assessment: Assessment, eyes: _Eyes) -> EditionUnit:
    publication, shown = eyes.publication, eyes.problems
    few = target_key(unit.id, None) in eyes.few
    assessed = assessment.units[unit.id]
    result = assessment.checklist.units.get(unit.id)
    medians = assessment.checklist.groups.get(unit.group)
    visible = result if publication.allows(PublicationItem.CHECKLIST) else None
    return EditionUnit(
        id=unit.id,
        name=unit.name,
        short_name=unit.short_name,
        party_org_name=unit.party_org_name,
        kind=unit.kind,
        group=unit.group,
        party_members=unit.profile.party_members,
        employees=unit.profile.employees,
        board_posts=unit.profile.board_posts,
        board_filled=unit.profile.board_filled,
        posts=tuple(Post(leader.position, leader.portfolio) for leader in unit.leaders),
        grade=_grade(assessed, publication),
        veto_wording=_veto_wording(year, unit, publication),
        checklist=checklist(year, visible, medians, publication, shown) if visible else None,
        reports=summaries(unit, publication, shown),
        members=members(assessed, publication, eyes.few),
        override_reason=None if few else _override_reason(assessed, publication),
        inquiry=inquiry(year, unit, publication, shown),
        portrait=portrait(year, unit, publication),
        adjustments=adjustments(year, unit, publication),
        few_voters=few,
    )


def _grade(unit: UnitAssessment, publication: Publication) -> BoardGrade | None:
    """审定等次: nothing final before the party committee decided (E123)."""
    if unit.decision is None or not publication.allows(PublicationItem.GRADES):
        return None
    return unit.decision.grade


def _override_reason(unit: UnitAssessment, publication: Publication) -> str | None:
    """What the committee gave as its reason, for those who may compare with the suggestion."""
    compared = (PublicationItem.PRELIMINARY, PublicationItem.COMPOSITE)
    if unit.decision is None or not all(map(publication.allows, compared)):
        return None
    return unit.decision.override_reason


def _veto_wording(year: Year, unit: Unit, publication: Publication) -> str | None:
    """The public wording of a veto, once its wording was approved and the grades were decided."""
    if year.cycle.decided_on is None or not publication.allows(PublicationItem.VETO):
        return None
    approved = (
        one.public_wording
        for one in year.adjustments
        if one.kind is AdjustmentKind.VETO
        and one.unit_id == unit.id
        and one.year_applied == year.year
        and one.wording_approved_by
    )
    return next(approved, None)


def _scheme(scheme: Scheme, publication: Publication) -> Scheme:
    """The public part: usage rules meant for this audience, examples (they name money) for leaders."""
    usage = tuple(
        _usage(one, publication) for one in scheme.result_usage if publication.reaches(one.audience)
    )
    return replace(scheme, result_usage=usage)


def _usage(usage: Usage, publication: Publication) -> Usage:
    return usage if publication.reaches(ItemAudience.LEADERS) else replace(usage, example=None)


def _history(unit: UnitHistory) -> EditionHistory:
    return EditionHistory(
        id=unit.id,
        name=unit.name.name,
        short_name=unit.name.short_name,
        kind=unit.entry.kind,
        names=tuple(_period(name) for name in unit.names),
        changes=tuple(_change(event) for event in unit.events),
        closed_on=unit.entry.closed_on,
        years=unit.years,
        aliases=unit.aliases,
    )


def _period(name: UnitName) -> NamePeriod:
    return NamePeriod(name.name, name.short_name, name.party_org_kind, name.valid_from, name.valid_to)


def _change(event: UnitEvent) -> Change:
    return Change(event.date, event.type, event.from_ids, event.to_ids, event.doc_no, event.note)
