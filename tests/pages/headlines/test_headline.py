"""Sentences and what they rest on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.pages.figures import Phrase, Shown
from generator.pages.headlines.headline import (
    Headline,
    chosen,
    headline,
    highest,
    joined,
    lowest,
    printed,
    with_basis,
)
from generator.pages.links import Link
from tests.pages.builders import edition
from tests.pages.figures import count_figure, figured, with_more

YEARS = figured(edition())
YEAR = YEARS.years[-1]


def test_a_headline_knows_every_figure_printed_and_compared() -> None:
    """Those inside links too, each once, the printed ones first."""
    one = headline(
        ("甲 ", Shown("7", "2025:a"), "，", Link(Shown("8", "2025:b"), "x/"), Shown("7", "2025:a")),
        ("2025:c", "2025:b"),
    )
    assert one.text == "甲 7，87"
    assert one.prints == ("2025:a", "2025:b", "2025:a")
    assert one.figures == ("2025:a", "2025:b", "2025:c")


def test_rules_keep_their_order_and_end_at_the_most() -> None:
    """A rule behind the last sentence is not even asked."""
    asked = []

    def rule(*texts: str) -> list[Headline] | object:
        for text in texts:
            asked.append(text)
            yield Headline(Phrase(text), (), ())

    found = chosen(YEARS, 2, rule(), rule("甲"), rule("乙", "丙"), rule("丁"))
    assert [one.text for one in found] == ["甲", "乙"]
    assert asked == ["甲", "乙"]


def test_the_basis_names_the_year_of_an_earlier_figure() -> None:
    """Two figures of one name are told apart; what the edition does not hold has no row."""
    keys = (
        "2025:ledger.total",
        "2024:ledger.total",
        "2025:ledger.total",
        "2025:nothing",
        "1999:ledger.total",
    )
    made = with_basis(YEARS, YEAR, (Headline(Phrase("甲"), (), keys),))
    assert [row.label for row in made.basis] == ["ledger.total：3", "2024年度ledger.total：1"]


def test_only_the_figures_asked_for_are_explained() -> None:
    """A page may leave out what it explains elsewhere."""
    one = Headline(Phrase("甲"), (), ("2025:ledger.total", "2025:ledger.closed"))
    assert [row.label for row in with_basis(YEARS, YEAR, (one,), ["2025:ledger.closed"]).basis] == [
        "ledger.closed：1"
    ]


def test_what_reads_alike_is_equal() -> None:
    """Rules compare two decimals; a figure without a value is none."""
    third = replace(count_figure("x", 0), value=Decimal("0.004"))
    year = with_more(YEAR, third, replace(third, key="y", value=None), replace(third, key="z", value="优秀"))
    assert [printed(year, key) for key in ("x", "y", "z", "absent")] == [Decimal("0.00"), None, None, None]


def test_equal_ones_share_first_and_last_place() -> None:
    """In the order given; of nothing, nothing."""
    values = {"甲": Decimal(1), "乙": Decimal(3), "丙": Decimal(3), "丁": Decimal(1)}
    assert (highest(values), lowest(values), highest({})) == (("乙", "丙"), ("甲", "丁"), ())


def test_long_lists_end_with_deng() -> None:
    """Three are named; a fourth makes it 等."""
    three = [("甲",), ("乙",), ("丙",)]
    assert "".join(map(str, joined(three))) == "甲、乙、丙"
    assert "".join(map(str, joined([*three, ("丁",)]))) == "甲、乙、丙等"
    assert "".join(map(str, joined(three, "；", most=2))) == "甲；乙等"
