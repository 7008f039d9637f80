"""What holds whatever the data are."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import assemble
from generator.figures import Figure
from generator.figures.ledger import company_scope, ledger_figures
from generator.figures.ledger_rules import COUNTS, RATIOS
from generator.figures.numerals import fine, result, total
from generator.model.tables import Tables, YearTables
from generator.model.terms import RectificationEventType, RectificationKind
from generator.model.year import Archive, Rectification
from generator.scoring.assess import assess
from generator.scoring.exact import rounded
from generator.scoring.ledger import LedgerStatistics
from generator.scoring.rectification import Life
from tests.scoring.builders import day, event, rectification, unit, year

from .conftest import of_year

ORDERLESS = (
    "profiles", "checks", "deductions", "ballot_rounds", "ballots", "components", "adjustments", "decisions",
    "rectifications", "rectification_events",
)  # fmt: skip
"""Tables whose rows may stand in any order; indicators are printed in the order of the file."""


def shuffled(tables: YearTables, seed: int) -> YearTables:
    """The same rows in another order, each still knowing its line."""
    chance = random.Random(seed)  # noqa: S311
    changes = {name: chance.sample(rows, len(rows)) for name in ORDERLESS if (rows := getattr(tables, name))}
    return replace(tables, **{name: tuple(rows) for name, rows in changes.items()})


def said(one: Figure) -> tuple[object, ...]:
    """A figure without its place in the data."""
    basis = one.basis
    return (one.value, one.text, one.part, one.whole, one.item, basis.formula, basis.worked, basis.operands)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_rows_never_matters(tables: Tables, archive: Archive, seed: int) -> None:
    """The same figures in the same order, resting on the same cells."""
    mixed = assemble(replace(tables, years=tuple(shuffled(one, seed) for one in tables.years)))
    before, after = of_year(archive, 2025), of_year(mixed, 2025)
    assert list(before) == list(after)
    for key, one in before.items():
        assert said(one) == said(after[key])
        assert set(one.basis.sources) == set(after[key].basis.sources)


def test_parts_are_the_whole_before_rounding(archive: Archive) -> None:
    """Points of components add up to the composite, areas to all leaves, units to the company."""
    for one in archive.years:
        found = of_year(archive, one.year)
        for member in one.units:
            root = f"units.{member.id}"
            points = [
                figure.value
                for key, figure in found.items()
                if key.startswith(f"{root}.composite.components.") and key.endswith(".points")
            ]
            assert added(points) == found[f"{root}.composite"].value
            areas = [found[f"{root}.checklist.areas.{area.code}.rate"].part for area in one.scheme.areas]
            assert added(areas) == found[f"{root}.checklist.rate"].part
        rates = [found[f"units.{member.id}.checklist.rate"].part for member in one.units]
        assert added(rates) == found["company.checklist.rate"].part


def added(values: list[object]) -> Decimal:
    """The sum of decimals."""
    return sum((value for value in values if isinstance(value, Decimal)), Decimal(0))


DAYS = st.integers(0, 200).map(lambda n: (dt.date(2026, 2, 10) + dt.timedelta(days=n)).isoformat())
EVENTS = st.builds(event, DAYS, st.sampled_from(RectificationEventType))
PROBLEMS = st.builds(
    lambda events, kind, sensitive: rectification(*events, kind=kind, sensitive=sensitive),
    st.lists(EVENTS, max_size=8),
    st.sampled_from(RectificationKind),
    st.booleans(),
)


def numbered(problems: list[Rectification]) -> tuple[Rectification, ...]:
    """The problems, each with a number of its own."""
    return tuple(
        replace(one, entry=replace(one.entry, id=f"2025-u01-{n:03}")) for n, one in enumerate(problems, 1)
    )


@given(st.lists(PROBLEMS, max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_problems_named_are_those_counted(problems: list[Rectification]) -> None:
    """Whatever happened: conditions of the catalogue and numbers of the statistics agree (domain.md 9.5)."""
    one = year([unit()], rectifications=numbered(problems))
    found = assess(one, None, day("2026-06-30"))
    agree(found.lives, found.ledger)


def test_the_problems_of_the_sample_are_those_counted(archive: Archive) -> None:
    """The same in every sample year, for the company and for every unit."""
    for one in archive.years:
        found = assess(one, archive.before(one.year), one.cycle.as_of.date())
        agree(found.lives, found.ledger)
        for member in found.units.values():
            agree(member.lives, member.ledger)


def agree(lives: Sequence[Life], statistics: LedgerStatistics) -> None:
    """The conditions of the catalogue find as many problems as the statistics count."""
    for rule in COUNTS:
        behind = [life for life in lives if rule.holds(life, statistics.as_of)]
        assert len(behind) == rule.number(statistics), rule.key
    for ratio in RATIOS:
        whole = [life for life in lives if ratio.whole_holds(life, statistics.as_of)]
        part = [life for life in whole if ratio.part_holds(life, statistics.as_of)]
        rate = ratio.rate(statistics)
        assert (len(part), len(whole)) == (rate.part, rate.whole), ratio.key


@given(st.lists(PROBLEMS, max_size=12))
@settings(max_examples=30, deadline=None)
def test_a_sensitive_problem_marks_every_figure_it_counts_in(problems: list[Rectification]) -> None:
    """Where it is cited the figure is 敏感; without any, nothing is (domain.md 4.3)."""
    one = year([unit()], rectifications=numbered(problems))
    hidden = {row.entry.id for row in one.rectifications if row.entry.sensitive}
    for figure in ledger_figures(company_scope(one, assess(one, None, day("2026-06-30")))):
        named = {number for operand in figure.basis.operands for number in operand.text.split("、")}
        assert (figure.item.value == "sensitive") == bool(named & hidden), figure.key


@given(st.decimals(0, 100, places=6))
def test_a_result_ends_with_what_is_printed(value: Decimal) -> None:
    """Half up at two decimals, the four decimals before it when they say more."""
    assert result(value).endswith(str(rounded(value)))
    assert rounded(Decimal(fine(value)), 4) == rounded(value, 4)


@given(st.lists(st.integers(0, 9).map(str), max_size=30))
def test_a_long_sum_is_shortened(terms: list[str]) -> None:
    """At most seven terms are written, the first and the last among them."""
    written = total(terms)
    assert written.count("＋") <= 7
    if terms:
        assert (written[0], written[-1]) == (terms[0], terms[-1])
