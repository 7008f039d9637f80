"""Problems made from records: place, label and value follow from the contract, never typed twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.contract.fields import Document, Field, Table
from generator.model.tables import Tables, YearTables
from generator.model.units import WorkCalendar
from generator.problems import Level, Place, Problem
from generator.review.sources import SOURCES, TABLES, Sourced, declaration
from generator.review.wording import shown


@dataclass(frozen=True)
class Spot:
    """Where something is wrong, and the text to blame."""

    place: Place
    value: str | None = None
    """None when nothing was filled in, or it must not be shown."""

    def problem(self, code: str, message: str, hint: str, level: Level = Level.ERROR) -> Problem:
        """What is wrong here."""
        return Problem(code, self.place, message, hint, self.value, level)


def at(record: Sourced, name: str) -> Spot:
    """One field of one record; its value is shown unless it is personal or restricted."""
    field = declaration(record, name)
    value = None if _is_hidden(record, field) else shown(field, getattr(record, name))
    return Spot(_place(record, field.label), value)


def entry_at(record: Sourced, name: str, entry: str, value: str | None = None) -> Spot:
    """One entry of a field with several: `等次分值 › 良好`, `同分次序 › 第2项`."""
    return Spot(_place(record, f"{declaration(record, name).label} › {entry}"), value)


def column_in(year: YearTables, tables: Tables, name: str, field: str) -> Spot:
    """A whole column of a table of the year, for problems that no single line is to blame for."""
    rows: Sequence[Sourced] = getattr(year, name)
    file = rows[0].origin.file if rows else f"{tables.root}/{year.year}/{name}.csv"
    label = next(column.label for column in TABLES[name].fields if column.name == field)
    return Spot(Place(file, None, label))


def calendar_gap(calendar: WorkCalendar, year: int) -> Problem:
    """The problem of a year whose holidays are not known, alike for all who count working days (8.2)."""
    message = f"缺少{year}年，无法计算工作日"
    return at(calendar, "years").problem("E123", message, f"请补充{year}年的放假日和调休上班日")


def _place(record: Sourced, label: str) -> Place:
    """Line and label of a table, path of labels in a document; an absent key is on no line of its own."""
    origin = record.origin
    absent = label not in (origin.keys or {})
    if absent and isinstance(SOURCES[type(record)], Document):
        return Place(origin.file, None, label)
    return origin.key(label)


def _is_hidden(record: Sourced, field: Field) -> bool:
    """Whether a value is not printed: it names a person, or only the group may read it (promises.md, P23)."""
    source = SOURCES[type(record)]
    return field.personal or (isinstance(source, Table) and source.restricted)
