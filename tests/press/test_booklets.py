"""合订本: cover, contents that are right, bookmarks, page numbers from the first document to the last."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from generator.cli import main
from generator.pages.sheets.sheet import SheetKind
from tests.bench.workload import write_workload
from tests.conftest import NO_PAGES
from tests.press.poppler import facts_of, text_of

pytestmark = pytest.mark.xdist_group("papers")
UNITS = 9
"""Enough for a contents of two pages."""


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of a company of nine units as leaders get them, every kind among them."""
    folder = tmp_path_factory.mktemp("volumes")
    (folder / "data").mkdir()
    write_workload(folder / "data", units=UNITS, problems=3)
    source = ["--data", str(folder / "data"), "--content", str(NO_PAGES)]
    assert main(["pdf", *source, "--audience", "leaders", "--out", str(folder)]) == 0
    return folder / "leaders/2025/print"


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    return text_of(pdf).split("\f")[:-1]


def test_the_contents_name_the_page_each_document_is_on(volumes: Path) -> None:
    """The number in the contents is the one printed on the document's first page."""
    pages = pages_of(volumes / "booklets/all.pdf")
    listed = re.findall(r"^\s*\S.*?2025年度考核画像\s+(\d+)$", "\n".join(pages[1:6]), re.M)
    printed = [
        re.search(r"—\s*(\d+)\s*—", text)
        for text in pages[2:]
        if re.search(r"^\s*2025年度考核画像$", text, re.M)
    ]
    assert len(printed) == UNITS
    assert [found[1] for found in printed if found] == listed


def test_each_document_has_a_bookmark_and_a_tag(volumes: Path) -> None:
    """A reader jumps from one unit to the next; a voice finds its way too."""
    reader = pypdf.PdfReader(volumes / "booklets/all.pdf")
    titles = [one["/Title"] for one in reader.outline if isinstance(one, dict)]
    assert sum(title.endswith("2025年度考核画像") for title in titles) == UNITS
    assert facts_of(volumes / "booklets/all.pdf")["Tagged"] == "yes"
    assert facts_of(volumes / "booklets/all.pdf")["Title"] == "2025年度考核材料全册"


def test_a_group_has_a_volume_whose_documents_keep_their_own_numbers(papers: Path) -> None:
    """生产单位: nine units, each on a page 1 of its own."""
    pages = pages_of(papers / "booklets/summary-1.pdf")
    sheets = [text for text in pages if "考核画像" in text and "核对码" in text]
    assert len(sheets) == 9
    assert all(re.search(r"—\s*1\s*—", text) for text in sheets)


def test_nothing_says_on_which_machine_it_was_made(volumes: Path, papers: Path) -> None:
    """No path and no address, in no kind of document and in no booklet, in the file as in its streams."""
    files = {file: file.relative_to(top) for top in (volumes, papers) for file in top.rglob("*.pdf")}
    kinds = {path.parts[0].removesuffix(".pdf") for path in files.values()}
    assert kinds == {kind.value for kind in SheetKind} - {SheetKind.NOTICE.value} | {"booklets"}
    for file in files:
        reader = pypdf.PdfReader(file)
        assert not [page for page in reader.pages if "/Annots" in page], file
        for secret in (b"file:", b"site.invalid", str(Path.cwd()).encode(), str(volumes.parents[2]).encode()):
            assert secret not in file.read_bytes(), file
