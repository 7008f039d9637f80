"""Documents as PDF, and the lines of words on their pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.press.engine import Manuscript, lay_out, write
from tests.conftest import PROJECT
from tests.press.poppler import Word, facts_of, words_of

THEME = PROJECT / "site_templates" / "theme"


@dataclass(frozen=True)
class Line:
    """The words of a line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words together."""
        return "".join(word.text for word in self.words)


def pressed(book: Path, path: str, folder: Path, without: re.Pattern[str] | None = None) -> Path:
    """The document of a built book as PDF, maybe without some of its markup; `path` is `print/bulletin/`."""
    beside = {file.name: file.read_text(encoding="utf-8") for file in (book / path).glob("*.css")}
    markup = (book / path / "index.html").read_text(encoding="utf-8")
    # The watermark lies across the text and would stand between the words of every line.
    plain = re.sub(r'<p class="kp-watermark".*?</p>', "", without.sub("", markup) if without else markup)
    file = folder / f"{path.strip('/').replace('/', '-')}.pdf"
    write(lay_out(Manuscript(path, "", plain, beside), THEME), file)
    return file


def pages(file: Path) -> list[list[Word]]:
    """The words of each page."""
    found: dict[int, list[Word]] = {number: [] for number in range(1, int(facts_of(file)["Pages"]) + 1)}
    for word in words_of(file):
        found[word.page].append(word)
    return list(found.values())


def lines(words: list[Word]) -> list[Line]:
    """The lines of a page in one column, from the top."""
    rows = groupby(sorted(words, key=lambda word: word.middle), key=lambda word: round(word.middle / 3))
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for _, row in rows]
