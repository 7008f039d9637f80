"""考核情况通报: the year in official Chinese, written by rule from its figures (domain.md 11.1, 11.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import StepType
from generator.pages.figures import Phrase, named
from generator.pages.scheme.schedule import numeral
from generator.pages.sheets.addressees import addressees
from generator.pages.sheets.bulletin.annexes import (
    ProblemList,
    ResultTable,
    honours,
    problem_list,
    result_table,
)
from generator.pages.sheets.bulletin.attached import Annex, annexes
from generator.pages.sheets.bulletin.demands import demands
from generator.pages.sheets.bulletin.results import results
from generator.pages.sheets.bulletin.shortcomings import shortcomings
from generator.pages.sheets.bulletin.situation import practice, situation
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.honours import HonourList
from generator.pages.sheets.prose import Section, Title, long_period, on_paper, title
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.words import long_day

PATH = "print/bulletin/"


@dataclass(frozen=True)
class BulletinView:
    """考核情况通报 of a year."""

    title: Title
    recipients: str
    """主送."""
    lead: Phrase
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    results: ResultTable
    honours: tuple[HonourList, ...]
    problems: ProblemList | None


def plan_bulletins(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One a year; none before the party committee decided, for nothing is final."""
    if year.decided_on is None:
        return
    view = _view(edition, year, year.decided_on)
    yield Desk(edition, year, SheetKind.BULLETIN).about_all(str(view.title), view)


def _view(edition: Edition, year: EditionYear, decided_on: dt.date) -> BulletinView:
    return BulletinView(
        title=title(f"关于{year.title}情况的通报"),
        recipients=addressees(year),
        lead=_lead(year, decided_on),
        sections=tuple(_numbered(edition, year)),
        annexes=annexes(year),
        results=result_table(year),
        honours=honours(edition, year),
        problems=problem_list(edition, year),
    )


def _numbered(edition: Edition, year: EditionYear) -> Iterator[Section]:
    """`一、总体情况`, as many as have something to say."""
    sections = (
        situation(edition, year),
        practice(year),
        results(edition, year),
        shortcomings(edition, year),
        demands(year),
    )
    said = (one for one in sections if one.paragraphs)
    for number, one in enumerate(said, 1):
        yield Section(f"{numeral(number)}、{one.title}", one.paragraphs)


def _lead(year: EditionYear, decided_on: dt.date) -> Phrase:
    """By what, when and of whom; who decided, and that it was announced."""
    scheme, held = year.scheme, long_period(year.held_from, year.held_to)
    document = f"（{year.decision_doc}）" if year.decision_doc else ""
    return on_paper(
        f"根据《{scheme.title}》（{scheme.doc_no}），专项考核组于{held}对",
        named(year, "company.units"),
        f"个单位开展了{year.title}。考核结果经党委会{long_day(decided_on)}审定{document}",
        f"{_noticed(year)}。现将有关情况通报如下。",
    )


def _noticed(year: EditionYear) -> str:
    """`，并于2026年3月2日至6日公示`, once the notice is over."""
    notices = (step for step in year.steps if step.step_type is StepType.NOTICE)
    for step in notices:
        if step.actual_from and step.actual_to:
            return f"，已于{long_period(step.actual_from, step.actual_to)}公示"
    return ""
