"""What holds for every kind of printable document, read from its PDF with other tools than made it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from generator.pages.sheets.sheet import Layout, SheetKind
from tests.browser.pages import ANNOUNCED, LEADERS_SHEETS, SHEETS
from tests.press.paper import pages, pressed
from tests.press.poppler import MM, Word, facts_of, fonts_of, size_of, text_of

KINDS = {
    f"{site}-{name}": (site, path)
    for site, sheets in (("staff", SHEETS), ("leaders", LEADERS_SHEETS), ("announced", ANNOUNCED))
    for name, path in sheets.items()
}
AREAS = {
    Layout.DOCUMENT: (28.0, 37.0, 156.0, 225.0),
    Layout.ONE_PAGE: (28.0, 37.0, 156.0, 225.0),
    Layout.TABLE: (15.0, 20.0, 267.0, 175.0),
}
"""Left, top, width and height of the text area in millimetres (domain.md 11.1, 11.4)."""
DPI = 200
LEGIBLE = 4.5
FOOT = re.compile("打印自考核信息网，以正式文件为准.*核对码[0-9A-Z]{4}-[0-9A-Z]{4}")
Held = Callable[[str], tuple[Path, SheetKind]]


@pytest.fixture(scope="module")
def held(
    sample_site: Path, leaders_site: Path, announced_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Held:
    """Sets a document of that name, once."""
    sites = {"staff": sample_site, "leaders": leaders_site, "announced": announced_site}
    made: dict[str, Path] = {}

    def get(name: str) -> tuple[Path, SheetKind]:
        site, path = KINDS[name]
        year, rest = path.split("/", 1)
        if name not in made:
            made[name] = pressed(sites[site] / year, rest, tmp_path_factory.mktemp(name))
        return made[name], SheetKind(rest.split("/")[1])

    return get


def test_no_kind_is_left_out() -> None:
    """A new kind of document brings its name here."""
    assert {path.split("/")[2] for _, path in KINDS.values()} == {kind.value for kind in SheetKind}


@pytest.mark.parametrize("name", KINDS)
def test_paper_is_a4_and_everything_stands_in_its_text_area(held: Held, name: str) -> None:
    """Within a millimetre on all four sides; only number and foot stand below."""
    pdf, kind = held(name)
    left, top, width, height = AREAS[kind.layout]
    assert size_of(pdf) == pytest.approx((297, 210) if kind.layout is Layout.TABLE else (210, 297), abs=0.2)
    for page in pages(pdf):
        inside = [word for word in page if word.bottom < top + height + 1]
        below = "".join(word.text for word in page if word not in inside)
        assert min(word.left for word in inside) == pytest.approx(left, abs=1 + 4 * MM)
        assert max(word.right for word in inside) <= left + width + 1
        assert min(word.top for word in inside) >= top - 1
        assert not re.sub(
            r"—\d+—|第\d+页共\d+页|内部资料注意保存|(?:全体职工|公司领导)版", "", FOOT.sub("", below)
        )


@pytest.mark.parametrize("name", KINDS)
def test_each_page_says_which_it_is_and_what_the_paper_is_worth(held: Held, name: str) -> None:
    """第 x 页 共 y 页 on tables, — x — on documents; slips and ballots are handed out one by one."""
    pdf, kind = held(name)
    numbered = pages(pdf)
    for number, page in enumerate(numbered, 1):
        text = "".join(word.text for word in page)
        assert FOOT.search(text)
        if kind.layout is Layout.TABLE:
            assert f"第{number}页共{len(numbered)}页" in text
        elif kind not in (SheetKind.CLOSING, SheetKind.BALLOT):
            assert f"—{number}—" in text


@pytest.mark.parametrize(
    "name", [name for name, (_, path) in KINDS.items() if "ledger" in path or "deductions" in path]
)
def test_the_head_of_a_table_stands_on_each_of_its_pages(held: Held, name: str) -> None:
    """Whoever holds the third page knows what its columns are."""
    pdf, _ = held(name)
    found = ["".join(word.text for word in page) for page in pages(pdf)]
    assert len(found) > 1
    for head in (
        ("问题编号", "问题描述", "督办部门") if "ledger" in name else ("指标", "扣分情形", "问题编号")
    ):
        assert all(head in page for page in found)


@pytest.mark.parametrize("name", KINDS)
def test_fonts_are_in_the_file_and_every_letter_has_one(held: Held, name: str) -> None:
    """Embedded, only what is used, and with the letters they stand for."""
    pdf, _ = held(name)
    fonts = fonts_of(pdf)
    assert fonts
    assert {tuple(row[-5:-2]) for row in fonts} == {("yes", "yes", "yes")}
    assert "\ufffd" not in text_of(pdf)


@pytest.mark.parametrize("name", KINDS)
def test_a_reader_finds_the_way_by_bookmarks(held: Held, name: str) -> None:
    """A title, bookmarks that begin with the document's own heading, tags for a voice."""
    pdf, _ = held(name)
    first = pypdf.PdfReader(pdf).outline[0]
    assert isinstance(first, dict)
    facts = facts_of(pdf)
    assert facts["Title"]
    assert facts["Tagged"] == "yes"
    assert re.sub(r"\s", "", str(first["/Title"])) in re.sub(r"\s", "", text_of(pdf))


@pytest.mark.parametrize("name", KINDS)
def test_grey_paper_can_be_read(held: Held, name: str, tmp_path: Path) -> None:
    """Each word of the first pages stands out from what is behind it by 4.5:1, as a grey printer mixes it."""
    pdf, _ = held(name)
    command = ["pdftoppm", "-gray", "-r", str(DPI), "-l", "2", str(pdf), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    drawn = [Image.open(file) for file in sorted(tmp_path.glob("page*.pgm"))]
    for page, words in zip(drawn, pages(pdf), strict=False):
        faint = [word.text for word in words if not _is_legible(page, word)]
        assert faint == []


def _is_legible(page: Image.Image, word: Word) -> bool:
    if not re.search(r"\w", word.text):
        return True  # a dash or a rule has no stroke that fills a pixel
    scale = DPI / 25.4
    box = page.crop(tuple(round(scale * end) for end in (word.left, word.top, word.right, word.bottom)))  # type: ignore[arg-type]
    ink, paper = box.getextrema()
    assert isinstance(ink, int | float)
    assert isinstance(paper, int | float)
    return (_luminance(paper) + 0.05) / (_luminance(ink) + 0.05) >= LEGIBLE


def _luminance(grey: float) -> float:
    """Of 0…255, by WCAG."""
    share = grey / 255
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
