"""单位问题反馈单 as it leaves the printer."""

from __future__ import annotations

from pathlib import Path

from generator.contract.fields import Audience
from generator.pages.plan import plan_book
from tests.pages.sheets import sample_editions
from tests.press.held import printed


def test_the_unit_with_most_problems_gets_two_sheets(tmp_path: Path) -> None:
    """In the text area of an official document, 156 × 225 mm within a millimetre, each with its number."""
    given = sample_editions()[Audience.LEADERS]
    paper = printed(plan_book(given, given.years[-1]), "feedback/u04/", tmp_path)
    assert paper.overflows == ()
    assert paper.size == (210, 297)
    assert len(paper.pages) == 2
    assert ["—1—" in paper.pages[0], "—2—" in paper.pages[1]] == [True, True]
    assert "考核组：" in paper.pages[1]
    text = [box for box in paper.boxes(2) if box[3] < 297 - 35]
    assert abs(min(box[0] for box in text) - 28) < 1
    assert max(box[2] for box in text) < 28 + 156 + 1
    assert min(box[1] for box in text) > 37
