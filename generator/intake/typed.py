"""Records → the dataclasses of the model; contract and `generator.model.tables` use the same names."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

from generator.intake.records import Folder, Records, into
from generator.model.tables import Tables, YearTables
from generator.store.again import again, again_each


def hand_over(records: Records, root: str) -> Tables:
    """The typed tables; `root` is the data folder's name as problems print it."""
    years = tuple(
        YearTables(year=year, **_typed(YearTables, folder, year), broken=_broken(folder))
        for year, folder in records.by_year.items()
    )
    top = _typed(Tables, records.top)
    return Tables(root=root, **top, years=years, broken=_broken(records.top), files=records.files)


def _typed(owner: type[Tables | YearTables], folder: Folder, year: int | None = None) -> dict[str, Any]:
    """Attribute name → dataclass, or tuple of them, for every table and document of the folder."""
    classes = _classes(owner)
    found: dict[str, Any] = {}
    for name, rows in folder.tables.items():
        found[name] = again_each(("typed", year, name), into, classes[name], rows.records)
    for name, record in folder.documents.items():
        found[name] = again(("typed", year, name), into, classes[name], record)
    for name, entries in folder.collections.items():
        found[name] = again_each(("typed", year, name), into, classes[name], tuple(entries.values()))
    return found


def _classes(owner: type[Tables | YearTables]) -> Mapping[str, type]:
    """Attribute name → the model class its rows or its document become."""
    hints = get_type_hints(owner)
    return {
        item.name: get_args(hints[item.name])[0]
        for item in dataclasses.fields(owner)
        if get_args(hints[item.name])
    }


def _broken(folder: Folder) -> frozenset[str]:
    """Names of tables and documents that could not be read in full."""
    tables = {name for name, rows in folder.tables.items() if not rows.complete}
    return frozenset(tables | {name.split("/")[0] for name in folder.refused})
