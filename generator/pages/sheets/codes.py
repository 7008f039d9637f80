"""核对码: a few characters on paper by which somebody can tell whether it is still the newest.

It is made of the words the document shows and of what it is, never of how it looks: a new template leaves it
as it is, one changed number does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread."""
LENGTH = 8
"""Characters: 40 bits, so that among a million papers two share a code once in a while, by chance alone."""


def check_code(*parts: object) -> str:
    """`7K3F-Q9XM`, the same for the same words in the same order."""
    digest = hashlib.sha256("\0".join(_words(parts)).encode()).digest()
    number = int.from_bytes(digest[: LENGTH * 5 // 8])
    letters = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return f"{letters[:4]}-{letters[4:]}"


def normal_code(text: str) -> str:
    """What somebody typed from paper as `check_code` writes it: `7k3fq9xm` → `7K3F-Q9XM`."""
    letters = "".join(one for one in text.upper() if one.isalnum()).translate(str.maketrans("ILO", "110"))
    return f"{letters[:4]}-{letters[4:]}"


def _words(value: object) -> Iterator[str]:
    """Every text in it, in order; names of classes and fields are not part of what is said."""
    if is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        yield str(len(value))
        for one in value:
            yield from _words(one)
    elif isinstance(value, Enum):
        yield value.name
    else:
        yield "" if value is None else str(value)
