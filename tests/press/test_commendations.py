"""表彰通报 and 公示 on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.editions.commendations import Commendation
from generator.model.terms import CommendationStatus, CommendationType, RecipientKind
from tests.pages.builders import commendation, edition, edition_year
from tests.pages.reader import book
from tests.press.held import printed
from tests.press.paper import lines, pages

BOTTOM = 37 + 225 + 2
"""Millimetres: the text area ends above it, the number of the page is below."""
MIDDLE = 28 + 156 / 2


def _rows(status: CommendationStatus, many: int) -> tuple[Commendation, ...]:
    """Persons of three types, as long as they come."""
    types = (
        CommendationType.EXCELLENT_LEADER,
        CommendationType.ADVANCED_PERSON,
        CommendationType.EXCELLENT_MEMBER,
    )
    return tuple(
        replace(
            commendation(f"C-2025-{number:03}", "u01", f"欧阳子{chr(0x4E00 + number)}"),
            type=types[number * len(types) // many],
            recipient_kind=RecipientKind.PERSON,
            position="检修班班长",
            status=status,
        )
        for number in range(many)
    )


@pytest.mark.parametrize("many", [4, 12, 36, 70])
def test_a_notice_is_one_page(many: int, tmp_path: Path) -> None:
    """However many are announced: a longer list is set smaller, and 署名 is on it."""
    year = replace(edition_year(), commendations=_rows(CommendationStatus.IN_NOTICE, many))
    found = pages(printed(book(edition(), year), "notice/1/", tmp_path).file)
    assert len(found) == 1
    text = "".join(word.text for word in found[0])
    assert "受理部门" in text
    assert text.index("受理部门") < text.index("年月日")


def test_the_text_is_a_page_and_the_list_follows_in_two_columns(tmp_path: Path) -> None:
    """As given: down the first column, then down the second."""
    rows = _rows(CommendationStatus.COMMENDED, 30)
    year = replace(edition_year(), commendations=rows)
    text, listed = pages(printed(book(edition(), year), "commendations/1/", tmp_path).file)
    said = [line.text for line in lines([word for word in text if word.middle < BOTTOM])]
    assert said[0] == "×党发〔2026〕8号"
    assert said[1] == "关于2025年度考核表彰的通报"
    assert said[-1] == "2026年3月9日"
    names = [word for word in listed if word.text.startswith("欧阳子")]
    columns = [[word.text for word in names if (word.left > MIDDLE) is right] for right in (False, True)]
    assert len(columns[0]) > 12
    assert len(columns[1]) > 12
    assert [name[:4] for name in (*columns[0], *columns[1])] == [row.recipient for row in rows]
