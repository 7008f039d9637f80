"""What a figure is called and whom it is about; its methods put the value and the basis in."""

from __future__ import annotations

from decimal import Decimal

from generator.figures.figure import Basis, Figure, Value
from generator.figures.numerals import (
    NONE,
    hundredths,
    out_of_hundred,
    rate,
    share,
    signed,
    signed_count,
    two,
)
from generator.model.terms import PublicationItem
from generator.scoring.exact import HUNDRED, Rate, plain, rounded
from generator.store.values import value


@value(frozen=True, slots=True)
class Head:
    """The fixed part of a figure."""

    key: str
    label: str
    item: PublicationItem
    unit_id: str | None = None

    def score(self, value: Decimal | None, basis: Basis) -> Figure:
        """Points, printed with 2 decimals."""
        return self._figure(value, two(value), "分", basis)

    def points(self, value: Decimal | None, basis: Basis, of: Rate | None = None) -> Figure:
        """Points of a leaf, printed with at most 2 decimals: `1.5`; `of` what the leaf is worth."""
        text = NONE if value is None else plain(rounded(value))
        return self._figure(value, text, "分", basis, of)

    def difference(self, value: Decimal | None, basis: Basis, unit: str = "个百分点") -> Figure:
        """How far two figures lie apart, printed with its sign and 2 decimals: `+5.27`, `−1.20`, `0.00`."""
        return self._figure(value, signed(value), unit, basis)

    def percentile(self, value: Rate, basis: Basis) -> Figure:
        """位次百分位, of 100, printed with 1 decimal: `77.8`."""
        return self._figure(hundredths(value), out_of_hundred(value), "", basis, value)

    def share(self, value: Decimal | None, basis: Basis) -> Figure:
        """A share 0–1 that has no two numbers of its own, such as a median, in percent."""
        return self._figure(None if value is None else value * HUNDRED, share(value), "%", basis)

    def rate(self, value: Rate, basis: Basis) -> Figure:
        """A share with numerator and denominator, in percent."""
        return self._figure(hundredths(value), rate(value), "%", basis, value)

    def mean(self, value: Rate, basis: Basis) -> Figure:
        """A mean number of days, printed with 1 decimal."""
        text = NONE if value.value is None else str(rounded(value.value, 1))
        return self._figure(value.value, text, "天", basis, value)

    def count(self, value: int | None, basis: Basis, unit: str = "个") -> Figure:
        """How many."""
        return self._figure(value, NONE if value is None else str(value), unit, basis)

    def step(self, value: int, basis: Basis, unit: str) -> Figure:
        """By how many two counts differ, printed with its sign: `+2`, `−1`, `0`."""
        return self._figure(value, signed_count(value), unit, basis)

    def word(self, value: str | None, basis: Basis) -> Figure:
        """A word of a closed list."""
        return self._figure(value, value or NONE, "", basis)

    def rank(self, value: int | None, text: str, basis: Basis) -> Figure:
        """位次: `并列第2`."""
        return self._figure(value, text, "", basis)

    def _figure(self, value: Value, text: str, unit: str, basis: Basis, of: Rate | None = None) -> Figure:
        return Figure(
            key=self.key,
            label=self.label,
            value=value,
            text=text,
            unit=unit,
            item=self.item,
            basis=basis,
            part=of.part if of else None,
            whole=of.whole if of else None,
            unit_id=self.unit_id,
        )
