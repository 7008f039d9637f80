"""合订本: cover, contents that are right, bookmarks, page numbers from the first document to the last."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf

from tests.press.poppler import facts_of, text_of


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    return text_of(pdf).split("\f")[:-1]


def test_the_contents_name_the_page_each_document_is_on(papers: Path) -> None:
    """The number in the contents is the one printed on the document's first page."""
    pages = pages_of(papers / "booklets/all.pdf")
    listed = re.findall(r"^\s*\S.*?2025年度考核画像\s+(\d+)$", "\n".join(pages[1:6]), re.M)
    printed = [
        re.search(r"—\s*(\d+)\s*—", text)
        for text in pages[2:]
        if re.search(r"^\s*2025年度考核画像$", text, re.M)
    ]
    assert len(printed) == 18
    assert [found[1] for found in printed if found] == listed


def test_each_document_has_a_bookmark_and_a_tag(papers: Path) -> None:
    """A reader jumps from one unit to the next; a voice finds its way too."""
    reader = pypdf.PdfReader(papers / "booklets/all.pdf")
    titles = [one["/Title"] for one in reader.outline if isinstance(one, dict)]
    assert sum(title.endswith("2025年度考核画像") for title in titles) == 18
    assert facts_of(papers / "booklets/all.pdf")["Tagged"] == "yes"
    assert facts_of(papers / "booklets/all.pdf")["Title"] == "2025年度考核材料全册"


def test_a_group_has_a_volume_whose_documents_keep_their_own_numbers(papers: Path) -> None:
    """生产单位: nine units, each on a page 1 of its own."""
    pages = pages_of(papers / "booklets/summary-1.pdf")
    sheets = [text for text in pages if "考核画像" in text and "核对码" in text]
    assert len(sheets) == 9
    assert all(re.search(r"—\s*1\s*—", text) for text in sheets)
