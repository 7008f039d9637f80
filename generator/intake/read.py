"""The data folder → every record of it, and every problem of every file, in one run."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import Audience, Document, Table
from generator.intake.csvtable import parse_table
from generator.intake.encoding import decode, without_forbidden
from generator.intake.files import Found
from generator.intake.keys import check_keys
from generator.intake.records import Folder, Record, Records, TableRows
from generator.intake.stock import Stock, take_stock
from generator.intake.survey import Survey
from generator.intake.typed import hand_over
from generator.intake.units import resolve_units
from generator.intake.yamldoc import parse_document
from generator.model.tables import Tables
from generator.problems import Place, Problem, in_order
from generator.store.again import again


def read(
    data_dir: Path, *, years: Sequence[int] | None = None, audience: Audience = Audience.STAFF
) -> tuple[Tables, tuple[Problem, ...]]:
    """The typed tables of the data folder with all problems in order; never raises for bad data."""
    return read_stock(take_stock(data_dir, years=years, audience=audience))


def read_stock(stock: Stock, years: Collection[int] | None = None) -> tuple[Tables, tuple[Problem, ...]]:
    """The typed tables of what lies in the data folder, of these years only, all when None; problems too."""
    records, problems = records_of(stock, years)
    return hand_over(records, stock.root), problems


def read_records(
    data_dir: Path,
    *,
    years: Sequence[int] | None = None,
    audience: Audience = Audience.STAFF,
    tables: Sequence[Table] = TABLES,
    documents: Sequence[Document] = DOCUMENTS,
) -> tuple[Records, tuple[Problem, ...]]:
    """The records of the data folder, still by file, with all problems in order."""
    return records_of(
        take_stock(data_dir, years=years, audience=audience, tables=tables, documents=documents)
    )


def records_of(stock: Stock, years: Collection[int] | None = None) -> tuple[Records, tuple[Problem, ...]]:
    """The records of what lies in the data folder, of these years only, all when None; problems too."""
    found = stock.found if years is None else stock.found.of(years)
    reading = _Reading(stock.digests)
    for item in found.files:
        reading.take(item, stock.contents[item.file])
    missing = _missing(stock.root, found, [*stock.tables, *stock.documents])
    records = reading.records(found, stock.tables, stock.documents)
    records, unknown = resolve_units(records)
    return records, in_order((*found.problems, *missing, *reading.problems, *unknown, *check_keys(records)))


@dataclass
class _Reading:
    """What has been read so far, by year (None: the top of the data folder)."""

    files: Mapping[str, str]
    """Digests of all that is there."""
    tables: dict[tuple[int | None, str], TableRows] = field(default_factory=dict)
    documents: dict[tuple[int | None, str], dict[str, Record]] = field(default_factory=dict)
    refused: dict[int | None, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, found: Found, data: bytes | Problem) -> None:
        """Read the content of one file and keep its records and problems."""
        entry = found.entry
        if isinstance(entry, Table):
            rows, problems = again(("table", found.file), _rows, data, found.file, entry)
            self.tables[found.year, entry.name] = rows
        else:
            record, problems = again(("document", found.file), _record, data, found.file, entry)
            if record is not None:
                self.documents.setdefault((found.year, entry.name), {})[found.stem] = record
            else:
                self.refused.setdefault(found.year, set()).add(found.name)
        self.problems += problems

    def records(self, found: Survey, tables: Sequence[Table], documents: tuple[Document, ...]) -> Records:
        """Everything, folder by folder."""
        top = self._folder(None, found, tables, documents)
        by_year = {year: self._folder(year, found, tables, documents) for year in found.years}
        return Records(top, by_year, dict(sorted(self.files.items())), documents)

    def _folder(
        self, year: int | None, found: Survey, tables: Sequence[Table], documents: tuple[Document, ...]
    ) -> Folder:
        """The records of one folder; a table without file has no rows."""
        here = [table for table in tables if table.yearly == (year is not None)]
        kept = {document: self.documents.get((year, document.name), {}) for document in documents}
        refused = {name for at, name in found.refused if at == year} | self.refused.get(year, set())
        return Folder(
            {
                table.name: self.tables.get(
                    (year, table.name), TableRows(table, complete=table.name not in refused)
                )
                for table in here
            },
            {d.name: entries[d.name] for d, entries in kept.items() if not d.many and entries},
            {d.name: dict(sorted(entries.items())) for d, entries in kept.items() if d.many and entries},
            frozenset(refused),
        )


def _rows(data: bytes | Problem, file: str, table: Table) -> tuple[TableRows, tuple[Problem, ...]]:
    """What the bytes of a file hold, and what is wrong with it."""
    if isinstance(data, Problem):
        return TableRows(table, complete=False), (data,)
    text, problems = decode(data, file)
    if text is None:
        return TableRows(table, complete=False), problems
    rows, more = parse_table(without_forbidden(text) if problems else text, file, table)
    return replace(rows, complete=rows.complete and not problems), (*problems, *more)


def _record(
    data: bytes | Problem, file: str, document: Document
) -> tuple[Record | None, tuple[Problem, ...]]:
    """The same of a document."""
    if isinstance(data, Problem):
        return None, (data,)
    text, problems = decode(data, file)
    return (None, problems) if text is None or problems else parse_document(text, file, document)


def _missing(root: str, found: Survey, entries: Sequence[Table | Document]) -> list[Problem]:
    """A problem for each required file that is not there."""
    if not found.exists:
        return []
    present = {(item.year, item.entry.name) for item in found.files} | set(found.refused)
    problems = []
    for entry in entries:
        suffix = "csv" if isinstance(entry, Table) else "yml"
        for year in found.years if entry.yearly else (None,):
            if entry.required and (year, entry.name) not in present:
                place = Place(f"{root}/{f'{year}/' if year else ''}{entry.name}.{suffix}")
                hint = f"请按模板建立{entry.label}"
                problems.append(Problem("E112", place, f"缺少必需的文件：{entry.label}", hint))
    return problems
