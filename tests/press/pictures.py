"""The picture of all kinds of paper in the README: the first page of each, side by side.

    python -m tests.press.pictures [PICTURE]

Sets the sample's documents as leaders get them and writes `docs/pictures/papers.png`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
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
    rows = [pages[start : start + 3] for start in range(0, len(pages), 3)]
    heights = [max(page.height for page in row) for row in rows]
    size = (3 * WIDTH + 4 * GAP, sum(heights) + GAP * (len(rows) + 1))
    sheet, top = Image.new("L", size, 0xD8), GAP
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            sheet.paste(page, (GAP + place * (WIDTH + GAP), top))
        top += height + GAP
    sheet.save(file, optimize=True)


def _first_page(pdf: Path) -> Image.Image:
    command = ["pdftoppm", "-png", "-singlefile", "-gray", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run([*command, str(pdf), str(pdf.with_suffix(""))], check=True)
    return Image.open(pdf.with_suffix(".png")).convert("L")


if __name__ == "__main__":
    write_picture(Path(sys.argv[1]) if sys.argv[1:] else PROJECT / "docs/pictures/papers.png")
