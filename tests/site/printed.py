"""The numbers a built page prints: under which key, and which ones have none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"br", "img", "meta", "link", "input", "hr", "wbr", "col", "source"})
NUMBER = frozenset("0123456789")


@dataclass(frozen=True)
class Piece:
    """A text on a page."""

    text: str
    key: str
    """Of the figure it is, `2025:units.u03.checklist.rate`; empty when it says of none."""
    classes: frozenset[str]
    """Of all elements around it."""
    tags: frozenset[str]


@dataclass
class Printed(HTMLParser):
    """The texts of the article of a page that have digits or a key."""

    pieces: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over `<path/>` of a chart: taken for a start and an end it would close the article."""

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element."""
        if any(tag == open_ for open_, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note a text of the article."""
        tags = frozenset(tag for tag, _ in self._open)
        key = self._key()
        if "article" in tags and data.strip() and (key or NUMBER & set(data)):
            classes = (name for _, attrs in self._open for name in (attrs.get("class") or "").split())
            self.pieces.append(Piece(data.strip(), key, frozenset(classes), tags))

    def _key(self) -> str:
        """The nearest key; one that begins with a dot goes on where the element around it begins."""
        key = self._nearest("data-figure")
        return self._nearest("data-figures") + key if key.startswith(".") else key

    def _nearest(self, name: str) -> str:
        return next((attrs[name] or "" for _, attrs in reversed(self._open) if name in attrs), "")


def printed(html: str) -> list[Piece]:
    """The pieces of one page."""
    page = Printed()
    page.feed(html)
    page.close()
    return page.pieces


def forms(record: dict[str, Any]) -> Iterator[str]:
    """How a page may print a figure of `kaohe figures`; the unit may follow after a blank."""
    text, unit, value = record["text"], record["unit"], record["value"]
    yield from (text, f"{text} {unit}")
    if value is not None and unit in ("个百分点", "个") and not Decimal(value):
        yield "持平"
    if unit == "个百分点" and not NUMBER & set(text.strip("0.")):
        yield "持平"
    if unit == "个" and value is not None:
        yield f"{'增加' if int(value) > 0 else '减少'} {abs(int(value))} {unit}"
    if record["part"] is not None and record["whole"] is not None:
        yield from _of_two_numbers(text, Decimal(record["part"]), Decimal(record["whole"]))


def _of_two_numbers(text: str, part: Decimal, whole: Decimal) -> Iterator[str]:
    two = f"{_plain(part)}/{_plain(whole)}"
    yield from (two, f"{text}（{two}）")
    if whole:
        share = part * 100 / whole
        yield f"{share.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
        rounded = share.quantize(Decimal(1), ROUND_HALF_UP)
        yield str(rounded if part >= whole else min(rounded, Decimal(99)))  # 100 is kept for full marks


def _plain(value: Decimal) -> str:
    text = format(value.quantize(Decimal("0.01"), ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
