"""Review: does the data agree with itself? Pure functions from tables to problems, all found in one run.

`review_tables` asks everything that rows and files can say about each other, `review_assessments` what
needs the computed scores. `catalogue` lists every check with the tables it needs; a check is silent when
one of them is broken, so that one bad cell does not bring a hundred false errors.

| code | what | module |
|---|---|---|
| E101 | what a row names exists: leaves, persons, cases, units, groups | references, reports, cycle, units |
| E101 | open problems of a closed unit have a new home (10.3) | rectifications |
| E107 | weights, points, thresholds, quota of the scheme | sums |
| E107 | settings of the scheme that contradict each other | versions, ballot_rules, grading_rules, |
|      |      | adjustment_rules, rectification_rules |
| E107 | 公开口径 beyond its floor (4.3) | publication |
| E109 | ledger: numbers, events, typed states | rectifications |
| E120 | scores, rules and deductions; every leaf checked | checklist, suggestions |
| E121 | ballots: tickets, counts, targets, newcomers | ballots |
| E122 | decisions: quota, ceiling, 不定等次, awards, overrides | decisions, suggestions |
| E123 | nothing final before it is decided and noticed | decisions, commendations |
| E123 | working days can be counted: notices, extensions, backlog (8.2) | commendations, deadlines |
| E124 | small cells: the rule, which editions withhold by | small_cells |
| E125 | dates, extensions and verifiers of the ledger | deadlines, rectifications |
| E126 | errata: dates; seals later | errata |
| E127 | units over time: names, changes (10.3) | units |
| E128 | the group: dates, teams, recusals (1.3, 1.4) | cycle |
| E129 | components, bonuses, penalties, vetoes against the scheme (6.3, 7.1) | adjustments |
| W201, W202 | wording, deviations; latest year only | hints |
| W203 | texts repeated from last year; latest year only | repetition |
| W204, W205 | due and red problems, characters outside GBK | notices |
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.tables import Tables
from generator.problems import Problem, in_order
from generator.review.catalogue import ASSESSMENT_CHECKS, CHECKS, TOP_CHECKS
from generator.review.check import YearCheck
from generator.scoring.assess import Assessment
from generator.store.again import again

READ_LATER: tuple[str, ...] = tuple(sorted({name for check in CHECKS for name in check.elsewhere}))
"""Tables and documents of a year that checks of later years read."""


def review_tables(tables: Tables) -> tuple[Problem, ...]:
    """Every problem between rows, files and years, in the order of their places."""
    years = range(1, len(tables.years) + 1)
    through = (replace(tables, years=tables.years[:end]) for end in years)
    found = (each for one in through for each in review_year(one, latest=len(one.years) == len(years)))
    return in_order((*review_top(tables), *found))


def review_top(tables: Tables) -> Iterator[Problem]:
    """Every problem of the tables at the top of the data folder."""
    return (problem for check in TOP_CHECKS for problem in check.problems(tables))


def review_year(tables: Tables, *, latest: bool) -> Iterator[Problem]:
    """Every problem of the last of these years; whether it is the latest there is decides what is advised."""
    number = tables.years[-1].year
    checks = enumerate(CHECKS)
    found = (again(("check", number, at), _found, check, tables, latest) for at, check in checks)
    return (problem for problems in found for problem in problems)


def _found(check: YearCheck, tables: Tables, latest: bool) -> tuple[Problem, ...]:
    return tuple(check.problems(tables, latest=latest))


def review_assessments(assessments: Iterable[Assessment]) -> tuple[Problem, ...]:
    """Every problem that shows only against the computed scores, of tables without errors."""
    return in_order(
        problem for assessment in assessments for check in ASSESSMENT_CHECKS for problem in check(assessment)
    )


__all__ = [
    "CHECKS",
    "READ_LATER",
    "TOP_CHECKS",
    "review_assessments",
    "review_tables",
    "review_top",
    "review_year",
]
