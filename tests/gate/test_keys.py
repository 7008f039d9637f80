"""Keys of figures in any text: each that has the form of one, and nothing else."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.gate.finding import Kind
from generator.gate.keys import Keys, attributes
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


class _Any(dict[tuple[str, str], Needle]):
    """Whatever is asked for is withheld."""

    def get(self, key: tuple[str, str], _: object = None) -> Needle:  # type: ignore[override]
        return Needle(Kind.KEY, Place(":".join(key)))


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
    assert [needle.origin.file for _, needle in Keys(frozenset(), _Any(), {}).found(text)] == wanted


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
