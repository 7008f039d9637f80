"""Whose eyes a figure and its basis are for."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures import Figure, Operand
from generator.figures.behind import items_behind
from generator.model.terms import PublicationItem as Item

Found = Mapping[str, Figure]
Years = Mapping[int, Found]


def behind_all(found: Found) -> Mapping[str, frozenset[Item]]:
    """What stands behind each of the figures."""
    return {key: items_behind(one, found) for key, one in found.items()}


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


def test_a_basis_needs_what_its_operands_are(found: Found) -> None:
    """A composite shows the scores of its components; the ballots behind them open with the ballots."""
    behind = behind_all(found)
    assert behind["units.u03.composite"] == {Item.COMPOSITE, Item.BALLOT_TOTAL, Item.CHECKLIST}
    assert Item.BALLOT_DIMENSIONS in behind["units.u03.ballot.board.score"]
    assert Item.BALLOT_CLASSES in behind["units.u03.ballot.dimensions.duty.score"]
    assert behind["ledger.completed"] == {Item.RECTIFICATIONS}
    assert behind["units.u03.checklist.leaves.B2.2.earned"] == {Item.CHECKLIST, Item.DEDUCTIONS}
    assert Item.VETO in behind["units.u09.grade.suggested"]
    assert Item.VETO not in behind["units.u08.grade.suggested"]


def test_a_leaf_from_a_ledger_opens_alike_for_every_unit(found: Found) -> None:
    """Were the basis withheld only where a 敏感 problem counts, its absence would tell of one."""
    behind = behind_all(found)
    leaves = [key for key in found if key.endswith("checklist.leaves.F3.2.earned")]
    judged = [key for key in leaves if found[key].value is not None]
    assert judged
    assert all(Item.SENSITIVE in behind[key] for key in judged)


def test_the_cells_of_a_ledger_stand_with_its_leaf_alone(found: Found) -> None:
    """A rate cites checks and deductions, never the lines of problems that may be 敏感."""
    rates = [one for key, one in found.items() if key.endswith((".checklist.rate", "areas.F.rate"))]
    assert rates
    cited = {place.file for one in rates for place in one.basis.sources}
    assert any("checks" in file for file in cited)
    assert not any("rectification" in file for file in cited)


def test_an_earlier_year_behind_an_operand_is_not_lost(years: Years) -> None:
    """Whoever looks among this year's figures only still learns what last year's belong to."""
    behind = {year: behind_all(found) for year, found in years.items()}
    seen = set()
    for year, found in years.items():
        for one in found.values():
            for number, key in (operand_key(operand) for operand in one.basis.operands):
                if number:
                    assert years[number][key].item in behind[year][one.key], one.key
                    seen.add(one.key.partition(".")[0])
    assert seen == {"units", "company", "ledger"}


def operand_key(operand: Operand) -> tuple[int | None, str]:
    """Year and key of a figure of an earlier year."""
    year, _, key = (operand.key or "").rpartition(":")
    return int(year) if year else None, key


def test_the_reason_of_a_change_is_not_in_the_decision(found: Found) -> None:
    """审定等次 is for staff, the reason of a change is not (contract: 调整理由)."""
    assert "理由" not in found["units.u12.grade.decided"].basis.worked
    assert found["units.u12.grade.compared"].item is Item.PRELIMINARY


def test_no_name_of_a_person_is_in_a_figure(found: Found) -> None:
    """Persons stand under their number: names are in the data only."""
    labels = {one.label for key, one in found.items() if ".persons.P0016." in key}
    assert labels
    assert all(label.startswith("P0016 ") for label in labels)
