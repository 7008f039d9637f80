"""考核情况通报 on paper by GB/T 9704 (domain.md 11.1), measured on the PDF."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.press.paper import Line, lines, pages, pressed
from tests.press.poppler import Word, fonts_of, size_of

pytestmark = pytest.mark.xdist_group("bulletin")

PATH = "print/bulletin/"
TOP, LEFT, WIDTH, HEIGHT = 37.0, 28.0, 156.0, 225.0
LINE = 28.95 * 25.4 / 72
YEARS = ("2023", "2024", "2025")
NOT_FIRST = "，。、；：？！）》〉」』”’】〕·%…—"
"""What no line begins with."""


@pytest.fixture(scope="module")
def bulletins(leaders_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The document of each sample year, for leaders."""
    return {
        year: pressed(leaders_site / year, PATH, tmp_path_factory.mktemp(year) / "print") for year in YEARS
    }


@pytest.fixture(scope="module")
def read(bulletins: dict[str, Path]) -> dict[str, list[list[Word]]]:
    """The words on each page of them."""
    return {year: pages(file) for year, file in bulletins.items()}


def _body(words: list[Word]) -> list[Line]:
    """The lines in the text area, without page number and foot."""
    return lines([word for word in words if word.middle < TOP + HEIGHT + 2])


def _text(found: list[list[Word]]) -> list[list[Word]]:
    """The pages before the first attachment."""
    first = next(number for number, page in enumerate(found) if _body(page)[0].text.startswith("附件"))
    return found[:first]


@pytest.mark.parametrize("year", YEARS)
def test_the_text_has_three_to_five_pages(read: dict[str, list[list[Word]]], year: str) -> None:
    """Of A4; attachments come after them, one page each in a company of this size."""
    text = _text(read[year])
    assert 3 <= len(text) <= 5
    attached = [_body(page)[0].text for page in read[year][len(text) :]]
    assert attached == [f"附件{number}" for number in range(1, len(attached) + 1)]
    assert 2 <= len(attached) <= 3


def test_paper_is_a4(bulletins: dict[str, Path]) -> None:
    """210 × 297 mm."""
    assert size_of(bulletins["2025"]) == pytest.approx((210, 297), abs=0.2)


@pytest.mark.parametrize("year", YEARS)
def test_everything_stands_in_the_text_area(read: dict[str, list[list[Word]]], year: str) -> None:
    """156 × 225 mm below 37 mm and right of 28 mm, filled to a millimetre on its left and upper edge."""
    inside = [word for page in read[year] for word in page if word.middle < TOP + HEIGHT + 2]
    assert min(word.left for word in inside) == pytest.approx(LEFT, abs=1)
    assert max(word.right for word in inside) <= LEFT + WIDTH + 1
    assert max(word.right for word in inside) >= LEFT + WIDTH - 2
    assert min(word.middle for word in inside) == pytest.approx(TOP + LINE / 2, abs=1)


@pytest.mark.parametrize("year", YEARS)
def test_a_full_page_has_22_lines(read: dict[str, list[list[Word]]], year: str) -> None:
    """At 28.95 pt, so that the last one ends 225 mm below the first."""
    full = [_body(page) for page in _text(read[year])[1:-1]]
    assert 22 in {len(page) for page in full}
    page = next(page for page in full if len(page) == 22)
    heights = [one.words[0].middle for one in page]
    steps = [below - above for above, below in pairwise(heights)]
    assert steps == pytest.approx([LINE] * 21, abs=0.3)
    assert heights[-1] + LINE / 2 == pytest.approx(TOP + HEIGHT, abs=1)


def test_a_line_has_28_characters(read: dict[str, list[list[Word]]]) -> None:
    """15.75 pt each; one that holds nothing but Chinese shows it."""
    found = [line.text for page in _text(read["2025"]) for line in _body(page)]
    assert max(len(text) for text in found if all(letter > "\u2e80" for letter in text)) == 28


@pytest.mark.parametrize("year", YEARS)
def test_no_line_begins_with_closing_punctuation(read: dict[str, list[list[Word]]], year: str) -> None:
    """避头尾."""
    begins = {line.text[0] for page in _text(read[year]) for line in _body(page)}
    assert not begins & set(NOT_FIRST)


@pytest.mark.parametrize("year", YEARS)
def test_page_numbers_stand_at_the_outer_edge(read: dict[str, list[list[Word]]], year: str) -> None:
    """Odd right, even left, one character in, 7 mm below the text."""
    for number, page in enumerate(read[year], 1):
        below = [word for word in page if TOP + HEIGHT + 2 < word.middle < TOP + HEIGHT + 15]
        assert "".join(word.text for word in below) == f"—{number}—"
        edge = below[-1].right if number % 2 else below[0].left
        character = 14 * 25.4 / 72
        assert edge == pytest.approx(LEFT + WIDTH - character if number % 2 else LEFT + character, abs=1)
        assert below[0].middle == pytest.approx(TOP + HEIGHT + 7 + character / 2, abs=1)


def test_attachments_begin_a_page_with_their_title_on_the_third_line(
    read: dict[str, list[list[Word]]],
) -> None:
    """Flush left above it, the title in the middle."""
    for page in read["2025"][len(_text(read["2025"])) :]:
        first, title = _body(page)[:2]
        assert first.words[0].left == pytest.approx(LEFT, abs=1)
        assert title.words[0].middle == pytest.approx(TOP + 2.5 * LINE, abs=1)
        middle = (title.words[0].left + title.words[-1].right) / 2
        assert middle == pytest.approx(LEFT + WIDTH / 2, abs=1)


def test_every_font_is_in_the_file_and_rare_names_have_letters(bulletins: dict[str, Path]) -> None:
    """裴堃, 邵垚 and 窦子喆 are commended; a letter no font has would come back as something else."""
    rows = fonts_of(bulletins["2025"])
    assert rows
    assert {row[-5] for row in rows} == {"yes"}  # emb
    text = "".join(word.text for page in pages(bulletins["2025"]) for word in page)
    assert {"堃", "垚", "喆"} <= set(text)
    assert "\ufffd" not in text
