"""Figures in an edition: what an audience may see, and as much of its basis."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions.edition import Edition
from generator.editions.figures import WITHHELD
from generator.editions.project import for_audience
from generator.intake.read import read
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT
from tests.editions.conftest import Changed


@pytest.fixture(scope="module")
def editions() -> dict[Audience, Edition]:
    """The sample for each audience."""
    archive = assemble(read(PROJECT / "data")[0])
    assessments = assess_years(archive)
    return {audience: for_audience(archive, assessments, audience) for audience in Audience}


def test_staff_have_no_figure_of_a_ballot_or_composite(editions: dict[Audience, Edition]) -> None:
    """What the matrix withholds is not there under any key, for leaders it is (domain.md 4.3)."""
    staff, leaders = (editions[one].years[-1].figures for one in (Audience.STAFF, Audience.LEADERS))
    assert not [key for key in staff if ".ballot." in key or key.endswith(".composite")]
    assert leaders["units.u03.composite"].text == "92.94"
    assert leaders["units.u03.ballot.board.score"].text == "90.21"
    assert "units.u03.ballot.classes.A.duty.score" not in leaders


def test_how_far_scores_lie_apart_goes_with_the_scores(editions: dict[Audience, Edition]) -> None:
    """Leaders and the group have the spread and open it; staff hold not even the figure."""
    ends = (".composite.scored", ".composite.range", ".composite.deviation")
    for audience, edition in editions.items():
        for year in edition.years:
            found = [one for key, one in year.figures.items() if key.endswith(ends)]
            assert bool(found) is (audience is not Audience.STAFF)
            assert all(one.basis.worked != WITHHELD and one.basis.operands for one in found)


def test_a_basis_withheld_keeps_its_rule_and_nothing_else(editions: dict[Audience, Edition]) -> None:
    """How many units were graded is public, their scores are not."""
    staff, group = (editions[one].years[-1].figures for one in (Audience.STAFF, Audience.GROUP))
    key = "groups.生产单位.grades.graded"
    assert staff[key].text == group[key].text
    assert (staff[key].basis.worked, staff[key].basis.operands, staff[key].basis.sources) == (
        WITHHELD,
        (),
        (),
    )
    assert staff[key].basis.formula == group[key].basis.formula
    assert group[key].basis.operands


def test_the_leaf_from_a_ledger_is_closed_to_staff_in_every_unit(editions: dict[Audience, Edition]) -> None:
    """Its points are public; the problems behind them may be 敏感, and no unit may differ by that."""
    figures = editions[Audience.STAFF].years[-1].figures
    worked = {one.basis.worked for key, one in figures.items() if key.endswith("leaves.F3.2.earned")}
    assert worked == {WITHHELD}
    rate = figures["units.u03.checklist.areas.F.rate"]
    assert rate.basis.worked != WITHHELD


def test_a_hidden_problem_leaves_no_trace_in_the_basis_of_a_statistic(changed: Changed) -> None:
    """Neither its number nor the line it stands on is cited, and the unit counts without it."""
    hidden: list[Any] = []

    def hide_first(rows: Any) -> Any:
        hidden.append(rows[0])
        return (dataclasses.replace(rows[0], sensitive=True), *rows[1:])

    year = changed(rectifications=hide_first)
    row = hidden[0]
    bases = [one.basis for key, one in year.figures.items() if "ledger" in key]
    assert not [basis for basis in bases if any(row.id in operand.text for operand in basis.operands)]
    cited = {(place.file, place.line) for basis in bases for place in basis.sources}
    assert (row.origin.file, row.origin.line) not in cited
    own = [problem for problem in year.ledger.problems if problem.unit_id == row.unit_id]
    assert year.figures[f"units.{row.unit_id}.ledger.total"].value == len(own)


def test_what_came_back_does_not_speak_of_a_hidden_problem(changed: Changed) -> None:
    """屡改屡犯 is told of problems the reader may see in both years."""
    before = changed()
    assert before.ledger.repeated
    unit_id, code = before.ledger.repeated[0]

    def hide(rows: Any) -> Any:
        return tuple(
            dataclasses.replace(row, sensitive=True)
            if (row.unit_id, row.source_ref) == (unit_id, code)
            else row
            for row in rows
        )

    assert (unit_id, code) not in changed(rectifications=hide).ledger.repeated
