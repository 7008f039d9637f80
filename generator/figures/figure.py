"""A figure and what it rests on: the rule, its operands and the cells of the data it was read from."""

from __future__ import annotations

from decimal import Decimal

from generator.figures.numerals import fine, fine_percent
from generator.figures.rule import Rule
from generator.model.terms import PublicationItem
from generator.problems import Place
from generator.store.traced import by_field
from generator.store.values import value

Value = Decimal | int | str | None


@value(frozen=True, slots=True)
class Operand:
    """One thing a figure was computed from."""

    label: str
    text: str
    """As it stands in `worked`."""
    key: str | None = None
    """The figure it is, one of an earlier year with the year in front (`of_year`); None when it stands in the
    data or in the scheme."""


@value(frozen=True, slots=True)
class Basis:
    """依据: how a figure came about."""

    rule: Rule
    worked: str
    """The rule with the numbers put in, and the result; a long sum is shortened, the operands are not."""
    operands: tuple[Operand, ...] = ()
    sources: tuple[Place, ...] = ()
    """Cells, with the Chinese label of their column; those behind an operand with a key stand there."""
    needs: frozenset[PublicationItem] = frozenset()
    """Rows of the visibility matrix that must be open for the basis, besides those of figure and operands."""

    @property
    def formula(self) -> str:
        """The rule in Chinese words, without numbers."""
        return self.rule.formula

    @property
    def clause(self) -> str:
        """`domain.md 3.4`."""
        return self.rule.clause


@by_field
@value(frozen=True, slots=True)
class Figure:
    """A number or a word of an assessment, and its basis."""

    key: str
    """Stable: the patterns are listed in `generator.figures`."""
    label: str
    value: Value
    """In `unit`, unrounded; None when it cannot be computed."""
    text: str
    """As printed; 「—」 without a value."""
    unit: str
    """`分`, `%`, `个百分点`, `个`, `天` …; empty for words, ranks and 位次百分位."""
    item: PublicationItem
    """The row of the visibility matrix it belongs to (domain.md 4.3)."""
    basis: Basis
    part: Decimal | None = None
    """Numerator of a rate or a mean; of a leaf the points earned."""
    whole: Decimal | None = None
    """Denominator of a rate or a mean; of a leaf its points."""
    unit_id: str | None = None
    """The unit it is about; None for groups and the company."""

    def operand(self, label: str | None = None) -> Operand:
        """This figure as an operand of another, as printed."""
        return Operand(label or self.label, self.text, self.key)

    def precise(self, label: str | None = None) -> Operand:
        """The same with 4 decimals where 2 do not hold it: what a weighted sum goes on with."""
        text = self.text
        if isinstance(self.value, Decimal):
            text = fine_percent(self.value) if self.unit == "%" else fine(self.value)
        return Operand(label or self.label, text, self.key)


def of_year(year: int, key: str) -> str:
    """The key of a figure of an earlier year, as an operand names it: `2024:units.u03.checklist.rate`."""
    return f"{year}:{key}"
