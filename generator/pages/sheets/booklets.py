"""合订本: printable documents bound as one PDF, for those who print a whole group at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages.sheets.sheet import Paper, Sheet, SheetKind

LOOSE = frozenset({SheetKind.NOTICE, SheetKind.FEEDBACK, SheetKind.CLOSING, SheetKind.BALLOT})
"""Handed out or put up one by one, so that no volume holds them."""


@dataclass(frozen=True)
class Booklet:
    """Documents in one PDF, with a cover, their contents and bookmarks."""

    path: str
    """Below the book's root: `print/booklets/all.pdf`."""
    title: str
    sheets: tuple[Sheet, ...]
    continuous: bool
    """Whether its pages are numbered from the first document to the last, instead of each on its own."""

    @property
    def pdf(self) -> str:
        """Path of the PDF, all there is of it."""
        return self.path

    @property
    def paper(self) -> Paper:
        """The booklet without its documents."""
        return Paper(self.title, "", self.pdf)


def plan_booklets(year: int, sheets: Sequence[Sheet]) -> Iterator[Booklet]:
    """全册, then each kind of document about units group by group; none of fewer than two documents."""
    bound = tuple(sheet for sheet in sheets if sheet.kind not in LOOSE)
    if len(bound) > 1:
        yield Booklet("print/booklets/all.pdf", f"{year}年度考核材料全册", bound, continuous=True)
    groups = tuple(dict.fromkeys(sheet.group for sheet in sheets if sheet.group))
    for kind in SheetKind:
        for number, group in enumerate(groups, 1):
            own = tuple(sheet for sheet in sheets if sheet.kind is kind and sheet.group == group)
            if len(own) > 1:
                path = f"print/booklets/{kind.value}-{number}.pdf"
                yield Booklet(path, f"{year}年度{kind.label}合订本（{group}）", own, continuous=False)
