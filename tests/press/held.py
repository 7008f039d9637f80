"""Paper as somebody holds it: a document set as PDF and read again with other tools than made it."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.pages.page import Book
from generator.press.engine import Manuscript, lay_out, write
from generator.press.fit import Overflow, overflows
from generator.rendering import Renderer
from tests.pages.reader import TEMPLATES
from tests.pages.sheets import sheet_at

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
MM = 25.4 / 72


@dataclass(frozen=True)
class Paper:
    """A document of several pages."""

    file: Path
    overflows: tuple[Overflow, ...]

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page without any white space."""
        return [re.sub(r"\s", "", page) for page in _asked("pdftotext", str(self.file), "-").split("\f")[:-1]]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the paper in whole millimetres."""
        found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", _asked("pdfinfo", str(self.file)))
        assert found
        return round(float(found[1]) * MM), round(float(found[2]) * MM)

    def boxes(self, page: int) -> list[tuple[float, float, float, float]]:
        """Left, top, right and bottom of each word of a page, in millimetres from its upper left corner."""
        text = _asked("pdftotext", "-bbox", str(self.file), "-")
        inside = _PAGE.findall(text)[page - 1][2]
        return [tuple(float(one) * MM for one in word) for word in _WORD.findall(inside)]  # type: ignore[misc]


def printed(book: Book, path: str, folder: Path) -> Paper:
    """The document of that path below `print/` as PDF."""
    sheet, renderer = sheet_at(book, path), Renderer(book, TEMPLATES)
    beside = {"foot.css": renderer.render_foot(sheet)} if sheet.layout.paged else {}
    manuscript = Manuscript(sheet.path, sheet.title, renderer.render_sheet(sheet), beside)
    document = lay_out(manuscript, TEMPLATES / "theme")
    file = folder / f"{sheet.path.strip('/').replace('/', '-')}.pdf"
    write(document, file)
    return Paper(file, overflows(document, sheet.layout))


def _asked(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
