"""What is attached to the bulletin: 考核结果表, 表彰名单, 问题清单."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.pages.figures import Phrase, Shown, named, rated
from generator.pages.grades import groups_in_order, unit_grade
from generator.pages.links import known_unit_link
from generator.pages.sheets.bulletin.attached import commended, unsettled
from generator.pages.sheets.honours import HonourList, honour_lists
from generator.pages.sheets.limits import clipped
from generator.pages.sheets.prose import on_paper
from generator.pages.words import NONE, day

PROBLEM = 40
"""Characters of a problem that have room on two lines."""
MOST_PROBLEMS = 15
"""Rows of 问题清单: one page; 整改台账 has them all."""
HEADS = ("序号", "单位", "组别", "等次", "党建得分", "党建得分率")
SCORE_HEADS = ("综合得分", "组内位次")


@dataclass(frozen=True)
class ResultTable:
    """考核结果表: grades, with scores where the edition has them."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True)
class ProblemLine:
    """A problem that is not closed."""

    number: str
    unit: str
    problem: str
    due: str
    state: str


@dataclass(frozen=True)
class ProblemList:
    """问题清单, most urgent first."""

    note: Phrase
    rows: tuple[ProblemLine, ...]


def result_table(year: EditionYear) -> ResultTable:
    """Every unit in official order, group by group; 「—」 where there is no such result."""
    ranked = any(f"units.{unit.id}.composite" in year.figures for unit in year.units)
    units = [unit for _, units in groups_in_order(year) for unit in units]
    rows = tuple(_unit(year, number, unit, ranked) for number, unit in enumerate(units, 1))
    return ResultTable((*HEADS, *SCORE_HEADS) if ranked else HEADS, rows)


def honours(edition: Edition, year: EditionYear) -> tuple[HonourList, ...]:
    """表彰名单."""
    return honour_lists(edition, year, commended(year))


def problem_list(edition: Edition, year: EditionYear) -> ProblemList | None:
    """The problems not closed by their due date; None when all are closed."""
    left = unsettled(year)
    rows = left[:MOST_PROBLEMS]
    if not rows:
        return None
    part = f"，本表列时限最早的{len(rows)}项" if len(left) > len(rows) else ""
    total, closed, still = (named(year, f"ledger.{end}") for end in ("total", "closed", "open"))
    note = on_paper("问题共", total, "项，已销号", closed, "项，未销号", still, f"项{part}。")
    return ProblemList(note, tuple(_problem(edition, year, *one) for one in enumerate(rows, 1)))


def _unit(year: EditionYear, number: int, unit: EditionUnit, ranked: bool) -> tuple[Shown, ...]:
    grade, key = unit_grade(year, unit), f"units.{unit.id}"
    scores = (named(year, f"{key}.composite"), named(year, f"{key}.composite.rank")) if ranked else ()
    return (
        Shown(str(number)),
        Shown(unit.short_name),
        Shown(unit.group),
        Shown(grade.word if grade else NONE),
        named(year, f"{key}.checklist.score"),
        rated(year, f"{key}.checklist.rate"),
        *scores,
    )


def _problem(edition: Edition, year: EditionYear, number: int, one: Problem) -> ProblemLine:
    unit = known_unit_link(edition, year, one.unit_id).text
    problem = clipped(one.problem, PROBLEM)
    return ProblemLine(str(number), unit, problem, day(one.due_current), one.light_words)
