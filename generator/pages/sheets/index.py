"""打印: all printable documents of a year, by kind and by unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.editions.edition import EditionYear
from generator.pages.page import Heading, Page
from generator.pages.sheets.booklets import Booklet
from generator.pages.sheets.sheet import Paper, Sheet, SheetKind
from generator.pages.words import day

SECTION = "print/"


@dataclass(frozen=True)
class Entry:
    """A document about all units, called by its kind, by its title where there are several of a kind."""

    sheet: Paper
    text: str


@dataclass(frozen=True)
class SheetRow:
    """The documents of one unit, one a kind; None where the unit has none."""

    unit: str
    group: str
    sheets: tuple[Paper | None, ...]


@dataclass(frozen=True)
class PrintView:
    """打印."""

    general: tuple[Entry, ...]
    """Documents about all units."""
    kinds: tuple[SheetKind, ...]
    """Of the documents about one."""
    rows: tuple[SheetRow, ...]
    booklets: tuple[Paper, ...]
    groups: tuple[str, ...]
    as_of: str


def plan_print(year: EditionYear, sheets: Sequence[Sheet], booklets: Sequence[Booklet]) -> Iterator[Page]:
    """One page; none where there is nothing to print."""
    if not sheets:
        return
    general = tuple(_entries([sheet for sheet in sheets if not sheet.unit_id]))
    kinds = tuple(dict.fromkeys(sheet.kind for sheet in sheets if sheet.unit_id))
    view = PrintView(
        general=general,
        kinds=kinds,
        rows=tuple(_rows(year, sheets, kinds)),
        booklets=tuple(one.paper for one in booklets),
        groups=tuple(dict.fromkeys(sheet.group for sheet in sheets if sheet.group)),
        as_of=day(year.as_of),
    )
    named = (("general", "全公司", general), ("batch", "成批打印", kinds), ("units", "各单位", kinds))
    headings = tuple(Heading(anchor, title) for anchor, title, there in named if there)
    description = f"{year.year}年度可打印的考核文件。"
    yield Page(SECTION, "打印", "print.html.j2", view, SECTION, headings, description)


def _entries(sheets: Sequence[Sheet]) -> Iterator[Entry]:
    count = Counter(sheet.kind for sheet in sheets)
    for sheet in sheets:
        yield Entry(sheet.paper, sheet.kind.label if count[sheet.kind] == 1 else sheet.title)


def _rows(year: EditionYear, sheets: Sequence[Sheet], kinds: Sequence[SheetKind]) -> Iterator[SheetRow]:
    found: defaultdict[str, dict[SheetKind, Paper]] = defaultdict(dict)
    for sheet in sheets:
        found[sheet.unit_id][sheet.kind] = sheet.paper
    for unit in year.units:
        if own := found.get(unit.id):
            yield SheetRow(unit.short_name, unit.group, tuple(own.get(kind) for kind in kinds))
