"""The problems a ledger's figures are about, and how a figure names and cites them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.figures.cells import cell
from generator.figures.figure import Operand
from generator.figures.heads import Head
from generator.model.rectifications import RectificationEvent
from generator.model.scheme import Rectification as Rules
from generator.model.terms import PublicationItem, RectificationEventType
from generator.model.units import WorkCalendar
from generator.problems import Place
from generator.scoring.ledger import LedgerStatistics
from generator.scoring.rectification import Life
from generator.scoring.recurrence import Recurrence


@dataclass(frozen=True)
class Scope:
    """Some problems as of a day: of the company, of a unit, or those an audience may see."""

    prefix: str
    """`ledger`, `units.u03.ledger`."""
    unit_id: str | None
    lives: tuple[Life, ...]
    statistics: LedgerStatistics
    """Over exactly these."""
    recurrences: tuple[Recurrence, ...]
    rules: Rules
    calendar: WorkCalendar

    @property
    def as_of(self) -> dt.date:
        """数据截至."""
        return self.statistics.as_of

    def head(self, key: str, label: str, behind: Iterable[Life]) -> Head:
        """The head of a figure; as soon as a 敏感 problem counts in it, it is for those who may see that."""
        sensitive = any(life.entry.sensitive for life in behind)
        item = PublicationItem.SENSITIVE if sensitive else PublicationItem.RECTIFICATIONS
        return Head(f"{self.prefix}.{key}", label, item, self.unit_id)


def named(label: str, behind: Iterable[Life]) -> Operand:
    """The problems by their numbers, all of them."""
    return Operand(label, "、".join(sorted(life.id for life in behind)) or "无")


def entry_cells(behind: Iterable[Life]) -> tuple[Place, ...]:
    """问题编号 of each problem."""
    return tuple(cell(life.entry, "id") for life in behind)


def happened(life: Life, kind: RectificationEventType) -> Sequence[RectificationEvent]:
    """Its events of one kind that counted by the day, by date and number."""
    missed = {step.event for step in life.missteps}
    return sorted(
        (
            event
            for event in life.rectification.events
            if event.event is kind and event.date <= life.as_of and event not in missed
        ),
        key=lambda event: (event.date, event.seq),
    )


def event_cells(lives: Iterable[Life], kind: RectificationEventType) -> tuple[Place, ...]:
    """日期 of each such event."""
    return tuple(cell(event, "date") for life in lives for event in happened(life, kind))
