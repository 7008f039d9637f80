"""What an edition may never hold, looked for in editions of data in which every rule of secrecy matters."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.contract.fields import Audience
from generator.contract.publication import FLOOR
from generator.editions import for_audience
from generator.editions.figures import WITHHELD
from generator.gate.sayings import texts_of
from generator.intake.records import Records
from generator.intake.typed import hand_over
from generator.model.ballots import BallotCount
from generator.model.people import Report
from generator.model.tables import Tables
from generator.model.terms import ItemAudience, PublicationItem, ReportVisibility
from tests.editions.chances import varied
from tests.editions.given import Given, changed, fewer, opened
from tests.editions.markers import MARK, Spot, marked
from tests.editions.printed import NOWHERE
from tests.editions.test_few_voters import PERSON, cast
from tests.editions.test_markers import expected
from tests.editions.test_publication_items import MOVABLE, PROBES, SENSITIVE
from tests.editions.test_small_cells import BOARD, by_class, large, of_board

SEEDS = (6, 9)
"""Chances by which reports, problems, portraits and commendations are in every state there is."""
HELD = frozenset(
    {
        ("commendations", "contact_dept"),
        ("commendations", "phone"),
        ("commendations", "revoke_reason"),
        ("portraits", "weaknesses", "text_unit"),
        ("rectifications", "id"),
    }
)
"""Held by an edition that prints them only where they say something, or as the number of a row."""
Find = Callable[[], Iterator[str]]


def searches(sample: Records) -> tuple[Find, ...]:
    """Each says what it found that may not be there; quick ones first."""
    records = fewer(sample)
    tables = hand_over(records, "data")
    newest = replace(tables, years=tables.years[-1:])
    return (
        _closed(newest),
        _floors(newest),
        _of_staff(newest),
        _earlier(tables),
        _hidden(tables),
        _unapproved(newest),
        *(_marks(records, seed) for seed in SEEDS),
        _small(newest),
        _few(newest),
    )


def _sensitive(tables: Tables) -> object:
    return tuple(replace(row, sensitive=row.id == SENSITIVE) for row in tables.years[-1].rectifications)


def _closed(tables: Tables) -> Find:
    """With every item closed not even the group is told anything, and with one closed nothing of it."""
    shut = dict.fromkeys(MOVABLE, ItemAudience.NONE)
    given = Given.of(opened(tables, shut, rectifications=_sensitive(tables)))
    half = dict.fromkeys((PublicationItem.SENSITIVE, PublicationItem.BALLOT_CLASSES), ItemAudience.NONE)
    half |= dict.fromkeys((PublicationItem.PERSON_EXCELLENT, PublicationItem.PERSON_LOWER), ItemAudience.NONE)
    half |= {PublicationItem.INTERVIEWS: ItemAudience.NONE, PublicationItem.DEDUCTIONS: ItemAudience.NONE}
    some = Given.of(opened(tables, half, rectifications=_sensitive(tables)))

    def find() -> Iterator[str]:
        for settings, one in ((shut, given), (half, some)):
            year = one.last(Audience.GROUP)
            yield from (item.value for item in settings if PROBES[item](year))
            yield from ("checklist.lost" for _ in year.lost if PublicationItem.CHECKLIST in settings)
            yield from (key for key in year.figures if ".classes." in key)

    return find


def _floors(tables: Tables) -> Find:
    """With everything opened to staff they see nothing beyond its floor."""
    everything = dict.fromkeys(PublicationItem, ItemAudience.STAFF)
    given = Given.of(opened(tables, everything, rectifications=_sensitive(tables)))

    def find() -> Iterator[str]:
        year = given.last(Audience.STAFF)
        yield from (item.value for item in FLOOR if PROBES[item](year))

    return find


def _few(tables: Tables) -> Find:
    """Whatever fewer than ten voted on a board or a person, leaders see the same."""

    def of(change: Callable[[BallotCount], BallotCount]) -> Given:
        return Given.of(changed(tables, ballots=tuple(map(change, tables.years[-1].ballots))))

    def typed(row: BallotCount) -> BallotCount:
        row = cast(0, 0, 0, 0)(row)
        mine = (row.unit_id, row.person_id, row.ballot_class) == ("u03", None, "A")
        return replace(row, points_sum=500) if mine else row

    def u12(row: BallotCount) -> BallotCount:
        mine = row.unit_id == "u12" and row.person_id is None
        return replace(row, n_excellent=2, n_good=1, n_fair=0, n_poor=0) if mine else row

    pairs = [(of(cast(9, 0, 0, 0, person=who)), of(cast(4, 3, 1, 1, person=who))) for who in (None, PERSON)]
    reason, points = of(u12), of(typed)

    def find() -> Iterator[str]:
        for one, other in pairs:
            if one.seen(Audience.LEADERS) != other.seen(Audience.LEADERS):
                yield "few voters"
        unit = reason.last(Audience.LEADERS).unit("u12")
        if unit and unit.override_reason:
            yield "override reason"
        yield from (key for key in points.last(Audience.LEADERS).figures if key == f"{BOARD}.board.score")

    return find


def _small(tables: Tables) -> Find:
    """Four ballots of a class are told to nobody, one 较差 among six not to leaders; nor persons' classes."""
    settings = {PublicationItem.BALLOT_CLASSES: ItemAudience.LEADERS}

    def of(excellent: int, poor: int, **more: ItemAudience) -> Given:
        def change(row: BallotCount) -> BallotCount:
            counts = {"n_excellent": excellent, "n_good": 0, "n_fair": 0, "n_poor": poor}
            return replace(row, **counts) if of_board(row) else large(row)

        moved = {**settings, **{PublicationItem(name): to for name, to in more.items()}}
        return Given.of(opened(tables, moved, ballots=tuple(map(change, tables.years[-1].ballots))))

    four, one = of(4, 0), of(5, 1)
    apart = of(6, 0, person_scores=ItemAudience.GROUP)

    def find() -> Iterator[str]:
        for given, audience in ((four, Audience.GROUP), (four, Audience.LEADERS), (one, Audience.LEADERS)):
            figures = given.last(audience).figures
            yield from by_class(figures, BOARD)
            basis = figures[f"{BOARD}.dimensions.duty.score"].basis
            yield from (operand.text for operand in basis.operands if ".classes." in (operand.key or ""))
        yield from (key for key in apart.last(Audience.LEADERS).figures if ".persons." in key)

    return find


