"""Keys of figures in any text: each that has the form of one, and nothing else."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.gate.finding import Kind
from generator.gate.keys import Keys, YearKeys, attributes
from generator.gate.needles import Needle
from generator.problems import Place

FORM = re.compile(r"(?<![\w.])(?:([12]\d{3}):)?((?:units|groups|company|ledger|indicators)\.[\w.-]+)")
ATTRIBUTE = re.compile(r"""\bdata-figure(s?)\s*=\s*["']?([^"'\s>]+)""")
"""A key, and an attribute with one, each in one pattern, easy to read and slow."""
WORDS = (
    "units",
    "groups.",
    "company",
    "ledger.",
    "units.u01.score",
    "2025:",
    "12025:",
    "2025:units.x",
    ".",
    "-",
    "units.x",
)
WORDS += (":", " ", "x", "中", "1")
MARKUP = (
    "<p ",
    "data-figure=",
    "data-figures=",
    "xdata-figure=",
    "'",
    '"',
    ">",
    " ",
    ".a",
    ".b",
    "units.u01",
    "中",
)


class _Any(Keys):
    """Whatever is asked for is withheld."""

    def withheld(self, year: str, key: str) -> Needle:
        return Needle(Kind.KEY, Place(f"{year}:{key}"))


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
@example("xunits.u01-groups.y 中units.x")
@example("units.u01.2025:units.x")
def test_every_key_is_seen(text: str) -> None:
    """With its year, without the dots and dashes a sentence puts behind it, with its words and without."""
    wanted = []
    for found in FORM.finditer(text):
        key = found[2].rstrip(".-")
        either = dict.fromkeys((key, re.sub(r"[^\x00-\x7f]+$", "", key)))
        wanted += [f"{found[1] or ''}:{one}" for one in either]
    assert [needle.origin.file for _, needle in _Any(()).found(text)] == wanted


@given(st.lists(st.sampled_from(MARKUP), max_size=12).map("".join))
@example("<p data-figures='units.u01'><b data-figure=.a> data-figure='.b'")
def test_every_attribute_is_seen(text: str) -> None:
    """`data-figures` on a row begins what `data-figure` in it ends."""
    wanted, beginning = [], ""
    for found in ATTRIBUTE.finditer(text):
        if found[1]:
            beginning = found[2]
        else:
            wanted.append(beginning + found[2] if found[2].startswith(".") else found[2])
    assert list(attributes(text)) == wanted


def _of(year: int, *shown: str, **withheld: str) -> YearKeys:
    """A year with these figures; those withheld have a number and the label 得分."""
    needles = {key: Needle(Kind.KEY, Place(f"{year}/{key}")) for key in withheld}
    labels = {number: {"得分": needles[key]} for key, number in withheld.items()}
    return YearKeys(year, frozenset(shown), needles, labels)


def test_a_key_without_a_year_is_open_if_it_is_in_any() -> None:
    """With a year it is that one's; the place told is that of the oldest."""
    keys = Keys((_of(2023, "c", a="1.0", b="2.0"), _of(2024, "a", b="2.0", c="3.0")))
    assert [keys.is_open(*one) for one in (("", "a"), ("2024", "a"), ("2023", "a"), ("2022", "a"))] == [
        True,
        True,
        False,
        False,
    ]
    found = [
        keys.withheld(*one) for one in (("", "a"), ("2023", "a"), ("", "b"), ("2024", "b"), ("2022", "b"))
    ]
    assert [one and one.origin.file for one in found] == [None, "2023/a", "2023/b", "2024/b", None]
    assert keys.labels("2.0")["得分"].origin.file == "2023/b"
    assert list(keys.said("得分2.0,得分3.0,得分4.0")) == [("得分", "2.0"), ("得分", "3.0")]


def test_more_is_withheld_than_before() -> None:
    """When a figure is withheld that was not, or one that was open is gone, or a year is new or gone."""
    before = Keys((_of(2023, "a", b="1.0"), _of(2024, "a")))
    same = Keys((_of(2023, "a", "new", b="1.0"), _of(2024, "a")))
    more = (
        Keys((_of(2023, "a", b="1.0", c="1.0"), _of(2024, "a"))),
        Keys((_of(2023, b="1.0"), _of(2024, "a"))),
        Keys((_of(2023, "a", b="1.0"),)),
        Keys((*before.years, _of(2025, a="1.0"))),
    )
    assert not before.withholds_more(before)
    assert not same.withholds_more(before)
    assert all(one.withholds_more(before) for one in more)
