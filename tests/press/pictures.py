"""The picture of all kinds of paper in the README: the first page of each, side by side.

    python -m tests.press.pictures [PICTURE]

Sets the sample's documents as leaders get them and writes `docs/pictures/papers.png`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from generator.cli import main as kaohe
from tests.conftest import PROJECT, SOURCE

PAPERS = (
    "summary/u03",
    "bulletin",
    "commendations/1",
    "feedback/u03",
    "closing/u03",
    "ballot/u03",
    "ledger",
    "ranking",
    "deductions/u03",
)
"""Portrait ones first, in rows of three."""
WIDTH, GAP = 420, 12
"""Pixels of a page, and between two."""


def write_picture(file: Path) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        made = ["--audience", "leaders", "--year", "2025", "--out", folder]
        if kaohe(["pdf", *SOURCE, *made]) != 0:
            sys.exit(1)
        pages = [_first_page(Path(folder) / f"leaders/2025/print/{paper}.pdf") for paper in PAPERS]
    _laid(pages, WIDTH).save(file, optimize=True)


def on_a_desk(pdf: Path, most: int = 6) -> Image.Image:
    """The first pages on grey, three a row, as a printer without colour leaves them."""
    command = [
        "pdftoppm",
        "-png",
        "-gray",
        "-l",
        str(most),
        "-scale-to-x",
        str(2 * WIDTH),
        "-scale-to-y",
        "-1",
    ]
    subprocess.run([*command, str(pdf), str(pdf.with_suffix(""))], check=True)
    files = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
    pages = [Image.open(file).convert("L") for file in files]
    for file in files:
        file.unlink()
    return _laid(pages, 2 * WIDTH)


def _laid(pages: Sequence[Image.Image], wide: int) -> Image.Image:
    """Pages so wide in rows of three."""
    rows = [pages[start : start + 3] for start in range(0, len(pages), 3)]
    heights = [max(page.height for page in row) for row in rows]
    across = max(map(len, rows))
    desk = Image.new("L", (across * (wide + GAP) + GAP, sum(heights) + GAP * (len(rows) + 1)), 0xD8)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            desk.paste(page, (GAP + place * (wide + GAP), top))
        top += height + GAP
    return desk


def _first_page(pdf: Path) -> Image.Image:
    command = ["pdftoppm", "-png", "-singlefile", "-gray", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run([*command, str(pdf), str(pdf.with_suffix(""))], check=True)
    return Image.open(pdf.with_suffix(".png")).convert("L")


if __name__ == "__main__":
    write_picture(Path(sys.argv[1]) if sys.argv[1:] else PROJECT / "docs/pictures/papers.png")
