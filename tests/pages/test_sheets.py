"""Printable documents: what they say, and the code by which paper is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contract.fields import Audience
from generator.pages.sheets.codes import ALPHABET, check_code, normal_code
from generator.pages.sheets.limits import ELLIPSIS, clipped
from tests.pages.builders import commendation, edition, edition_year
from tests.pages.reader import book, read, words


@dataclass(frozen=True)
class Said:
    """Stands for a view."""

    title: str
    rows: tuple[tuple[str, Decimal | None], ...]


SAID = Said("综掘一队", (("民主测评", Decimal("90.21")), ("上级评价", None)))


def test_a_code_is_read_aloud_and_typed_without_mistake() -> None:
    """Eight letters in two halves, none that is taken for another."""
    code = check_code(Audience.STAFF, 2025, SAID)
    assert len(code) == 9
    assert code[4] == "-"
    assert set(code) - {"-"} <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


def test_the_same_words_have_the_same_code_and_others_have_another() -> None:
    """A changed number, another edition and a row more are another paper."""
    code = check_code(Audience.STAFF, 2025, SAID)
    assert check_code(Audience.STAFF, 2025, replace(SAID)) == code
    others = (
        check_code(Audience.LEADERS, 2025, SAID),
        check_code(Audience.STAFF, 2024, SAID),
        check_code(Audience.STAFF, 2025, replace(SAID, title="综掘二队")),
        check_code(Audience.STAFF, 2025, replace(SAID, rows=SAID.rows[:1])),
        check_code(Audience.STAFF, 2025, replace(SAID, rows=(("民主测评", Decimal("90.22")), SAID.rows[1]))),
    )
    assert len({code, *others}) == 6


def test_text_that_moves_between_cells_is_another_paper() -> None:
    """The words are counted by where they stand, not only one after the other."""
    assert check_code(("甲", "乙")) != check_code(("甲乙", ""))
    assert check_code((("甲",), ("乙",))) != check_code((("甲", "乙"), ()))


@given(st.binary(min_size=1))
def test_a_code_typed_carelessly_is_still_known(content: bytes) -> None:
    """Small letters, blanks and letters mistaken for digits do no harm."""
    code = check_code(content.hex())
    careless = code.lower().replace("-", " ").replace("1", "l").replace("0", "o")
    assert normal_code(careless) == code


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("四个字呢", 4, "四个字呢"),
        ("四个字呢", 3, "四个" + ELLIPSIS),
        ("ab12", 2, "ab12"),
        ("说，不说", 3, "说" + ELLIPSIS),
    ],
)
def test_a_text_is_cut_where_the_paper_ends(text: str, limit: int, shown: str) -> None:
    """Half-width letters count half; no comma stands before the ellipsis."""
    assert clipped(text, limit) == shown


@given(st.text(alphabet="字a1，、", max_size=40), st.integers(2, 20))
def test_a_cut_text_is_never_longer_than_it_may_be(text: str, limit: int) -> None:
    """Full-width letters count one, half-width ones half."""
    room = sum(1 if one in f"字，、{ELLIPSIS}" else 0.5 for one in clipped(text, limit))
    assert room <= limit


def test_documents_of_one_kind_are_told_apart_on_the_page_of_all() -> None:
    """One of a kind by the name of the kind, several by their titles, with numbers of documents or rows."""
    rows = (commendation("C-2025-001", "u01", "甲队"), commendation("C-2025-002", "u01", "乙队"))
    first, second = (replace(row, doc_no=f"×党发〔2026〕{n}号") for n, row in enumerate(rows, 1))
    page = words(read(book(edition(), replace(edition_year(), commendations=(first, second))), "print/"))
    assert (
        "关于2025年度考核表彰的通报（×党发〔2026〕1号） 关于2025年度考核表彰的通报（×党发〔2026〕2号）"
        in page
    )
    assert "考核情况通报 " in page
    assert "整改台账 " in page
