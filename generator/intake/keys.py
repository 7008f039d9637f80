"""Rows and documents entered twice, and documents that do not say what their file name says (E109, E113)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.fields import Field, Table, UnitId
from generator.intake.codes import unit_id_of
from generator.intake.faults import MOST_PROBLEMS, shorten, too_many
from generator.intake.records import Records, TableRows
from generator.intake.texts import fold_case
from generator.model.terms import Term
from generator.problems import Problem
from generator.store.again import again


def check_keys(records: Records) -> tuple[Problem, ...]:
    """A problem for each row whose key an earlier row of the file has, or has but for case and width."""
    tables = ((at, rows) for at, folder in records.placed() for rows in folder.tables.values())
    repeated = (again(("repeated", at, rows.table.name), _all_repeated, rows) for at, rows in tables)
    return (*(problem for found in repeated for problem in found), *_misnamed(records))


def _all_repeated(rows: TableRows) -> tuple[Problem, ...]:
    return tuple(_repeated(rows))


def _repeated(rows: TableRows) -> Iterator[Problem]:
    """The rows of one table whose key was there before."""
    table = rows.table
    first: dict[tuple[object, ...], tuple[tuple[object, ...], int | None]] = {}
    told = 0
    for record in rows.records:
        exact = tuple(record.values[name] for name in table.key)
        key, line = first.setdefault(tuple(map(_folded, exact)), (exact, record.place.line))
        if line == record.place.line:
            continue
        labels = "＋".join(field.label for field in _key_fields(table))
        alike = "重复" if key == exact else "只差大小写或全半角"
        value = None if _is_hidden(table) else shorten("，".join(map(_shown, exact)))
        place = record.place_of(table.key[0])
        told += 1
        if told > MOST_PROBLEMS:
            yield too_many(place.file)
            return
        yield Problem(
            "E109", place, f"「{labels}」与第{line}行{alike}", "请删除多余的一行，或改正编号", value
        )


def _misnamed(records: Records) -> Iterator[Problem]:
    """Documents of a folder whose first field is not the name of their file."""
    for document in records.documents:
        if not document.many:
            continue
        name, unit = document.fields[0].name, isinstance(document.fields[0].kind, UnitId)
        for folder in records.folders():
            for stem, record in folder.entries(document.name).items():
                unknown = unit and unit_id_of(str(record[name])) is None
                if str(record[name]).lower() != stem and not unknown:
                    hint = f"请把文件改名为 {str(record[name]).lower()}.yml，或改正这里的编号"
                    yield Problem("E113", record.place_of(name), "与文件名不一致", hint, str(record[name]))


def _key_fields(table: Table) -> tuple[Field, ...]:
    """The fields of the key."""
    return tuple(field for field in table.fields if field.name in table.key)


def _is_hidden(table: Table) -> bool:
    """Whether the key must not be printed."""
    return table.restricted or any(field.personal for field in _key_fields(table))


def _folded(value: object) -> object:
    """The value without case and width."""
    return fold_case(value) if isinstance(value, str) else value


def _shown(value: object) -> str:
    """One part of a key as a person reads it."""
    if isinstance(value, Term):
        return value.label
    if isinstance(value, tuple):
        return "；".join(map(_shown, value))
    return "" if value is None else str(value)
