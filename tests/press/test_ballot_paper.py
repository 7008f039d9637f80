"""空白测评票 as it leaves the printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.editions.edition import Post
from generator.pages.sheets.ballot import ROWS
from tests.pages.builders import edition, edition_year
from tests.pages.reader import book
from tests.press.held import printed


def test_each_ballot_is_one_page(tmp_path: Path) -> None:
    """With six classes of voters by the longest names, and a board that fills the page."""
    year = edition_year()
    first, *others = year.units
    one, *_ = year.scheme.ballot.classes
    classes = tuple(replace(one, code=code, name="类" * 60) for code in "ABCDEF")
    scheme = replace(year.scheme, ballot=replace(year.scheme.ballot, classes=classes))
    unit = replace(first, name="单" * 60, posts=(Post("职" * 40, None),) * ROWS)
    changed = replace(year, scheme=scheme, units=(unit, *others))
    paper = printed(book(edition(), changed), "ballot/u01/", tmp_path)
    assert paper.overflows == ()
    assert paper.size == (210, 297)
    assert [("成员民主测评票" in page, "核对码" in page) for page in paper.pages] == [
        (False, True),
        (True, True),
    ]
    assert "不了解" in paper.pages[1]
