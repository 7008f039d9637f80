"""核对码: a few characters on paper by which somebody can tell whether it is still the newest.

It is made of the words the document shows and of what it is, never of how it looks: a new template leaves it
as it is, one changed number does not.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread."""
LENGTH = 8
"""Characters: 40 bits, so that among a million papers two share a code once in a while, by chance alone."""


def check_code(*parts: object) -> str:
    """`7K3F-Q9XM`, the same for the same words in the same order."""
    words: list[str] = []
    _add_words(parts, words)
    digest = hashlib.sha256("\0".join(words).encode()).digest()
    number = int.from_bytes(digest[: LENGTH * 5 // 8])
    letters = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return f"{letters[:4]}-{letters[4:]}"


def normal_code(text: str) -> str:
    """What somebody typed from paper as `check_code` writes it: `7k3fq9xm` → `7K3F-Q9XM`."""
    letters = "".join(one for one in text.upper() if one.isalnum()).translate(str.maketrans("ILO", "110"))
    return f"{letters[:4]}-{letters[4:]}"


def _add_words(value: object, words: list[str]) -> None:
    """Add every text in it, in order; names of classes and fields are not part of what is said."""
    kind = type(value)
    if kind is str:
        words.append(value)  # type: ignore[arg-type] # it is one
    elif (names := _field_names(kind)) is not None:  # type: ignore[arg-type] # a class is hashable
        for name in names:
            _add_words(getattr(value, name), words)
    elif isinstance(value, tuple | list):
        words.append(str(len(value)))
        for one in value:
            _add_words(one, words)
    elif isinstance(value, Enum):
        words.append(value.name)
    else:
        words.append("" if value is None else str(value))


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Of a dataclass; None of any other. A summary asks some hundred times."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
