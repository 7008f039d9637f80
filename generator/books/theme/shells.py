"""What the theme prints around a page: once for all pages of a kind, with gaps where they differ.

Material's templates cost 0.7 ms a page, more than most bodies do. Generated pages in one folder, under one
tab and with the same headings differ in title, description, address and body only. So the theme prints one
of them with marks in these places, and each page of the kind is the pieces between them with its own words.
The pieces are kept from build to build: MkDocs is asked only when a kind is new or the frame of the book
changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from generator.pages.page import Page

GAPS = ("title", "description", "path", "content", "fingerprint")
_MARK = re.compile(r"<h1 gap=(\w+)>")
"""A heading, since the theme gives a body without one a heading of its own. Nothing else on a page looks so:
escaped words hold no tag, and the body is not there yet."""


@dataclass(frozen=True)
class Shell:
    """A page of the theme, cut at the marks: piece, name of the gap, piece, and so on."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, printed: str) -> Shell:
        """The page the theme printed around `mark`s."""
        return cls(tuple(_MARK.split(printed)))

    def filled(self, words: Mapping[str, bytes]) -> bytes:
        """The file of the page with these words, escaped or markup already, in its gaps."""
        pieces = list(self._written)
        pieces[1::2] = [words[gap] for gap in self.pieces[1::2]]
        return b"".join(pieces)

    @cached_property
    def _written(self) -> tuple[bytes, ...]:
        return tuple(map(written, self.pieces))


def mark(gap: str) -> Markup:
    """What the theme prints where a page's own words go."""
    return Markup("<h1 gap={}>").format(gap)


def kind_of(listed: Collection[str], page: Page) -> str:
    """Names all that decides what the theme prints around the page, but for its own words.

    `listed` are the paths the navigation leads to: a page it leads to, or below, has a shell of its own.
    """
    alone = any(path.startswith(page.path) for path in listed)
    folder = page.path if alone else page.path.rstrip("/").rpartition("/")[0]
    words = (page.section, alone, folder, page.headings, bool(page.description))
    return hashlib.sha256(repr(words).encode()).hexdigest()[:16]


def words_of(page: Page, content: str) -> Mapping[str, bytes]:
    """What goes into the gaps of the page's shell; its fingerprint changes with what the page says."""
    body = written(content)  # most of the page, so this is done once
    return {
        "title": written(escape(page.title)),
        "description": written(escape(page.description)),
        "path": written(escape(page.path)),
        "content": body,
        "fingerprint": fingerprint(f"{page.path}\n{page.title}\n", body).encode(),
    }


def written(text: str) -> bytes:
    """The text as it stands in a file of the site."""
    return text.encode(errors="xmlcharrefreplace")


def fingerprint(head: str, body: bytes) -> str:
    """页面校验码: 16 characters that change with what is shown, never with what is withheld."""
    digest = hashlib.sha256(written(head))
    digest.update(body)
    return digest.hexdigest()[:16]
