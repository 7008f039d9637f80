"""单位一页纸 as PDF: one page, in its text area, whole and readable."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from tests.press.poppler import facts_of, fonts_of, text_of, words_of

pytestmark = pytest.mark.xdist_group("papers")
FOOT = 262
"""Millimetres from the top where the text area ends and the number of the page may stand."""


@pytest.fixture(params=["u01", "u03", "u09", "u15"])
def summary(papers: Path, request: pytest.FixtureRequest) -> Path:
    """The best unit, a usual one, one with a veto, a department."""
    return papers / f"summary/{request.param}.pdf"


def test_every_unit_has_one_page(papers: Path) -> None:
    """18 units, 18 sheets of A4."""
    found = sorted((papers / "summary").glob("*.pdf"))
    assert len(found) == 18
    assert {facts_of(file)["Pages"] for file in found} == {"1"}
    assert all("A4" in facts_of(file)["Page size"] for file in found)


def test_everything_stands_in_the_text_area(summary: Path) -> None:
    """156 mm wide from 28 mm on, from 37 mm down to 262 mm; only number and foot below."""
    words = words_of(summary)
    assert len(words) > 60
    for word in words:
        if word.text in "内部资料 注意保存·公司领导版数据截至" or (
            word.left < 28 - 1 and "2026" in word.text
        ):
            continue  # of the watermark, which crosses the page
        assert word.left > 28 - 1, word
        assert word.right < 210 - 26 + 1, word
        assert word.top > 37 - 1, word
    inside = [word for word in words if word.bottom < FOOT + 1]
    below = [word for word in words if word.top > FOOT]
    assert len(inside) + len(below) == len(words), "a line across the edge of the text area"
    assert {"—", "1"} <= {word.text for word in below}


def test_fonts_are_embedded_and_no_letter_is_missing(papers: Path) -> None:
    """Rare letters of names are drawn, not boxes: every font has what it needs."""
    for file in (papers / "summary").glob("*.pdf"):
        for *_, embedded, subset, unicode, _, _ in fonts_of(file):
            assert (embedded, subset, unicode) == ("yes", "yes", "yes"), file
        assert "\ufffd" not in text_of(file)
    assert "裴堃" in text_of(papers / "summary/u15.pdf")


def test_a_voice_can_read_it(summary: Path) -> None:
    """Tagged as PDF/UA-1, with language, title and a bookmark; nobody is named as its author."""
    reader = pypdf.PdfReader(summary)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    metadata = root["/Metadata"].get_data().decode()
    assert "pdfuaid" in metadata
    assert facts_of(summary)["Title"].endswith("2025年度考核画像")
    assert "Author" not in facts_of(summary)
    assert len(reader.outline) >= 1


def test_the_foot_says_whose_it_is_and_how_to_check_it(summary: Path) -> None:
    """Edition, moment, code, and that it is no official document."""
    text = " ".join(text_of(summary).split())
    for words in (
        "内部资料 注意保存",
        "打印自考核信息网，以正式文件为准",
        "公司领导版",
        "数据截至 2026-06-30 18:00",
        "核对码",
    ):
        assert words in text
