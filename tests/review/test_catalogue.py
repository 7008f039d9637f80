"""The review as a whole: what may run, what stays silent, what is never printed, and its laws."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import replace
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import generator.review
from generator.contract import DOCUMENTS, TABLES
from generator.model import (
    ballots,
    checklist,
    commendations,
    cycle,
    errata,
    people,
    rectifications,
    restricted,
    results,
    scheme,
    units,
)
from generator.model.tables import Tables, YearTables
from generator.model.terms import ObjectionResult
from generator.review import CHECKS, TOP_CHECKS, review_tables
from generator.review.ballots import COUNTS
from generator.review.check import Check, YearCheck
from generator.review.sources import SOURCES

from . import builders as b

MODULES = (
    ballots,
    checklist,
    commendations,
    cycle,
    errata,
    people,
    rectifications,
    restricted,
    results,
    scheme,
    units,
)
CANARY = "金丝雀"


def codes(tables: Tables) -> set[str]:
    """The codes of all problems."""
    return {problem.code for problem in review_tables(tables)}


def test_a_valid_folder_has_no_problem() -> None:
    """The data all other tests start from is clean, so what they see is what they changed."""
    assert b.said(b.TABLES) == []


def test_an_empty_folder_has_no_problem() -> None:
    """Nothing to say about nothing; missing files are reported where they are read."""
    assert b.said(Tables("data")) == []
    assert b.said(Tables("data", years=(YearTables(2025),))) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_record_has_its_declaration(module: ModuleType) -> None:
    """Each class of the model that knows its place is declared, field by field, in the contract."""
    for name, found in vars(module).items():
        if dataclasses.is_dataclass(found) and found.__module__ == module.__name__:
            fields = {field.name for field in dataclasses.fields(found)} - {"origin"}
            assert fields == {field.name for field in SOURCES[found].fields}, name  # type: ignore[index]


@pytest.mark.parametrize(
    "check", (*TOP_CHECKS, *CHECKS), ids=lambda check: f"{check.code}-{check.run.__name__}"
)
def test_a_check_names_tables_that_exist(check: Check) -> None:
    """A need that is misspelt would never be broken, and the check never silent."""
    elsewhere = check.elsewhere if isinstance(check, YearCheck) else ()
    known = {entry.name for entry in (*TABLES, *DOCUMENTS)}
    assert {*check.needs, *elsewhere} <= known
    assert check.code in (generator.review.__doc__ or "")


FAULTY = {
    "checks": b.check(1, earned=Decimal("20.5")),
    "indicators": b.year(indicators=b.changed(b.LEAVES, 3, points=Decimal("19"))),
    "scheme": b.scheme(id="2025-v9"),
    "cycle": b.cycle(year=2026),
    "ballots": b.year(ballots=b.changed(b.YEAR.ballots, 0, n_poor=5)),
    "ballot_rounds": b.year(ballot_rounds=b.changed(b.YEAR.ballot_rounds, 0, invalid=5)),
    "reports/u01": b.report(person="外来人"),
    "rectifications": b.entry(id="2026-U01-001"),
    "rectification_events": b.entry(b.ACCEPTED, replace(b.CLOSED, seq=2)),
    "decisions": b.year(decisions=(*b.DECISIONS, replace(b.PERSON_DECISION, person_id="P9"))),
    "commendations": b.year(commendations=(replace(b.COMMENDATION, doc_no=None),)),
    "adjustments": b.year(adjustments=(replace(b.BONUS, item="B9"),)),
    "components": b.year(components=b.COMPONENTS[1:]),
    "profiles": b.year(profiles=(b.profile(1),)),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_broken_table_is_silent(name: str) -> None:
    """What a bad cell damaged is not judged further: no error follows from an error."""
    tables = FAULTY[name]
    assert codes(tables)
    broken = replace(tables.years[0], broken=frozenset({name}))
    found = [problem for problem in review_tables(replace(tables, years=(broken,))) if problem.level.stops]
    assert found == []


@pytest.mark.parametrize("name", ["units", "unit_names", "unit_events", "unit_aliases"])
def test_a_broken_table_at_the_top_is_silent(name: str) -> None:
    """The same for the tables of all years."""
    faulty = {
        "units": b.folder(units=b.changed(b.UNITS, 1, opened_on=b.day("2026-01-01"))),
        "unit_names": b.folder(unit_names=b.UNIT_NAMES[:1]),
        "unit_events": b.folder(unit_events=(b.UNIT_EVENT,)),
        "unit_aliases": b.folder(unit_aliases=(replace(b.UNIT_ALIAS, unit_id="k9"),)),
    }
    tables = faulty[name]
    assert codes(tables)
    assert codes(replace(tables, broken=frozenset({name}))) == set()


def test_names_and_restricted_texts_are_never_printed() -> None:
    """Every personal field holds a canary in a record that is at fault; no message repeats it (P23)."""
    group = replace(
        b.GROUP,
        teams=(replace(b.GROUP.teams[0], leader=CANARY),),
        recusals=(replace(b.RECUSAL, person=CANARY), replace(b.RECUSAL, person=CANARY, unit_id="u02")),
    )
    tables = b.year(
        cycle=replace(b.CYCLE, group=group),
        checks=tuple(replace(one, checker=CANARY) for one in b.CHECKS),
        verifications=(replace(b.VERIFICATION, checkers=(CANARY, CANARY)),),
        ballot_rounds=tuple(
            replace(one, counted_by=CANARY, supervised_by=CANARY) for one in b.YEAR.ballot_rounds
        ),
        leaders=tuple(replace(one, name=CANARY + "䶮") for one in b.LEADERS),
        reports=b.report(person=CANARY).years[0].reports,
        objections=(
            replace(b.OBJECTION, summary=CANARY, checked_by=CANARY, commendation_id=CANARY, handling=CANARY),
            replace(b.OBJECTION, summary=CANARY, result=ObjectionResult.TRUE, channel=CANARY),
        ),
    )
    found = b.said(tables)
    assert len(found) >= 10
    assert not [line for line in found if CANARY in line]


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(dice: random.Random) -> None:
    """A shuffled file has the same problems, since each row keeps its line."""
    faulty = replace(
        b.YEAR,
        checks=b.changed(b.changed(b.CHECKS, 1, earned=Decimal("21")), 6, ratio=Decimal("0.9")),
        ballots=b.changed(b.YEAR.ballots, 2, n_good=5),
        ballot_rounds=b.changed(b.YEAR.ballot_rounds, 3, invalid=0),
        indicators=b.changed(b.LEAVES, 0, points=Decimal("41")),
        decisions=(b.DECISIONS[0], replace(b.DECISIONS[1], person_id="P02"), b.PERSON_DECISION),
        rectification_events=(*b.EVENTS, replace(b.ACCEPTED, id="2025-U01-044")),
    )
    rows: dict[str, Any] = {}
    for field in dataclasses.fields(faulty):
        value = getattr(faulty, field.name)
        if isinstance(value, tuple):
            rows[field.name] = tuple(dice.sample(value, len(value)))
    shuffled = replace(faulty, **rows)
    assert b.said(replace(b.TABLES, years=(shuffled,))) == b.said(replace(b.TABLES, years=(faulty,)))


@settings(deadline=None)
@given(st.integers(0, len(b.YEAR.ballots) - 1), st.sampled_from(COUNTS), st.integers(0, 50))
def test_no_count_can_be_changed_unseen(at: int, name: str, count: int) -> None:
    """The five counts of a row are bound to the valid ballots."""
    row: Any = b.YEAR.ballots[at]
    tables = b.year(ballots=b.changed(b.YEAR.ballots, at, **{name: count}))
    assert codes(tables) == (set() if getattr(row, name) == count else {"E121"})


@settings(deadline=None)
@given(st.integers(0, len(b.CHECKS) - 1), st.decimals(0, 40, places=1))
def test_no_score_can_be_changed_unseen(at: int, earned: Decimal) -> None:
    """A score is bound to deductions, ratio, status or bands; only another band of its own is possible."""
    bands = {Decimal(20), Decimal(15)} if b.CHECKS[at].code == "A1.4" else {b.CHECKS[at].earned}
    tables = b.check(at, earned=earned)
    assert ("E120" in codes(tables)) is (earned not in bands)


@settings(deadline=None)
@given(st.integers(0, 3), st.decimals(0, 100, places=1))
def test_no_leaf_can_be_changed_unseen(at: int, points: Decimal) -> None:
    """The points of the leaves are bound to 100."""
    tables = b.year(indicators=b.changed(b.LEAVES, at, points=points))
    assert ("E107" in codes(tables)) is (points != b.LEAVES[at].points)
