"""What a leaf says after its rate: who lost points, for what, and how it was before (domain.md 6, 10.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.editions.edition import Edition, EditionYear
from generator.model.checklist import Leaf, LeafRule
from generator.model.terms import Scoring
from generator.pages.checklist.by_leaf import LeafResults
from generator.pages.figures import changed, named, rated
from generator.pages.headlines.headline import (
    LISTED,
    Headline,
    chosen,
    headline,
    highest,
    joined,
    lowest,
    of_year,
    printed,
)
from generator.pages.links import unit_link

MOST = 4
"""Sentences under the lead of a leaf's page: one a rule."""
OFTEN = 2
"""Times a rule must have been applied to be called the most frequent one: once is no pattern."""


def leaf_headlines(
    edition: Edition, year: EditionYear, leaf: Leaf, found: LeafResults, same: Mapping[str, str]
) -> tuple[Headline, ...]:
    """The sentences of a leaf's page; `same` are last year's codes of the leaves that stayed the same."""
    before = edition.year(year.year - 1)
    earlier = before.leaf(same[leaf.code]) if before and leaf.code in same else None
    change = rate_change(year, before, leaf, earlier) if before and earlier else ()
    return chosen(
        edition,
        MOST,
        losing_units(year, leaf.code, found),
        frequent_rule(year, leaf),
        change,
        extreme_groups(year, leaf.code),
    )


def losing_units(year: EditionYear, code: str, found: LeafResults) -> Iterator[Headline]:
    """How many units lost points, by name when they are few; nothing where nobody did."""
    key = f"company.checklist.leaves.{code}.losing"
    if printed(year, key):
        units = [
            (unit_link(year, one.unit.id),)
            for one in found.results
            if one.row.earned is not None and one.row.earned < one.row.points
        ]
        names = ("：", *joined(units)) if len(units) <= LISTED else ()
        yield headline(("失分的单位占 ", rated(year, key), *names, "。"))


def frequent_rule(year: EditionYear, leaf: Leaf) -> Iterator[Headline]:
    """The 情形 points were deducted for most often; nothing where none came up twice.

    分档 deducts nothing: there it is the band below full marks that most units reached.
    """
    start = "未得满分的单位最多见的档次是" if leaf.scoring is Scoring.BAND else "扣分最多见的情形是"
    rules = {rule: times for rule in year.rules.get(leaf.code, ()) if (times := printed(year, _times(rule)))}
    most = highest(rules)
    if most and rules[most[0]] >= OFTEN:
        clauses = [(f"“{rule.when}”（", named(year, _times(rule)), " 次）") for rule in most]
        compared = of_year(year, *map(_times, rules))
        yield headline((start, *joined(clauses), "。"), compared)


def rate_change(year: EditionYear, before: EditionYear, leaf: Leaf, earlier: Leaf) -> Iterator[Headline]:
    """公司得分率 against the same leaf of last year, by name when that was another; nothing where equal."""
    change = f"company.trend.leaves.{leaf.code}.change"
    if printed(year, change):
        then, now = (
            f"company.checklist.leaves.{earlier.code}.rate",
            f"company.checklist.leaves.{leaf.code}.rate",
        )
        renamed = (earlier.code, earlier.name) != (leaf.code, leaf.name)
        called = f"（{earlier.code} {earlier.name}）" if renamed else ""
        start = (f"公司得分率由上年{called}的 ", rated(before, then), "变为 ", rated(year, now))
        yield headline((*start, "，", changed(year, change), "。"))


def extreme_groups(year: EditionYear, code: str) -> Iterator[Headline]:
    """The groups with the best and the weakest median; nothing where all are alike."""
    medians = {
        group.name: value
        for group in year.scheme.groups
        if (value := printed(year, _median(group.name, code))) is not None
    }
    best, worst = highest(medians), lowest(medians)
    if best != worst:
        high, low = (named(year, _median(names[0], code)) for names in (best, worst))
        sides = (f"最高的是{'、'.join(best)}（", high, f"），最低的是{'、'.join(worst)}（", low, "）")
        compared = of_year(year, *(_median(name, code) for name in medians))
        yield headline(("按各组得分率的中位数，", *sides, "。"), compared)


def _times(rule: LeafRule) -> str:
    return f"company.checklist.leaves.{rule.code}.rules.{rule.rule}.times"


def _median(group: str, code: str) -> str:
    return f"groups.{group}.checklist.leaves.{code}.median"
