"""What a printable document is before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

BATCH = "print/batch/"
"""Path of the page that lays documents one behind the other, to be printed in one go."""


class Layout(Enum):
    """How paper is filled; each has a style sheet of its name in `assets/print`."""

    DOCUMENT = "document"
    """A4 portrait by GB/T 9704: 22 lines of 28 characters (domain.md 11.1)."""
    ONE_PAGE = "one-page"
    """A4 portrait with the same text area, one sheet of paper each, in smaller type (domain.md 11.3)."""
    TABLE = "table"
    """A4 landscape with narrow margins: a working table (domain.md 11.4)."""

    @property
    def paged(self) -> bool:
        """Whether it goes on for pages, each with its number and its foot."""
        return self is not Layout.ONE_PAGE


class SheetKind(Enum):
    """The printable documents of domain.md 11.2."""

    label: str
    layout: Layout

    def __new__(cls, value: str, label: str, layout: Layout) -> SheetKind:
        """A kind with its name in addresses, the one it has on the page, and how its paper is filled."""
        kind = object.__new__(cls)
        kind._value_ = value
        kind.label = label
        kind.layout = layout
        return kind

    BULLETIN = "bulletin", "考核情况通报", Layout.DOCUMENT
    COMMENDATIONS = "commendations", "表彰通报", Layout.DOCUMENT
    NOTICE = "notice", "公示", Layout.DOCUMENT
    SUMMARY = "summary", "单位考核画像", Layout.ONE_PAGE
    LEDGER = "ledger", "整改台账", Layout.TABLE
    DEDUCTIONS = "deductions", "指标扣分明细", Layout.TABLE
    RANKING = "ranking", "考核结果一览", Layout.TABLE
    FEEDBACK = "feedback", "问题反馈单", Layout.DOCUMENT
    CLOSING = "closing", "销号单", Layout.ONE_PAGE
    BALLOT = "ballot", "空白测评票", Layout.ONE_PAGE


@dataclass(frozen=True)
class Paper:
    """What lists of documents tell of one: with all that stands on them they would be half a book."""

    title: str
    path: str
    """Of the page; empty where there is a PDF only."""
    pdf: str
    """Path of the PDF."""


@dataclass(frozen=True)
class Sheet:
    """One printable document: a page without the theme around it, and a PDF beside it."""

    path: str
    """Folder URL below the book's root: `print/summary/u03/`."""
    title: str
    """Plain text: `综掘一队2025年度考核画像`."""
    kind: SheetKind
    view: object
    """Frozen dataclass with everything the template names."""
    code: str
    """核对码 of what it says: `7K3F-Q9XM`."""
    unit_id: str = ""
    """Of the unit it is about; empty for those about all."""
    group: str = ""
    """Of that unit."""
    back: str = ""
    """Path of the page it belongs to, for those who look at it on the screen."""

    @property
    def layout(self) -> Layout:
        """How its paper is filled."""
        return self.kind.layout

    @property
    def template(self) -> str:
        """File below `site_templates`: `print/summary.html.j2`."""
        return f"print/{self.kind.value}.html.j2"

    @property
    def pdf(self) -> str:
        """Path of its PDF below the book's root: `print/summary/u03.pdf`."""
        return f"{self.path.rstrip('/')}.pdf"

    @property
    def paper(self) -> Paper:
        """The document without what stands on it."""
        return Paper(self.title, self.path, self.pdf)
