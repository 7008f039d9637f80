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
from generator.figures.ledger.ledger import company_scope, ledger_figures
from generator.figures.ledger.ledger_rules import COUNTS, RATIOS
from generator.figures.numerals import fine, result, total
from generator.model.checklist import LeafLink
from generator.model.tables import Tables, YearTables
from generator.model.terms import CheckStatus, RectificationEventType, RectificationKind
from generator.model.year import Archive, Rectification, Year
from generator.scoring.assess import assess
from generator.scoring.exact import rounded
from generator.scoring.ledger import LedgerStatistics
from generator.scoring.rectification import Life
from tests.scoring.builders import check, day, deduction, event, leaf, link, rectification, unit, year

from .conftest import of_year
from .test_settings import of as figures_of

ORDERLESS = (
    "profiles", "crosswalk", "checks", "deductions", "ballot_rounds", "ballots", "components", "adjustments",
    "decisions", "rectifications", "rectification_events",
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
    """The same figures in the same order, resting on the same cells; with a merger, with another scheme."""
    chance = random.Random(seed)  # noqa: S311
    changes = tuple(chance.sample(tables.unit_events, len(tables.unit_events)))
    years = tuple(shuffled(one, seed) for one in tables.years)
    mixed = assemble(replace(tables, years=years, unit_events=changes))
    for number in (2024, 2025):
        before, after = of_year(archive, number), of_year(mixed, number)
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


@given(st.lists(PROBLEMS, max_size=6), st.integers(0, 5), st.dates(day("2026-02-10"), day("2026-08-30")))
@settings(max_examples=30, deadline=None)
def test_closing_and_reopening_later_leaves_what_was_reported(
    problems: list[Rectification], which: int, as_of: dt.date
) -> None:
    """Every figure of a ledger as of a day, its basis too, whatever happens to a problem afterwards."""
    rows = numbered(problems)
    later = (as_of + dt.timedelta(days=n) for n in (1, 2, 3))
    kinds = (RectificationEventType.SUBMIT, RectificationEventType.CLOSE, RectificationEventType.REOPEN)
    ending = [event(date.isoformat(), kind) for date, kind in zip(later, kinds, strict=True)]
    after = tuple(replace(one, seq=90 + n) for n, one in enumerate(ending))
    longer = tuple(
        replace(one, events=(*one.events, *after)) if n == which else one for n, one in enumerate(rows)
    )
    assert reported(rows, as_of) == reported(longer, as_of)


def reported(problems: tuple[Rectification, ...], as_of: dt.date) -> tuple[Figure, ...]:
    """The figures of a ledger as of a day."""
    one = year([unit()], rectifications=problems)
    return tuple(ledger_figures(company_scope(one, assess(one, None, as_of))))


CODES = [f"{area}{n}.1" for area in "ABC" for n in range(1, 4)]
MINUSES = st.dictionaries(st.sampled_from(CODES), st.sampled_from(["0", "0.5", "1.3", "2", "-"]), min_size=1)


def checked(
    minus: dict[str, str], number: int = 2025, links: tuple[LeafLink, ...] = (), major: int = 1
) -> Year:
    """A year of u01 with a leaf of 2 points for each code, so much deducted, `-` for not applicable."""
    away = CheckStatus.NOT_APPLICABLE
    checks = [check(code=code, status=away) if m == "-" else check(code=code) for code, m in minus.items()]
    rows = [deduction("u01", code, m) for code, m in minus.items() if m not in ("0", "-")]
    base = year([unit()], [leaf(code) for code in minus], checks, rows, year=number, links=links)
    return replace(base, scheme=replace(base.scheme, major=major))


@given(MINUSES)
@settings(max_examples=30, deadline=None)
def test_a_year_alone_has_figures_and_no_trend(minus: dict[str, str]) -> None:
    """Whatever was checked: never an exception, nothing compared with a year that is not there."""
    found = figures_of(checked(minus))
    assert [key for key in found if ".trend." in key] == []
    assert found["company.units"].value == 1


@given(MINUSES, MINUSES, st.permutations(CODES))
@settings(max_examples=30, deadline=None)
def test_new_codes_for_all_leaves_keep_the_comparable_rate(
    before: dict[str, str], after: dict[str, str], codes: list[str]
) -> None:
    """更名 of every leaf under another indicator system: the same four figures."""
    new = dict(zip(CODES, codes, strict=True))
    links = tuple(link(code, new[code]) for code in after if code in before)
    renamed = {new[code]: minus for code, minus in after.items()}
    old = checked(before, 2024)
    kept, it = (figures_of(one, old) for one in (checked(after), checked(renamed, links=links, major=2)))
    for whose in ("units.u01", "company"):
        for key in ("before", "after", "change", "coverage"):
            one, other = (found.get(f"{whose}.trend.comparable.{key}") for found in (kept, it))
            assert one is not None
            assert other is not None
            assert (one.value, one.text) == (other.value, other.text)
            assert (one.part, one.whole) == (other.part, other.whole)


@given(MINUSES, MINUSES)
@settings(max_examples=30, deadline=None)
def test_leaves_left_out_and_counted_are_all_leaves(before: dict[str, str], after: dict[str, str]) -> None:
    """Every leaf with points in one of the years is named once: it counts, or its reason is said."""
    found = figures_of(checked(after), checked(before, 2024))
    one = found["units.u01.trend.comparable.coverage"]
    named = [
        code.removesuffix("（上年）")
        for operand in one.basis.operands
        if operand.label == "计入的指标" or operand.label.startswith("未计入")
        for code in operand.text.split("、")
    ]
    present = {code for leaves in (before, after) for code, minus in leaves.items() if minus != "-"}
    assert sorted(code for code in named if code != "无") == sorted(present)


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
