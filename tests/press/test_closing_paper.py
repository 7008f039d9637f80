"""销号单 as it leaves the printer: one page for each problem."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from generator.editions.ledger import Happening, Problem
from generator.model.terms import (
    Light,
    ProblemArea,
    RectificationEventType,
    RectificationKind,
    RectificationStatus,
    Severity,
)
from generator.pages.page import Book
from tests.pages.builders import edition, edition_year, problem
from tests.pages.reader import book
from tests.press.held import printed


def _with(*problems: Problem) -> Book:
    year = edition_year()
    return book(edition(), replace(year, ledger=replace(year.ledger, problems=problems, repeated=())))


def _happening(event: RectificationEventType) -> Happening:
    on = dt.date(2026, 6, 1)
    evidence = ("材" * 80, "料" * 80)
    return Happening(on, event, "事" * 400, "经" * 40, 100, None, evidence)


def _longest(status: RectificationStatus) -> Problem:
    """Every text as long as the contract lets it be, and more events than are shown."""
    one = problem("2025-U01-001", "u01", light=Light.GREY)
    events = (RectificationEventType.STAND,) * 9 + (
        RectificationEventType.SUBMIT,
        RectificationEventType.CLOSE,
    )
    return replace(
        one,
        area=ProblemArea.C,
        severity=Severity.SERIOUS,
        problem="甲" * 400,
        cause="乙" * 300,
        measures=("丙" * 200,) * 4,
        acceptance="丁" * 300,
        kind=RectificationKind.STANDING,
        owner="戊" * 40,
        supervisor_dept="己" * 30,
        mechanism="庚" * 100,
        due_on=one.opened_on,
        status=status,
        closed_on=one.closed_on if status is RectificationStatus.CLOSED else None,
        happenings=tuple(map(_happening, events)),
    )


@pytest.mark.parametrize("status", [RectificationStatus.CLOSED, RectificationStatus.PENDING])
def test_the_longest_slip_is_one_page(status: RectificationStatus, tmp_path: Path) -> None:
    """Two problems are two pages of A4, and nothing stands outside of the text area."""
    one = _longest(status)
    paper = printed(_with(one, replace(one, id="2025-U01-002")), "closing/u01/", tmp_path)
    assert paper.overflows == ()
    assert paper.size == (210, 297)
    assert ["2025-U01-001" in paper.pages[0], "2025-U01-002" in paper.pages[1]] == [True, True]
    assert len(paper.pages) == 2
    for page in paper.pages:
        assert page.count("签字：") == 4
        assert "核对码" in page
