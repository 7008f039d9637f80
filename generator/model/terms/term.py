"""What a term is."""

from __future__ import annotations

from enum import Enum


class Term(Enum):
    """Base of every closed list; a member is `NAME = "identifier", "中文", *other accepted words`."""

    label: str
    """The Chinese word, as printed."""
    synonyms: tuple[str, ...]
    """Other words accepted on input, never printed."""

    def __new__(cls, identifier: str, label: str, *synonyms: str) -> Term:
        """Keep the identifier as the value and the words beside it."""
        member = object.__new__(cls)
        member._value_ = identifier
        member.label = label
        member.synonyms = synonyms
        return member

    __hash__ = object.__hash__
    """A member is one object; `Enum` hashes its name in Python, 900,000 times a year of 200 units."""
