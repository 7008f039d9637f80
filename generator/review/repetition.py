"""年年改年年犯: texts of a unit that are nearly those of last year (domain.md 2.3, 14 W203)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from generator.model.grouping import grouped
from generator.model.tables import Tables, YearTables
from generator.problems import Level, Problem
from generator.review.findings import at
from generator.review.lookup import previous, reports
from generator.review.sources import Sourced
from generator.scoring.exact import percent

ALIKE = 0.8
"""Share of equal characters above which a text counts as repeated."""


@dataclass(frozen=True)
class Passage:
    """One text of a unit, and where it stands."""

    unit_id: str
    kind: str
    """Only texts of one kind are compared."""
    text: str
    row: Sourced
    field: str


def repetitions(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Shortcomings and ledger problems that say again what last year's said."""
    before = previous(year, tables)
    if before is None:
        return
    old = grouped(_passages(before), lambda passage: (passage.unit_id, passage.kind))
    for passage in _passages(year):
        ratios = [
            (_ratio(passage.text, other.text), other)
            for other in old.get((passage.unit_id, passage.kind), ())
        ]
        best = max(ratios, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] > ALIKE:
            place = best[1].row.origin
            where = f"{place.file} 第{place.line}行" if place.line else place.file
            share = percent(Decimal(round(best[0] * 100)) / 100)
            message = f"与上年相同{share}（{where}）"
            hint = "请写本年的新情况；确属未改好的老问题，请写明为何反复"
            yield at(passage.row, passage.field).problem("W203", message, hint, Level.WARNING)


def _passages(year: YearTables) -> Iterator[Passage]:
    """The texts of a year that should not repeat."""
    for entry in year.rectifications:
        yield Passage(entry.unit_id, "problem", entry.problem, entry, "problem")
    for unit_id, report in reports(year):
        for area in report.areas:
            for row in area.shortcomings:
                yield Passage(unit_id, "shortcoming", row.text, row, "text")


def _ratio(one: str, other: str) -> float:
    """Share of equal characters, 0–1; the cheap upper bounds first, for most pairs are far apart."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() <= ALIKE or matcher.quick_ratio() <= ALIKE:
        return 0.0
    return matcher.ratio()
