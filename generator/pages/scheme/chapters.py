"""A document in chapters: paragraphs, a list, tables of finished words and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.links import Link
from generator.pages.marks import Mark
from generator.pages.page import Heading
from generator.pages.search_records import RecordKind, SearchRecord, said

Cell = str | Link | Mark | tuple[Link, ...]
"""What a cell of a grid prints: words, a link, a mark, or links one after the other."""


@dataclass(frozen=True)
class Column:
    """A column of a grid."""

    head: str
    style: str = ""
    """Class of its cells: `kh-number`, `kh-date`, `kh-wide`, or none."""


@dataclass(frozen=True)
class Grid:
    """A table; the first cell of a row names it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: str = ""
    """Class of its frame: `kh-stack` where a row becomes a few lines on a phone, or none."""


@dataclass(frozen=True)
class Chapter:
    """A section of the document; its parts are printed in the order of the fields."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    ordered: bool = False
    grids: tuple[Grid, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print."""
        return not (self.paragraphs or self.items or self.grids or self.notes)


def chapter_headings(chapters: tuple[Chapter, ...]) -> tuple[Heading, ...]:
    """The table of contents."""
    return tuple(Heading(chapter.anchor, chapter.title) for chapter in chapters)


def chapter_records(chapters: tuple[Chapter, ...]) -> Iterator[SearchRecord]:
    """Each chapter by its title and everything it says."""
    for one in chapters:
        cells = (
            word for grid in one.grids for row in grid.rows for cell in row for word in _cell_words(cell)
        )
        text = said(*one.paragraphs, *one.items, *cells, *one.notes)
        yield SearchRecord(RecordKind.CLAUSE, one.title, text, anchor=one.anchor)


def _cell_words(cell: Cell) -> tuple[str, ...]:
    match cell:
        case str():
            return (cell,)
        case tuple():
            return tuple(link.text for link in cell)
        case Link():
            return (cell.text,)
        case Mark():
            return (cell.word,)


def numbers(*heads: str) -> tuple[Column, ...]:
    """Columns of numbers."""
    return tuple(Column(head, "kh-number") for head in heads)


def words(*heads: str) -> tuple[Column, ...]:
    """Columns of words."""
    return tuple(Column(head) for head in heads)
