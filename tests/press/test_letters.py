"""Letters of names that small fonts lack (domain.md 11.5): drawn, not left as a box."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.press.engine import Manuscript, lay_out, write
from tests.press.paper import THEME

NOBODY = "\ue123"
"""Of the private use area: no font has it."""
PAGE = (
    '<!doctype html><html lang="zh-CN"><link rel="stylesheet" href="assets/print/sheet.css">'
    '<link rel="stylesheet" href="assets/print/document.css"><body><article class="kp-sheet">{}</article>'
)


def _drawn(markup: str, folder: Path) -> bytes:
    """The picture of a page with this on it, without page number and foot."""
    file = folder / "letter.pdf"
    write(lay_out(Manuscript("", "", PAGE.format(markup), {}), THEME), file)
    crop = ("-x", "0", "-y", "0", "-W", "595", "-H", "400")
    drawn = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", *crop, str(file)], check=True, capture_output=True
    )
    return drawn.stdout


@pytest.mark.parametrize("letter", "堃垚喆镕䶮㛃")
@pytest.mark.parametrize("tag", ["p", "h1", "h2", "h3"])
def test_a_rare_letter_has_a_shape_of_its_own(letter: str, tag: str, tmp_path: Path) -> None:
    """In every one of the document's fonts, or in the free one at the end of its list."""
    own, box, blank = (_drawn(f"<{tag}>{one}</{tag}>", tmp_path) for one in (letter, NOBODY, "　"))
    assert own not in (box, blank)
