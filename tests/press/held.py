"""Paper as somebody holds it: a document set as PDF and read again with other tools than made it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.pages.page import Book
from generator.press.engine import Manuscript, lay_out, write
from generator.press.fit import Overflow, overflows
from generator.rendering import Renderer
from tests.pages.reader import TEMPLATES
from tests.pages.sheets import sheet_at
from tests.press.poppler import read_text, size_of, words_of


@dataclass(frozen=True)
class Paper:
    """A document of several pages."""

    file: Path
    overflows: tuple[Overflow, ...]

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page without any white space."""
        return [re.sub(r"\s", "", page) for page in read_text(self.file).split("\f")[:-1]]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the paper in whole millimetres."""
        width, height = size_of(self.file)
        return round(width), round(height)

    def boxes(self, page: int) -> list[tuple[float, float, float, float]]:
        """Left, top, right and bottom of each word of a page, in millimetres from its upper left corner."""
        words = (word for word in words_of(self.file) if word.page == page)
        return [(word.left, word.top, word.right, word.bottom) for word in words]


def printed(book: Book, path: str, folder: Path) -> Paper:
    """The document of that path below `print/` as PDF."""
    sheet, renderer = sheet_at(book, path), Renderer(book, TEMPLATES)
    beside = {"foot.css": renderer.render_foot(sheet)} if sheet.layout.paged else {}
    manuscript = Manuscript(sheet.path, sheet.title, renderer.render_sheet(sheet), beside)
    document = lay_out(manuscript, TEMPLATES / "theme")
    file = folder / f"{sheet.path.strip('/').replace('/', '-')}.pdf"
    write(document, file)
    return Paper(file, overflows(document, sheet.layout))
