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
from tests.announced import write_announced
from tests.conftest import PROJECT, SOURCE

ROWS = (
    ("summary/u03", "bulletin", "commendations/1", "notice/1"),
    ("feedback/u03", "closing/u03", "ballot/u03"),
    ("ledger", "ranking", "deductions/u03"),
)
"""Of every kind one, the portrait ones first."""
ANNOUNCED = "notice/1"
"""The sample has none: all its commendations are decided."""
WIDTH, GAP = 420, 12
"""Pixels of a page where there are three in a row, and between two."""


def write_picture(file: Path) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _set(folder, *SOURCE)
        _set(folder / "announced", "--data", str(write_announced(folder)), "--only", "notice")
        rows = []
        for papers in ROWS:
            wide = (3 * WIDTH + 2 * GAP - (len(papers) - 1) * GAP) // len(papers)
            rows.append([_first_page(_file(folder, paper), wide) for paper in papers])
    _laid(rows).save(file, optimize=True)


def _set(out: Path, *options: str) -> None:
    if kaohe(["pdf", *options, "--audience", "leaders", "--year", "2025", "--out", str(out)]) != 0:
        sys.exit(1)


def _file(folder: Path, paper: str) -> Path:
    folder = folder / "announced" if paper == ANNOUNCED else folder
    return folder / f"leaders/2025/print/{paper}.pdf"


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
    return _laid([pages[start : start + 3] for start in range(0, len(pages), 3)])


def _laid(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Pages in their rows, on grey."""
    heights = [max(page.height for page in row) for row in rows]
    width = max(sum(page.width + GAP for page in row) for row in rows) + GAP
    desk, top = Image.new("L", (width, sum(heights) + GAP * (len(rows) + 1)), 0xD8), GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for page in row:
            desk.paste(page, (left, top))
            left += page.width + GAP
        top += height + GAP
    return desk


def _first_page(pdf: Path, wide: int) -> Image.Image:
    command = ["pdftoppm", "-png", "-singlefile", "-gray", "-scale-to-x", str(wide), "-scale-to-y", "-1"]
    subprocess.run([*command, str(pdf), str(pdf.with_suffix(""))], check=True)
    return Image.open(pdf.with_suffix(".png")).convert("L")


if __name__ == "__main__":
    write_picture(Path(sys.argv[1]) if sys.argv[1:] else PROJECT / "docs/pictures/papers.png")
