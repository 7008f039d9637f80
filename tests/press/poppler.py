"""What poppler reads in a PDF."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

MM = 25.4 / 72
"""Millimetres of a point."""


@dataclass(frozen=True)
class Word:
    """A word on a page and where it stands, in millimetres from the corner of the page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Height of its middle: the same for all words of a line, whatever their fonts."""
        return (self.top + self.bottom) / 2


def text_of(pdf: Path) -> str:
    """The words of a PDF in reading order, its pages ended by form feeds."""
    return _run("pdftotext", "-layout", str(pdf), "-")


def read_text(pdf: Path) -> str:
    """The same in the order it was written, lines not laid out."""
    return _run("pdftotext", str(pdf), "-")


def written_text(pdf: Path) -> str:
    """The words in the order they were written into the file, wherever they stand on the page."""
    return _run("pdftotext", "-raw", str(pdf), "-")


def facts_of(pdf: Path) -> dict[str, str]:
    """What pdfinfo says: `Pages`, `Tagged`, `Title`."""
    lines = _run("pdfinfo", str(pdf)).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def size_of(pdf: Path) -> tuple[float, float]:
    """Width and height of its pages, in millimetres."""
    width, _, height, *_ = facts_of(pdf)["Page size"].split()
    return float(width) * MM, float(height) * MM


def fonts_of(pdf: Path) -> list[list[str]]:
    """The columns of pdffonts: name, type, encoding, embedded, subset, Unicode."""
    return [line.split() for line in _run("pdffonts", str(pdf)).splitlines()[2:]]


def words_of(pdf: Path) -> list[Word]:
    """Every word with its place."""
    tree = ElementTree.fromstring(_run("pdftotext", "-bbox", str(pdf), "-"))  # noqa: S314 - of our own PDF
    name = "{http://www.w3.org/1999/xhtml}"
    return [
        Word(
            number, one.text or "", *(MM * float(one.attrib[end]) for end in ("xMin", "yMin", "xMax", "yMax"))
        )
        for number, page in enumerate(tree.iter(f"{name}page"), 1)
        for one in page.iter(f"{name}word")
    ]


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
