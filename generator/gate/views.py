"""The texts that are in some bytes: decoded, taken apart, taken out of what they are packed in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.gate.normal import normal, percent_gb18030, without_tags

DEEPEST = 4
"""Levels of packing; what is packed deeper is refused."""
LARGEST = 64_000_000
"""Bytes of one file."""
MOST = 256_000_000
"""Bytes of everything that comes out of one file."""


class UnreadableError(Exception):
    """Something cannot be looked into; the text says why, in Chinese."""


@dataclass
class Budget:
    """How much may still be taken out of one file."""

    left: int = MOST

    def spend(self, size: int) -> None:
        """UnreadableError when the file holds more than may be looked at."""
        self.left -= size
        if self.left < 0:
            raise UnreadableError("展开后太大")


@dataclass(frozen=True)
class View:
    """One reading of some bytes."""

    how: str
    """In Chinese, as findings say it; empty for the plain text."""
    text: str
    """Normal."""
    doubtful: bool = False
    """Whether other bytes may look like words by chance: then two characters prove nothing."""
    plain: bool = False
    """Whether it is what a browser or editor shows of the file."""


@dataclass(frozen=True)
class Part:
    """Bytes that were packed in others."""

    how: str
    content: bytes
    scraps: bool = False
    """Whether they are pieces put together, most of which mean nothing."""


@dataclass(frozen=True)
class Decoding:
    """A way to read bytes as text."""

    how: str
    codec: str
    start: int = 0
    """Bytes to leave out in front: half of all UTF-16 begins at an odd byte."""

    @property
    def doubtful(self) -> bool:
        """Whether bytes of another encoding may look like words by chance."""
        return self.codec != "utf-8"

    def read(self, content: bytes) -> str:
        """The text; what cannot be read stands as U+FFFD."""
        return content[self.start :].decode(self.codec, "replace")


@dataclass(frozen=True)
class Form:
    """A way to read a text that was decoded."""

    how: str
    read: Callable[[str], str]


@dataclass(frozen=True)
class Opener:
    """A way to take parts out of bytes."""

    how: str
    fits: Callable[[bytes], bool]
    parts: Callable[[bytes, Budget], Iterator[Part]]
    """UnreadableError for what is damaged or locked."""
    scraps: bool = False
    """Whether it tries everything and mostly finds nothing; not again in what it found."""


def json_strings(text: str) -> str:
    """Every key and text of a JSON document, a line each; empty for other texts."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[", '"')):
        return ""
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return ""
    found: list[str] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            found.append(one)
    return "\n".join(found)


DECODINGS: tuple[Decoding, ...] = (
    Decoding("", "utf-8"),
    Decoding("UTF-16 编码", "utf-16-le"),
    Decoding("UTF-16 编码", "utf-16-le", 1),
    Decoding("UTF-16 大端编码", "utf-16-be"),
    Decoding("UTF-16 大端编码", "utf-16-be", 1),
    Decoding("GB18030 编码", "gb18030"),
)
FORMS: tuple[Form, ...] = (
    Form("", lambda text: text),
    Form("被标签隔开", without_tags),
    Form("JSON 转义", json_strings),
    Form("GB18030 网址", percent_gb18030),
)


@dataclass(frozen=True)
class Reader:
    """How bytes are looked at; a reader without one of its ways is what tests are made of."""

    openers: tuple[Opener, ...]
    decodings: tuple[Decoding, ...] = DECODINGS
    forms: tuple[Form, ...] = FORMS

    def views(self, content: bytes) -> Iterator[View]:
        """Every view of the bytes and of what is packed in them; UnreadableError when one cannot be had."""
        yield from self._views(Part("", content), Budget(), 0)

    def plain(self, content: bytes) -> Iterator[View]:
        """Only what a browser or editor shows."""
        decodings = tuple(one for one in self.decodings if one.codec == "utf-8")
        yield from Reader((), decodings, self.forms).views(content)

    def _views(self, part: Part, budget: Budget, depth: int) -> Iterator[View]:
        certain = not part.scraps and not is_utf8(part.content)
        for decoding in self.decodings:
            if decoding.codec != "gb18030" or not part.content.isascii():
                yield from self._forms(decoding, part, certain=certain or decoding.codec == "utf-8")
        for opener in self.openers:
            if opener.fits(part.content) and not (part.scraps and opener.scraps):
                if depth == DEEPEST and not opener.scraps:
                    raise UnreadableError("压缩层数太多")
                for inner in opener.parts(part.content, budget):
                    how = "，".join(filter(None, (part.how, inner.how)))
                    level = depth if opener.scraps else depth + 1
                    yield from self._views(Part(how, inner.content, inner.scraps), budget, level)

    def _forms(self, decoding: Decoding, part: Part, *, certain: bool) -> Iterator[View]:
        text = decoding.read(part.content)
        seen = {""}
        for form in self.forms:
            read = form.read(text)
            if read not in seen:
                seen.add(read)
                how = "，".join(filter(None, (part.how, decoding.how, form.how)))
                plain = not part.how and decoding.codec == "utf-8"
                yield View(how, normal(read), doubtful=not certain, plain=plain)


def is_utf8(content: bytes) -> bool:
    """Whether the bytes are text as everybody writes it."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
