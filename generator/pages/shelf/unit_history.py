"""单位历年 on the shelf: every unit through renames and mergers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.edition import Change, Edition, EditionHistory
from generator.model.terms import UnitEventType
from generator.pages.charts import Trend
from generator.pages.figures import Shown
from generator.pages.grades import unit_grade
from generator.pages.links import BookLink, Link, unit_path
from generator.pages.marks import Mark
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord, other_names, said
from generator.pages.units.years import (
    IndexedYear,
    UnitYear,
    book_unit,
    indexed,
    rate_trend,
    unit_rate,
    unit_years,
)
from generator.pages.words import NONE, day, period, text
from generator.store.again import again

SECTION = "units/"

Histories = Mapping[str, EditionHistory]


@dataclass(frozen=True)
class HistoryRow:
    """One unit in the list of all units."""

    link: Link
    name: str
    kind: str
    group: str
    """The group it was last assessed in."""
    years: tuple[BookLink, ...]
    """Newest first."""
    state: str
    """在册, or since when it is closed."""


@dataclass(frozen=True)
class HistoriesView:
    """All units in official order, closed ones too."""

    rows: tuple[HistoryRow, ...]


@dataclass(frozen=True)
class NameRow:
    """A name and when it was in use."""

    name: str
    party: str
    period: str


@dataclass(frozen=True)
class ChangeRow:
    """更名, 合并, 拆分 … with the units it concerned."""

    date: str
    type: str
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    doc_no: str
    note: str


@dataclass(frozen=True)
class PredecessorCell:
    """What a year brought one predecessor."""

    link: BookLink
    grade: Mark | None
    rate: Shown


@dataclass(frozen=True)
class PredecessorRow:
    """One year of all predecessors, side by side."""

    year: str
    cells: tuple[PredecessorCell | None, ...]
    """None where the predecessor was not assessed."""


@dataclass(frozen=True)
class HistoryView:
    """One unit over all years."""

    name: str
    state: str
    successors: tuple[Link, ...]
    """What the unit was merged into or split up into."""
    names: tuple[NameRow, ...]
    changes: tuple[ChangeRow, ...]
    trend: Trend | None
    years: tuple[UnitYear, ...]
    predecessors: tuple[Link, ...]
    predecessor_rows: tuple[PredecessorRow, ...]


def plan_histories(edition: Edition) -> Iterator[Page]:
    """The list of all units."""
    years = indexed(edition.years)
    view = HistoriesView(tuple(_row(history, years) for history in edition.units))
    yield Page(SECTION, "单位历年", "histories.html.j2", view, SECTION, (), "所有单位的历年考核情况。")


def plan_unit_histories(edition: Edition) -> Iterator[Page]:
    """One page for each unit, closed ones too."""
    years = indexed(edition.years)
    histories = {history.id: history for history in edition.units}
    for history in edition.units:
        yield again(("history page", history.id), _page, history, histories, years)


def _page(history: EditionHistory, histories: Histories, years: tuple[IndexedYear, ...]) -> Page:
    view = _history(history, histories, years)
    description = f"{history.name}的沿革和历年考核情况。"
    headings = tuple(_headings(view))
    path, records = unit_path(history.id), (_record(history),)
    return Page(path, history.name, "history.html.j2", view, SECTION, headings, description, records)


def _record(history: EditionHistory) -> SearchRecord:
    """The unit by all its names, closed ones too."""
    names = (name for one in history.names for name in (one.name, one.short_name))
    known = other_names(history.short_name, (history.id, history.name, *names, *history.aliases))
    text = said("历年考核情况", _state(history), history.name)
    return SearchRecord(RecordKind.HISTORY, history.short_name, text, known, history.id)


def _headings(view: HistoryView) -> Iterator[Heading]:
    yield Heading("years", "历年")
    if view.predecessors:
        yield Heading("predecessors", "合并前各单位")
    yield Heading("names", "名称")
    yield Heading("changes", "沿革")


def _row(history: EditionHistory, years: tuple[IndexedYear, ...]) -> HistoryRow:
    assessed = [(one.year, unit) for one in years if (unit := one.year.unit(history.id))]
    return HistoryRow(
        link=Link(history.short_name, unit_path(history.id)),
        name=history.name,
        kind=history.kind.label,
        group=assessed[0][1].group if assessed else NONE,
        years=tuple(book_unit(year, unit) for year, unit in assessed),
        state=_state(history),
    )


def _history(history: EditionHistory, histories: Histories, years: tuple[IndexedYear, ...]) -> HistoryView:
    predecessors = _predecessors(history, histories)
    return HistoryView(
        name=history.name,
        state=_state(history),
        successors=_successors(history, histories),
        names=tuple(
            NameRow(
                name=one.name,
                party=text(one.party_org_kind.label if one.party_org_kind else None),
                period=period(one.valid_from, one.valid_to),
            )
            for one in reversed(history.names)
        ),
        changes=tuple(_change(change, histories) for change in history.changes),
        trend=rate_trend(years, history.id),
        years=tuple(unit_years(years, history.id)),
        predecessors=tuple(_link(unit_id, histories) for unit_id in predecessors),
        predecessor_rows=tuple(_predecessor_rows(predecessors, years)),
    )


def _state(history: EditionHistory) -> str:
    return f"已撤并（{day(history.closed_on)}）" if history.closed_on else "在册"


def _link(unit_id: str, histories: Histories) -> Link:
    """The unit's present or last short name, leading to its page."""
    history = histories.get(unit_id)
    return Link(history.short_name, unit_path(unit_id)) if history else Link(unit_id, None)


