"""The sample cut down, changed and assessed once, for editions that are made again and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition, EditionYear
from generator.intake.records import Folder, Record, Records
from generator.model.tables import Tables, YearTables
from generator.model.terms import ItemAudience, PublicationItem
from generator.model.year import Archive
from generator.scoring.assess import Assessment, assess_years

KEPT = frozenset({"u01", "u03", "u04", "u09", "u12"})
"""Units with a portrait, a veto, a reason for deciding otherwise: five are quicker seen than eighteen."""


@dataclass(frozen=True)
class Given:
    """Years with their results: these no edition changes."""

    archive: Archive
    assessments: Mapping[int, Assessment]

    @classmethod
    def of(cls, tables: Tables) -> Given:
        """Assessed once, seen many times."""
        archive = assemble(tables)
        return cls(archive, assess_years(archive))

    def seen(self, audience: Audience) -> Edition:
        """What the audience sees of them."""
        return for_audience(self.archive, self.assessments, audience)

    def last(self, audience: Audience) -> EditionYear:
        """The newest year of it."""
        return self.seen(audience).years[-1]


def fewer(sample: Records) -> Records:
    """The last two years of the sample with these units alone."""
    *_, before, last = sorted(sample.by_year)
    return replace(sample, by_year={year: _fewer(sample.by_year[year]) for year in (before, last)})


def _fewer(folder: Folder) -> Folder:
    def kept(row: Record) -> bool:
        return row.values.get("unit_id", "u01") in KEPT

    numbers = {row["id"] for row in folder.rows("rectifications") if kept(row)}
    tables = {
        name: replace(
            rows,
            records=tuple(
                row
                for row in rows.records
                if (row["id"] in numbers if name == "rectification_events" else kept(row))
            ),
        )
        for name, rows in folder.tables.items()
    }
    collections = {
        name: {stem: one for stem, one in entries.items() if stem[0] != "u" or stem in KEPT}
        for name, entries in folder.collections.items()
    }
    return replace(folder, tables=tables, collections=collections)


def changed(tables: Tables, **changes: object) -> Tables:
    """The newest year with other rows."""
    year: YearTables = replace(tables.years[-1], **changes)  # type: ignore[arg-type]
    return replace(tables, years=(*tables.years[:-1], year))


def opened(tables: Tables, settings: Mapping[PublicationItem, ItemAudience], **changes: object) -> Tables:
    """The same under these settings of 公开口径."""
    scheme = tables.years[-1].scheme
    assert scheme is not None
    return changed(tables, scheme=replace(scheme, publication=settings), **changes)
