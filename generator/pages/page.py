"""What a page is before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.pages.search_records import SearchRecord
from generator.pages.sheets.booklets import Booklet
from generator.pages.sheets.sheet import BATCH, Sheet


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    anchor: str
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Page:
    """One generated page of a book or of the shelf."""

    path: str
    """Folder URL below the book's root, with trailing slash: `units/u03/`; empty for the front page."""
    title: str
    """Plain text, not markup."""
    template: str
    """File in `site_templates/pages`: `unit.html.j2`."""
    view: object
    """Frozen dataclass with everything the template names."""
    section: str | None = None
    """Path of the page that stands for this page's tab: `units/`; None for pages outside the tabs."""
    headings: tuple[Heading, ...] = ()
    description: str = ""
    """One sentence for `<meta name=description>`."""
    records: tuple[SearchRecord, ...] = ()
    """What the page is found by beside its title and description; see `generator.search`."""


@dataclass(frozen=True)
class Section:
    """A tab of a book: its name and its front page."""

    title: str
    path: str
    """Path of the page the tab opens: `units/`."""


@dataclass(frozen=True)
class BookFile:
    """A file beside the pages, for scripts to read."""

    path: str
    """Below the book's root: `compare/u03.json`."""
    content: str


@dataclass(frozen=True)
class LightRule:
    """What the browser needs to tell a light as of today (domain.md 9.4)."""

    as_of: str
    """数据截至, `2026-06-30`."""
    amber_days: int
    words: tuple[str, str, str]
    """The year's own for green, amber and red: `正常`, `临期`, `逾期`."""


@dataclass(frozen=True)
class Book:
    """All pages of one assessed year, or of the shelf, ready to be rendered."""

    name: str
    """Folder below the output root: `2025`; empty for the shelf."""
    title: str
    sections: tuple[Section, ...]
    pages: tuple[Page, ...]
    as_of: str
    """数据截至 as printed: `2026-06-30 18:00`; empty when the book has none."""
    edition: str = ""
    """Who it is for, as printed at the foot: `全体职工版`."""
    caution: str = ""
    """What is said on every page of an edition not meant for everybody, and across its paper; else empty."""
    banner: str = ""
    """What is said above every page, of a past year that it is one; else empty."""
    lights: LightRule | None = None
    """None where no light changes any more."""
    files: tuple[BookFile, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    """Printable documents."""
    booklets: tuple[Booklet, ...] = ()
    """Which of them are bound together."""
    pdf: bool = False
    """Whether each of them lies beside itself as PDF."""

    @property
    def cover(self) -> Book:
        """What stands on all its pages, without them: Jinja's contexts point in circles and stay for good."""
        return replace(self, pages=(), files=(), sheets=(), booklets=())

    @property
    def paths(self) -> frozenset[str]:
        """What can be linked to: pages and printable documents."""
        sheets = [sheet.path for sheet in self.sheets]
        return frozenset([*(page.path for page in self.pages), *sheets, *([BATCH] if sheets else [])])
