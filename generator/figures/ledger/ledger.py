"""整改台账: every statistic of domain.md 9.5 with the problems that count in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.figure import Basis, Figure, Operand
from generator.figures.ledger.courses import COURSE_RULES, course_figures
from generator.figures.ledger.ledger_rules import BY_KEY, COUNTS, RATIOS, Count, Ratio
from generator.figures.ledger.problems import Scope, entry_cells, named
from generator.figures.numerals import divided, rate
from generator.figures.rule import Rule
from generator.model.year import Year
from generator.scoring.assess import Assessment
from generator.scoring.exact import Rate, plain
from generator.scoring.ledger import by_unit, ledger_statistics

LEDGER_RULES: tuple[Rule, ...] = (
    *(one.rule for one in COUNTS),
    *(one.rule for one in RATIOS),
    *COURSE_RULES,
)
"""In the order of the figures."""


def ledger_figures(scope: Scope) -> Iterator[Figure]:
    """All figures of one ledger, in the order of the catalogue."""
    yield from (_count(scope, one) for one in COUNTS)
    yield from (_ratio(scope, one) for one in RATIOS)
    yield from course_figures(scope)


def company_scope(year: Year, assessment: Assessment) -> Scope:
    """The whole ledger of the year."""
    return Scope(
        prefix="ledger",
        unit_id=None,
        lives=assessment.lives,
        statistics=assessment.ledger,
        recurrences=assessment.recurrences,
        rules=year.scheme.rectification,
        calendar=year.calendar,
    )


def unit_scopes(year: Year, assessment: Assessment) -> Iterator[Scope]:
    """The ledger of each unit, then of units that answer for a problem but were not assessed that year."""
    rules, problems = year.scheme.rectification, by_unit(assessment.lives)
    for unit_id in dict.fromkeys((*assessment.units, *sorted(problems))):
        lives, unit = problems.get(unit_id, ()), assessment.units.get(unit_id)
        yield Scope(
            prefix=f"units.{unit_id}.ledger",
            unit_id=unit_id,
            lives=lives,
            statistics=unit.ledger
            if unit
            else ledger_statistics(lives, assessment.as_of, rules, year.calendar),
            recurrences=tuple(one for one in assessment.recurrences if one.unit_id == unit_id),
            rules=rules,
            calendar=year.calendar,
        )


def _count(scope: Scope, one: Count) -> Figure:
    behind = [life for life in scope.lives if one.holds(life, scope.as_of)]
    number = one.number(scope.statistics)
    basis = Basis(
        one.rule,
        f"符合条件的问题{number}个",
        (named("计入的问题", behind),),
        entry_cells(behind),
    )
    return scope.head(one.key, one.label, behind).count(number, basis)


def _ratio(scope: Scope, one: Ratio) -> Figure:
    whole = [life for life in scope.lives if one.whole_holds(life, scope.as_of)]
    part = [life for life in whole if one.part_holds(life, scope.as_of)]
    value = one.rate(scope.statistics)
    basis = Basis(
        one.rule,
        _worked(scope, one, value),
        (
            *_numbers(scope, one.part, value.part),
            *_numbers(scope, one.whole, value.whole),
            named("计入分子的问题", part),
            named("计入分母的问题", whole),
        ),
        entry_cells(whole),
    )
    return scope.head(one.key, one.label, whole).rate(value, basis)


def _numbers(scope: Scope, side: tuple[str, tuple[str, ...]], number: Decimal) -> Iterator[Operand]:
    """The counts a numerator or denominator is the sum of, or the number itself when no count is it."""
    label, keys = side
    if not keys:
        yield Operand(label, plain(number))
    for key in keys:
        count = BY_KEY[key]
        yield Operand(count.label, str(count.number(scope.statistics)), f"{scope.prefix}.{key}")


def _worked(scope: Scope, one: Ratio, value: Rate) -> str:
    terms = [operand.text for operand in _numbers(scope, one.part, value.part)]
    return (
        f"{divided(terms, plain(value.whole))}＝{rate(value)}"
        if value.whole
        else f"{one.whole[0]}为0，不计算"
    )