def _of_staff(tables: Tables) -> Find:
    """What no text says: numbers and days for the group, figures with the bases they rest on."""
    given = Given.of(tables)

    def find() -> Iterator[str]:
        staff, leaders = given.last(Audience.STAFF), given.last(Audience.LEADERS)
        yield from (key for key in staff.figures if _is_closed(key))
        operands = (operand.key or "" for one in staff.figures.values() for operand in one.basis.operands)
        yield from filter(_is_closed, operands)
        for year in (staff, leaders):
            yield from ("inquiry" for unit in year.units if unit.inquiry)
            yield from ("objection" for _ in year.objections)
            leaves = (one for unit in year.units if unit.checklist for one in unit.checklist.leaves)
            yield from ("self score" for one in leaves if one.self_score is not None)
        yield from ("cause" for unit in staff.units if unit.adjustments)
        yield from (f"warning {one}" for one in _warned(given))

    return find


def _warned(given: Given) -> Iterator[str]:
    for audience in (Audience.STAFF, Audience.LEADERS):
        edition = for_audience(given.archive, given.assessments, audience, ["warning"])  # type: ignore[list-item]
        yield from map(str, edition.warnings)


def _is_closed(key: str) -> bool:
    """Whether it is the key of a score staff may not see; of its parts 党建考核 is a result of its own."""
    return ".ballot." in key or (".composite" in key and ".composite.components.party" not in key)


