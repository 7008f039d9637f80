"""Whose eyes a figure and its basis are for."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures import Figure
from generator.figures.behind import items_behind
from generator.model.terms import PublicationItem as Item

Found = Mapping[str, Figure]


def test_items_of_figures(found: Found) -> None:
    """Each key belongs to the row of domain.md 4.3 that speaks of it."""
    items = {
        "units.u03.ballot.board.score": Item.BALLOT_TOTAL,
        "units.u03.ballot.dimensions.duty.score": Item.BALLOT_DIMENSIONS,
        "units.u03.ballot.classes.A.duty.score": Item.BALLOT_CLASSES,
        "units.u03.ballot.persons.P0016.score": Item.PERSON_SCORES,
        "units.u03.ballot.persons.P0016.classes.A.overall.score": Item.PERSON_SCORES,
        "units.u03.checklist.areas.A.rate": Item.CHECKLIST,
        "units.u03.checklist.leaves.B2.2.earned": Item.CHECKLIST,
        "units.u03.composite": Item.COMPOSITE,
        "units.u03.composite.components.ballot": Item.BALLOT_TOTAL,
        "units.u03.grade.suggested": Item.PRELIMINARY,
        "units.u03.grade.decided": Item.GRADES,
        "ledger.closed_rate": Item.RECTIFICATIONS,
    }
    assert {key: found[key].item for key in items} == items


def test_a_basis_needs_everything_behind_it(found: Found) -> None:
    """A composite rests on ballots of classes; a ledger rate on the ledger alone."""
    behind = items_behind(found.values())
    assert {Item.COMPOSITE, Item.BALLOT_CLASSES, Item.DEDUCTIONS} <= behind["units.u03.composite"]
    assert behind["ledger.completed"] == {Item.RECTIFICATIONS}
    assert Item.PERSON_SCORES not in behind["units.u03.composite"]
    assert behind["units.u03.checklist.leaves.B2.2.earned"] == {Item.CHECKLIST, Item.DEDUCTIONS}
    assert Item.VETO in behind["units.u09.grade.suggested"]
    assert Item.VETO not in behind["units.u08.grade.suggested"]


def test_the_reason_of_a_change_is_not_in_the_decision(found: Found) -> None:
    """审定等次 is for staff, the reason of a change is not (contract: 调整理由)."""
    assert "理由" not in found["units.u12.grade.decided"].basis.worked
    assert found["units.u12.grade.compared"].item is Item.PRELIMINARY


def test_no_name_of_a_person_is_in_a_figure(found: Found) -> None:
    """Persons stand under their number: names are in the data only."""
    labels = {one.label for key, one in found.items() if ".persons.P0016." in key}
    assert labels
    assert all(label.startswith("P0016 ") for label in labels)