def _link_at(unit_id: str, histories: Histories, at: dt.date) -> Link:
    """The unit as it was called on that day, leading to its page."""
    history = histories.get(unit_id)
    names = history.names if history else ()
    called = [
        one.name for one in names if one.valid_from <= at and (one.valid_to is None or at <= one.valid_to)
    ]
    return Link(called[-1], unit_path(unit_id)) if called else _link(unit_id, histories)


def _change(change: Change, histories: Histories) -> ChangeRow:
    """A renaming needs both names, so each side is called as on its own day."""
    eve = change.date - dt.timedelta(days=1)
    return ChangeRow(
        date=day(change.date),
        type=change.type.label,
        before=tuple(_link_at(unit_id, histories, eve) for unit_id in change.from_ids),
        after=tuple(_link_at(unit_id, histories, change.date) for unit_id in change.to_ids),
        doc_no=change.doc_no,
        note=text(change.note),
    )


def _successors(history: EditionHistory, histories: Histories) -> tuple[Link, ...]:
    """What took the place of a closed unit."""
    if history.closed_on is None:
        return ()
    after = [
        unit_id for change in history.changes if history.id in change.from_ids for unit_id in change.to_ids
    ]
    return tuple(_link(unit_id, histories) for unit_id in dict.fromkeys(after) if unit_id != history.id)


def _predecessors(history: EditionHistory, histories: Histories) -> tuple[str, ...]:
    """The units merged into this one; a split hands no results on (domain.md 10.3)."""
    merged = [
        unit_id
        for change in history.changes
        if change.type is UnitEventType.MERGE and history.id in change.to_ids
        for unit_id in change.from_ids
    ]
    return tuple(
        unit_id for unit_id in dict.fromkeys(merged) if unit_id != history.id and unit_id in histories
    )


def _predecessor_rows(
    predecessors: tuple[str, ...], years: tuple[IndexedYear, ...]
) -> Iterator[PredecessorRow]:
    """A column for each predecessor and never an average (domain.md 10.3)."""
    for one in years:
        cells = tuple(_predecessor(one, unit_id) for unit_id in predecessors)
        if any(cells):
            yield PredecessorRow(f"{one.year.year}年度", cells)


def _predecessor(one: IndexedYear, unit_id: str) -> PredecessorCell | None:
    unit = one.year.unit(unit_id)
    if unit is None:
        return None
    return PredecessorCell(book_unit(one.year, unit), unit_grade(one.year, unit), unit_rate(one.year, unit))