def _hidden(tables: Tables) -> Find:
    """No number of a problem nobody may know of is named beside what it came from, nor that it came back."""
    first, last = tables.years
    all_of = [tuple(replace(row, sensitive=True) for row in year.rectifications) for year in (first, last)]
    reports = tuple(replace(one, reports=tuple(map(_frank, one.reports))) for one in last.reports)
    years = (
        replace(first, rectifications=all_of[0]),
        replace(last, rectifications=all_of[1], reports=reports),
    )
    sensitive = Given.of(replace(tables, years=years))
    closed = Given.of(opened(tables, {PublicationItem.RECTIFICATIONS: ItemAudience.NONE}))

    def find() -> Iterator[str]:
        for given, audience in ((sensitive, Audience.STAFF), (closed, Audience.GROUP)):
            year = given.last(audience)
            yield from (unit_id for unit_id, _ in year.ledger.repeated)
            for unit in year.units:
                leaves = unit.checklist.leaves if unit.checklist else ()
                yield from (one.issue_id for one in leaves if one.issue_id)
                areas = (area for report in unit.reports for area in report.areas)
                yield from (one.issue_id for area in areas for one in area.shortcomings if one.issue_id)
                asked = unit.inquiry.verifications if unit.inquiry else ()
                yield from (one.issue_id for one in asked if one.issue_id)

    return find


def _frank(report: Report) -> Report:
    return replace(report, approved_by="张三", shortcomings_approved=True, visibility=ReportVisibility.STAFF)


def _unapproved(tables: Tables) -> Find:
    """What nobody approved is not told: wordings of vetoes, reports, shortcomings; nor what is for others."""
    last = tables.years[-1]
    wordings = tuple(replace(row, wording_approved_by=None) for row in last.adjustments)

    def of(**changes: object) -> Given:
        reports = tuple(
            replace(one, reports=tuple(replace(_frank(each), **changes) for each in one.reports))  # type: ignore[arg-type]
            for one in last.reports
        )
        return Given.of(changed(tables, adjustments=wordings, reports=reports))

    without = of(approved_by=None)
    others = [of(visibility=one) for one in (ReportVisibility.LEADERS, ReportVisibility.GROUP)]
    shy = of(shortcomings_approved=False)
    named = [
        (Given.of(opened(tables, {PublicationItem.REPORT_FULL: to})), audience)
        for to, audience in ((ItemAudience.NONE, Audience.LEADERS), (ItemAudience.STAFF, Audience.STAFF))
    ]

    def find() -> Iterator[str]:
        staff = [one.last(Audience.STAFF) for one in (without, *others, shy)]
        yield from (unit.id for unit in staff[0].units if unit.veto_wording)
        yield from (unit.id for year in staff[:3] for unit in year.units if unit.reports)
        years = (given.last(audience) for given, audience in named)
        reports = (report for year in years for unit in year.units for report in unit.reports)
        yield from (report.person for report in reports if report.person)
        for report in (report for unit in staff[3].units for report in unit.reports):
            yield from (report.position for _ in (*report.integrity, *filter(None, [report.person])))
            for area in report.areas:
                yield from (report.position for _ in (*area.shortcomings, *area.causes, *area.measures))
                claims = (claim for highlight in area.highlights for claim in highlight.claims)
                yield from (report.position for claim in claims if claim.evidence)

    return find


def _earlier(tables: Tables) -> Find:
    """Nothing is worked out from a figure withheld a year before, nor shown how from its ledger."""
    first, last = tables.years
    assert first.scheme is not None
    closed = replace(first.scheme, publication={PublicationItem.CHECKLIST: ItemAudience.GROUP})
    given = Given.of(replace(tables, years=(replace(first, scheme=closed), last)))

    def find() -> Iterator[str]:
        year = given.last(Audience.STAFF)
        yield from (key for key in year.figures if key.endswith("trend.rate.change"))
        leaves = (one for key, one in year.figures.items() if key.endswith("leaves.F3.2.earned"))
        yield from (one.key for one in leaves if one.basis.worked != WITHHELD)

    return find


def _marks(sample: Records, seed: int) -> Find:
    """No text stands in an edition whose reader it is not for; those no page prints may."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    records = varied(sample, chance)
    data = marked(records, chance)
    given = Given.of(hand_over(data.records, "data"))
    allowed = {audience: expected(data.spots, records, audience) for audience in Audience}

    def find() -> Iterator[str]:
        for audience in (Audience.STAFF, Audience.LEADERS):
            found = set(MARK.findall("\n".join(texts_of(given.seen(audience)))))
            for mark in found - allowed[audience]:
                if not any(_unprinted(spot) for spot in data.spots[mark]):
                    yield ".".join(data.spots[mark][0].way)

    return find


def _unprinted(spot: Spot) -> bool:
    return spot.way in HELD or any(spot.way[:length] in NOWHERE for length in range(1, len(spot.way) + 1))
