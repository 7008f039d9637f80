"""用数据说话: a claim's figure beside its target and last year's (domain.md 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.editions.reports import Claim
from generator.pages.words import number

PERCENT = frozenset({"%", "％"})
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class ClaimRow:
    """A figure of a highlight in words."""

    metric: str
    value: str
    basis: str
    """`目标100%，上年98.4%，提高7.8个百分点`; empty when there is nothing to compare with."""
    evidence: tuple[str, ...]
    """Empty where only the summary is read."""


def claim_row(claim: Claim) -> ClaimRow:
    """The claim as a page prints it."""
    return ClaimRow(claim.metric, _figure(claim.value, claim.unit), "，".join(_basis(claim)), claim.evidence)


def change(claim: Claim) -> str:
    """What became of last year's figure; shares differ in 百分点, a growth rate of a share would mislead."""
    if claim.last_year is None:
        return ""
    difference = claim.value - claim.last_year
    if not difference:
        return "与上年持平"
    amount = number(abs(difference))
    if claim.unit in PERCENT:
        return f"{'提高' if difference > 0 else '降低'}{amount}个百分点"
    word = "增加" if difference > 0 else "减少"
    return f"{word}{amount}{claim.unit}{_growth(difference, claim.last_year)}"


def _basis(claim: Claim) -> Iterator[str]:
    if claim.target is not None:
        yield f"目标{_figure(claim.target, claim.unit)}"
    if claim.last_year is not None:
        yield f"上年{_figure(claim.last_year, claim.unit)}"
        yield change(claim)


def _growth(difference: Decimal, last_year: Decimal) -> str:
    """`，增长25%`; nothing where last year's figure is no base for a share."""
    if last_year <= 0:
        return ""
    word = "增长" if difference > 0 else "下降"
    return f"，{word}{number(_percent(abs(difference) / last_year))}%"


def _percent(ratio: Decimal) -> Decimal:
    """The ratio in percent with 2 decimals."""
    return Decimal(number(ratio * HUNDRED, 2))


def _figure(value: Decimal, unit: str) -> str:
    return f"{number(value)}{unit}"
