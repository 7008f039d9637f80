"""The rules of a year are known without its figures, and no figure follows any other rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.contract.fields import Audience
from generator.editions.project import for_audience
from generator.figures import figures
from generator.figures.rule import Rule, Subject
from generator.figures.rules import rules
from generator.model.terms import Abstain, LedgerRate, MissingClass, PointsTable, Rounding
from generator.model.year import Archive, Year
from generator.scoring.assess import assess, assess_years
from generator.scoring.assessed import AssessedYear

from .conftest import assessed


def followed(years: Iterable[AssessedYear]) -> set[Rule]:
    """The rules the figures of the last of these years rest on."""
    return {one.basis.rule for one in figures(tuple(years))}


def again(one: Year, previous: Year | None) -> AssessedYear:
    """A changed year, assessed."""
    return AssessedYear(one, assess(one, previous, one.cycle.as_of.date()))


def formulas(found: Iterable[Rule]) -> list[str]:
    """Their words."""
    return [one.formula for one in found]


def test_every_figure_follows_a_rule_of_its_year(archive: Archive) -> None:
    """In all sample years."""
    years = assessed(archive)
    for end, one in enumerate(years, 1):
        assert followed(years[:end]) <= set(rules(one.year.scheme, one.year.leaves))


@pytest.mark.parametrize("audience", list(Audience))
def test_no_edition_follows_another_rule(archive: Archive, audience: Audience) -> None:
    """Withheld numbers leave the rule as it is."""
    edition = for_audience(archive, assess_years(archive), audience)
    for year in edition.years:
        assert {one.basis.rule for one in year.figures.values()} <= set(rules(year.scheme, year.leaves))


@pytest.mark.parametrize("table", list(PointsTable))
@pytest.mark.parametrize("abstain", list(Abstain))
@pytest.mark.parametrize("missing", list(MissingClass))
def test_rules_change_with_the_ballot(
    archive: Archive, table: PointsTable, abstain: Abstain, missing: MissingClass
) -> None:
    """Whatever the scheme sets for 民主测评, figures and rules say the same."""
    one = archive.year(2025)
    ballot = replace(one.scheme.ballot, points_table=table, abstain=abstain, missing_class=missing)
    changed = replace(one, scheme=replace(one.scheme, ballot=ballot))
    assert followed([again(changed, None)]) <= set(rules(changed.scheme, changed.leaves))


@pytest.mark.parametrize("rounding", list(Rounding))
@pytest.mark.parametrize("min_one", [True, False])
def test_rules_change_with_the_quota(archive: Archive, rounding: Rounding, *, min_one: bool) -> None:
    """And for the quota and the cap of 党建考核得分."""
    one = archive.year(2025)
    quota = replace(one.scheme.quota, rounding=rounding, min_one=min_one)
    changed = replace(one, scheme=replace(one.scheme, quota=quota, party_total_cap=None))
    assert followed([again(changed, None)]) <= set(rules(changed.scheme, changed.leaves))


def test_a_year_without_data_still_has_its_rules(archive: Archive) -> None:
    """The method page of a year just begun is complete."""
    one = archive.year(2025)
    found = rules(one.scheme, one.leaves)
    assert "分值－扣分合计，扣完为止" in formulas(found)
    assert "基础分＋加分－扣分，不低于零分，不超过总分上限" in formulas(found)


def test_only_what_the_scheme_uses_is_listed(archive: Archive) -> None:
    """No rule of a component without weight, of another points table, of a rate no leaf takes."""
    one = archive.year(2023)
    said = formulas(rules(one.scheme, one.leaves))
    assert not any("上年整改台账" in formula for formula in said)
    taking = replace(one.leaves[0], ledger_rate=LedgerRate.CLOSED)
    assert any("上年整改台账销号率" in formula for formula in formulas(rules(one.scheme, [taking])))
    group = replace(one.scheme.groups[0], weights={one.scheme.components[0]: 1})
    said = formulas(rules(replace(one.scheme, groups=(group,)), one.leaves))
    assert "民主测评得分×权重" in said
    assert not any("经营业绩" in formula for formula in said)
    assert not any("打分合计" in formula for formula in said)


def test_rules_are_listed_once_in_the_order_of_the_subjects(archive: Archive) -> None:
    """A reader meets each rule once, in the order of the arithmetic, with a clause to look up."""
    for year in archive.years:
        found = rules(year.scheme, year.leaves)
        assert len(found) == len(set(found))
        order = [list(Subject).index(rule.subject) for rule in found]
        assert order == sorted(order)
        assert all(re.fullmatch(r"domain\.md \d+(\.\d+)?", rule.clause) for rule in found)
        assert not any(re.search(r"\d", rule.formula + rule.label) for rule in found)


def test_two_rules_of_one_name_never_differ(archive: Archive) -> None:
    """Within a subject a name stands for one formula."""
    for year in archive.years:
        found = rules(year.scheme, year.leaves)
        assert len({(rule.subject, rule.label) for rule in found}) == len(found)
