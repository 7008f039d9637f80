"""A text however it was written: `&#x5F20;`, `%E5%BC%A0`, `\\u5f20`, full width, spaced out.

Each step undoes one way of writing; two rounds undo one way inside another.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2}|[\w.~-])*", re.ASCII)
"""With what stands between: the second half of a GB18030 character may be a letter, digit or mark."""
_ESCAPE = re.compile(r"(?:\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2})+")
_ONE_ESCAPE = re.compile(r"\\[ux]\{?([0-9A-Fa-f]+)\}?")
_CSS = re.compile(r"\\([0-9A-Fa-f]{4,6})\s?")
_BLANK = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]+"
)
_TAG = re.compile(r"<[^<>]*>")


def entities(text: str) -> str:
    """`&#x5F20;` and `&amp;`."""
    return html.unescape(text) if "&" in text else text


def percent(text: str) -> str:
    """`%E5%BC%A0`; what is no UTF-8 stays."""
    return _PERCENT.sub(_unquoted, text) if "%" in text else text


def percent_gb18030(text: str) -> str:
    """`%D5%C5`, of older programs; a text of its own, since the same bytes may be UTF-8 too."""
    return _PERCENT.sub(_unquoted_gb18030, text) if "%" in text else text


def escapes(text: str) -> str:
    """`\\u5f20`, pairs of surrogates too, `\\u{5f20}`, `\\x41`, and `\\5f20` of style sheets."""
    if "\\" not in text:
        return text
    return _CSS.sub(lambda found: _character(int(found[1], 16)), _ESCAPE.sub(_unescaped, text))


def compatible(text: str) -> str:
    """NFKC, in lower case: `Ｐ０１` is `p01`."""
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.lower()


def unbroken(text: str) -> str:
    """Without white space, zero-width characters, soft hyphens, marks of direction and variation."""
    return _BLANK.sub("", text)


Step = Callable[[str], str]
STEPS: tuple[Step, ...] = (entities, percent, escapes, compatible, unbroken)
ROUNDS = 2


def normal(text: str) -> str:
    """The text as needles are: what is written in different ways is one text."""
    for _ in range(ROUNDS):
        before = text
        for step in STEPS:
            text = step(text)
        if text == before:
            break
    return text


def without_tags(text: str) -> str:
    """What a reader reads of HTML or XML: a name split by markup is whole again."""
    return _TAG.sub("", text) if "<" in text else text


def _unquoted(found: re.Match[str]) -> str:
    return _decoded(found[0], "utf-8")


def _unquoted_gb18030(found: re.Match[str]) -> str:
    return _decoded(found[0], "gb18030")


def _decoded(quoted: str, encoding: str) -> str:
    try:
        return unquote_to_bytes(quoted).decode(encoding)
    except UnicodeDecodeError:
        return quoted


def _unescaped(found: re.Match[str]) -> str:
    characters = [_character(int(one[1], 16)) for one in _ONE_ESCAPE.finditer(found[0])]
    # Two halves of a pair are one character only after a round through UTF-16.
    return "".join(characters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"
