"""Exact figures: a rate that keeps its two numbers, rounding once at the end, medians and ranks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from generator.store.values import value

HUNDRED = Decimal(100)
ZERO = Decimal(0)

SNAP = Decimal(1).scaleb(-18)
"""Quotients are kept to 28 digits; a third times three is 0.99…9 there. Snapping to 18 places first restores
the exact value before the half is judged: two different fractions of this domain are never that close."""
_STEPS = tuple(Decimal(1).scaleb(-places) for places in range(5))
"""1, 0.1, 0.01 …: the last digit of so many decimals."""


@value(frozen=True, slots=True)
class Rate:
    """A share or a mean as its two numbers, so that a page can name the denominator (domain.md 9.5)."""

    part: Decimal
    whole: Decimal

    @classmethod
    def of(cls, part: Decimal | int, whole: Decimal | int) -> Rate:
        """The rate of two numbers, whole ones too."""
        return cls(Decimal(part), Decimal(whole))

    @property
    def value(self) -> Decimal | None:
        """`part / whole`, unrounded; None when the whole is 0."""
        return self.part / self.whole if self.whole else None

    @property
    def percent(self) -> Decimal | None:
        """The value in percent, 2 decimals (四舍五入); None when the whole is 0."""
        return rounded(self.part * HUNDRED / self.whole) if self.whole else None

    def above(self, share: Decimal | None) -> Decimal | None:
        """How far the value lies above a share, in 百分点, unrounded; None when one of them is missing."""
        return None if self.value is None or share is None else (self.value - share) * HUNDRED

    def at_least(self, limit: Decimal | int) -> bool:
        """Whether the value reaches the limit, compared without dividing; a rate of nothing reaches it."""
        return self.part >= limit * self.whole

    def exceeds(self, limit: Decimal | int) -> bool:
        """Whether the value is above the limit, compared without dividing."""
        return self.part > limit * self.whole


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """The value with so many decimals, a half away from zero (四舍五入, domain.md 3.4)."""
    whole = value.quantize(SNAP, ROUND_HALF_UP) if value.adjusted() < 9 else value
    return whole.quantize(_STEPS[places], ROUND_HALF_UP)


def plain(number: Decimal | int) -> str:
    """The number as it was set, without trailing zeros or exponent: `2`, `0.5`."""
    text = format(number, "f") if isinstance(number, Decimal) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: Decimal) -> str:
    """A share as it was set, with its sign: `0.625` → `62.5%`."""
    return f"{plain(share * HUNDRED)}%"


def median(values: Iterable[Decimal]) -> Decimal | None:
    """The middle value, the mean of the two middle ones, or None of nothing."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def ranks(scores: Mapping[str, Decimal]) -> dict[str, int]:
    """Competition ranks by key, highest first: 1, 2, 2, 4 (domain.md 7.4)."""
    first: dict[Decimal, int] = {}
    for place, score in enumerate(sorted(scores.values(), reverse=True), 1):
        first.setdefault(score, place)
    return {key: first[score] for key, score in scores.items()}
