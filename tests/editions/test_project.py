"""What staff see of a year, and what is simply not there for them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from generator.editions.edition import EditionUnit, EditionYear
from generator.model.errata import Errata, Erratum
from generator.model.terms import (
    AdjustmentKind,
    BoardGrade,
    CommendationStatus,
    ItemAudience,
    PublicationItem,
    RectificationStatus,
    ReportVisibility,
)
from generator.problems import Place
from tests.editions.conftest import Changed


def each(**values: object) -> Any:
    """Set these attributes on every row."""
    return lambda rows: tuple(dataclasses.replace(row, **values) for row in rows)


def on(**values: object) -> Any:
    """Set these attributes on a document."""
    return lambda one: dataclasses.replace(one, **values)


def unit(year: EditionYear, unit_id: str) -> EditionUnit:
    """The unit, which must be there."""
    found = year.unit(unit_id)
    assert found is not None
    return found


def test_a_decided_grade_is_shown(changed: Changed) -> None:
    """审定等次 is public after the decision."""
    assert unit(changed(), "u03").grade is BoardGrade.EXCELLENT


def test_nothing_final_before_the_decision(changed: Changed) -> None:
    """Without `decided_on` there is no grade, no veto, no commendation, no document number."""
    year = changed(cycle=on(decided_on=None))
    assert {one.grade for one in year.units} == {None}
    assert {one.veto_wording for one in year.units} == {None}
    assert year.commendations == ()
    assert year.decision_doc is None


def test_a_veto_is_told_only_in_its_approved_wording(changed: Changed) -> None:
    """The wording of 纪委 is shown; without its approval nothing is."""
    assert unit(changed(), "u09").veto_wording

    def unapproved(rows: Any) -> Any:
        return tuple(
            dataclasses.replace(row, wording_approved_by=None) if row.kind is AdjustmentKind.VETO else row
            for row in rows
        )

    assert unit(changed(adjustments=unapproved), "u09").veto_wording is None


def test_sensitive_problems_leave_before_counting(changed: Changed) -> None:
    """One sensitive problem less in the list is one less in every statistic."""
    before = changed()

    def hide_first(rows: Any) -> Any:
        return (dataclasses.replace(rows[0], sensitive=True), *rows[1:])

    after = changed(rectifications=hide_first)
    assert len(after.ledger.problems) == len(before.ledger.problems) - 1
    assert after.figures["ledger.total"].value == 49
    assert after.figures["ledger.closed_rate"].text != before.figures["ledger.closed_rate"].text


def test_a_page_and_a_statistic_count_the_same_problems_as_overdue(changed: Changed) -> None:
    """A standing problem past its due date is 逾期 even while its next review lies ahead (domain.md 9.5)."""
    year = changed()
    before = year.ledger
    assert sum(one.overdue for one in before.problems) == year.figures["ledger.overdue"].value == 7
    standing = next(one.id for one in before.problems if one.status is RectificationStatus.STANDING)

    def long_past(rows: Any) -> Any:
        return tuple(
            dataclasses.replace(row, due_on=dt.date(2026, 6, 1)) if row.id == standing else row
            for row in rows
        )

    after = changed(rectifications=long_past)
    late = next(one for one in after.ledger.problems if one.id == standing)
    assert late.overdue
    assert (late.days_left or 0) >= 0
    assert sum(one.overdue for one in after.ledger.problems) == after.figures["ledger.overdue"].value


def test_no_finding_links_to_a_problem_staff_may_not_see(changed: Changed) -> None:
    """The number of a hidden problem is in no check result and no report."""
    year = changed(rectifications=each(sensitive=True))
    assert year.ledger.problems == ()
    leaves = [leaf for one in year.units if one.checklist for leaf in one.checklist.leaves]
    assert {leaf.issue_id for leaf in leaves} == {None}
    short = [
        s for one in year.units for report in one.reports for area in report.areas for s in area.shortcomings
    ]
    assert {one.issue_id for one in short} <= {None}


def test_a_report_needs_its_approval(changed: Changed) -> None:
    """Only reviewed and approved summaries meant for staff are shown (domain.md 4.2)."""

    def each_report(**values: object) -> Any:
        return lambda documents: tuple(
            dataclasses.replace(
                document, reports=tuple(dataclasses.replace(one, **values) for one in document.reports)
            )
            for document in documents
        )

    assert unit(changed(), "u03").reports
    assert unit(changed(reports=each_report(approved_by=None)), "u03").reports == ()
    leaders = each_report(visibility=ReportVisibility.LEADERS)
    assert unit(changed(reports=leaders), "u03").reports == ()


def test_shortcomings_need_an_approval_of_their_own(changed: Changed) -> None:
    """短板, 根源 and 举措 are absent unless approved; 亮点 stay."""

    def quiet(documents: Any) -> Any:
        return tuple(
            dataclasses.replace(
                document,
                reports=tuple(
                    dataclasses.replace(one, shortcomings_approved=None) for one in document.reports
                ),
            )
            for document in documents
        )

    areas = [area for report in unit(changed(reports=quiet), "u03").reports for area in report.areas]
    assert any(area.highlights for area in areas)
    assert not any(area.shortcomings or area.causes or area.measures for area in areas)


def test_internal_commendations_are_not_told(changed: Changed) -> None:
    """Recommended, reviewed and disputed ones are nobody's business yet; revoked ones stay, marked."""
    for status in (CommendationStatus.RECOMMENDED, CommendationStatus.REVIEWED, CommendationStatus.DISPUTED):
        assert changed(commendations=each(status=status)).commendations == ()
    revoked = changed(commendations=each(status=CommendationStatus.REVOKED)).commendations
    assert len(revoked) > 0


def test_an_item_may_be_withheld_by_the_scheme(changed: Changed) -> None:
    """`publication` in the scheme takes the deductions from staff, and with them their reasons."""
    publication = {PublicationItem.DEDUCTIONS: ItemAudience.LEADERS}
    year = changed(scheme=on(publication=publication))
    leaves = [leaf for one in year.units if one.checklist for leaf in one.checklist.leaves]
    assert leaves
    assert not any(leaf.deductions or leaf.note for leaf in leaves)


def test_no_setting_goes_below_the_floor(changed: Changed) -> None:
    """Even if the scheme says so, sensitive problems do not reach staff."""
    publication = {PublicationItem.SENSITIVE: ItemAudience.STAFF}
    year = changed(scheme=on(publication=publication), rectifications=each(sensitive=True))
    assert year.ledger.problems == ()


def test_money_stays_out_of_the_usage_rules(changed: Changed) -> None:
    """Coefficients stand in the examples, which leaders alone see."""
    assert {usage.example for usage in changed().scheme.result_usage} <= {None}


def test_a_correction_reaches_whom_it_is_for(changed: Changed) -> None:
    """A correction of something leaders alone see is not told to staff."""

    def one(audience: ItemAudience) -> Any:
        erratum = Erratum(dt.date(2026, 4, 1), "a", "b", "c", "d", "e", audience, Place("x"))
        return lambda _: Errata((erratum,), Place("x"))

    assert len(changed(errata=one(ItemAudience.STAFF)).errata) == 1
    assert changed(errata=one(ItemAudience.LEADERS)).errata == ()
