"""Scores of checks with all that explains them: the leaf, its rules, the deductions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain

from generator.model.checklist import Check, Deduction, Leaf, LeafRule
from generator.model.grouping import grouped
from generator.model.tables import YearTables
from generator.scoring.exact import plain
from generator.store.again import again, again_each
from generator.store.values import value

_Rules = Mapping[str, tuple[Leaf, tuple[LeafRule, ...]]]
_Rows = Mapping[tuple[str, str], tuple[Deduction, ...]]


@value(frozen=True, slots=True)
class Score:
    """One check with all that explains its score."""

    check: Check
    leaf: Leaf
    rules: tuple[LeafRule, ...]
    deductions: tuple[Deduction, ...]

    @property
    def lost(self) -> Decimal:
        """Sum of the deductions."""
        return sum((row.minus for row in self.deductions), Decimal(0))

    @property
    def left(self) -> Decimal:
        """Points less deductions, not below 0 (扣完为止)."""
        return max(Decimal(0), self.leaf.points - self.lost)

    @property
    def name(self) -> str:
        """The leaf as messages name it."""
        return named(self.leaf)


def named(leaf: Leaf) -> str:
    """A leaf as messages name it: `B2.1 支部党员大会，2分`."""
    return f"{leaf.code} {leaf.name}，{plain(leaf.points)}分"


def scores_of(year: YearTables) -> tuple[Score, ...]:
    """The checks on known leaves."""
    slot = ("scores", year.year)
    return tuple(chain.from_iterable(again_each(slot, _explained, year.checks, *_explaining(year))))


def _explained(rules: _Rules, rows: _Rows, check: Check) -> tuple[Score, ...]:
    """One, or none on an unknown leaf."""
    if check.code not in rules:
        return ()
    leaf, own = rules[check.code]
    return (Score(check, leaf, own, rows.get((check.unit_id, check.code), ())),)


def _explaining(year: YearTables) -> tuple[_Rules, _Rows]:
    """What explains scores: each leaf with its rules by code, and 扣分 by unit and code."""
    rules = again(("rules of leaves", year.year), _rules, year.indicators, year.indicator_rules)
    return rules, again(("deductions of scores", year.year), _rows, year.deductions)


def _rules(indicators: Sequence[Leaf], rules: Sequence[LeafRule]) -> _Rules:
    by_code = grouped(rules, lambda rule: rule.code)
    return {leaf.code: (leaf, by_code.get(leaf.code, ())) for leaf in indicators}


def _rows(deductions: Sequence[Deduction]) -> _Rows:
    return grouped(deductions, lambda row: (row.unit_id, row.code))
