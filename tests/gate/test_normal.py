"""One text, however it was written."""

from __future__ import annotations

import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gate.normal import normal, percent_gb18030, without_tags

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)


@given(HAN)
def test_ways_of_writing_are_undone(text: str) -> None:
    """Entities, percent signs, escapes, spaces and invisible marks between."""
    written = [
        html.escape("".join(f"&#{ord(one)};" for one in text)),
        quote(text),
        percent_gb18030(quote(text, encoding="gb18030")),
        json.dumps(text),
        "\n".join(text),
        "\u200b".join(text),
        "\u2060\ufe0f".join(text),
    ]
    assert {normal(one).strip('"') for one in written} == {text}


@given(st.text())
def test_normal_holds_no_blank_and_never_fails(text: str) -> None:
    """Whatever text it is."""
    assert not any(one.isspace() for one in normal(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＺＱ－７７", "zq-77"),
        ("\\ud842\\udfb7", "𠮷"),
        ("\\u{20bb7}", "𠮷"),
        ("\\5f20 \\4e09 ", "张三"),
        ("100%是", "100%是"),
        ("a\\xzz", "a\\xzz"),
    ],
)
def test_ways_of_writing(text: str, expected: str) -> None:
    """Full width, pairs of surrogates, style sheets, GBK addresses; what is none of these stays."""
    assert normal(text) == expected


def test_tags_are_taken_out() -> None:
    """What stands around them comes together."""
    assert without_tags("张<b class='a'>三</b>") == "张三"
