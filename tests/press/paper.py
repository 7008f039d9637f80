"""Documents as PDF, read again with poppler: where every word stands, in millimetres, and in which font."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.pages.page import Book
from generator.press.engine import Manuscript, lay_out, write
from generator.rendering import Renderer
from tests.conftest import PROJECT
from tests.pages.papers import paper
from tests.pages.reader import TEMPLATES

THEME = PROJECT / "site_templates" / "theme"
MM = 25.4 / 72
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word with its box, from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Height of its middle: the same for all words of a line, whatever their fonts."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Line:
    """The words of a line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words together."""
        return "".join(word.text for word in self.words)


def pressed(book: Path, path: str, folder: Path) -> Path:
    """The document of a built book as PDF; `path` is `print/bulletin/`."""
    beside = {file.name: file.read_text(encoding="utf-8") for file in (book / path).glob("*.css")}
    markup = (book / path / "index.html").read_text(encoding="utf-8")
    # The watermark lies across the text and would stand between the words of every line.
    plain = re.sub(r'<p class="kp-watermark".*?</p>', "", markup)
    file = folder / f"{path.strip('/').replace('/', '-')}.pdf"
    write(lay_out(Manuscript(path, "", plain, beside), THEME), file)
    return file


def pressed_plan(book: Book, path: str, folder: Path) -> Path:
    """The document of a planned book as PDF."""
    sheet, renderer = paper(book, path), Renderer(book, TEMPLATES)
    manuscript = Manuscript(path, "", renderer.render_sheet(sheet), {"foot.css": renderer.render_foot(sheet)})
    file = folder / "planned.pdf"
    write(lay_out(manuscript, THEME), file)
    return file


def pages(file: Path) -> list[list[Word]]:
    """The words of each page."""
    told = _poppler("pdftotext", "-bbox", str(file), "-")
    return [[_word(*one) for one in _WORD.findall(page)] for page in _PAGE.findall(told)]


def lines(words: list[Word]) -> list[Line]:
    """The lines of a page in one column, from the top."""
    rows = groupby(sorted(words, key=lambda word: word.middle), key=lambda word: round(word.middle / 3))
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for _, row in rows]


def size(file: Path) -> tuple[float, float]:
    """Width and height of its pages."""
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", _poppler("pdfinfo", str(file)))
    assert found
    return float(found[1]) * MM, float(found[2]) * MM


def fonts(file: Path) -> list[list[str]]:
    """Rows of `pdffonts`: name, … emb, sub, uni, object."""
    return [line.split() for line in _poppler("pdffonts", str(file)).splitlines()[2:]]


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    box = (float(one) * MM for one in (left, top, right, bottom))
    return Word(html.unescape(text), *box)


def _poppler(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
