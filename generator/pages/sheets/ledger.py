"""整改台账 on paper: the whole ledger of a year, in parts when long, and of each unit its own.

Rows, sums and light words follow domain.md 9.1, 9.5 and 11.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.editions.ledger import Problem
from generator.pages.by_unit import records_by_unit
from generator.pages.figures import Phrase, named, rated, some
from generator.pages.links import known_unit_link
from generator.pages.marks import Mark, problem_mark
from generator.pages.rectifications.parts import ROWS, ledger_parts
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.limits import clipped, fitted
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.words import day, text
from generator.store.values import value

MEASURES, MEASURE = 28, 13
"""Lines of measures, and characters of a line."""
PROBLEM, ACCEPTANCE, PROGRESS = 400, 190, 140
"""Characters a row has room for: one page of paper holds the longest row, which is never split."""
SUMS = (
    *(("已销号", "closed"), ("待验收", "pending"), ("整改中", "rectifying"), ("待认领", "registered")),
    *(("持续整改", "standing"), ("暂缓", "suspended")),
)
"""By status: together they are the total."""
SIGNATURES = ("填表人", "审核人")
UNIT_SIGNATURES = ("填表人", "审核人", "责任人（签字）")
"""签字背书: the list of a unit is signed by who answers for it (domain.md 9.1)."""


@value(frozen=True, slots=True)
class LedgerRow:
    """A problem as the working table has it."""

    number: str
    """序号 on this list."""
    id: str
    source: str
    unit: str
    owner: str
    problem: str
    measures: tuple[str, ...]
    acceptance: str
    kind: str
    due: str
    extended: str
    """The current due date where it is another than the first."""
    supervisor: str
    coordinator: str
    on: str
    """Day of the latest event."""
    event: str
    progress: str
    """What was said of it."""
    status: str
    """Empty where the light says the same."""
    light: Mark


@dataclass(frozen=True)
class LedgerSheetView:
    """整改台账, or 一单 of one unit."""

    rows: tuple[LedgerRow, ...]
    whole: str
    """What is summed up: 合计, on a part 全部合计."""
    sums: Phrase
    signatures: tuple[str, ...]


def plan_ledgers(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """The ledger of the company, then one for each unit in official order."""
    desk, sums = Desk(edition, year, SheetKind.LEDGER), _sums(year, "ledger")
    rows = _rows(edition, year, year.ledger.problems)
    title, page = f"{year.year}年度问题整改台账", "rectifications/"
    if len(rows) <= ROWS:
        yield desk.about_all(title, LedgerSheetView(rows, "合计", sums, SIGNATURES), page)
    for part in ledger_parts(len(rows)):
        view = LedgerSheetView(tuple(part.of(rows)), "全部合计", sums, SIGNATURES)
        yield desk.about_all(f"{title}（{part.text}）", view, f"{page}{part.place}/", part.place)
    records = records_by_unit(year)
    for unit in year.units:
        rows, sums = _rows(edition, year, records[unit.id].problems), _sums(year, f"units.{unit.id}.ledger")
        yield desk.about(unit, unit.short_name + title, LedgerSheetView(rows, "合计", sums, UNIT_SIGNATURES))


def _rows(edition: Edition, year: EditionYear, problems: Sequence[Problem]) -> tuple[LedgerRow, ...]:
    return tuple(_row(edition, year, number, one) for number, one in enumerate(problems, 1))


def _sums(year: EditionYear, prefix: str) -> Phrase:
    """`共 50 项：已销号 31，待验收 5，…；其中逾期 7。销号率 62.00%（31/50）。`"""
    parts: list[str] = ["共 ", named(year, f"{prefix}.total"), " 项"]
    before = "："
    for word, end in SUMS:
        if (count := some(year, f"{prefix}.{end}")).key:
            parts += [f"{before}{word} ", count]
            before = "，"
    parts += ["；其中逾期 ", named(year, f"{prefix}.overdue"), " 项。"]
    rate = rated(year, f"{prefix}.closed_rate")
    return Phrase(*parts, *(("销号率 ", rate, "。") if rate.key else ()))


def _row(edition: Edition, year: EditionYear, number: int, one: Problem) -> LedgerRow:
    light = problem_mark(one)
    latest = one.happenings[-1] if one.happenings else None
    return LedgerRow(
        number=str(number),
        id=one.id,
        source=one.source.label,
        unit=known_unit_link(edition, year, one.unit_id).text,
        owner=one.owner,
        problem=clipped(one.problem, PROBLEM),
        measures=fitted(one.measures, MEASURES, MEASURE),
        acceptance=clipped(text(one.acceptance), ACCEPTANCE),
        kind=one.kind.label,
        due=day(one.due_on),
        extended=day(one.due_current) if one.due_current != one.due_on else "",
        supervisor=one.supervisor_dept,
        coordinator=one.coordinator or "",
        on=day(latest.date if latest else None),
        event=latest.event.label if latest else "",
        progress=clipped(latest.text, PROGRESS) if latest else "",
        status="" if one.status.label == light.word else one.status.label,
        light=light,
    )
