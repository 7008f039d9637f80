"""A document in chapters: paragraphs, a list, tables of finished words and notes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.links import Link
from generator.pages.marks import Mark
from generator.pages.page import Heading

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


def numbers(*heads: str) -> tuple[Column, ...]:
    """Columns of numbers."""
    return tuple(Column(head, "kh-number") for head in heads)


def words(*heads: str) -> tuple[Column, ...]:
    """Columns of words."""
    return tuple(Column(head) for head in heads)
